"""What was once published keeps its id and its address."""

from conftest import ROOT

from build_tools.generate import make_project
from build_tools.read.settings import DOWNLOADS
from build_tools.write.guide.rules.markup import anchors_of

LIST = ROOT / "tests/public-ids.txt"


def public_ids():
    project = make_project(ROOT, {DOWNLOADS: "1"})
    library, quizzes = project.views.library, project.views.quizzes
    pages = project.guide.pages
    return sorted(
        [f"address {page.id}.html" for page in pages]
        + [f"address {page.id}.html#{anchor}" for page in pages for anchor in anchors_of(page)]
        + [
            f"address {path}"
            for path in (
                *project.standalone,
                *project.presented,
                *project.guide.sheets,
                *project.embedding,
            )
        ]
        + [f"ask {ask.id}" for ask in library.asks]
        + [f"check item {item.id}" for item in quizzes.check.items]
        + [f"contact type {kind.id}" for kind in library.types]
        + [f"form {form.id}" for form in quizzes.forms]
        + [f"item {item}" for item in quizzes.bank.items]
        + [f"statement {statement}" for statement in library.statements]
    )


def test_every_public_id_is_listed_and_none_is_lost(request):
    """`make ids` adds new ones; a lost one is restored."""
    there = public_ids()
    listed = LIST.read_text("utf-8").splitlines() if LIST.exists() else []
    if request.config.getoption("--update"):
        LIST.write_text("\n".join(sorted({*there, *listed})) + "\n", "utf-8")
        listed = LIST.read_text("utf-8").splitlines()

    assert sorted(set(listed) - set(there)) == []
    assert sorted(set(there) - set(listed)) == []

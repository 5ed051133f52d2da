"""Style sheets of pages without a browser: what a page waits for, and what comes behind it."""

import pytest

from build_tools.problems import BuildError
from build_tools.publish.styles import gather_styles

THEME = ":root{--md-ink:#000}.md-typeset p{color:var(--md-ink)}.md-search__form{top:0}"
OURS = ".md-main{color:blue}"
SHEETS = ("assets/stylesheets/main.css", "assets/stylesheets/ours.css")


def links(*sheets):
    return "".join(f'<link rel="stylesheet" href="{one}">' for one in sheets)


def page(*components):
    return f'{links(*SHEETS, *components)}<main class="md-main md-typeset"><p>Text</p></main><form class="md-search__form">'


@pytest.fixture
def folder(tmp_path):
    texts = dict(zip(SHEETS, (THEME, OURS), strict=True))
    texts |= {f"assets/{name}.css": f".{name}{{color:red}}" for name in ("quiz", "report")}
    texts |= {
        "plain.html": page(),
        "quiz.html": page("assets/quiz.css"),
        "both.html": page("assets/report.css", "assets/quiz.css"),
    }
    (tmp_path / "assets/stylesheets").mkdir(parents=True)
    for path, text in texts.items():
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def sheet(folder, name):
    return (folder / f"assets/stylesheets/{name}.css").read_text("utf-8")


def test_a_page_loads_one_sheet_of_the_theme_and_its_components_in_their_order(folder):
    gather_styles(folder)

    assert 'href="assets/stylesheets/site-report-quiz.css">' in (folder / "both.html").read_text()
    whole = sheet(folder, "site-report-quiz")
    assert (
        whole.index("--md-ink")
        < whole.index("blue")
        < whole.index(".report")
        < whole.index(".quiz")
    )
    assert "md-search__form" not in whole
    assert "md-search__form" in sheet(folder, "search")
    assert sorted(path.name for path in folder.rglob("*.css")) == [
        "search.css",
        "site-quiz.css",
        "site-report-quiz.css",
        "site.css",
    ]


def test_pages_that_do_not_share_the_theme_end_the_build(folder):
    (folder / "quiz.html").write_text(links(SHEETS[0]), "utf-8")

    with pytest.raises(BuildError, match="different style sheets"):
        gather_styles(folder)

"""An edition in another language, and one that is laid over it."""

from textwrap import dedent

import pytest

from build_tools.generate import generate_tree, read_project
from build_tools.model.edition import EDITION
from build_tools.model.language import Language
from build_tools.model.tokens import content_hash
from build_tools.problems import ContentError

FRONT = "title: {title}\ndescription: What it is.\ngrade: 14\nchecked: 2026-11-22\nanswer: It is short.\n"


def write(root, edition, path, text):
    file = root / "content/editions" / edition / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(dedent(text), "utf-8")
    return file


@pytest.fixture
def layered(sample):
    """The sample with an edition in Spanish, and one of a center over it."""
    write(sample, "es", "edition.yml", "name: Pregunte bien\nlanguage: es\n")
    write(sample, "campus", "edition.yml", "name: Ask at Westbrook\nbase: es\n")
    return sample


def library(root, edition):
    return read_project(root, {EDITION: edition}).views.library


def pages_of(root, edition):
    files = generate_tree(root, {EDITION: edition}).files
    return {name: data.decode() for name, data in files.items() if name.endswith((".md", ".html"))}


def told(root, edition):
    with pytest.raises(ContentError) as raised:
        read_project(root, {EDITION: edition})
    return [str(problem) for problem in raised.value.problems]


def test_an_edition_has_the_words_of_its_base_where_it_says_nothing_else(layered):
    write(layered, "es", "content/words.yml", "footer: Al pie\nmenu: La lista\n")
    write(layered, "campus", "content/words.yml", "menu: What there is\n")
    found = library(layered, "campus")

    assert (found.words["footer"], found.words["menu"]) == ("Al pie", "What there is")
    assert found.words["site_name"] == "Ask at Westbrook"
    assert library(layered, "es").words["menu"] == "La lista"


def test_what_a_base_changes_is_not_counted_as_a_change_of_the_edition_over_it(layered):
    write(layered, "es", "content/words.yml", "footer: Al pie\nmenu: La lista\n")
    write(layered, "campus", "content/words.yml", "menu: What there is\n")

    assert library(layered, "campus").edition.counts.changed == 1


def test_an_edition_changes_a_record_that_only_its_base_has(layered):
    write(layered, "es", "content/messages.yml", "- {id: a-word, when: Ya, text: Hola}\n")
    write(layered, "campus", "content/messages.yml", "- {id: a-word, when: Now}\n")
    found = library(layered, "campus").messages.by_id["a-word"]

    assert (found.when, found.text) == ("Now", "Hola")


def test_a_page_of_an_edition_follows_that_of_its_base(layered):
    body = "## Nobody { #no-one-to-ask }\n\nHola.\n\n## Who else { #stranger-referral }\n\nAsk.\n"
    of_guide = (layered / "content/pages/common-problems.md").read_text("utf-8")
    path = "content/pages/common-problems.md"
    head = FRONT.format(title="Problemas")
    theirs = write(
        layered,
        "es",
        path,
        f'---\n{head}follows: "{content_hash(of_guide)}"\n---\n\n{body}',
    )
    follows = content_hash(theirs.read_text("utf-8"))
    ours = f'---\n{head}follows: "{follows}"\n---\n\n{body.replace("Hola", "Hello")}'
    write(layered, "campus", path, ours)

    assert "Hello." in pages_of(layered, "campus")["common-problems.md"]
    assert "Hola." in pages_of(layered, "es")["common-problems.md"]


def test_a_page_that_only_the_base_has_is_told_its_place_again_by_one_that_takes_it(layered):
    head = FRONT.format(title="Venga") + "after: research\n"
    theirs = write(layered, "es", "content/pages/come-by.md", f"---\n{head}---\n\nHola.\n")
    follows = content_hash(theirs.read_text("utf-8"))
    ours = f'---\n{head}follows: "{follows}"\n---\n\nHello.\n'
    write(layered, "campus", "content/pages/come-by.md", ours)

    assert "Hello." in pages_of(layered, "campus")["come-by.md"]
    write(layered, "campus", "content/pages/come-by.md", ours.replace("after: research\n", ""))
    faults = "\n".join(told(layered, "campus"))
    assert "nothing says where this page stands in the menu" in faults


def test_what_a_base_leaves_out_stays_out(layered):
    head = FRONT.format(title="More")
    (layered / "content/pages/more.md").write_text(f"---\n{head}---\n\nMore.\n")
    guide = layered / "content/guide.yml"
    guide.write_text(guide.read_text("utf-8").replace("[credibility, ", "[credibility, more, "))
    write(layered, "es", "edition.yml", "name: P\nlanguage: es\nleave_out: {pages: [more]}\n")

    assert "more.md" not in pages_of(layered, "campus")
    assert "more.md" in pages_of(layered, "")


def test_a_fault_of_a_base_is_told_at_its_place_there(layered):
    write(layered, "es", "content/words.yml", "footr: Al pie\n")

    (fault,) = told(layered, "campus")
    assert fault.startswith("content/editions/es/content/words.yml:1:1: footr: ")


def test_an_unknown_base_is_told_where_it_is_named(layered):
    write(layered, "campus", "edition.yml", "name: Ask\nbase: en-es\n")

    assert told(layered, "campus") == [
        (
            "content/editions/campus/edition.yml:2:7: content/editions/campus/edition.yml: base: there is no edition “en-es”; "
            "use one of: campus, es"
        )
    ]


def test_editions_that_are_each_others_base_are_one_fault(layered):
    write(layered, "es", "edition.yml", "name: Pregunte\nlanguage: es\nbase: campus\n")

    assert told(layered, "campus") == [
        (
            "content/editions/es/edition.yml:3:7: content/editions/es/edition.yml: base: "
            "these are laid over each other in a circle: "
            "campus, es, campus; leave “base:” out of the one that stands on the guide itself"
        )
    ]


@pytest.mark.parametrize(
    ("theirs", "ours", "language"),
    [
        ("", "", Language()),
        ("language: es", "", Language(tag="es")),
        ("language: es", "language: es-US", Language(tag="es-US")),
        ("language: ar", "", Language(tag="ar", direction="rtl")),
        ("language: ar", "language: es", Language(tag="es")),
        ("language: es\ndirection: rtl", "", Language(tag="es", direction="rtl")),
    ],
)
def test_the_language_is_that_of_the_base_and_its_direction_that_of_its_letters(
    layered, theirs, ours, language
):
    write(layered, "es", "edition.yml", f"name: Pregunte\n{theirs}\n")
    write(layered, "campus", "edition.yml", f"name: Ask\nbase: es\n{ours}\n")

    assert library(layered, "campus").language == language


def test_a_language_that_nobody_knows_is_refused_where_it_stands(layered):
    write(layered, "es", "edition.yml", "name: Pregunte\nlanguage: spanish\n")

    assert told(layered, "es") == [
        (
            "content/editions/es/edition.yml:2:11: content/editions/es/edition.yml: language: "
            "“spanish” is no language that we know; "
            "write its tag as BCP 47 has it, such as es or pt-BR"
        )
    ]

"""The guide in Spanish: whole, in its language alone, and walked as in English."""

import json
import re

import pytest
from lxml import html
from made import project, words
from playwright.sync_api import expect
from served import LOOKS, violations

from build_tools.model.items import Grid

PAGES = ["index", "know-your-work", "ask-names", "who-should-i-ask", "who-can-help", "mixed-a", "who-can-do-it-a", "what-to-write", "embed/which-ask-a"]  # fmt: skip
ENGLISH = re.compile(r"\b(?:the|and|with|your|you|they|would|could|what|who|this|that|for|have|from|about|their|of|to|is|are)\b")  # fmt: skip
ID = re.compile(r"\S*[a-z]-[a-z]\S*")
TITLE = re.compile(r"“.*”|.*,.* \d{4}, ")
"""Studies keep their titles, and what they appeared in."""
READ_OUT = ("aria-label", "title", "alt", "placeholder", "content")


@pytest.fixture(scope="module")
def both():
    """The guide as it is read, and its edition in Spanish."""
    return project(), project(edition="es")


def texts(path):
    """Return all that a page says, also to who does not see it."""
    page = html.parse(str(path)).getroot()
    for one in page.xpath("//script | //style"):
        one.drop_tree()
    for one in page.iter(html.etree.Element):
        yield from filter(None, (one.text, one.tail, *map(one.get, READ_OUT)))
        yield from (value for name, value in one.items() if name.startswith("data-"))


def test_no_rule_finds_anything_in_it(both):
    assert [str(one) for one in both[1].warnings if one.rule] == []


@pytest.mark.translated
def test_all_of_it_is_translated(both):
    assert [str(one) for one in both[1].warnings] == []
    assert both[1].views.library.edition.counts.untranslated == 0


def test_its_pages_are_in_spanish_but_for_titles_of_studies(site):
    said = {ID.sub("", one) for path in (site / "es").rglob("*.html") for one in texts(path)}
    english = {one.strip() for one in said if len(ENGLISH.findall(one)) > 1}

    assert len(said) > 3000
    assert [one for one in english if not TITLE.search(one)] == []


def test_each_question_has_the_answers_and_the_key_that_it_has_in_english(both):
    ours, theirs = (
        {name: (item.kind, item.token) for name, item in project.views.quizzes.bank.items.items()}
        for project in both
    )
    keys, claves = (
        [
            (form.id, item.id, key_of(item))
            for form in project.views.quizzes.forms
            for item in form.items
        ]
        for project in both
    )

    assert theirs == ours
    assert keys == claves


def key_of(item):
    if isinstance(item, Grid):
        return [(row.id, row.bin) for row in item.rows]
    return [(one.id, one.right) for one in item.options]


def test_its_files_for_courses_hold_the_same_questions_in_their_language(site):
    ours, theirs = (
        json.loads(next((folder / "downloads").glob("*mixed-a*.json")).read_text("utf-8"))
        for folder in (site, site / "es")
    )

    assert [kept(one) for one in theirs["items"]] == [kept(one) for one in ours["items"]]
    assert all(
        one["stem"] != other["stem"]
        for one, other in zip(theirs["items"], ours["items"], strict=True)
    )


def kept(item):
    """Return what a question keeps in each language."""
    options = [(one["id"], one["right"]) for one in item["options"]]
    return item["id"], item["version"], item["kind"], options


@pytest.mark.parametrize(("width", "rules"), [(320, ()), (1300, LOOKS)])
def test_pages_have_room_for_it_and_nothing_that_axe_finds(visit, address, width, rules):
    page = visit(f"{address}/es/index.html", width=width)
    for name in PAGES:
        page.goto(f"{address}/es/{name}.html")

        assert page.evaluate("document.documentElement.lang") == "es", name
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert (name, violations(page, rules)) == (name, [])


def test_a_set_is_answered_to_its_summary_by_keys(visit, address, both):
    _, spanish = both
    page = visit(f"{address}/es/which-kind-a.html")
    (form,) = (one for one in spanish.views.quizzes.forms if one.id == "which-kind-a")
    for number in range(len(form.items)):
        item = page.locator(".ra-item").nth(number)
        item.locator("input").first.focus()
        page.keyboard.press("Space")
        item.locator("[data-part=check]").focus()
        page.keyboard.press("Enter")
        expect(item.locator("[data-part=status]")).not_to_be_empty()
        page.keyboard.press("Enter")
    skip = page.get_by_role("button", name=spanish.views.quizzes.words["skip_to_summary"])
    skip.press("Enter")

    expect(page.locator("[data-part=tries] li")).to_have_count(len(form.items))
    assert words("quiz")["skip_to_summary"] not in page.content()

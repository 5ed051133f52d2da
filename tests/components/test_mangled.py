"""Addresses as mail and chat programs, and what counts visits, leave them: each page reads them as they were written."""

import re

import pytest
from answered import answers
from made import facts
from mangled import MANGLED
from playwright.sync_api import expect

LIBRARY, _, _ = facts()
SHOWN = """() => [document.querySelector("main").innerText, ...[...document.querySelectorAll("main input")].map((one) => one.checked)]"""
"""All that a person sees of a page."""
PLAYED = """() => {
  const [first, second] = document.querySelectorAll("[data-part=round] article");
  for (const article of [first, second]) {
    for (const row of [...article.querySelectorAll("[data-row]"), article]) row.querySelector(".ra-option input").click();
    article.querySelector("[data-part=sureness] [value=sure]").click();
    article.querySelector("[data-part=check]").click();
  }
  return location.hash.slice(1);
}"""
ANSWERED = """() => {
  const article = document.querySelector(".ra-item[data-now]");
  for (const row of [...article.querySelectorAll("[data-row]"), article]) row.querySelector(".ra-option input").click();
  article.querySelector("[data-part=check]").click();
}"""
MARKED = """() => {
  for (const group of [...document.querySelectorAll("right-ask-check fieldset")].slice(0, 4)) group.querySelector("input").click();
  return location.hash.slice(1);
}"""


def _quiz(form):
    return lambda _page: f"form={form}&done={answers(form, missed={1, 3})}"


READERS = {
    "mixed-a": _quiz("mixed-a"),
    "embed/which-ask-a": _quiz("which-ask-a"),
    "practice": lambda page: page.evaluate(PLAYED),
    "before-you-send": lambda page: page.evaluate(MARKED),
    "who-should-i-ask": lambda _page: f"type={LIBRARY.types[0].id},{LIBRARY.types[1].id}&ask=all",
}
"""What stands in the address of a page that was used, by page."""
WORST = ("as HTML has it twice", "encoded, then counted", "with a bracket")
"""All pages read their address by one script: what is done to all of it is tried on one of them."""


@pytest.mark.parametrize("name", READERS)
def test_a_page_shows_what_its_address_says_whatever_programs_made_of_it(visit, address, name):
    page = visit(f"{address}/{name}.html")
    untouched = page.evaluate(SHOWN)
    said = READERS[name](page)

    def shown(text):
        page.goto("about:blank")
        page.goto(f"{address}/{name}.html#{text}")
        return page.evaluate(SHOWN)

    told = shown(said)
    assert told != untouched
    hows = MANGLED if name == "mixed-a" else WORST
    others = {how: shown(MANGLED[how](said)) for how in hows}
    assert {how: other for how, other in others.items() if other != told} == {}


def test_a_form_is_known_by_its_name_in_capitals_too(visit, address):
    page = visit(f"{address}/which-ask-a.html#form=Which-Ask-A&done={answers('which-ask-a')}")
    shown = page.evaluate(SHOWN)
    page.goto("about:blank")
    page.goto(f"{address}/which-ask-a.html#form=which-ask-a&done={answers('which-ask-a')}")

    assert page.evaluate(SHOWN) == shown
    assert page.locator("right-ask-form :checked").count() > 5


def test_who_goes_on_from_a_mangled_address_has_a_clean_one(visit, address):
    done = ",".join(answers("which-ask-a").split(",")[:2])
    page = visit(f"{address}/which-ask-a.html#form%3DWhich-ask-a%26done%3D{done}).")
    page.locator("[data-now] .ra-option input").first.check()
    page.locator("[data-now] [data-part=check]").click()

    hash_ = page.evaluate("location.hash")
    assert hash_.startswith(f"#form=which-ask-a&done={done},")
    assert hash_.count(".") == 3


@pytest.mark.parametrize("name", ["mixed-a", "embed/who-can-do-it-a", "practice"])
def test_a_page_that_was_saved_amid_a_quiz_begins_it_again_with_one_question(visit, address, name):
    page = visit(f"{address}/{name}.html")
    page.evaluate(ANSWERED)
    page.locator("[data-part=next]").click()
    # A style in a tag is against the policy of the page, which then says so.
    saved = re.sub(' style="[^"]*"', "", page.content())
    page.route("**/saved.html", lambda route: route.fulfill(body=saved, content_type="text/html"))
    page.goto(f"{address}/{'embed/' * name.startswith('embed/')}saved.html")

    expect(page.locator("[data-part=place]")).to_have_text(re.compile("^1 "))
    expect(page.locator(".ra-item:visible")).to_have_count(1)
    assert page.locator("main input:checked").count() == 0

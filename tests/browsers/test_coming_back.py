"""A page that somebody comes back to: it works, nothing lies over it, and what was answered is there, whatever became of its fields."""

import re

import pytest
from made import words
from playwright.sync_api import expect

WORDS = words("content")
BACK = """() => {
  // As WebKit does: kept whole, shown again, and some time later each field that had no completion then is what its HTML says, with no event.
  dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
  window.emptied = document.querySelectorAll("input[autocomplete=off]");
  dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
}"""
LATE = """() => {
  for (const one of window.emptied) {
    one.checked = one.defaultChecked;
    one.value = one.defaultValue;
  }
}"""
RESET = (
    f"() => {{ ({BACK})(); return new Promise(done => setTimeout(() => done(({LATE})()), 20)); }}"
)
EMPTY = """() => { for (const one of document.querySelectorAll("main input")) { one.checked = false; } }"""
TYPE = """([name, value]) => { const field = document.querySelector(`[name=${name}]`);
  field.value = value; field.dispatchEvent(new Event("input", { bubbles: true })); }"""
CHOSEN = """() => [...document.querySelectorAll("main :is(input, select)")].map(one => /^(radio|checkbox)$/.test(one.type) ? one.checked : one.value)"""
PAGES = {
    "which-ask-a": "one => one.querySelector('input').click() || one.querySelector('[data-part=check]').click()",
    "who-can-do-it-a": "one => [...one.querySelectorAll('[data-row] input')].map(input => input.click()) && one.querySelector('[data-part=check]').click()",
    "embed/which-ask-a": "one => one.querySelector('input').click() || one.querySelector('[data-part=check]').click()",
    "before-you-send": "one => one.querySelector('input').click()",
    "embed/before-you-send": "one => one.querySelector('input').click()",
    "who-should-i-ask": "() => document.querySelector('[name=type]').click()",
    "practice": "one => one.querySelector('input').click()",
    "my-people-map": "() => document.querySelector('main input[type=checkbox]').click()",
}


@pytest.mark.parametrize("left", ["by a link", "in another way"])
def test_a_menu_that_was_open_is_shut_and_the_page_takes_taps(visit, address, left):
    page = visit(f"{address}/how-asking-works.html")
    page.get_by_role("button", name=WORDS["menu"]).click()
    if left == "by a link":
        page.get_by_role("navigation").get_by_role(
            "link", name="People you know", exact=True
        ).click()
        page.wait_for_url("**/my-people-map.html")
        page.goto(f"{address}/how-asking-works.html")
    page.evaluate(RESET)

    expect(page.locator("#__drawer")).not_to_be_checked()
    expect(page.locator("[inert]")).to_have_count(0)
    expect(page.get_by_role("button", name=WORDS["menu"])).to_have_attribute(
        "aria-expanded", "false"
    )


def test_a_search_stays_with_what_was_asked_however_late_a_browser_empties_fields(visit, address):
    page = visit(f"{address}/index.html")
    page.evaluate("() => history.replaceState({ query: 'reference' }, '')")
    page.evaluate(BACK)
    expect(page.locator(".md-search__input")).to_be_focused()
    page.evaluate(LATE)

    expect(page.locator("#__search")).to_be_checked()
    expect(page.locator(".md-search__input")).to_have_value("reference")


@pytest.mark.parametrize("name", PAGES)
def test_what_is_chosen_after_coming_back_is_chosen_still(visit, address, name):
    page = visit(f"{address}/{name}.html")
    page.evaluate(BACK)
    page.locator(".ra-item:visible, section.ra-form").first.evaluate(PAGES[name])
    chosen = page.evaluate(CHOSEN)
    page.evaluate(LATE)

    assert True in chosen
    assert page.evaluate(CHOSEN) == chosen


@pytest.mark.parametrize("name", PAGES)
def test_what_was_chosen_is_chosen_still(visit, address, name):
    page = visit(f"{address}/{name}.html")
    page.locator(".ra-item:visible, section.ra-form").first.evaluate(PAGES[name])
    before = (page.evaluate(CHOSEN), page.evaluate("location.href"))
    page.evaluate(RESET)
    page.wait_for_function(
        f"before => JSON.stringify(({CHOSEN})()) === JSON.stringify(before)", arg=before[0]
    )

    expect(page).to_have_url(before[1])


@pytest.mark.parametrize(("name", "field"), [("item-bank", "words"), ("who-can-help", "group")])
def test_a_list_stays_as_narrow_as_it_was(visit, address, name, field):
    page = visit(f"{address}/{name}.html")
    page.evaluate(TYPE, [field, "get-ready" if field == "group" else "hotel"])
    before = (page.evaluate(CHOSEN), page.locator("[data-shown]:visible").count())
    page.evaluate(RESET)
    page.wait_for_function(
        f"before => JSON.stringify(({CHOSEN})()) === JSON.stringify(before)", arg=before[0]
    )

    expect(page.locator("[data-shown]:visible")).to_have_count(before[1])


@pytest.mark.parametrize("name", ["before-you-send", "embed/before-you-send"])
def test_a_mark_changes_its_own_line_and_no_other(visit, address, name):
    page = visit(f"{address}/{name}.html#view=all")
    lines = page.locator("right-ask-check [data-item]")
    for number in range(3):
        lines.nth(number).locator("input").first.check()
    page.evaluate(EMPTY)
    lines.nth(3).locator("input").nth(1).check()

    expect(page).to_have_url(re.compile(r"check=([^.]+\.){4}[^.]+$"))
    expect(page.locator("right-ask-check :checked")).to_have_count(4)


def test_a_tick_changes_its_own_kind_and_no_other(visit, address):
    page = visit(f"{address}/who-should-i-ask.html")
    ticks = page.locator("[name=type]")
    ticks.nth(0).check()
    page.evaluate(EMPTY)
    ticks.nth(1).check()

    expect(page.locator("[name=type]:checked")).to_have_count(2)


def test_what_was_marked_before_the_script_came_is_kept(visit, address):
    page = visit(f"{address}/about.html")
    held = []

    def hold(route):
        held.append(route)

    page.route("**/credibility*.js", hold)
    page.goto(f"{address}/before-you-send.html", wait_until="commit")
    lines = page.locator("right-ask-check [data-item]")
    lines.nth(1).locator("input").first.check()
    held[0].continue_()
    expect(page.locator("[data-part=show]")).to_be_visible()
    lines.nth(0).locator("input").first.check()

    expect(page).to_have_url(re.compile(r"#check=([^.]+\.){2}[^.]+$"))


@pytest.mark.parametrize(
    ("name", "place", "said"),
    [("practice", "practice", "stopped"), ("my-people-map", "people", "saved")],
)
def test_what_was_saved_elsewhere_meanwhile_is_not_written_over(visit, address, name, place, said):
    page = visit(f"{address}/{name}.html")
    page.locator("[data-part=save]").click()
    page.evaluate("(name) => localStorage.setItem(`right-ask:${name}`, '[]; round=')", place)
    page.evaluate(RESET)

    expect(page.locator(f"[data-part={said}]")).to_have_text(
        page.locator("[data-part=saved]").get_attribute("data-elsewhere")
    )


@pytest.mark.parametrize(
    ("name", "act"),
    [(name, PAGES[name]) for name in ("which-ask-a", "before-you-send", "who-should-i-ask")],
)
def test_a_link_to_a_part_of_the_page_leaves_the_answers_in_the_address(visit, address, name, act):
    page = visit(f"{address}/{name}.html")
    page.locator(".ra-item:visible, section.ra-form").first.evaluate(act)
    answered = page.evaluate("location.href")
    page.locator(".md-skip").press("Enter")
    page.wait_for_function("url => location.href === url", arg=answered)
    page.reload()

    assert page.evaluate(CHOSEN).count(True) == 1
    expect(page).to_have_url(answered)

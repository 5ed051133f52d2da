"""Pages after a translation by the browser, which puts each piece of text into elements of its own and may turn the page."""

import pytest
from made import words
from playwright.sync_api import expect

QUIZ = words("quiz")
WORDS = words("content")
TRANSLATE = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT,
    one => one.data.trim() && !one.parentElement.closest("script, style, textarea, option, svg") ? 1 : 3);
  const found = [];
  while (texts.nextNode()) found.push(texts.currentNode);
  for (const text of found) {
    const outer = document.createElement("font");
    text.replaceWith(outer);
    outer.appendChild(document.createElement("font")).append(text);
  }
}"""


@pytest.fixture
def translated(visit, address):
    def open_page(name, **settings):
        page = visit(f"{address}/{name}.html", **settings)
        page.evaluate(TRANSLATE)
        return page

    return open_page


def tap(page, selector):
    """Press where a finger would: on the innermost element."""
    page.locator(f"{selector} font font").first.evaluate("one => one.click()")


def test_a_message_is_copied_and_changed(translated):
    page = translated("what-to-write")
    tap(page, "[data-part=copy]")
    expect(page.locator("[data-part=status]").first).not_to_be_empty()
    tap(page, "[data-part=change]")

    expect(page.locator("right-ask-message textarea")).to_be_focused()


@pytest.mark.parametrize(
    "name", ["which-ask-a", "who-can-do-it-a", "practice", "embed/which-ask-a"]
)
def test_a_question_is_answered_and_explained(translated, name):
    page = translated(name)
    item = page.locator(".ra-item:visible").first
    for label in item.locator("label").all():
        label.locator("font font").first.evaluate("one => one.click()")
    item.locator("[data-part=check] font font").first.evaluate("one => one.click()")

    expect(item.locator("[data-part=status]")).not_to_be_empty()
    expect(item.locator("input:enabled")).to_have_count(0)


def test_who_should_i_ask_answers(translated):
    page = translated("who-should-i-ask")
    tap(page, "[data-part=ties] label")
    tap(page, "[data-part=go]")
    expect(page.locator("[data-part=offers] [data-part=title]")).to_be_focused()
    tap(page, "[data-part=offers] li[data-ask]")

    expect(page.locator("[data-answer]:visible")).to_have_count(1)


def test_before_you_send_judges_and_is_cleared(translated):
    page = translated("before-you-send")
    for line in page.locator("right-ask-check [data-item]").all():
        line.locator("label font font").first.evaluate("one => one.click()")
    tap(page, "[data-part=show]")
    expect(page.locator("[data-part=status]").first).not_to_be_empty()
    tap(page, "[data-part=clear]")

    expect(page.locator("right-ask-check :checked")).to_have_count(0)


def test_a_person_goes_on_the_map_and_off_again(translated):
    page = translated("my-people-map")
    page.locator("#person").fill("Ann")
    tap(page, "main label.ra-option")
    tap(page, "form .ra-button")
    expect(page.locator(".ra-person")).to_have_count(1)
    page.locator(".ra-person svg").click()

    expect(page.locator(".ra-person")).to_have_count(0)


def test_lists_are_narrowed_and_what_to_paste_is_copied(translated):
    page = translated("who-can-help")
    page.locator("#filter-group").select_option(index=1)
    tap(page, "[data-part=clear]")
    expect(page.locator("#filter-group")).to_have_value("")
    page = translated("put-it-on-your-site")
    tap(page, "label:has([value=canvas])")
    tap(page, "[data-part=ways] [data-part=copy]")

    expect(page.locator("[data-part=ways] [role=status]")).not_to_be_empty()


def test_menu_search_and_steps_work(translated):
    page = translated("how-asking-works")
    tap(page, ".ra-tool--menu")
    tap(page, ".ra-nav__close")
    expect(page.locator("#__drawer")).not_to_be_checked()
    page = translated("embed/which-ask-a")
    tap(page, "[data-part=next]")

    expect(page.locator("[data-now]")).to_have_attribute(
        "data-item", page.locator(".ra-item").nth(1).get_attribute("data-item")
    )


@pytest.mark.parametrize("width", [390, 1280])
def test_a_page_that_is_turned_reads_from_right_to_left_and_is_not_too_wide(visit, address, width):
    page = visit(f"{address}/index.html", width=width)
    for name in ("index", "who-can-help", "which-ask-a"):
        page.goto(f"{address}/{name}.html")
        page.evaluate("document.documentElement.dir = 'rtl'")

        assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", ["which-ask-a", "embed/which-ask-a"])
def test_where_one_reads_from_right_to_left_the_arrows_to_the_next_question_turn(
    visit, address, name
):
    page = visit(f"{address}/{name}.html")
    ways = []
    for way in ("ltr", "rtl"):
        page.evaluate("way => { document.documentElement.dir = way }", way)
        arrow = page.locator("[data-part=next]").first
        ways.append(arrow.evaluate("one => new DOMMatrix(getComputedStyle(one).transform).a"))

    assert ways == [1, -1]

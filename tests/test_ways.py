"""The ways that people walk on a phone, counted in taps, and the menus that lead them."""

import pytest
import yaml
from conftest import ROOT
from made import words
from playwright.sync_api import expect

WORDS = words("content")
SECTIONS = [
    one
    for one in yaml.safe_load((ROOT / "content/guide.yml").read_text("utf-8"))["sections"]
    if "title" in one and one.get("place") != "footer"
]
BAR = [one["title"] for one in SECTIONS]


@pytest.fixture(scope="module")
def guide(site):
    """Each page of the guide that stands in a frame of the theme, by name."""
    pages = {path.stem: path.read_text("utf-8") for path in site.glob("*.html")}
    return {name: text for name, text in pages.items() if "ra-sections" in text}


def test_every_page_has_the_same_sections_on_top(visit, address, guide):
    page = visit(f"{address}/index.html", width=1300)
    wrong = {}
    for name in guide:
        page.goto(f"{address}/{name}.html")
        bar = page.get_by_role("navigation", name=WORDS["sections"]).get_by_role("link")
        if bar.all_inner_texts() != BAR:
            wrong[name] = bar.all_inner_texts()

    assert wrong == {}


def test_every_page_but_home_and_those_of_the_footer_says_where_it_is(visit, address, guide):
    footer = yaml.safe_load((ROOT / "content/guide.yml").read_text("utf-8"))["sections"][-1]
    page = visit(f"{address}/index.html", width=1300)
    lost = []
    for name in sorted(guide.keys() - {"index", "404", *footer["pages"]}):
        page.goto(f"{address}/{name}.html")
        bar = page.get_by_role("navigation", name=WORDS["sections"]).locator("[aria-current]")
        beside = page.get_by_role("navigation", name="Navigation")
        marked = beside.locator("[aria-current]")
        if bar.count() != 1 or (beside.is_visible() and marked.count() != 1):
            lost.append(name)
        elif beside.is_visible():
            expect(marked).to_be_in_viewport()

    assert lost == []


def test_a_menu_beside_a_page_has_nine_entries_at_most(visit, address, guide):
    page = visit(f"{address}/index.html", width=1300)
    long = {}
    for name in guide:
        page.goto(f"{address}/{name}.html")
        count = page.locator("#ra-nav a:visible").count()
        if count > 9:
            long[name] = count

    assert long == {}


def test_no_two_pages_have_one_title(guide):
    titles = [text.split("<title>", 1)[1].split("</title>", 1)[0] for text in guide.values()]

    assert sorted(titles) == sorted(set(titles))


def test_the_menus_of_the_guide_lie_outside_of_the_page_itself(visit, address):
    page = visit(f"{address}/family-friends.html", width=1300)

    expect(page.get_by_role("navigation", name="Navigation")).to_be_visible()
    expect(page.locator("main nav").filter(has_not_text="On this page")).to_have_count(0)


@pytest.mark.parametrize("opener", ["menu", "search"])
def test_back_closes_what_lies_over_the_page(visit, address, opener):
    page = visit(f"{address}/index.html")
    page.goto(f"{address}/research.html")
    name = WORDS["menu"] if opener == "menu" else "Search"
    page.get_by_role("button", name=name, exact=True).click()
    panel = page.locator("#ra-nav" if opener == "menu" else ".md-search__inner")
    expect(panel).to_be_visible()
    page.go_back()
    expect(panel).to_be_hidden()
    assert page.url.endswith("/research.html")
    page.go_back()

    page.wait_for_url("**/index.html")


def test_a_menu_that_was_closed_leaves_no_step_behind(visit, address):
    page = visit(f"{address}/index.html")
    page.goto(f"{address}/research.html")
    page.get_by_role("button", name=WORDS["menu"]).click()
    page.keyboard.press("Escape")
    expect(page.locator("#ra-nav")).to_be_hidden()
    page.wait_for_function("!history.state?.open")
    page.go_back()

    page.wait_for_url("**/index.html")


@pytest.mark.parametrize("width", [390, 1300])
def test_back_from_a_result_finds_the_search_as_it_was(visit, address, width):
    page = visit(f"{address}/research.html", width=width)
    if width == 390:
        page.get_by_role("button", name="Search").click()
    field = page.get_by_role("textbox", name="Search")
    field.click()
    field.press_sequentially("reference")
    results = page.locator(".md-search-result__link:visible")
    results.first.click()
    page.wait_for_url(lambda url: "research" not in url)
    page.go_back()

    expect(field).to_have_value("reference")
    expect(results.first).to_be_visible()

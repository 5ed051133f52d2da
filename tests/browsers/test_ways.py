"""The ways that people walk on a phone, counted in taps, and the menus that lead them."""

import re

import pytest
from conftest import ROOT
from made import read_yaml, words
from playwright.sync_api import expect
from served import close, watched

WORDS = words("content")
QUIZ = words("quiz")
SECTIONS = [
    one
    for one in read_yaml(ROOT / "content/guide.yml")["sections"]
    if "title" in one and one.get("place") != "footer"
]
BAR = [one["title"] for one in SECTIONS]
MENUS = """async (sections) => {
  const shown = (all) => [...all].filter((one) => one.checkVisibility({ visibilityProperty: true }));
  const bar = document.querySelector(`nav[aria-label="${sections}"]`), beside = document.querySelector("#ra-nav nav");
  // The mark of a long menu is brought into view once the page is there.
  const reached = (mark) => new Promise((done) => {
    new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && done(true)).observe(mark);
    setTimeout(done, 10000, false);
  });
  return {
    bar: shown(bar.querySelectorAll("a")).map((one) => one.innerText),
    marked: shown(bar.querySelectorAll("[aria-current]")).length,
    beside: shown(beside.querySelectorAll("a")).length,
    here: await Promise.all(shown(beside.querySelectorAll("[aria-current]")).map(reached)),
  };
}"""


@pytest.fixture(scope="module")
def guide(site):
    """Each page of the guide that stands in a frame of the theme, by name."""
    pages = {path.stem: path.read_text("utf-8") for path in site.glob("*.html")}
    return {name: text for name, text in pages.items() if "ra-sections" in text}


@pytest.fixture(scope="module")
def menus(browser, address, guide):
    """What the menus of each page are on a desk: every page is opened once for all that is asked of them."""
    found = {}
    with watched(browser) as visit:
        page = visit(f"{address}/index.html", width=1300)
        for name in sorted(guide):
            page.goto(f"{address}/{name}.html")
            found[name] = page.evaluate(MENUS, WORDS["sections"])
    return found


def test_every_page_has_the_same_sections_on_top(menus):
    assert {name: one["bar"] for name, one in menus.items() if one["bar"] != BAR} == {}


def test_every_page_but_home_and_those_of_the_footer_says_where_it_is(menus):
    footer = read_yaml(ROOT / "content/guide.yml")["sections"][-1]
    placed = menus.keys() - {"index", "404", *footer["pages"]}
    beside = {name for name in placed if menus[name]["beside"]}

    assert len(beside) > 40
    assert {name for name in placed if menus[name]["marked"] != 1} == set()
    assert {name for name in beside if menus[name]["here"] != [True]} == set()


def test_a_menu_beside_a_page_has_nine_entries_at_most(menus):
    assert {name: one["beside"] for name, one in menus.items() if one["beside"] > 9} == {}


def test_no_two_pages_have_one_title(guide):
    titles = [text.split("<title>", 1)[1].split("</title>", 1)[0] for text in guide.values()]

    assert sorted(titles) == sorted(set(titles))


def test_the_menus_of_the_guide_lie_outside_of_the_page_itself(visit, address):
    page = visit(f"{address}/family-friends.html", width=1300)

    expect(page.get_by_role("navigation", name="Navigation")).to_be_visible()
    expect(page.locator("main nav").filter(has_not_text="On this page")).to_have_count(0)


@pytest.mark.parametrize(
    ("opener", "shut"),
    [
        ("menu", lambda page: page.go_back()),
        ("search", lambda page: page.go_back()),
        ("menu", close),
        ("search", close),
    ],
    ids=["the menu by Back", "the search by Back", "the menu by Escape", "the search by Escape"],
)
def test_what_lies_over_the_page_is_one_step_that_goes_as_it_is_closed(
    visit, address, opener, shut
):
    page = visit(f"{address}/index.html")
    page.goto(f"{address}/research.html")
    button = page.locator(f"header .ra-tool--{opener}")
    button.click()
    panel = page.locator("#ra-nav" if opener == "menu" else ".md-search__inner")
    expect(panel).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    shut(page)
    expect(panel).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    if shut == close:
        expect(button).to_be_focused()
    expect(page).to_have_url(f"{address}/research.html")
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


def test_a_search_that_finds_nothing_offers_the_doors(visit, address):
    page = visit(f"{address}/research.html")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("textbox", name="Search").press_sequentially("xyzzyx")
    page.get_by_role("dialog").get_by_role("link", name=WORDS["door_no_one"]).click()

    page.wait_for_url("**/common-problems.html#no-one-to-ask")


REFERENCE = "A reference"
REFERRAL = "A referral at their company"
WAYS = ["by tap", "by keyboard", "without scripts"]


@pytest.fixture(params=WAYS)
def walk(request, visit, address):
    """The home page on a phone, a way to follow its links, and whether scripts run."""
    scripts = request.param != "without scripts"
    page = visit(f"{address}/index.html", java_script_enabled=scripts)
    page.taps = 0

    def follow(link):
        page.taps += 1
        link.focus()
        link.press("Enter") if request.param == "by keyboard" else link.click()

    return page, follow, scripts


def test_whoever_has_family_only_reads_at_once_who_can_be_a_reference(walk):
    page, follow, _ = walk
    follow(page.get_by_role("link", name=REFERENCE).first)
    family = page.locator(".ra-who__type", has=page.get_by_role("link", name="Family and friends"))
    expect(family.first).to_contain_text(WORDS["verdict_cannot"])
    follow(page.get_by_role("link", name="More about this: References"))

    expect(page.get_by_role("heading", name="I only have family")).to_be_in_viewport()
    assert page.taps == 2


def test_from_home_to_the_message_for_a_referral_it_takes_two_taps(walk):
    page, follow, scripts = walk
    follow(page.get_by_role("link", name=REFERRAL).first)
    message = page.locator("right-ask-message").first
    expect(message.locator("blockquote")).to_contain_text("referrals from staff")
    if scripts:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        follow(message.get_by_role("button", name=WORDS["message_copy"]))
        expect(message.get_by_role("status")).to_have_text(WORDS["message_copied"])

    assert page.taps <= 3


def test_whoever_knows_nobody_has_a_first_message_after_one_tap(walk):
    page, follow, _ = walk
    follow(page.get_by_role("link", name=WORDS["door_no_one"]).first)
    page.wait_for_url("**/common-problems.html#no-one-to-ask")
    message = page.locator("right-ask-message").first
    message.scroll_into_view_if_needed()

    expect(message.locator("blockquote")).to_be_in_viewport()
    assert page.taps == 1


@pytest.mark.parametrize("folder", ["", "es/"])
def test_whoever_knows_nobody_for_a_reference_sees_at_once_where_to_find_one(
    visit, address, folder
):
    planner = f"{address}/{folder}who-should-i-ask.html#type=family-friends&ask=work-reference"
    page = visit(planner)
    page.locator("[data-answer=work-reference] a[href$='#no-one-to-ask']").click()
    page.wait_for_url("**/common-problems.html#no-one-to-ask")
    way = page.locator("a[href$='references.html#only-family']").first

    expect(way).to_be_in_viewport()
    way.click()
    expect(page.locator("#only-family")).to_be_in_viewport()


def test_a_heading_that_a_door_leads_to_has_no_ring_as_if_it_were_wrong(walk):
    page, follow, _ = walk
    follow(page.get_by_role("link", name=WORDS["door_need"]).first)
    heading = page.locator("#from-an-ask")
    expect(heading).to_be_in_viewport()

    expect(heading).to_have_css("outline-style", "none")


def test_a_set_of_eight_is_begun_with_one_tap(walk):
    page, follow, scripts = walk
    follow(page.get_by_role("link", name=WORDS["try_more"]))
    if scripts:
        first = page.locator(".ra-item:visible").first
        expect(first).to_be_in_viewport()
        expect(first.locator("input").first).to_be_enabled()
    else:
        expect(page.get_by_role("heading", name=WORDS["quizzes_title"])).to_be_visible()

    assert page.taps == 1


def test_a_counselor_has_the_text_to_paste_after_four_taps(walk):
    page, follow, scripts = walk
    follow(page.get_by_role("link", name=WORDS["counselors_link"]))
    follow(page.get_by_role("main").get_by_role("link", name="Put it on your site").first)
    if scripts:
        page.get_by_role("radio", name=QUIZ["embed_moodle"]).check()
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.taps += 1
        follow(page.get_by_role("button", name=QUIZ["copy_text"]).locator("visible=true").first)
        assert page.evaluate("navigator.clipboard.readText()").startswith("<iframe")
    else:
        expect(page.locator("textarea").first).to_have_value(re.compile("which-kind-a.html"))

    assert page.taps <= 4

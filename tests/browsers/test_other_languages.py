"""A site in two languages, of which one runs from right to left and takes half as much room again."""

import shutil

import pytest
from foreign import make_arabic
from made import ADDRESS, copy_project
from playwright.sync_api import expect
from served import LOOKS, ROOT, serving, violations

from build_tools.publish.site import publish
from build_tools.read.settings import SITE_URL

PAGES = [
    "index", "know-your-work", "linkedin", "ask-names", "who-should-i-ask", "who-can-help", "my-people-map", "before-you-send", "practice", "which-ask-a",
    "who-can-do-it-a", "session-ten-minutes", "what-to-write", "put-it-on-your-site", "embed/which-ask-a",
    "embed/who-can-do-it-a", "embed/who-should-i-ask", "embed/before-you-send", "present/which-ask-a", "paper/who-can-help",
]  # fmt: skip
UNTRANSLATED = ("content/contact-types/social-life.po", "content/pages/linkedin.md")
WIDER = """() => {
  const width = document.documentElement.clientWidth;
  return [...document.querySelectorAll("main *, header *, nav *")].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width && (box.left < -1 || box.right > width + 1) && !one.closest(".md-typeset__scrollwrap, .ra-table, [class*=hidden], .ra-side--drawer, .ra-side--nav, .md-search, .ra-hidden, .md-skip, [data-md-component=skip]");
  }).map((one) => one.outerHTML.slice(0, 120));
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The guide with an edition beside it that a machine made, built as one site."""
    root = copy_project(tmp_path_factory.mktemp("languages") / "project", editions=False)
    shutil.copytree(ROOT / "build_tools", root / "build_tools")
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    make_arabic(root)
    for path in UNTRANSLATED:
        (root / "content/editions/ar" / path).unlink()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SITE_URL, ADDRESS)
        return publish(root)


@pytest.fixture(scope="module")
def address(site):
    with serving(site) as port:
        yield f"http://127.0.0.1:{port}"


def test_both_languages_have_the_same_pages(site):
    theirs, ours = (
        {one.relative_to(folder).as_posix() for one in folder.rglob("*.html")}
        for folder in (site / "ar", site)
    )

    assert theirs == {one for one in ours if not one.startswith("ar/")}


def test_a_page_names_itself_in_each_language_to_search_engines(site):
    ours, theirs = ((site / path).read_text("utf-8") for path in ("about.html", "ar/about.html"))
    links = [
        f'<link rel="alternate" hreflang="{tag}" href="{ADDRESS}{folder}about.html">'
        for tag, folder in [("en", ""), ("x-default", ""), ("ar", "ar/")]
    ]

    assert [link in text for text in (ours, theirs) for link in links] == [True] * 6
    assert f'<link rel="canonical" href="{ADDRESS}ar/about.html">' in theirs


def test_the_way_to_another_language_keeps_the_page_and_the_answers(visit, address):
    page = visit(f"{address}/which-ask-a.html")
    item = page.locator(".ra-item").first
    item.locator("label").first.click()
    item.locator("[data-part=check]").click()
    page.wait_for_function("() => location.hash.length > 1")
    answers = page.evaluate("location.hash")
    page.get_by_role("link", name="العربية").first.click()
    page.wait_for_url(f"{address}/ar/which-ask-a.html#**")

    assert page.evaluate("document.documentElement.lang") == "ar"
    assert page.evaluate("location.hash") == answers
    expect(page.locator(".ra-item").first.locator("input:checked")).to_have_count(1)
    expect(page.get_by_role("link", name="English").first).to_have_attribute(
        "href", "../which-ask-a.html"
    )


@pytest.mark.parametrize(("width", "rules"), [(320, ()), (1300, LOOKS)])
def test_pages_from_right_to_left_are_whole_and_turned(visit, address, width, rules):
    page = visit(f"{address}/ar/index.html", width=width)
    for name in PAGES:
        page.goto(f"{address}/ar/{name}.html")

        assert page.evaluate("getComputedStyle(document.body).direction") == "rtl", name
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert (name, page.evaluate(WIDER)) == (name, [])
        assert (name, violations(page, rules)) == (name, [])


def test_the_way_to_another_language_leaves_the_name_of_the_guide_whole(visit, address):
    page = visit(f"{address}/index.html", width=320)
    words = page.locator(".ra-brand__name").evaluate(
        """(name) => name.textContent.trim().split(/\\s+/).map((word, at, all) => {
          const range = document.createRange(), start = name.firstChild.data.indexOf(word);
          range.setStart(name.firstChild, start);
          range.setEnd(name.firstChild, start + word.length);
          return range.getClientRects().length;
        })"""
    )

    assert words == [1, 1, 1]
    expect(page.locator(".ra-tool--menu")).to_have_accessible_name("Menu")


STEPS = """(turned) => [...document.querySelectorAll("header :is(a, button, input)")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .map((one) => one.getBoundingClientRect())
  .map((box) => turned ? innerWidth - box.right : box.left)"""


@pytest.mark.parametrize("width", [320, 390, 1000, 1300])
@pytest.mark.parametrize("folder", ["", "ar/"])
def test_tab_goes_through_the_header_as_the_eye_does(visit, address, width, folder):
    page = visit(f"{address}/{folder}research.html", width=width)
    page.locator(".ra-tool--language").wait_for()
    steps = page.evaluate(STEPS, folder == "ar/")

    assert len(steps) >= 4
    assert steps == sorted(steps)


def test_what_nobody_has_translated_says_its_language(visit, address):
    page = visit(f"{address}/ar/social-life.html")
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    expect(page.locator(".ra-statement p").first).to_have_attribute("lang", "en")
    expect(page.locator("h1[lang=en]")).to_have_text("People from your social life")

    page.goto(f"{address}/ar/linkedin.html")
    expect(page.locator("article [lang=en] h2")).not_to_have_count(0)
    page.goto(f"{address}/ar/know-your-work.html")
    expect(page.locator(".ra-statement[lang=en], .ra-statement [lang=en]")).to_have_count(0)


def test_what_points_on_points_to_the_left(visit, address):
    page = visit(f"{address}/ar/embed/which-ask-a.html")
    boxes = [
        page.locator(f"[data-part={part}]").first.bounding_box() for part in ("previous", "next")
    ]

    assert boxes[0]["x"] > boxes[1]["x"]


def test_what_comes_next_on_the_screen_of_a_room_is_on_the_left(visit, address):
    page = visit(f"{address}/ar/present/which-ask-a.html", width=1300)
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("() => location.hash === '#q1'")
    page.keyboard.press("ArrowRight")

    page.wait_for_function("() => location.hash === '#start'")


def test_the_search_finds_words_of_the_language(visit, address):
    page = visit(f"{address}/ar/index.html", width=1300)
    word = page.locator("h1").first.inner_text().split()[-1].strip("؟?.,")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill(word)

    expect(page.locator(".md-search-result__item").first).to_be_visible()

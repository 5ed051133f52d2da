"""The one style sheet that all pages share: nothing looks different without what is left out, and a first visit is light."""

import gzip
from pathlib import Path

import material
import pytest
from conftest import ROOT
from made import words
from test_site import TEMPLATES

WORDS = words("content")
THEME = Path(material.__file__).parent / "templates/assets/stylesheets"
OURS = ("quiz/shared/colors.css", "content/theme/assets/stylesheets/right-ask.css")
LOOKS = """() => [...document.querySelectorAll("*")].map((one) => {
  let sum = 0;
  for (const part of [null, "::before", "::after"]) {
    const style = getComputedStyle(one, part);
    if (part && style.content === "none") continue;
    for (let looks = style.cssText, at = 0; at < looks.length; at += 1) sum = (sum * 31 + looks.charCodeAt(at)) | 0;
  }
  return `${one.tagName}.${one.classList[0] || ""} ${sum}`;
})"""
PAGES = [*TEMPLATES, "my-people-map", "before-you-send", "put-it-on-your-site"]


def opened(page, panel, width):
    if panel == "menu" and width < 1220:
        page.get_by_role("button", name=WORDS["menu"]).click()
    if panel == "search":
        if width < 960:
            page.get_by_role("button", name="Search").click()
        page.get_by_role("textbox", name="Search").press_sequentially("reference")
        page.locator(".md-search-result__link:visible").first.wait_for()


@pytest.fixture(scope="module")
def looks(browser, address):
    """Return how each element of a page looks, with the sheet as it is or with the whole sheets in its place."""
    whole = [next(THEME.glob(f"{name}.*.css")).read_text("utf-8") for name in ("main", "palette")]
    ours = [(ROOT / path).read_text("utf-8") for path in OURS]
    body = "\n".join((*whole, *ours))

    def seen(name, width, scheme, panel, *, pruned):
        viewport = {"width": width, "height": 844}
        context = browser.new_context(
            viewport=viewport, color_scheme=scheme, reduced_motion="reduce"
        )
        context.route("**/fonts/*", lambda route: route.abort())
        if not pruned:
            sheet = {"body": body, "content_type": "text/css"}
            context.route("**/site.*.css", lambda route: route.fulfill(**sheet))
        page = context.new_page()
        page.goto(f"{address}/{name}.html")
        opened(page, panel, width)
        page.wait_for_timeout(100)
        found = page.evaluate(LOOKS)
        context.close()
        return found

    return seen


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1300, "dark")])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_with_the_whole_sheets_of_the_theme(looks, name, width, scheme):
    found = looks(name, width, scheme, None, pruned=True)
    whole = looks(name, width, scheme, None, pruned=False)

    assert [pair for pair in zip(found, whole, strict=True) if pair[0] != pair[1]] == []


@pytest.mark.parametrize(("panel", "width"), [("menu", 390), ("search", 390), ("search", 1300)])
def test_so_do_menu_and_search(looks, panel, width):
    found = looks("research", width, "light", panel, pruned=True)
    whole = looks("research", width, "light", panel, pruned=False)

    assert [pair for pair in zip(found, whole, strict=True) if pair[0] != pair[1]] == []


@pytest.fixture(scope="module")
def visited(browser, address, site):
    """Return the size of each file that a first visit of a page on a phone loads, compressed as hosts do, by address."""

    def first_visit(name):
        context = browser.new_context(viewport={"width": 390, "height": 844})
        page = context.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}/{name}.html")
        page.wait_for_load_state("networkidle")
        context.close()
        files = {
            url: site / url.removeprefix(f"{address}/") for url in asked if url.startswith("http")
        }
        return {url: _size(path) for url, path in files.items()}

    return first_visit


def _size(path):
    data = path.read_bytes()
    return len(data) if path.suffix in (".woff2", ".png") else len(gzip.compress(data, 9))


def test_a_first_visit_of_the_home_page_takes_eight_files_and_fifty_thousand_bytes(visited):
    loaded = visited("index")

    assert len(loaded) <= 8
    assert sum(loaded.values()) <= 50_000


@pytest.mark.parametrize("name", PAGES)
def test_a_first_visit_of_another_page_takes_sixty_thousand_bytes_at_most(visited, name):
    assert sum(visited(name).values()) <= 60_000


def test_a_first_visit_of_practice_takes_ninety_thousand_bytes_at_most(visited):
    assert sum(visited("practice").values()) <= 90_000

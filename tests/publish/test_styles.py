"""The style sheet that a page waits for, and the one behind it: nothing looks different without the rest, and a first visit is light."""

import functools
import gzip
import re
from pathlib import Path

import material
import pytest
from conftest import ROOT
from made import words
from pages import TEMPLATES

from build_tools.write import minified

WORDS = words("content")
THEME = Path(material.__file__).parent / "templates/assets/stylesheets"
OURS = ("quiz/shared/colors.css", "content/theme/assets/stylesheets/right-ask.css")
LOOKS = """async () => {
  const elements = [...document.querySelectorAll("*")].filter((one) => one.localName !== "link");
  const own = [];
  const note = (rules) => {
    for (const rule of rules) {
      for (const name of rule.style ?? []) if (!name.startsWith("--") && !own.includes(name)) own.push(name);
      note(rule.cssRules ?? []);
    }
  };
  const values = (one, part) => {
    const style = getComputedStyle(one, part);
    return part && style.content === "none" ? [] : own.map((name) => style.getPropertyValue(name));
  };
  const parts = (one) => one.checkVisibility() ? [null, "::before", "::after"].map((part) => values(one, part)) : [["hidden"]];
  const pruned = [...document.querySelectorAll("link[rel=stylesheet]")];
  await Promise.all(pruned.map((one) => one.sheet || new Promise((done) => { one.onload = done; })));
  const whole = Object.assign(pruned[0].cloneNode(), { media: "not all", href: pruned[0].href.replace("/site", "/whole") });
  const wear = (sheet) => {
    whole.media = sheet === whole ? "" : "not all";
    pruned.forEach((one) => { one.media = sheet === whole ? "not all" : ""; });
    for (const one of document.getAnimations()) one.finish();
    return document.body.offsetHeight;
  };
  await new Promise((done) => { whole.onload = done; pruned[0].after(whole); });
  // Only what the sheets set can differ by them; a browser knows three times as many names.
  note(whole.sheet.cssRules);
  // From here on nothing else runs in the page. Once on and off: some margins are told only after a change.
  wear(whole);
  const [before, after] = [pruned, whole].map((sheet) => wear(sheet) && elements.map(parts));
  return elements.filter((_, at) => String(before[at]) !== String(after[at])).map((one) => {
    const [old, now] = [before, after].map((all) => all[elements.indexOf(one)].flat());
    return [one.outerHTML.slice(0, 60), ...now.flatMap((value, place) => value === old[place] ? [] : [
      `${own[place % own.length]}: ${old[place]} -> ${value}`])].slice(0, 4).join(" | ");
  }).slice(0, 20);
}"""
PAGES = [
    *TEMPLATES,
    "my-people-map",
    "before-you-send",
    "put-it-on-your-site",
    "write-a-question",
    "item-bank-know-your-work",
]
_STYLE = "assets/stylesheets/site"
_HEAD = 760
"""What a page says more where it knows its own address, compressed."""
_CHANGE = 16
"""What a link to the line in an editor takes, compressed: a heading that leads nowhere else may have one."""
_FETCHED = re.compile(
    r'<(?:link rel="(?:stylesheet|preload" as="style)" href|script data-cfasync="false" src|iframe [^>]*src)="([^"]+)"'
)


def opened(page, panel, width):
    if panel == "menu" and width < 1220:
        page.get_by_role("button", name=WORDS["menu"]).click()
    if panel == "search":
        if width < 960:
            page.get_by_role("button", name="Search").click()
        page.get_by_role("textbox", name="Search").press_sequentially("reference")
        page.locator(".md-search-result__link:visible").first.wait_for()


@pytest.fixture(scope="module")
def differing(browser, address, site):
    """Return the elements of pages that look different once the whole sheets are in place of those that they load, by page."""
    shared = [next(THEME.glob(f"{name}.*.css")).read_text("utf-8") for name in ("main", "palette")]
    shared.append(minified.style("".join((ROOT / path).read_text("utf-8") for path in OURS)))
    made = site.parent / ".build/docs/assets"

    def answer(route):
        """Answer with all that pages with these components load while somebody writes them."""
        _, *components = route.request.url.rsplit("/", 1)[-1].split(".")[0].split("-")
        own, name = [], ""
        for part in components:
            name = f"{name}-{part}" if name else part
            if (made / f"{name}.css").is_file():
                own.append((made / f"{name}.css").read_text("utf-8"))
                name = ""
        assert not name
        route.fulfill(body="\n".join((*shared, *own)), content_type="text/css")

    def seen(names, width, scheme, panel=None, media="screen"):
        viewport = {"width": width, "height": 844}
        with browser.new_context(viewport=viewport, color_scheme=scheme) as context:
            context.route("**/fonts/*", lambda route: route.abort())
            context.route("**/whole*.css", answer)
            page = context.new_page()
            page.emulate_media(media=media)
            found = {}
            for name in names:
                page.goto(f"{address}/{name}.html")
                page.locator("#ra-later[rel=stylesheet]").wait_for(state="attached")
                opened(page, panel, width)
                found[name] = page.evaluate(LOOKS)
        return {name: elements for name, elements in found.items() if elements}

    return seen


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1300, "dark")])
def test_a_page_looks_as_with_the_whole_sheets_of_the_theme(differing, width, scheme):
    shared = [name for name in PAGES if name != "404"]  # that one needs no file

    assert differing(shared, width, scheme) == {}


def test_so_it_does_on_paper(differing):
    assert differing([name for name in PAGES if name != "404"], 720, "light", media="print") == {}


def test_a_page_without_a_sheet_is_dark_where_all_others_are(browser, site):
    bare = {
        path.relative_to(site).as_posix(): _text(path)
        for path in site.rglob("*.html")
        if "<style" not in _text(path) and "stylesheet" not in _text(path)
    }
    page = browser.new_page(color_scheme="dark", java_script_enabled=False)
    light = []
    for name, text in bare.items():
        page.goto("about:blank")
        page.set_content(text.replace("http-equiv", "data-off"))
        ink = page.locator("h1").evaluate("(one) => getComputedStyle(one).color")
        light += [name] * (ink != "rgb(255, 255, 255)")
    page.close()

    assert {"404.html", "es/404.html", "credibility.html"} <= bare.keys()
    assert light == []


@pytest.mark.parametrize(("panel", "width"), [("menu", 390), ("search", 390), ("search", 1300)])
def test_so_do_menu_and_search(differing, panel, width):
    assert differing(["research"], width, "light", panel) == {}


@pytest.fixture(scope="module")
def visited(browser, address, site):
    """The size of each file that a first visit of a page on a phone loads, compressed as hosts do, by page and address."""
    phone = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    requests, pages = {name: [] for name in (*PAGES, "practice")}, {}
    for (
        name,
        urls,
    ) in requests.items():  # all at once: a page is done when it has asked for nothing in a while
        pages[name] = phone.new_page()
        pages[name].on("request", lambda request, urls=urls: urls.append(request.url))
        pages[name].goto(f"{address}/{name}.html")
    for page in pages.values():
        page.wait_for_load_state("networkidle")
        page.close()
    return {
        name: {
            url: _size(site / url.removeprefix(f"{address}/"))
            for url in urls
            if url.startswith("http")
        }
        for name, urls in requests.items()
    }


def _size(path):
    data = path.read_bytes()
    return len(data) if path.suffix in (".woff2", ".png") else len(gzip.compress(data, 9))


def test_a_first_visit_of_the_home_page_takes_eight_files_and_fifty_thousand_bytes(visited):
    loaded = visited["index"]

    assert len(loaded) <= 8
    assert sum(loaded.values()) <= 50_000


def _most(path):
    return {"index": 50_000, "practice": 90_000}.get(path.stem, 60_000)


@functools.cache
def _text(path):
    return path.read_text("utf-8")


def _named(path):
    """Return what a first visit fetches on a phone: the page, and what it names."""
    return [path, *(path.parent / name for name in _FETCHED.findall(_text(path)))]


def _visit(path, font):
    """Return how many bytes that are with a mouse, where the site knows its address and that of an editor on the web."""
    text = _text(path)
    links = len(re.findall(r"<h[2-4][^>]*>(?!<a)", text))
    return sum(_packed(one) for one in (font, *_named(path))) + _HEAD + _CHANGE * links


@functools.cache
def _packed(path):
    return _size(path)


def test_it_fetches_what_its_page_names_and_no_more(visited, site):
    fetched = {name: {url.rsplit("/", 1)[-1] for url in urls} for name, urls in visited.items()}
    del fetched["404"]  # that one needs no file
    named = {name: {path.name for path in _named(site / f"{name}.html")} for name in fetched}

    assert {
        name: files ^ named[name] for name, files in fetched.items() if files != named[name]
    } == {}


def test_a_first_visit_of_any_page_is_light_in_both_languages_as_it_is_published(site):
    pages = [
        path for path in (*site.glob("*.html"), *site.glob("es/*.html")) if _STYLE in _text(path)
    ]
    (font,) = site.glob("assets/fonts/*-latin.*.woff2")
    sizes = {str(path.relative_to(site)): (_visit(path, font), _most(path)) for path in pages}

    assert len(pages) > 100
    assert {name: size for name, size in sizes.items() if size[0] > size[1]} == {}


def test_a_page_waits_for_one_style_sheet_and_a_phone_asks_for_no_other_at_first(site):
    pages = [path for path in site.glob("*.html") if _STYLE in _text(path)]
    asked = {path.name: re.findall(r"<link [^>]*css[^>]*>", _text(path)) for path in pages}

    ways = {re.sub(r'href="[^"]*"', "", "".join(links)) for links in asked.values()}
    later = '<link rel="preload" as="style"  media="(min-width:60em)" id="ra-later">'
    assert ways == {f'<link rel="stylesheet" >{later}'}


@pytest.mark.parametrize(("mouse", "fonts"), [(True, 1), (False, 0)])
def test_what_has_no_mouse_shows_a_page_in_its_own_font(browser, address, mouse, fonts):
    fetched = []
    with browser.new_context(has_touch=not mouse, is_mobile=not mouse) as context:
        page = context.new_page()
        page.on("request", lambda request: fetched.append(request.url))
        page.goto(f"{address}/index.html", wait_until="networkidle")

    assert sum(url.endswith(".woff2") for url in fetched) == fonts


def test_that_file_holds_every_sign_of_the_pages_in_both_languages(site):
    style = (ROOT / OURS[1]).read_text("utf-8")
    (ranges,) = re.findall(r"-latin\.woff2[^}]*unicode-range: ([^;]+);", style)
    held = {sign for one in ranges.split(", ") for sign in _signs(*one[2:].split("-"))}
    pages = [*site.glob("*.html"), *site.glob("es/*.html")]
    lacking = {path.name: set(path.read_text("utf-8")) - held - {*"\ufeff\n"} for path in pages}

    assert {name: signs for name, signs in lacking.items() if signs} == {}


def _signs(first, last=None):
    return map(chr, range(int(first, 16), int(last or first, 16) + 1))

"""The oldest browsers that the guide works in: what is newer is taken away here, and the pages are used."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT
from made import project, words
from playwright.sync_api import expect

from build_tools.write.assets import assets
from build_tools.write.render import Templates
from build_tools.write.standalone.file import finished

WORDS = words("quiz")
NEWER = (
    r"\b(light-dark|color-mix|oklch|oklab|lch|lab)\(|:has\(|\d[ds]vh\b|:user-invalid|(?<=: )subgrid"
)
"""What came after spring 2022, as it stands in a style."""
TAKEN_AWAY = """for (const [where, names] of [
    [window, ["structuredClone", "navigation", "CloseWatcher", "scheduler", "Sanitizer"]],
    [Array.prototype, ["at", "findLast", "toSorted", "with"]], [String.prototype, ["at", "isWellFormed"]], [Object, ["hasOwn", "groupBy"]],
    [HTMLElement.prototype, ["inert", "popover", "showPopover"]], [Element.prototype, ["checkVisibility", "setHTML"]],
    [Document, ["startViewTransition"]], [Navigator.prototype, ["clipboard", "userActivation"]],
  ]) for (const name of names) delete where[name];"""
PLACES = {
    "is null": "get: () => null",
    "is not there": "get: () => undefined",
    "refuses": "get: () => { throw new Error('no') }",
    "refuses each call": "value: { getItem() { throw 1 }, setItem() { throw 1 }, removeItem() { throw 1 } }",
    "keeps nothing": "value: { getItem: () => null, setItem() {}, removeItem() {} }",
}


@pytest.fixture
def old(visit, address):
    """Open a page in a browser that knows nothing newer."""

    def open_page(name, **settings):
        settings |= {"bypass_csp": True, "refusals": ["404"], "first": TAKEN_AWAY}
        page = visit(f"{address}/404.html", **settings)
        page.route(re.compile(r"\.(css|html)$"), _without_what_is_newer)
        page.goto(f"{address}/{name}.html")
        return page

    return open_page


def _without_what_is_newer(route):
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub(NEWER, r"unknown-\g<0>", answer.text()))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["which-ask-a", "embed/which-ask-a"])
def test_one_sees_what_is_chosen_and_how_it_is_marked(old, name, scheme):
    page = old(name, scheme=scheme)
    item = page.locator(".ra-item:visible").first
    option, box = item.locator("label").first, item.locator("input").first
    style = "(one, what) => getComputedStyle(one)[what]"
    before = box.evaluate(style, "borderTopWidth")
    background = page.locator("body").evaluate(style, "backgroundColor")
    for one in (option, box):
        assert one.evaluate(style, "borderTopStyle") == "solid"
        assert one.evaluate(style, "borderTopColor") not in (background, "rgba(0, 0, 0, 0)")
    box.check()
    assert float(box.evaluate(style, "borderTopWidth")[:-2]) > float(before[:-2])
    item.locator("[data-part=check]").click()

    marks = item.locator("label .ra-mark")
    plain = item.locator(".ra-stem").evaluate(style, "color")
    assert {mark.evaluate(style, "color") for mark in marks.all()}.isdisjoint({plain})
    assert option.evaluate(style, "backgroundColor") != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_host_may_choose_the_scheme_whatever_the_device_says(old, scheme):
    other = "dark" if scheme == "light" else "light"
    page = old("embed/which-ask-a", scheme=other)
    plain = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.evaluate("scheme => { document.documentElement.style.colorScheme = scheme }", scheme)

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != plain


def test_who_should_i_ask_the_map_and_the_lists_work(old):
    page = old("who-should-i-ask")
    page.locator("[name=type]").first.check()
    page.locator("details:has(li[data-ask]) > summary").first.click()
    page.locator("li[data-ask] a").first.click()
    expect(page.locator("[data-answer]:visible")).to_have_count(1)
    page = old("my-people-map")
    page.locator("#person").fill("Ann")
    page.locator("main [type=checkbox]").first.check()
    page.locator("form .ra-button").click()
    expect(page.locator(".ra-person")).to_be_visible()
    expect(page.locator("#asks")).to_be_visible()
    page = old("who-can-help")
    page.locator("#filter-group").select_option(index=1)
    expect(page.locator("[data-part=clear]")).to_be_visible()


def test_behind_an_open_menu_nothing_is_reached(old):
    page = old("how-asking-works")
    page.locator(".ra-tool--menu").click()
    expect(page.locator(".md-content")).to_be_hidden()
    page.keyboard.press("Escape")

    expect(page.locator(".md-content")).to_be_visible()


@pytest.mark.parametrize("place", PLACES)
def test_practice_and_map_work_where_nothing_can_be_kept_and_say_so(visit, address, place):
    kept = (
        f"Object.defineProperty(window, 'localStorage', {{ {PLACES[place]}, configurable: true }})"
    )
    page = visit(f"{address}/practice.html", first=kept)
    expect(page.locator("[data-part=round] .ra-item")).to_have_count(8)
    page.locator("[data-part=save]").click()
    expect(page.locator("[data-part=saved]")).to_have_text(WORDS["save_failed"])
    page.goto(f"{address}/my-people-map.html")
    page.locator("[data-part=save]").click()

    expect(page.locator("[data-part=saved]")).to_have_text(WORDS["people_save_failed"])


@pytest.mark.parametrize(
    ("name", "lost", "there"),
    [
        ("practice", 'data-part="heading"', "[data-part=all] .ra-item"),
        ("my-people-map", 'data-part="covered"', ".ra-people__table"),
        ("who-should-i-ask", 'data-part="same"', "[data-part=links] a"),
    ],
)
def test_where_a_script_fails_what_is_there_without_it_stays(browser, address, name, lost, there):
    page = browser.new_page()
    page.route("**/*.html", lambda route: _without(route, lost))
    page.goto(f"{address}/{name}.html")

    expect(page.locator(there).first).to_be_visible()
    page.close()


def _without(route, text):
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace(text, ""))


@pytest.mark.node
def test_every_style_that_is_sent_holds_to_the_oldest_browsers(tmp_path):
    styles = {
        Path(path).name: text
        for path, text in assets(Templates(root=ROOT)).items()
        if path.endswith(".css")
    }
    for page in project().standalone.values():
        found = re.search(r"<style>(.*?)</style>", finished(page), re.DOTALL)
        styles.setdefault(f"alone-{len(found[1])}.css", found[1].encode())
    for name, text in styles.items():
        (tmp_path / name).write_bytes(text)
    command = ["node", "node_modules/.bin/stylelint", "--config", "stylelint.config.js"]
    done = subprocess.run(
        [*command, "--config-basedir", ".", "--allow-empty-input", f"{tmp_path}/*.css"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, "")


def test_the_oldest_browsers_are_those_that_the_reasons_name():
    named = json.loads((ROOT / "package.json").read_text("utf-8"))["browserslist"]
    reasons = (ROOT / "docs/decisions/0023-oldest-browsers.md").read_text("utf-8")

    assert named == ["safari 15.4", "ios_saf 15.4", "chrome 100", "firefox 100"]
    assert reasons.startswith("# 23. Safari 15.4, Chrome 100 and Firefox 100 ")

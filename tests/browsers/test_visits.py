"""What all tests of pages stand on: a visit finds the browser as if it were new."""

import pytest
from served import watched

FOUND = """async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length,
  Date.now() > 1e12, (await navigator.permissions.query({ name: "clipboard-read" })).state, innerWidth,
  matchMedia("(prefers-color-scheme: dark)").matches]"""
NOTHING = [0, 0, "", 0, True, "prompt", 390, False]
KEEP = """() => {
  localStorage.a = sessionStorage.a = document.cookie = "a=b";
  return new Promise((done) => Object.assign(indexedDB.open("a"), { onsuccess: () => done(0) }));
}"""


def keep(page):
    page.evaluate(KEEP)
    page.context.new_page().goto(page.url)


@pytest.mark.parametrize(
    "leave",
    [
        keep,
        lambda page: page.context.grant_permissions(["clipboard-read"]),
        lambda page: page.clock.set_fixed_time(0),
    ],
    ids=["what it kept", "what it was allowed", "the time it set"],
)
def test_a_visit_finds_nothing_of_another_one(browser, address, leave):
    for _ in range(2):
        with watched(browser) as visit:
            page = visit(f"{address}/about.html")
            assert page.evaluate(FOUND) == NOTHING
            page.set_viewport_size({"width": 1300, "height": 844})
            page.emulate_media(color_scheme="dark")
            leave(page)

            assert visit(f"{address}/about.html").evaluate(FOUND) == NOTHING

"""What a screen reader says of each component: a simulated one, in a real browser, reads the small project of the tests."""

import functools
from pathlib import Path

import markdown
import pytest
import yaml
from conftest import ROOT, copy_sample
from served import serving

from build_tools.tree import generate_tree

READER = ROOT / "node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js"
PAGE = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Map</title><main>{}</main><script src="assets/people-map.js" defer></script>'
START = """async (selector) => {
  const { virtual } = await import("/reader.js");
  window.reader = virtual;
  await virtual.start({ container: document.querySelector(selector) });
}"""
REST = """async () => {
  do await reader.next(); while (!(await reader.lastSpokenPhrase()).startsWith("end of document"));
  return reader.spokenPhraseLog();
}"""


@pytest.fixture(scope="module")
def sample_pages(tmp_path_factory):
    """The standalone pages of the small project, and its people map, served."""
    folder = tmp_path_factory.mktemp("sample")
    tree = generate_tree(copy_sample(folder / "project"), {})
    print(dir(tree))
    for name, content in tree.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    body = markdown.markdown((folder / "my-people-map.md").read_text("utf-8"), extensions=["md_in_html"])
    (folder / "map.html").write_text(PAGE.format(body), encoding="utf-8")
    with serving(folder) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def reader(browser, sample_pages):
    with browser.new_context(bypass_csp=True) as context:
        def open_page(name):
            page = context.new_page()
            page.route("**/reader.js", lambda route: route.fulfill(path=READER, content_type="text/javascript"))
            page.goto(f"{sample_pages}/{name}")
            return page
        yield open_page


def test_look(reader):
    page = reader("embed/mixed-a.html")
    page.evaluate(START, "[data-item]")
    print("\n".join(page.evaluate(REST)))
    page.evaluate("reader.clearSpokenPhraseLog()")
    page.locator("[data-item] [data-part=check]").first.click()
    page.wait_for_timeout(500)
    print("----- nothing chosen"); print("\n".join(page.evaluate("reader.spokenPhraseLog()")))
    page.evaluate("reader.clearSpokenPhraseLog()")
    page.locator("[data-item] input").first.click()
    page.locator("[data-item] [data-part=check]").first.click()
    page.wait_for_timeout(500)
    print("----- checked"); print("\n".join(page.evaluate("reader.spokenPhraseLog()")))
    page.evaluate("reader.clearSpokenPhraseLog()")
    print("----- again"); print("\n".join(page.evaluate(REST)))
    for name, where in (("embed/sort-a.html", "[data-item]"), ("embed/who-should-i-ask.html", "main"), ("map.html", "main")):
        print("=======", name)
        page = reader(name)
        page.evaluate(START, where)
        print("\n".join(page.evaluate(REST)))
    raise AssertionError

"""What a screen reader says: a simulated one, in a real browser, on pages of the small project of the tests.

It knows no pause between the paragraphs of what is told, and calls what a person has checked “not checked”: it reads attributes.
"""

import markdown
import pytest
from conftest import ROOT, copy_sample
from served import serving

from build_tools.generate import generate_tree

READER = ROOT / "node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js"
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Map</title><main>{}</main>
<script src="assets/people-map.js" defer></script></html>"""
START = """async (selector) => {
  window.reader = (await import("/reader.js")).virtual;
  await reader.start({ container: document.querySelector(selector) });
}"""
READ = """async (selector) => {
  await reader.stop();
  await reader.start({ container: document.querySelector(selector) });
  const said = [await reader.lastSpokenPhrase()];
  for (let next = ""; next !== said[0] && said.length < 300; next = await reader.lastSpokenPhrase()) {
    if (next) said.push(next);
    await reader.next();
  }
  return said;
}"""
# All of it: a page may tell first and move the focus after. Ten turns of its own clock without a word are the end, since
# whatever keeps this machine busy holds that clock up as well.
TOLD = """async () => {
  let said = [];
  const told = () => said.some((one) => one.startsWith("polite:"));
  for (let turn = 0, still = 0; turn < 500 && (still < 10 || !told()); turn += 1) {
    await new Promise((next) => setTimeout(next, 30));
    const now = await reader.spokenPhraseLog();
    still = now.length === said.length ? still + 1 : 0;
    said = [...now];
  }
  return said;
}"""
ITEM = "[data-item]"


class Reader:
    """A page and who reads it aloud."""

    def __init__(self, page, selector):
        self.page, self.selector, self.said = page, selector, []
        page.evaluate(START, selector)

    def note(self, title, phrases):
        self.said += [f"## {title}", "", *phrases, ""]

    def read(self, title):
        """Read from the beginning to the end."""
        self.note(title, self.page.evaluate(READ, self.selector))

    def after(self, title, act):
        """Note what is said once somebody has acted, up to what the page tells."""
        self.page.evaluate("reader.clearSpokenPhraseLog()")
        act()
        self.note(title, self.page.evaluate(TOLD))

    @property
    def text(self):
        return "\n".join(self.said)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Standalone pages of the small project, and its people map, served."""
    folder = tmp_path_factory.mktemp("sample")
    for name, content in generate_tree(copy_sample(folder / "project"), {}).files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    _, _, body = (folder / "my-people-map.md").read_text("utf-8").split("---\n", 2)
    page = PAGE.format(markdown.markdown(body, extensions=["md_in_html"]))
    (folder / "map.html").write_text(page, encoding="utf-8")
    with serving(folder) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def reader(browser, pages):
    """Open a page with a reader who begins at an element of it."""
    # The policy of the page would refuse the reader.
    with browser.new_context(bypass_csp=True, reduced_motion="reduce") as context:

        def start(name, selector):
            page = context.new_page()
            page.route(
                "**/reader.js",
                lambda route: route.fulfill(path=READER, content_type="text/javascript"),
            )
            page.goto(f"{pages}/{name}")
            return Reader(page, selector)

        yield start


def check(page, *values):
    """Choose the named options of the first question, and check."""
    for value in values:
        page.locator(f"{ITEM} {value}").first.check()
    page.locator(f"{ITEM} [data-part=check]").first.click()


def test_a_question_is_heard_whole_and_after_check_which_answer_is_right(reader, golden):
    reads = reader("embed/mixed-a.html", ITEM)
    page = reads.page
    reads.read("A question")
    reads.after("Check with nothing chosen", lambda: check(page))
    reads.after("Check with another answer than the right one", lambda: check(page, "input"))
    reads.read("The question again")

    golden("goldens/heard-question.md", reads.text)


def test_after_a_right_answer_no_other_is_named(reader, golden):
    reads = reader("embed/mixed-a.html", ITEM)
    right = reads.page.locator(f"{ITEM} [data-right]").first.get_attribute("data-option")
    reads.after("Check with the right answer", lambda: check(reads.page, f"[value={right}]"))

    golden("goldens/heard-right.md", reads.text)


def test_after_check_of_a_sort_grid_is_heard_how_much_is_right_and_what_goes_elsewhere(
    reader, golden
):
    reads = reader("embed/who-can-do-it-a.html", ITEM)
    page = reads.page
    rows = [f".ra-row:nth-of-type({n + 1}) input" for n in range(page.locator(".ra-row").count())]
    reads.after("Check with nothing sorted", lambda: check(page))
    reads.after("Check with every row in the first bin", lambda: check(page, *rows))

    golden("goldens/heard-grid.md", reads.text)


def test_the_planner_is_heard_and_tells_what_is_missing_and_what_to_ask(reader, golden):
    reads = reader("embed/who-should-i-ask.html", "main")
    reads.read("Who should I ask?")
    go = reads.page.locator("[data-part=go]")
    reads.after("See what you could ask, with nothing chosen", go.click)
    reads.page.locator("[name=type]").first.check()
    reads.after("The same for somebody close", go.click)

    golden("goldens/heard-planner.md", reads.text)


def test_the_people_map_is_heard_and_tells_who_was_added_and_what_is_missing(reader, golden):
    reads = reader("map.html", "form")
    page = reads.page
    reads.read("The form")
    add = page.locator("form .ra-button")
    reads.after("Add with nothing written", add.click)
    page.locator("#person").fill("RM")
    page.locator("form [type=checkbox]").first.check()
    reads.after("Add a person", add.click)

    golden("goldens/heard-map.md", reads.text)

"""Nothing moves while a page loads: not when its scripts come, and not when its fonts do; what was opened by then stays open."""

import threading

import pytest
from playwright.sync_api import expect
from served import Quiet, serving

WATCH = """window.shifts = []; new PerformanceObserver(list => { for (const { value, sources } of list.getEntries())
  shifts.push([value, ...sources.map(({ node }) => `${node?.nodeName} ${node?.textContent?.trim().slice(0, 40)}`)]);
}).observe({ type: 'layout-shift', buffered: true })"""
# A font is late once the tenth of a second is over in which a browser waits for one that is optional: until then nobody has read its text.
PAINTED = "() => performance.getEntriesByName('first-contentful-paint').some(one => performance.now() > one.startTime + 200)"
TWO_FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
GUIDE = [
    "index",
    "which-kind-a",
    "who-can-do-it-a",
    "practice",
    "who-should-i-ask",
    "before-you-send",
    "item-bank",
    "who-can-help",
    "what-to-write",
    "put-it-on-your-site",
    "my-people-map",
    "results",
    "print",
    "404",
]
ALONE = ["which-kind-a", "who-can-do-it-a", "before-you-send", "who-should-i-ask"]


@pytest.fixture
def late(browser):
    """Open a page whose scripts and fonts come only after somebody has seen it, and give what moved."""

    def open_page(url, width, release=lambda: None):
        with browser.new_context(viewport={"width": width, "height": 844}) as context:
            page = context.new_page()
            page.add_init_script(WATCH)
            held, seen = [], []

            def hold(route):
                route.continue_() if seen else held.append(route)

            page.route(lambda asked: asked.endswith((".js", ".woff2")), hold)
            page.goto(url, wait_until="commit")
            page.wait_for_function(PAINTED)
            while held:
                held.pop().continue_()
            seen.append(True)
            release()
            page.wait_for_load_state("load")
            page.evaluate(TWO_FRAMES)
            return page.evaluate("shifts")

    return open_page


@pytest.mark.parametrize("width", [390, 1300])
@pytest.mark.parametrize("name", GUIDE)
def test_nothing_moves_on_a_page_of_the_guide(late, address, name, width):
    assert late(f"{address}/{name}.html", width) == []


@pytest.mark.parametrize("width", [320, 700])
@pytest.mark.parametrize("name", ALONE)
def test_nothing_moves_on_a_standalone_page(late, site, name, width):
    html = (site / f"embed/{name}.html").read_bytes()
    head, script = html[: html.index(b"<script>")], html[html.index(b"<script>") :]
    seen = threading.Event()

    class InTwoParts(Quiet):
        def do_GET(self):  # noqa: N802 - the name that http.server calls
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(head)
            self.wfile.flush()
            seen.wait(20)
            self.wfile.write(script)

    with serving(site, InTwoParts) as port:
        assert late(f"http://127.0.0.1:{port}/", width, seen.set) == []


@pytest.fixture
def waiting(request, browser, address):
    """A page with questions on a device that asks for no motion, and what lets its scripts come."""
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        held = []
        page.route("**/*.js", lambda route: held.append(route))  # noqa: PLW0108
        page.goto(f"{address}/{request.param}.html", wait_until="commit")
        yield page, lambda: [route.continue_() for route in held]


@pytest.mark.parametrize("waiting", ["which-ask-a", "index"], indirect=True)
def test_an_answer_that_was_opened_before_the_script_came_stays_open(waiting):
    page, release = waiting
    opened = page.locator(".ra-item:visible").last
    opened.locator("summary").click()
    release()

    expect(page.locator("right-ask-form[data-view]")).to_have_count(1)
    expect(opened.locator(".ra-reasons")).to_be_visible()
    expect(page.locator(".ra-reasons:visible")).to_have_count(1)


@pytest.mark.parametrize("waiting", ["index"], indirect=True)
def test_the_list_of_pages_waits_for_the_scripts_where_nothing_may_move(waiting):
    page, _ = waiting

    # The style may come after the line that is looked at.
    expect(page.locator(".ra-tool--all")).to_have_css("animation-name", "ra-late")

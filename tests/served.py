"""The real site in a real browser: built once, served on loopback, watched for what it asks of others."""

import fcntl
import functools
import http.server
import os
import re
import shutil
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest
from fonts import FAMILIES, SLACK, only
from made import ADDRESS, copy_project
from playwright.sync_api import expect, sync_playwright
from small import project

from build_tools.publish.release import write_downloads
from build_tools.publish.site import publish
from build_tools.read.settings import SITE_URL

# Only a test that fails waits so long: what a busy machine does late is no fault.
expect.set_options(timeout=30_000)

ROOT = Path(__file__).parents[1]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_LEAN = [*FLAGS, "--renderer-process-limit=1"]
"""No process is kept ready for a next page: a test that opens one would pay for two."""
AXE = ROOT / "node_modules/axe-core/axe.min.js"
_NO_ICON = '<!doctype html><link rel="icon" href="data:,">'
PAPERS = {"Letter": (215.9, 279.4), "A4": (210, 297)}
"""Millimeters."""
AXE_OPTIONS = {
    "preload": False,
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
"""What axe looks for; it would take a third of its time to tell where all stands that is as it should be."""
COLORS = ("color-contrast", "link-in-text-block")
"""The rules that go by colors."""
LOOKS = (*COLORS, "target-size", "scrollable-region-focusable")
"""The rules that go by colors and by places: all others say the same of a page at each width, in the light and in the dark."""
DRESSED = "() => document.querySelector('#ra-later').sheet && document.fonts.status === 'loaded'"
"""On a phone the styles of the search come once the page is painted, and are the last that it asks for by itself."""
STILL = """() => {
  scrollTo({ top: 0, behavior: "instant" });
  const moving = document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime < Infinity);
  for (const one of moving) one.finish();
  return !document.getAnimations().length;
}"""
"""Half of a button below the sticky header is too small a target, and in the middle of a fade every contrast is wrong."""
FAULTS = """options => axe.run({ ...options, elementRef: true }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ element, target }) => `${id}: ${element?.outerHTML.slice(0, 160) ?? target}`)))"""
PRESS_EVERYTHING = """() => {
    // Mail and text messages leave the browser.
    const pressed = "main input, main summary, main button:not([data-part=mail], [data-part=sms])";
    for (const one of document.querySelectorAll(pressed)) one.click();
}"""


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The real project in all its languages, built with all that it offers."""
    return _once(tmp_path_factory, "real", functools.partial(build, downloads=True))


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory):
    """The sample, built as a site that knows its address."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SITE_URL, ADDRESS)
        return _once(tmp_path_factory, "sample", lambda root: publish(project(root)))


def _once(tmp_path_factory, name, make):
    """Return a site that the first process which asks for it makes for all."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        made = folder / name / "site"
        return made if (made / "index.html").is_file() else make(folder / name)


def build(root, *, downloads=False, editions=True):
    """Build a copy of the real project, and return the site’s folder."""
    copy_project(root, editions=editions)
    shutil.copytree(ROOT / "build_tools", root / "build_tools")
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    finish = functools.partial(write_downloads, version="0.1.0") if downloads else None
    return publish(root, finish, downloads=downloads)


@pytest.fixture(scope="session")
def address(site):
    """Where the site is served."""
    with serving(site) as port:
        yield f"http://127.0.0.1:{port}"


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128
    """As many requests of a page may wait as it has files; those that do not would never be answered."""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A host that says nothing of each request."""

    def log_message(self, *_):
        pass


class _Headed(Quiet):
    """One that sends the headers of the site as well."""

    def end_headers(self):
        rules = Path(self.directory) / "_headers"
        said = rules.read_text("utf-8") if rules.is_file() else ""
        for name, value in headers_for(said, self.path.split("?")[0]).items():
            self.send_header(name, value)
        super().end_headers()


@contextmanager
def serving(folder, handler=_Headed):
    """Serve a folder on loopback, and give the port."""
    server = Server(("127.0.0.1", 0), functools.partial(handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture
def host(tmp_path):
    """Serve a page of somebody else’s, under a name that makes it another origin than the site."""
    with serving(tmp_path) as port:

        def write(body, name="host.html"):
            (tmp_path / name).write_text(_NO_ICON + body, encoding="utf-8")
            return f"http://localhost:{port}/{name}"

        yield write


@pytest.fixture(scope="session")
def playwright():
    """What drives Chromium; a process can have one of it."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browsers(playwright, tmp_path_factory):
    """Start a browser that has one family of fonts, when the first test asks for it.

    It is Chromium without the windows of a browser around its pages, which cost three times as much as a page;
    the walks take the whole one.
    """

    @functools.cache
    def start(family):
        fonts = only(family, tmp_path_factory.mktemp(family))
        chromium = shutil.which("chromium-headless-shell")
        return playwright.chromium.launch(executable_path=chromium, args=_LEAN, env=fonts)

    return start


@pytest.fixture(scope="session")
def browser(browsers):
    return browsers("narrow")


@pytest.fixture(params=FAMILIES)
def measured(request, browsers):
    """As `visit`, once in each family of fonts: for all that a font could make longer or wider."""
    with watched(browsers(request.param)) as open_page:
        yield open_page


@pytest.fixture
def visit(browser):
    with watched(browser) as open_page:
        yield open_page


@contextmanager
def watched(browser):
    """Open pages; at the end, nothing was asked of a host but theirs and those that `asks` names, and the console said nothing.

    Each page has storage, cookies and a cache of its own, and runs the script that is to be `first`. Whoever changes more of a context than its clock and its
    permissions names a setting, and has a context of its own.
    """
    opened, problems = [], []

    def open_page(url, *, width=390, scheme="light", asks=(), refusals=(), **settings):
        first = settings.pop("first", "")
        shared = _shared(browser, width, scheme)
        if settings or shared.taken:
            context = browser.new_context(**_look(width, scheme) | settings)
            opened.append(context.close)
            page = context.new_page()
        else:
            opened.append(shared.leave)
            page = shared.take()
        homes = [one.split("/", 3)[2] for one in (url, *asks)]
        page.on("console", lambda message: _note(message.text, refusals, problems))
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("request", lambda request: problems.extend(_foreign(request.url, homes)))
        if first:
            page.add_init_script(first)
        page.goto(url)
        return page

    try:
        yield open_page
    finally:
        for end in opened:
            end()
    assert problems == []


def _look(width, scheme):
    """Return the settings of a context on a device that asks for no motion: to click what scrolls smoothly took a third of some tests.

    In the walks of all engines, and in tests with a context of their own, pages move.
    """
    viewport = {"width": width, "height": 844}
    return {"viewport": viewport, "color_scheme": scheme, "reduced_motion": "reduce"}


class _Shared:
    """A context, for a width and a scheme, that tests take in turns, emptied after each: a blank page of it stays, and with it the process, whose start
    and first run of every script were a third of a visit."""

    def __init__(self, browser, width, scheme):
        self.begin = functools.partial(browser.new_context, **_look(width, scheme))
        self.taken = False
        self._begin()

    def _begin(self):
        self.context = self.begin()
        self.stays = self.context.new_page()
        self.stays.route("**", lambda route: route.fulfill(body=_NO_ICON, content_type="text/html"))
        self.stays.goto("http://127.0.0.1/")  # of the same site as all that is served here
        self.inside = self.context.new_cdp_session(self.stays)

    def take(self):
        self.taken = True
        return self.context.new_page()

    def leave(self):
        for page in self.context.pages:
            if page != self.stays:
                page.close()
        if self.stays.evaluate("() => !('__pwClock' in globalThis)"):
            self.context.clear_permissions()
            self.context.clear_cookies()
            everywhere = {"origin": "*", "storageTypes": "all"}
            self.inside.send("Storage.clearDataForOrigin", everywhere)
            self.inside.send("Network.clearBrowserCache")
        else:  # no clock that was set is ever right again
            self.context.close()
            self._begin()
        self.taken = False


_shared = functools.cache(_Shared)


def _note(text, refusals, problems):
    if not any(refusal in text for refusal in refusals):
        problems.append(text)


def violations(page, rules=()):
    """Return what axe finds, by all of its rules or by some, one line a fault."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())  # as a script of the page, the policy would refuse it
    page.wait_for_function(STILL)
    return page.evaluate(FAULTS, AXE_OPTIONS | ({"runOnly": [*rules]} if rules else {}))


@functools.cache
def _axe():
    """Return axe, told to write down the HTML of nothing: of most elements, nobody reads it."""
    return AXE.read_text("utf-8") + "\naxe.configure({ noHtml: true }); 0"


def close(page):
    """Press Escape, and wait until what lay over the page is a step back no more: that goes a moment after what is seen."""
    page.keyboard.press("Escape")
    page.wait_for_function("() => !history.state?.open")


def ending(text):
    """Return what an address must match that ends with a text; `expect` waits for it, as an address is told of a little late."""
    return re.compile(re.escape(text) + "$")


def printed_pages(page, paper):
    """Return how many pages a print takes, where a tenth of each must stay free: printers take more or less for themselves."""
    width, height = PAPERS[paper]
    printed = page.pdf(width=f"{width}mm", height=f"{height * SLACK}mm")
    return len(re.findall(rb"/Type\s*/Page\b", printed))


def requests_from_now(page):
    """Return a list that fills with what a page asks for; a browser fetches its icon when it likes, so that does not count."""
    icon = page.evaluate("document.querySelector('link[rel~=icon]')?.href")
    requests = []
    page.on(
        "request", lambda request: requests.append(request.url) if request.url != icon else None
    )
    return requests


def stored(page):
    return page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length")


def _foreign(url, homes):
    scheme, _, rest = url.partition("://")
    inside = scheme in ("blob", "data", "file") or rest.split("/", 1)[0] in homes
    return [] if inside or url.startswith(("blob:", "data:")) else [f"asked {url}"]


def headers_for(rules, path):
    """Return the headers that a host which reads `_headers` sends for a path."""
    found = {}
    for block in re.split(r"\n(?=/)", rules.strip()):
        rule, *lines = block.split("\n")
        steps = re.sub(r":\w+", "[^/]+", re.escape(rule).replace(r"\*", ".*"))
        if re.fullmatch(steps, path):
            for name, value in (line.strip().split(": ", 1) for line in lines):
                found[name] = f"{found[name]}, {value}" if name in found else value
    return found

"""One strict policy: what is not ours runs nowhere, on the web and from a USB stick."""

import re

import pytest
from made import words
from pages import TEMPLATES
from playwright.sync_api import expect
from served import PRESS_EVERYTHING, close, headers_for

from build_tools.write.inline_code import InlineCode

SINKS = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|\bFunction\(")
INTRUDERS = {
    "a script": "const one = document.createElement('script'); one.append('window.seen = 1'); document.body.append(one)",
    "a handler": "document.body.setAttribute('onclick', 'window.seen = 1')",
    "a style": "document.body.append(Object.assign(document.createElement('style'), {textContent: 'p {}'}))",
    "a picture": "new Image().src = 'http://192.0.2.1/seen.png'",
    "a frame": "document.body.append(Object.assign(document.createElement('iframe'), {src: 'https://127.0.0.1:1/'}))",
    "a request": "fetch('http://192.0.2.1/seen').catch(() => 0)",
    "text as code": "setTimeout('window.seen = 1', 0)",
    "a script of another site": "document.createElement('script').src = 'http://192.0.2.1/'",
}


@pytest.fixture(scope="module", params=["http", "file"])
def page(request, browser, site, address):
    """A page whose refusals are expected, so its console may speak."""
    page = browser.new_page()
    page.goto(f"{address if request.param == 'http' else site.as_uri()}/about.html")
    yield page
    page.close()


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_every_kind_of_page_keeps_the_rules_while_it_is_used(visit, site, address, scheme):
    page = visit(f"{address if scheme == 'http' else site.as_uri()}/index.html")
    for name in [
        *TEMPLATES[:-1],
        "who-can-do-it-a",
        "before-you-send",
        "practice",
        "item-bank",
        "about",
    ]:
        page.goto(f"{address if scheme == 'http' else site.as_uri()}/{name}.html")
        page.evaluate(PRESS_EVERYTHING)
        page.get_by_role("button", name=words("content")["menu"]).click()
        close(page)
    # Menu and search are the same on every page; to load the search took most of the time.
    page.get_by_role("button", name="Search").click()
    page.get_by_role("textbox", name="Search").fill("reference")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


@pytest.mark.parametrize("intruder", INTRUDERS)
def test_what_gets_in_is_refused(page, intruder):
    refusal = re.compile("Content Security Policy|requires 'Trusted")
    with page.expect_console_message(lambda message: refusal.search(message.text)):
        page.evaluate(f"() => {{ try {{ {INTRUDERS[intruder]} }} catch {{}} }}")

    assert page.evaluate("window.seen") is None


def test_markup_that_the_search_does_not_make_is_text(page):
    shown = page.evaluate(
        """() => {
            const here = document.createElement("div");
            here.innerHTML = "<p>a <mark>b</mark> &lt;c></p><img src=x onerror=d><b id=e>f</b><div onclick=g>";
            return [[...here.querySelectorAll("*")].map(one => one.localName), here.textContent];
        }"""
    )

    assert shown == [["p", "mark"], "a b <c><img src=x onerror=d><b id=e>f</b><div onclick=g>"]


def test_no_page_holds_code_and_each_says_the_policy_of_the_headers(site):
    said = headers_for((site / "_headers").read_text("utf-8"), "/about.html")
    policy = said["Content-Security-Policy"].removesuffix("; frame-ancestors 'self'")
    assert "unsafe" not in policy
    for path in site.glob("*.html"):
        html = path.read_text("utf-8")
        inline = InlineCode(html)
        start, end = inline.policy

        assert (path.name, inline.forbidden) == (path.name, [])
        assert html[start:end] == f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<script>a</script>", ["<script>"]),
        ("<SCRIPT type=module>a</SCRIPT>", ["<script>"]),
        ("<style>p {}</style>", ["<style>"]),
        ('<a href="&#1; java&Tab;script:a()">a</a>', ["href= on <a>"]),
        ("<p style=a>", ["style= on <p>"]),
        ("<img src=x OnError=a>", ["onerror= on <img>"]),
        ("<a href=' JavaScript:a'>", ["href= on <a>"]),
        ("<iframe srcdoc=a>", ["srcdoc= on <iframe>"]),
        ("<p/onclick=a>", ["onclick= on <p>"]),
        ('<p id="a"onclick=a>', ["onclick= on <p>"]),
        ('<p id="a" onclick="b">', ["onclick= on <p>"]),
        ('<a title="<b id=" onclick=a lang="">c</a>', ["onclick= on <a>"]),
        ('<a href="&#106;avascript&colon;a">', ["href= on <a>"]),
        ("<p id=a\nstyle=b>", ["style= on <p>"]),
        ("<script src=a></script><script type=application/ld+json>{}</script>", []),
    ],
)
def test_code_in_markup_is_found_and_data_is_not(html, found):
    assert InlineCode(html).forbidden == found


def test_no_script_of_ours_turns_text_into_markup_or_code(site):
    ours = [path for path in site.rglob("assets/**/*.js") if ".min." not in path.name]
    found = {path.name: SINKS.findall(path.read_text("utf-8")) for path in ours}

    assert {name: sinks for name, sinks in found.items() if sinks} == {}
    assert len(ours) > 5


def test_another_site_cannot_frame_the_guide(browser, address):
    page = browser.new_page()
    with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
        page.set_content(f"<iframe src='{address}/about.html'></iframe>")
    page.close()

"""What the accessibility report claims and no other test holds."""

import re

import pytest
from conftest import ROOT
from pages import TEMPLATES

REPORT = (ROOT / "content/pages/accessibility.md").read_text("utf-8")
# https://www.w3.org/TR/WCAG22/, without 4.1.1, which it took out.
LEVEL_A = """
    1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1
    2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2
"""
LEVEL_AA = """
    1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11
    2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3
"""
SPACED = """
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }
"""
CLIPPED = """() => [...document.querySelectorAll("main *, header *, footer *")].filter(one => {
    const style = getComputedStyle(one), text = one.innerText?.trim();
    const cut = one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1;
    return text && cut && one.checkVisibility() && /hidden|clip/.test(style.overflow) && one.clientHeight > 1
        && !one.closest(".ra-hidden, .md-search");
}).map(one => one.outerHTML.slice(0, 120))"""
HIDDEN = """() => {
    const one = document.activeElement, box = one.getBoundingClientRect();
    if (one === document.body || !box.width) return null;
    const [y, x] = [box.top + box.height / 2, box.left + Math.min(box.width, innerWidth) / 2];
    const above = document.elementFromPoint(x, y);
    const seen = above && (one.contains(above) || above.contains(one) || one.labels?.[0]?.contains(above));
    return seen ? null : one.outerHTML.slice(0, 120);
}"""
BARE = """() => {
    const one = document.activeElement;
    const ringed = (part, of) => part && getComputedStyle(part, of).outlineStyle !== "none";
    return one === document.body || ringed(one) || ringed(one.nextElementSibling, "::before") ? null : one.outerHTML.slice(0, 120);
}"""
# A panel that has lost the focus may still be closing.
STILL_HIDDEN = f"""async () => {{
    for (let tries = 0; ; tries += 1) {{
        const found = ({HIDDEN})();
        if (!found || tries === 50) return found || ({BARE})();
        await new Promise(done => setTimeout(done, 100));
    }}
}}"""


def test_the_report_judges_each_criterion_once():
    tables = re.split(r"\n## Table (?=[12])", REPORT)[1:3]
    told = [re.findall(r"^\| ([\d.]+) ", table, re.MULTILINE) for table in tables]

    assert told == [LEVEL_A.split(), LEVEL_AA.split()]


@pytest.mark.parametrize("width", [390, 1300])
def test_no_text_is_cut_off_with_wide_spacing(browser, address, width):
    context = browser.new_context(viewport={"width": width, "height": 844}, bypass_csp=True)
    page = context.new_page()
    cut = {}
    for name in TEMPLATES:
        page.goto(f"{address}/{name}.html")
        page.add_style_tag(content=SPACED)
        cut[name] = page.evaluate(CLIPPED)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            cut[name].append("the page scrolls sideways")
    context.close()

    assert {name: found for name, found in cut.items() if found} == {}


# What sticks, and would lie below the header where that stays.
COVERED = """async () => {
    scrollTo({ top: 600, behavior: "instant" });
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    const { bottom } = document.querySelector("header").getBoundingClientRect();
    const styles = [...document.querySelectorAll("main *, #ra-nav *")].map(one => [one, getComputedStyle(one)]);
    return styles.filter(([, { position, top }]) => position === "sticky" && parseFloat(top) < bottom).map(([one]) => one.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize("width", [320, 390, 1300, 1700])
@pytest.mark.parametrize("name", ["mixed-a", "es/mixed-a", "es/who-can-help", "es/research"])
def test_with_wide_spacing_the_header_covers_nothing_that_sticks(browser, address, name, width):
    with browser.new_context(viewport={"width": width, "height": 844}, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(f"{address}/{name}.html#view=all")
        page.add_style_tag(content=SPACED)

        assert page.evaluate(COVERED) == []


@pytest.mark.parametrize("width", [390, 1300])
def test_what_has_the_focus_is_never_hidden_and_has_a_ring(visit, address, width):
    page = visit(f"{address}/index.html", width=width)
    hidden = []
    for name in TEMPLATES:
        page.goto(f"{address}/{name}.html")
        for key in ["Tab"] * 45 + ["Shift+Tab"] * 30:
            page.keyboard.press(key)
            hidden += [f"{name}: {one}" for one in [page.evaluate(STILL_HIDDEN)] if one]

    assert hidden == []

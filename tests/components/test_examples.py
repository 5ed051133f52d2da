"""Every state of every component, as its examples.yml has it: reached, readable for all, and as narrow as the page."""

import pytest
from examples import GALLERY, Shown, examples
from made import ROOT
from playwright.sync_api import expect
from served import LOOKS, serving, violations

EXAMPLES = examples()
SEEN = (320, "light", ()), (1300, "dark", LOOKS)
"""On a phone by all rules, unless it is a page as it opens, and on a desk by those that go by places and colors."""


def take(page, step):
    """Take a step of an example as a person does."""
    if "each" in step:
        for one in page.locator(step["each"]).locator("visible=true").all():
            one.click()
    elif "press" in step:
        page.locator(step["press"]).locator("visible=true").first.click()
    else:
        page.locator(step["into"]).fill(step["write"])


@pytest.mark.parametrize("one", EXAMPLES, ids=lambda one: f"{one.component}: {one.state}")
def test_axe_finds_nothing_in_any_state_and_nothing_is_cut_off(visit, address, one):
    page = visit(f"{address}/{'about.html' if one.kept else one.at}", width=320)
    if one.kept:
        page.evaluate("kept => Object.assign(localStorage, kept)", one.kept)
        page.goto(f"{address}/{one.at}")
    for step in one.steps:
        take(page, step)
    for width, scheme, rules in SEEN[bool(one.opens) :]:
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(color_scheme=scheme)
        expect(page.locator(one.look).locator("visible=true").first).to_be_visible()

        assert violations(page, rules) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_each_component_has_examples():
    there = {path.name for path in (ROOT / "quiz/components").iterdir()}

    assert {one.component for one in EXAMPLES} == there


def test_one_page_shows_all_of_them_in_their_states(visit, site):
    with serving(site, Shown) as port:
        page = visit(f"http://127.0.0.1:{port}{GALLERY}", width=1300)
        expect(page.locator("figure[data-seen]")).to_have_count(len(EXAMPLES))

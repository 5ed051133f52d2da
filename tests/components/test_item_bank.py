"""The item bank in a real browser: whole without scripts, narrowed with them, and nothing kept but the address."""

import re
from html import unescape

import pytest
from conftest import change, problems
from made import project, whole, words
from playwright.sync_api import expect
from served import stored

from build_tools.model.items import Grid
from build_tools.model.library import PRINCIPLES

WORDS = words("content")
QUIZ = words("quiz")
PROJECT = project()
ITEMS = tuple(PROJECT.views.quizzes.bank.items.values())
GRIDS = [item for item in ITEMS if isinstance(item, Grid)]
PAGES = {page.id: page.markdown for page in PROJECT.guide.pages if page.id.startswith("item-bank")}
PAGE = PAGES.pop("item-bank")
WHOLE = "".join(PAGES.values())
SHOWN = ".ra-bank article:visible"


@pytest.fixture
def bank(visit, address):
    """Open the item bank with what its address should say."""
    return lambda told="", **settings: visit(f"{address}/item-bank.html{told}", **settings)


def said(shown):
    return QUIZ["filter_shown"].format(shown=shown, total=len(ITEMS))


def status(page):
    return page.locator(".ra-bank").get_by_role("status")


def test_every_item_stands_there_with_its_version():
    listed = re.findall(r"<h3>(.*?)</h3>", WHOLE)
    versions = re.findall(rf"<dt>{WORDS['bank_version']}</dt><dd>(\w+)</dd>", WHOLE)

    assert len(listed) == len(ITEMS)
    assert dict(zip(listed, versions, strict=True)) == {item.id: item.token for item in ITEMS}


def test_every_option_has_its_reason_and_each_item_with_options_one_key():
    parts = sum(len(item.parts) for item in ITEMS)

    assert (
        len(re.findall(r"<li[^>]*>(?:<strong.*?</strong>)?<p class=.*?</p><p>.+?</p></li>", WHOLE))
        == parts
    )
    for shown in (PAGE, WHOLE):
        assert shown.count(f">{WORDS['bank_key']}<") == len(ITEMS) - len(GRIDS)


def test_the_name_of_an_item_leads_to_it_among_those_of_its_topic():
    for item in ITEMS:
        found = re.search(rf'<a href="([^"]+)">{item.id}</a>', PAGE)
        page, _, anchor = unescape(found[1]).partition(".html#")

        assert page == f"item-bank-{item.contact_type or PRINCIPLES}"
        assert f'id="{anchor}"' in PAGES[page]


def test_every_row_of_a_grid_shows_its_bin_and_its_statement():
    for grid in GRIDS:
        shown = WHOLE.split(f"<h3>{grid.id}</h3>")[1].split("</article>")[0]
        bins = re.findall(r"<strong>(.*?)</strong>", shown)

        people = {one.id: one.name for one in grid.people}
        assert bins == [people[row.bin] for row in grid.rows]
        facts = shown.split('<dl class="ra-bank__facts">')[1]
        statements = [PROJECT.views.library.statements[name] for name in grid.about]
        assert [one.id for one in statements if whole(one) not in facts] == []
        sources = {(one.source or "").split("/")[0] for one in statements}
        assert facts.count(f"<dt>{WORDS['bank_source']}</dt>") == len(sources)


def test_a_kind_without_a_title_is_named(sample):
    change(sample, "quiz/words.yml", "kind_which-kind: Who is this to you?\n", "")

    (said,) = problems(sample)
    assert said.startswith("quiz/words.yml:1:1: kind_which-kind: no title for items of the kind")


def test_with_scripts_off_every_item_is_there_and_no_control(bank):
    page = bank(java_script_enabled=False)

    expect(page.locator(SHOWN)).to_have_count(len(ITEMS))
    assert (
        page.locator(".ra-bank").locator("select:visible, input:visible, button:visible").count()
        == 0
    )


def test_the_filter_narrows_and_says_how_many(bank):
    page = bank()
    expect(status(page)).to_have_text(said(len(ITEMS)))
    page.get_by_label(QUIZ["filter_type"]).select_option(QUIZ["group_principles"])
    whole = [item for item in ITEMS if item.contact_type is None]
    expect(page.locator(SHOWN)).to_have_count(len(whole))
    page.get_by_label(QUIZ["filter_kind"]).select_option(whole[0].kind)
    both = [item for item in whole if item.kind == whole[0].kind]
    expect(status(page)).to_have_text(said(len(both)))

    expect(page.locator(".ra-bank h2:visible")).to_have_count(1)
    assert page.evaluate("location.hash") == f"#kind={whole[0].kind}&type={PRINCIPLES}"
    assert stored(page) == 0


def test_words_are_found_without_capitals_and_accents_and_none_says_so(bank):
    page = bank()
    field = page.get_by_label(QUIZ["filter_words"])
    for typed in ("SOFÍA roses", "sofi\u0301a’s roses?", "“Sofia” / ROSES:"):
        field.fill(typed)
        expect(page.locator(SHOWN)).to_have_count(1)
    field.fill("no such words anywhere")

    expect(status(page)).to_have_text(QUIZ["filter_none"])


def test_a_filter_survives_a_reload_and_leaves_what_is_not_its_own(bank):
    page = bank("#from=mail&type=gone")
    expect(status(page)).to_have_text(said(len(ITEMS)))
    page.get_by_label(QUIZ["filter_words"]).fill("thank & name")
    page.get_by_label(QUIZ["filter_words"]).fill("thank")
    shown = page.locator(SHOWN).count()
    page.reload()

    expect(status(page)).to_have_text(said(shown))
    assert 0 < shown < len(ITEMS)
    assert page.evaluate("location.hash") == "#from=mail&words=thank"


def test_show_all_takes_every_filter_off_and_keeps_the_focus(bank):
    page = bank(f"#type={PRINCIPLES}&words=thank")
    page.get_by_role("button", name=QUIZ["filter_clear"]).press("Enter")

    expect(page.locator(SHOWN)).to_have_count(len(ITEMS))
    expect(page.get_by_label(QUIZ["filter_kind"])).to_be_focused()
    assert page.evaluate("location.hash") == ""


def test_a_link_to_an_item_shows_it_whatever_is_filtered(bank):
    page = bank("#words=thank")
    hidden = page.locator(".ra-bank article[hidden]").first.get_attribute("id")
    page.evaluate("id => { location.hash = id }", hidden)

    expect(page.locator(f"#{hidden}")).to_be_in_viewport()


def test_no_search_finds_its_items(site):
    (found,) = (site / "search").glob("search_index.*.js")
    index = found.read_text("utf-8")

    assert ITEMS[0].stem not in index
    assert WORDS["bank_title"] in index


def test_on_paper_there_is_no_control_and_no_item_breaks(bank):
    page = bank(width=1300)
    page.emulate_media(media="print")

    expect(page.locator(".ra-bank").locator("select:visible, input:visible")).to_have_count(0)
    style = "element => getComputedStyle(element).breakInside"
    assert page.locator(SHOWN).first.evaluate(style) == "avoid"

"""People you know in a real browser: who is there for which request, kept only on request, never in the address."""

import json

import pytest
from made import project, words
from playwright.sync_api import expect
from served import DRESSED, ending, printed_pages, requests_from_now, stored

from build_tools.derive.table import FITTING, LISTED

WORDS = words("quiz")
CONTENT = project().views
TYPES = [kind.id for kind in CONTENT.library.types]
REQUESTS = {ask.title: ask.id for ask in CONTENT.library.asks if ask.kind == "request"}
STORE = "right-ask:people"
TURN = "\u202e"
"""Turns the direction of what follows."""


@pytest.fixture
def people(visit, address):
    return visit(f"{address}/my-people-map.html")


def button(page, word):
    return page.get_by_role("button", name=WORDS[word], exact=True)


def add(page, name, *kinds):
    page.get_by_label(WORDS["people_name"]).fill(name)
    for kind in kinds:
        page.locator(f'input[value="{kind}"]').check()
    button(page, "people_add").click()


def status(page):
    said = page.locator("[data-part=status]").inner_text()
    return said.replace("\u2068", "").replace("\u2069", "")


def listed(page):
    """Return the names on the map by kind; kinds without any are left out."""
    lists = page.locator("ul[data-title]").all()
    found = {one.get_attribute("data-kind"): one.locator("bdi").all_inner_texts() for one in lists}
    return {kind: names for kind, names in found.items() if names}


def answers(page):
    """Return the names that the page says can help, by ask, by verdict; asks for which it names nobody are left out."""
    found = page.locator("li[data-ask]").evaluate_all(
        """all => all.map(one => [one.querySelector("a").textContent, [...one.querySelectorAll("[data-fit]:not([hidden])")].map(
          fit => [fit.querySelector(".ra-fit__verdict").textContent, fit.querySelector("[data-part=names]").textContent])])"""
    )
    told = {
        REQUESTS[ask]: {
            verdict: names.replace("\u2068", "").replace("\u2069", "").split(", ")
            for verdict, names in fits
            if names
        }
        for ask, fits in found
    }
    return {ask: fits for ask, fits in told.items() if fits}


def expected(*people):
    """Return what the table says of people, each a name and the kinds that they are: each stands where they are best."""
    found = {}
    for ask in REQUESTS.values():
        for name, *kinds in people:
            verdicts = {CONTENT.table[kind, ask].verdict for kind in kinds}
            best = next((one for one in LISTED if one in verdicts), None)
            if best:
                label = CONTENT.library.words[f"verdict_{best}"]
                found.setdefault(ask, {}).setdefault(label, []).append(name)
    return found


def covered(*kinds):
    """Return the asks that the table says one of these can help with."""
    table = CONTENT.table
    return {
        ask for ask in REQUESTS.values() for kind in kinds if table[kind, ask].verdict in FITTING
    }


def kept(page):
    return page.evaluate("name => localStorage.getItem(name)", STORE)


def steps(page):
    return page.locator("[data-step]:visible").evaluate_all(
        "all => all.map(one => one.dataset.kind)"
    )


@pytest.mark.parametrize(
    "known",
    [
        [],
        *([("RM", kind)] for kind in TYPES),
        [("RM", *TYPES[:2])],
        [(f"P{number}", kind) for number, kind in enumerate(TYPES)],
    ],
)
def test_each_request_names_the_people_of_whom_the_table_says_so(people, known):
    for name, *kinds in known:
        add(people, name, *kinds)

    assert answers(people) == expected(*known)
    said = "" if known else WORDS["people_empty"]
    expect(people.locator("[data-part=covered]")).to_have_text(said)


def test_once_somebody_is_on_the_list_one_tap_leads_to_what_they_can_help_with(people):
    expect(people.get_by_role("link", name=WORDS["people_covered"])).to_have_count(0)
    add(people, "RM", *TYPES[:1])
    people.get_by_role("link", name=WORDS["people_covered"]).click()

    expect(people.get_by_role("heading", name=WORDS["people_asks"])).to_be_in_viewport()


def test_somebody_who_is_two_kinds_stands_in_both_and_leaves_one_at_a_time(people):
    add(people, "RM", *TYPES[:2])
    assert listed(people) == {TYPES[0]: ["RM"], TYPES[1]: ["RM"]}
    people.locator("[data-part=remove]").first.click()

    assert listed(people) == {TYPES[1]: ["RM"]}
    assert answers(people) == expected(("RM", TYPES[1]))


def test_after_the_second_person_the_page_offers_to_keep_the_list(people):
    offer = people.get_by_text(WORDS["people_offer"])
    add(people, "RM", TYPES[0])
    expect(offer).to_be_hidden()
    add(people, "CD", TYPES[1])
    expect(offer).to_be_visible()
    people.locator("[data-part=offer]").click()

    expect(offer).to_be_hidden()
    expect(people.locator("[data-part=status]")).to_have_text(WORDS["people_saved"])
    people.reload()
    assert listed(people) == {TYPES[0]: ["RM"], TYPES[1]: ["CD"]}


def test_a_list_that_is_not_kept_is_not_lost_without_a_word(people):
    dialogs = []
    people.on("dialog", lambda dialog: (dialogs.append(dialog.type), dialog.accept()))
    add(people, "RM", TYPES[0])
    people.reload()
    assert dialogs == []
    for name in ("RM", "CD"):
        add(people, name, TYPES[0])
    people.reload()

    assert dialogs == ["beforeunload"]


def test_whoever_has_the_list_deleted_is_not_asked_to_keep_it_until_it_changes(people):
    dialogs = []
    people.on("dialog", lambda dialog: (dialogs.append(dialog.type), dialog.accept()))
    offer = people.get_by_text(WORDS["people_offer"])
    for name in ("RM", "CD"):
        add(people, name, TYPES[0])
    button(people, "save").click()
    button(people, "clear_saved").click()
    expect(offer).to_be_hidden()
    add(people, "EF", TYPES[0])
    expect(offer).to_be_visible()
    button(people, "save").click()
    button(people, "clear_saved").click()
    people.reload()

    assert dialogs == []


def test_whoever_follows_a_link_is_asked_nothing_where_links_get_no_focus_and_is_once_back(people):
    asked = []
    people.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    for name in ("RM", "CD"):
        add(people, name, TYPES[0])
    for name in ("mousedown", "click"):
        people.evaluate("(name) => addEventListener(name, (event) => event.preventDefault())", name)
    people.locator(".ra-people__kind a").first.click()
    assert people.evaluate("dispatchEvent(new Event('beforeunload', { cancelable: true }))")
    people.evaluate("() => { dispatchEvent(new Event('pageshow')); }")
    people.reload()

    assert asked == ["beforeunload"]


def test_the_next_step_is_for_the_kind_with_the_fewest_and_first_for_the_most_helpful(people):
    helpful = max(TYPES, key=lambda kind: len(covered(kind)))
    assert steps(people) == [helpful]
    expect(people.locator("[data-step]:visible .ra-badge--advice")).to_be_visible()
    for number, kind in enumerate(TYPES):
        add(people, f"A{number}", kind)
        add(people, f"B{number}", kind)
    people.locator(f'[data-kind="{TYPES[0]}"] [data-part=remove]').first.click()

    assert steps(people) == [TYPES[0]]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("<script>boom()</script>", "<script>boom()</script>"),
        ("  <img src=x\tonerror=boom()>  ", "<img src=x onerror=boom("),
        ("x" * 10_000, "x" * 24),
        ("שלום", "שלום"),
        (f"{TURN}evil\u2069 RM", "evil RM"),
        ("👩‍🏫 Ms K", "👩‍🏫 Ms K"),
        ("{total}", "{total}"),
    ],
)
def test_a_name_of_any_kind_is_shown_as_text_and_stays_short(people, name, shown):
    people.evaluate("name => { document.querySelector('#person').value = name }", name)
    people.locator(f'input[value="{TYPES[0]}"]').check()
    button(people, "people_add").click()

    assert listed(people) == {TYPES[0]: [shown]}
    assert status(people).startswith(shown)
    expect(people).to_have_url(ending("/my-people-map.html"))


@pytest.mark.parametrize(
    ("name", "kinds", "word"),
    [
        ("", TYPES[:1], "people_blank"),
        (" \u200b\u200d ", TYPES[:1], "people_blank"),
        ("RM", [], "people_unknown"),
        (" rm", TYPES[:1], "people_there"),
        ("ＲＭ.", TYPES[:1], "people_there"),
    ],
)
def test_what_cannot_be_added_is_told_kindly_and_nothing_typed_is_lost(people, name, kinds, word):
    add(people, "RM", TYPES[0])
    add(people, name, *kinds)

    assert status(people) == WORDS[word].format(name=name.strip())
    assert listed(people) == {TYPES[0]: ["RM"]}
    expect(people.get_by_label(WORDS["people_name"])).to_have_value(name)
    expect(people.locator("input:checked")).to_have_count(len(kinds))


def test_a_map_is_made_by_keyboard_and_each_change_is_told(people):
    people.get_by_label(WORDS["people_name"]).focus()
    for name in ("AB", "CD", "EF"):
        people.keyboard.type(name)
        for key in ("Tab", "Space", "Enter"):
            people.keyboard.press(key)
        expect(people.get_by_label(WORDS["people_name"])).to_be_focused()
        assert name in status(people)
    title = CONTENT.library.types[0].title
    for name, left in (("CD", "EF"), ("EF", "AB")):
        label = WORDS["people_remove"].format(name=f"\u2068{name}\u2069", title=title)
        people.get_by_role("button", name=label).press("Enter")
        assert status(people).startswith(f"{name} ")
        assert left in people.evaluate("document.activeElement.textContent")
    people.keyboard.press("Enter")

    expect(people.get_by_label(WORDS["people_name"])).to_be_focused()
    assert listed(people) == {}


def test_before_save_nothing_is_asked_stored_or_put_into_the_address(people, address):
    people.wait_for_function(DRESSED)
    requests = requests_from_now(people)
    add(people, "RM", *TYPES)
    people.locator("[data-part=remove]").first.click()
    add(people, "", TYPES[0])

    assert (requests, stored(people), people.url) == ([], 0, f"{address}/my-people-map.html")
    people.reload()
    assert listed(people) == {}


def test_what_another_window_saved_is_not_written_over_unasked(people):
    add(people, "RM", TYPES[0])
    button(people, "save").click()
    other = people.context.new_page()
    other.goto(people.url)
    add(other, "CD", TYPES[0])
    expect(people.get_by_text(WORDS["saved_elsewhere"])).to_be_visible()
    add(people, "EF", TYPES[0])
    assert ("CD" in kept(people), "EF" in kept(people)) == (True, False)
    button(other, "clear_saved").click()
    add(people, "GH", TYPES[0])

    assert kept(people) is None


def test_what_is_saved_comes_back_follows_changes_and_goes_with_clear(people):
    add(people, "RM", TYPES[1])
    button(people, "save").click()
    expect(people.get_by_text(WORDS["people_saved"])).to_be_visible()
    expect(button(people, "clear_saved")).to_be_focused()
    add(people, "<b>", TYPES[0])
    people.reload()

    assert listed(people) == {TYPES[0]: ["<b>"], TYPES[1]: ["RM"]}
    people.locator("[data-part=remove]").first.click()
    people.reload()
    assert listed(people) == {TYPES[1]: ["RM"]}
    button(people, "clear_saved").click()
    expect(people.get_by_text(WORDS["people_cleared"])).to_be_visible()
    assert stored(people) == 0
    add(people, "XY", TYPES[0])
    assert stored(people) == 0


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{", []),
        ("null", []),
        ('{"toString": 1}', []),
        (json.dumps([["RM", "gone"], ["RM", TYPES[0]]]), ["RM"]),
        (json.dumps([["RM", TYPES[0]], ["rm ", TYPES[0]]]), ["RM"]),
        (json.dumps([[{"toString": 1}, TYPES[0]], None, 7, "RM", ["RM"], ["AB", TYPES[0]]]), ["AB"]),
        (json.dumps([["RM", "__proto__"], ["x" * 9_999, TYPES[0]]]), ["x" * 24]),
    ],
)  # fmt: skip
def test_what_is_kept_and_not_ours_is_left_out_and_not_written_over_unasked(people, text, names):
    people.evaluate("([name, text]) => localStorage.setItem(name, text)", [STORE, text])
    people.reload()

    assert listed(people) == ({TYPES[0]: names} if names else {})
    expect(people.get_by_text(WORDS["people_stale"])).to_be_visible()
    add(people, "New", TYPES[0])
    assert kept(people) == text
    button(people, "save").click()
    people.reload()
    assert listed(people) == {TYPES[0]: [*names, "New"]}


def test_one_more_person_costs_the_same_with_two_hundred_on_the_map(people):
    touched = """name => {
      const watch = new MutationObserver(() => 0);
      watch.observe(document.body, { attributes: true, characterData: true, childList: true, subtree: true });
      document.querySelector("#person").value = name;
      document.querySelector(".ra-option input").checked = true;
      document.querySelector(".ra-people__form .ra-button").click();
      return watch.takeRecords().length;
    }"""
    for name in ("P", "Q"):  # with two of them, the offer to keep the list is there
        add(people, name, TYPES[0])
    few = people.evaluate(touched, "few")
    for number in range(200):
        people.evaluate(touched, f"P{number}")
    many = people.evaluate(touched, "many")

    assert many == few
    assert len(listed(people)[TYPES[0]]) == 204


def test_a_printed_map_shows_its_people_and_no_controls(people):
    add(people, "RM", TYPES[0])
    people.emulate_media(media="print")

    expect(people.locator("bdi")).to_be_visible()
    expect(people.locator("button:visible, input:visible, table:visible")).to_have_count(0)


@pytest.mark.parametrize("paper", ["Letter", "A4"])
@pytest.mark.parametrize("scripts", [True, False])
def test_nobody_on_the_map_prints_as_a_worksheet_of_one_page(measured, address, paper, scripts):
    page = measured(f"{address}/my-people-map.html", java_script_enabled=scripts)
    page.emulate_media(media="print")

    assert page.locator("table th").all_inner_texts()[1:] == [
        kind.title for kind in CONTENT.library.types
    ]
    assert page.locator("tbody tr:visible").count() >= 8
    expect(page.locator("[data-step]:visible")).to_have_count(len(TYPES))
    expect(page.locator("li[data-ask]:visible")).to_have_count(len(REQUESTS))
    expect(page.locator("button:visible, input:visible")).to_have_count(0)
    assert printed_pages(page, paper) == 1

"""The check before sending: one sum in Python and on the page, whole on paper, and nothing kept but the address."""

from itertools import product

import pytest
from conftest import ROOT
from judged import judge
from made import project, read_yaml, words
from playwright.sync_api import expect
from served import ending, stored

from build_tools.model.pages import CHECK as BEFORE
from build_tools.model.pages import PLANNER

WORDS = words("quiz")
CASES = read_yaml(ROOT / "quiz/components/before-you-send/cases.yml")
CONTENT = project().views
CHECK = CONTENT.quizzes.check
KIND, ASK = next(pair for pair, fit in CONTENT.table.items() if fit.verdict == "can")
TITLES = {one.id: one.title for one in (*CHECK.dimensions, *CHECK.bands)}
TITLES |= {"stopped": WORDS["check_stopped"], "too-few": WORDS["check_few"]}
PLACES = (f"{PLANNER}.html#type={KIND}&ask={ASK}&", f"{BEFORE}.html#")
"""Where the short form and the whole one are asked."""
STOPPED = {item.id: "not-yet" for item in CHECK.items if item.stops}


def form_of(case):
    return CHECK.brief if case.get("form") == "short" else CHECK


def answers_of(case):
    items = form_of(case).items if "all" in case else ()
    given = {item.id: case["all"] for item in items}
    return given | case.get("but", {})


def state(share):
    if share >= CHECK.strong:
        return WORDS["check_in_place"]
    return WORDS["check_open" if share < CHECK.growing else "check_growing"]


def answer_of(page):
    """Return what the result says: its title, its steps, and the state of each dimension."""
    folded = page.locator("details:not([open]):has(right-ask-check) > summary")
    if folded.count():
        folded.click()
    page.get_by_role("button", name=WORDS["check_show"]).click()
    result = page.locator(".ra-check__result")
    return (
        result.locator(".ra-summary__title").inner_text(),
        result.locator("[data-step] strong").all_inner_texts(),
        sorted(result.locator("[data-part=states] li").all_inner_texts()),
    )


@pytest.fixture
def check(visit, address):
    """Open the check with some answers in its address."""

    def open_check(answers=None, **settings):
        marks = ",".join(f"{item}.{answer}" for item, answer in (answers or {}).items())
        return visit(f"{address}/before-you-send.html{marks and '#check=' + marks}", **settings)

    return open_check


@pytest.mark.parametrize("case", [pytest.param(case, id=case["case"]) for case in CASES])
def test_answers_lead_to_a_band_with_steps_or_to_the_reason_for_none(case):
    result = judge(form_of(case), answers_of(case))

    assert result.reason == case.get("reason")
    assert (result.band and result.band.id) == case.get("band")
    assert [one.id for one in result.lowest] == case.get("steps", [])


def test_the_page_says_what_the_function_says(check, address):
    page = check()
    for case in CASES:
        answers = answers_of(case)
        marks = ",".join(f"{item}.{answer}" for item, answer in answers.items())
        page.goto(f"{address}/{PLACES[form_of(case) is CHECK]}check={marks}")
        shares = judge(form_of(case), answers).shares if "band" in case else {}
        states = [
            WORDS["check_state"].format(title=TITLES[name], state=state(share))
            for name, share in shares.items()
        ]
        steps = [TITLES[name] for name in case.get("steps", [])]
        title = TITLES[case.get("band") or case["reason"]]

        assert answer_of(page) == (title, steps, sorted(states)), case["case"]
    assert stored(page) == 0


def test_what_the_page_says_on_paper_of_a_part_is_what_the_sum_says():
    for dimension in CHECK.dimensions:
        items = CHECK.of(dimension.id)
        for given in product([one.id for one in CHECK.answers], repeat=len(items)):
            answers = {item.id: answer for item, answer in zip(items, given, strict=True)}
            share = judge(CHECK, answers).shares.get(dimension.id)

            assert (share is not None and share >= CHECK.strong) == (
                "yes" in given and "not-yet" not in given
            )
            assert (share is not None and share < CHECK.growing) == (
                "not-yet" in given and "yes" not in given
            )


def test_with_scripts_off_there_is_a_list_to_mark_and_how_to_read_it(check):
    page = check(java_script_enabled=False)

    expect(page.locator("fieldset")).to_have_count(len(CHECK.items))
    expect(page.get_by_role("button", name=WORDS["check_show"])).to_be_hidden()
    page.get_by_role("group", name=CHECK.items[0].text).get_by_label("Yes").check()
    reading = page.locator(".ra-check__reading")
    for band in CHECK.bands:
        expect(reading).to_contain_text(band.when)
    for dimension in CHECK.dimensions:
        expect(reading).to_contain_text(dimension.step)


def test_the_check_is_done_by_keyboard_and_the_result_is_announced(check):
    page = check()
    page.get_by_role("radio").first.focus()
    for _ in CHECK.items:
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('summary')"):
            page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("button", name=WORDS["check_show"])).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text(TITLES["ready"])


def test_marks_outlive_a_reload_and_an_old_result_goes_with_the_marks_it_was_for(check):
    page = check({"seen-my-work": "yes", "gone": "yes"})
    page.get_by_role("group", name=CHECK.items[1].text).get_by_label("Partly").check()
    answer_of(page)
    page.reload()

    expect(page).to_have_url(ending("#check=seen-my-work.yes,told-my-news.partly"))
    expect(page.get_by_role("radio", checked=True)).to_have_count(2)
    answer_of(page)
    page.get_by_role("group", name=CHECK.items[1].text).get_by_label("Yes").check()
    expect(page.get_by_role("status")).to_be_empty()


def test_other_pairs_of_the_address_stay_and_clearing_takes_only_ours(visit, address):
    page = visit(f"{address}/before-you-send.html#seen=1&check=seen-my-work.yes")
    page.get_by_role("button", name=WORDS["check_clear"]).click()

    expect(page).to_have_url(ending("#seen=1"))
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    expect(page.get_by_role("radio").first).to_be_focused()


def test_a_stop_leads_to_what_else_could_be_asked(check):
    page = check(STOPPED)
    answer_of(page)
    page.get_by_role("status").get_by_role("link").click()

    page.wait_for_url("**/who-should-i-ask.html")

"""Write a question: people write one by keyboard, see it as readers will, and take it into the bank."""

import re

import pytest
import yaml
from conftest import ROOT
from judgment import judged_in
from made import words
from playwright.sync_api import expect
from served import stored

from build_tools.generate import make_project
from build_tools.read.settings import Settings

ENGLISH = judged_in("")
LIBRARY = ENGLISH.library
WORDS = words("quiz")
BANK = "quiz/bank/which-ask-fits.yml"
RECIPE = (ROOT / "docs/recipes/add-an-item.md").read_text("utf-8")
(COUSIN,) = yaml.safe_load(RECIPE.split("```yaml", 1)[1].split("```", 1)[0])
"""The question that the recipe shows, line by line."""


@pytest.mark.parametrize(
    ("edited", "issues"),
    [
        ("https://github.com/who/guide/edit/main/", "https://github.com/who/guide/issues/new"),
        ("https://gitlab.com/who/guide/-/edit/main/", ""),
        ("", ""),
    ],
)
def test_issues_are_opened_where_the_host_has_forms_for_them(edited, issues):
    assert Settings(edit_url=edited).issues == issues


@pytest.fixture
def writing(visit, address):
    return visit(f"{address}/write-a-question.html", width=1300)


def choose(page, text):
    """Type what an option of a list begins with, as people do who use no mouse, and go on."""
    page.keyboard.type(text)
    page.keyboard.press("Tab")


def write(page, text):
    page.keyboard.type(text)
    page.keyboard.press("Tab")


def put(page, text):
    """Put words into a field at once, as from the clipboard, and go on: for tests of what is seen then."""
    page.keyboard.insert_text(text)
    page.keyboard.press("Tab")


def write_answers(page, record, write):
    """Write the three answers of a question, from the field of the first on."""
    key, *others = sorted(record["options"], key=lambda one: "key" not in one)
    for one in (key, *others):
        write(page, one["text"])
        choose(page, LIBRARY.asks.by_id[one["ask"]].title)
        write(page, one["rationale"])
        if one is not key:
            write(page, one["right_for"])
        choose(page, LIBRARY.statements[one["rests_on"]].text)


def finding(page, name):
    return page.locator(f'[data-finding="{name}"]')


def write_all(page, record, question, write=write):
    """Write a whole question with the keyboard alone, with these words as what it asks."""
    page.get_by_label(WORDS["draft_stem"]).focus()
    write(page, record["stem"])
    page.keyboard.press("Tab")
    write(page, question)
    choose(page, "Family and friends")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    write_answers(page, record, write)


def focused(page):
    return page.evaluate("document.activeElement.dataset.copies || ''")


def copied_yaml(page):
    """Go on to the button that copies, press it, and return what it copies."""
    for _ in range(9):
        if focused(page):
            break
        page.keyboard.press("Tab")
    assert focused(page) == "yaml"
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=yaml-status]")).not_to_be_empty()
    return page.locator("[data-part=yaml]").input_value()


def test_a_question_is_written_by_keyboard_mended_and_taken_into_the_bank(writing, real):
    write_all(writing, COUSIN, COUSIN["question"].rstrip("?"))
    beside = finding(writing, "question")

    expect(beside).to_have_text(WORDS["draft_asks"])
    expect(writing.get_by_label(WORDS["draft_question"])).to_have_attribute("aria-invalid", "true")

    writing.get_by_label(WORDS["draft_question"]).focus()
    writing.keyboard.press("End")
    write(writing, "?")

    expect(beside).to_be_empty()
    expect(writing.locator("[data-part=count]")).to_have_text(WORDS["draft_fine"])

    writing.locator('[name="rests_on-2"]').focus()
    text = copied_yaml(writing)
    bank = real / BANK
    bank.write_text(f"{bank.read_text('utf-8').rstrip()}\n\n{text}", "utf-8")
    read = make_project(real, {})

    assert not read.warnings
    assert len(read.subject.items) == len(ENGLISH.subject.items) + 1
    made = read.subject.items[[one.stem for one in read.subject.items].index(COUSIN["stem"])]
    assert made.fits == tuple(("family-friends", one["ask"]) for one in COUSIN["options"])


def test_it_is_seen_and_answered_as_readers_will_and_nothing_is_kept_or_asked(writing):
    write_all(writing, COUSIN, COUSIN["question"], put)
    shown = writing.locator("[data-part=item] article")

    expect(shown.locator(".ra-stem")).to_have_text(COUSIN["stem"])
    shown.get_by_text(COUSIN["options"][1]["text"]).first.click()
    shown.get_by_role("button", name=WORDS["check"]).click()
    expect(shown.get_by_role("status")).to_contain_text(COUSIN["options"][1]["rationale"])
    expect(shown.get_by_role("status")).to_contain_text(COUSIN["options"][0]["text"])
    assert stored(writing) == 0
    assert "#" not in writing.url


def test_the_question_as_readers_see_it_lies_over_nothing_that_is_to_be_taken_along(writing):
    shown, taken = writing.locator(".ra-write__shown"), writing.locator(".ra-write__results")
    left, whole = shown.bounding_box()["x"], taken.bounding_box()

    assert whole["x"] + whole["width"] <= left


def test_it_says_what_ties_prove_of_a_request_and_asks_where_that_is_at_odds_with_the_answer(
    writing,
):
    reference = LIBRARY.asks.by_id["work-reference"]
    told = writing.locator('[data-tied="0"]')
    writing.locator('[name="ask-0"]').select_option(reference.id)

    expect(told).to_contain_text(WORDS["draft_at_odds"])
    writing.get_by_label(LIBRARY.ties.by_id["work"].question).check()
    expect(told).to_have_text(
        WORDS["draft_can"].format(need=ENGLISH.rules["asks"][reference.id]["need"])
    )


def kind_and_request(*, settled):
    """Return a kind of contact and a request that the table settles for it, or does not and does for another."""
    for ask, one in ENGLISH.rules["asks"].items():
        for kind in LIBRARY.types:
            if (kind.id in one["fits"]) is settled and any(one["fits"].values()):
                return kind, LIBRARY.asks.by_id[ask]
    raise AssertionError


def test_requests_that_make_an_answer_what_it_is_to_be_come_first_in_its_list(writing):
    kind, _ = kind_and_request(settled=True)
    settled = {
        ask: one["fits"][kind.id]
        for ask, one in ENGLISH.rules["asks"].items()
        if kind.id in one["fits"]
    }
    writing.locator("[name=contact_type]").select_option(kind.id)

    expect(writing.locator("[data-part=settled]")).to_have_text(
        WORDS["draft_settled"].format(count=len(settled), total=len(LIBRARY.asks))
    )
    for at, wanted in ((0, True), (1, False), (2, False)):
        first = writing.locator(f'[name="ask-{at}"] optgroup').first.locator("option")
        values = [one.get_attribute("value") for one in first.all()]
        assert set(values) == {ask for ask, fits in settled.items() if fits is wanted}
        every = writing.locator(f'[name="ask-{at}"] option')
        assert every.count() == len(LIBRARY.asks) + 1


def test_a_request_that_the_table_does_not_settle_says_for_whom_it_does(writing):
    kind, ask = kind_and_request(settled=False)
    fits = ENGLISH.rules["asks"][ask.id]["fits"]
    titles = ", ".join(one.title for one in LIBRARY.types if fits.get(one.id))
    writing.locator("[name=contact_type]").select_option(kind.id)
    writing.locator("[name=ask-0]").select_option(ask.id)

    beside = finding(writing, "ask-0")
    expect(beside).to_have_text(f"{WORDS['draft_open']} {WORDS['draft_for'].format(kinds=titles)}")
    writing.locator("[name=ask-0]").select_option("")
    expect(beside).to_be_empty()


def test_how_many_words_a_text_may_have_is_told_before_it_has_more(writing):
    for name, most in (("stem", 45), ("text-0", 12), ("text-2", 12), ("rationale-1", 45)):
        expect(writing.locator(f'[name="{name}"]')).to_have_accessible_description(
            re.compile(re.escape(WORDS["draft_at_most"].format(most=most)))
        )


def test_what_is_still_to_do_leads_to_its_field_and_says_it_there(writing):
    writing.get_by_label(WORDS["draft_stem"]).fill(COUSIN["stem"])
    todo = WORDS["draft_todo"].format(part=WORDS["draft_other_wrong"], field=WORDS["draft_because"])
    expect(finding(writing, "rationale-2")).to_be_empty()
    writing.get_by_role("button", name=todo, exact=True).click()

    expect(writing.locator('[name="rationale-2"]')).to_be_focused()
    expect(finding(writing, "rationale-2")).to_have_text(WORDS["draft_no_because"])
    count = writing.locator("[data-part=todo] button").count()
    expect(writing.locator("[data-part=count]")).to_have_text(
        WORDS["draft_mend"].format(count=count)
    )


def test_an_answer_in_quotation_marks_is_read_back_with_no_second_ones(writing):
    write_all(writing, COUSIN, COUSIN["question"], put)
    said = COUSIN["options"][0]["text"]
    writing.locator('[name="text-0"]').fill(f'"{said}"')
    shown = writing.locator("[data-part=item] article")
    shown.get_by_text(COUSIN["options"][1]["text"]).first.click()
    shown.get_by_role("button", name=WORDS["check"]).click()

    expect(shown.get_by_role("status")).to_contain_text(WORDS["fits"].format(right=f"“{said}”"))


def test_what_was_found_is_said_once_when_somebody_goes_on(writing):
    writing.get_by_label(WORDS["draft_stem"]).focus()
    heard = writing.locator("[data-part=heard]")
    writing.keyboard.type("Tariq wants to drive for Walmart.")

    expect(heard).to_be_empty()
    writing.keyboard.press("Tab")
    expect(heard).to_have_text(WORDS["draft_real"].format(word="walmart"))


def test_what_one_answer_says_is_judged_before_the_others_are_there(writing):
    writing.locator('[name="text-0"]').focus()
    write(writing, "All of the above")

    expect(finding(writing, "text-0")).to_have_text(
        WORDS["draft_combined"].format(text="All of the above")
    )


def test_what_is_typed_with_signs_of_yaml_stays_a_text(writing):
    for field in writing.locator(".ra-write__fields textarea").all():
        field.fill("- {a: 'b'}\n# \"c\" \\ & *d: ✓ …")
    (record,) = yaml.safe_load(writing.locator("[data-part=yaml]").input_value())

    assert record["stem"] == record["options"][2]["right_for"] == "- {a: ’b’} # “c” \\ & *d: ✓ …"


def test_without_scripts_the_page_leads_to_the_other_roads(visit, address):
    page = visit(f"{address}/write-a-question.html", java_script_enabled=False)

    expect(page.get_by_text(WORDS["draft_without"])).to_be_visible()
    expect(page.locator("#roads")).to_be_visible()
    expect(page.get_by_label(WORDS["draft_stem"])).to_be_hidden()

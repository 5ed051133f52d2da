"""Write a question: what the page says of it is what `check` says, and what it gives can be taken into the bank."""

import functools
import itertools
import json
import shutil
import subprocess
import tempfile
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from conftest import ROOT
from made import project, words
from playwright.sync_api import expect
from served import stored

from build_tools.derive.ties import can_do
from build_tools.generate import read_project
from build_tools.problems import Problems
from build_tools.prove.registry import ITEM_RULES, held
from build_tools.read.questions import COLUMNS, read_questions
from build_tools.read.settings import Settings

PROJECT = project()
SUBJECT = PROJECT.subject
MARKUP = next(page.markdown for page in PROJECT.guide.pages if page.id == "write-a-question")
RULES = json.loads(unescape(MARKUP.split("data-rules='", 1)[1].split("'", 1)[0]))
WORDS = words("quiz")
NOT_HERE = {"I02", "I16", "I17", "I30", "I31"}
"""Rules of one item that hold by the form itself, or that only `check` holds."""
BANK = "quiz/bank/which-ask-fits.yml"
_BY_HAND = [one for one in SUBJECT.choices if not one.model and len(one.options) == 3]
FIRST = next(one for one in _BY_HAND if one.id == "which-ask-fits/uncle-who-knows-the-town")
WRITTEN = [FIRST, *(one for one in _BY_HAND if one is not FIRST)]
RECIPE = (ROOT / "docs/recipes/add-an-item.md").read_text("utf-8")
(COUSIN,) = yaml.safe_load(RECIPE.split("```yaml", 1)[1].split("```", 1)[0])
"""The question that the recipe shows, line by line."""


def changed(item, *, key=None, first=None, **texts):
    """Return an item with other texts: of its right option, of its first wrong one, or its own."""
    options = list(item.options)
    for told, right in ((key, True), (first, False)):
        at = next(at for at, one in enumerate(options) if one.right == right)
        options[at] = replace(options[at], **(told or {}))
    return replace(item, options=tuple(options), **texts)


FAULTS = {
    "I04": changed(FIRST, first={"text": "None of the above"}),
    "I05": changed(
        FIRST, first={"text": "Would you be so kind as to be my reference there, and soon?"}
    ),
    "I09": changed(FIRST, key={"text": "The bus company in town?"}),
    "I10": changed(FIRST, question="Which request ____ the woman"),
    "I11": changed(FIRST, question="Which request does not fit the woman?"),
    "I12": changed(FIRST, key={"text": "Would you always be my reference?"}),
    "I13": changed(FIRST, key={"text": "Would you speak to the company?"}),
    "I14": changed(FIRST, first={"text": "Sometimes"}),
    "I15": changed(FIRST, stem=f"{FIRST.stem} {FIRST.stem}"),
    "I21": changed(FIRST, key={"rationale": "Would you be my reference?"}),
    "I22": changed(FIRST, key={"rationale": "Obviously she saw six years of it."}),
    "I28": changed(
        FIRST, names=("Yusuf", "Malik"), stem="Yusuf Baker wants to drive. Somebody told Mr. Malik."
    ),
    "I29": changed(FIRST, stem="Yusuf wants to drive for Walmart in Zanesville."),
    "I42": changed(FIRST, stem="Yusuf likes the colour of the bus, whilst his uncle waits."),
}


def draft(item):
    """Return an item as the page has it: the right option first."""
    options = sorted(item.options, key=lambda one: not one.right)
    names = ("text", "rationale", "rests_on", "right_for")
    return {
        "stem": item.stem,
        "question": item.question,
        "contact_type": item.contact_type or "",
        "options": [
            {name: getattr(one, name) for name in names} | {"ask": one.ask or ""} for one in options
        ],
    }


@functools.cache
def judged():
    """Return what the page makes of each item of the bank, of each fault, and of each request with all ties that somebody may have."""
    items = [*WRITTEN, *FAULTS.values()]
    given = {
        "rules": RULES,
        "columns": COLUMNS,
        "drafts": [draft(item) for item in items],
        "ties": TIES,
    }
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(given, file)
        file.flush()
        command = ["node", "tests/components/judging.mjs", file.name]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


LIBRARY = PROJECT.views.library
TIES = [
    list(some)
    for count in range(len(LIBRARY.ties) + 1)
    for some in itertools.combinations([tie.id for tie in LIBRARY.ties], count)
]


def told_by_rules(item):
    """Return the ids of the rules that `check` finds broken, of those that the page holds."""
    errors, warnings = held(SUBJECT.of([item]), ITEM_RULES)
    return {one.rule for one in (*errors, *warnings)} - NOT_HERE


@pytest.mark.node
def test_ties_prove_on_the_page_what_they_prove_in_the_table():
    proven = {ask.id: [can_do(ask, set(some)) for some in TIES] for ask in LIBRARY.asks}

    assert judged()["able"] == proven
    assert len(TIES) == 8


@pytest.mark.node
@pytest.mark.parametrize("rule", FAULTS)
def test_the_page_finds_each_fault_that_check_finds(rule):
    found = judged()["findings"][len(WRITTEN) + list(FAULTS).index(rule)]
    rules = {one["rule"] for one in found} - {"table", ""}

    assert rule in rules
    assert rules == told_by_rules(FAULTS[rule])


def test_each_rule_of_one_item_is_on_the_page_or_known_not_to_be():
    assert FAULTS.keys() | NOT_HERE == {rule.id for rule in ITEM_RULES}


@pytest.mark.node
def test_the_page_finds_nothing_in_the_bank_where_check_finds_nothing():
    found = judged()["findings"][: len(WRITTEN)]

    assert len(WRITTEN) > 20
    for item, findings in zip(WRITTEN, found, strict=True):
        told = {(one["rule"], one["field"], one["say"]) for one in findings}
        too_much = {one for one in told if one[0] == "" and one[1].startswith("right_for")}
        assert told - too_much == set(), item.id


@pytest.mark.node
def test_what_it_writes_is_the_question_again_in_yaml_and_in_a_spreadsheet():
    made = judged()
    for item, text, row in zip(WRITTEN, made["yaml"], made["rows"], strict=False):
        (record,) = yaml.safe_load(f"items:\n{text}")["items"]
        problems = Problems()
        (question,) = read_questions("questions.csv", row.encode(), problems)

        assert record["stem"] == item.stem == question["scene"].text
        assert record["options"][0]["text"] == item.key.text == question["right"].text
        assert [one["rests_on"] for one in record["options"]] == [
            one["rests_on"] for one in draft(item)["options"]
        ]
        assert len({one["id"] for one in record["options"]}) == 3


@pytest.mark.node
def test_a_suggestion_fills_in_fields_that_its_form_has():
    form = yaml.safe_load(
        (ROOT / ".github/ISSUE_TEMPLATE/suggest-a-question.yml").read_text("utf-8")
    )
    fields = {one["id"] for one in form["body"] if "id" in one}
    query = parse_qs(urlsplit(judged()["issues"][0]).query)

    assert query.pop("template") == ["suggest-a-question.yml"]
    assert set(query) == fields
    assert query["stem"] == [FIRST.stem]


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


def write_answers(page, record):
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


def write_all(page, record, question):
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
    write_answers(page, record)


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
    expect(page.locator("[data-part=yaml-told]")).not_to_be_empty()
    return page.locator("[data-part=yaml]").input_value()


def test_a_question_is_written_by_keyboard_mended_and_taken_into_the_bank(writing, tmp_path):
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
    for name in ("content", "quiz"):
        shutil.copytree(ROOT / name, tmp_path / name)
    bank = tmp_path / BANK
    bank.write_text(f"{bank.read_text('utf-8').rstrip()}\n\n{text}", "utf-8")
    read = read_project(tmp_path, {})

    assert not read.warnings
    assert len(read.subject.items) == len(SUBJECT.items) + 1
    made = read.subject.items[[one.stem for one in read.subject.items].index(COUSIN["stem"])]
    assert made.fits == tuple(("family-friends", one["ask"]) for one in COUSIN["options"])


def test_it_is_seen_and_answered_as_readers_will(writing):
    write_all(writing, COUSIN, COUSIN["question"])
    shown = writing.locator("[data-part=item] article")

    expect(shown.locator(".ra-stem")).to_have_text(COUSIN["stem"])
    shown.get_by_text(COUSIN["options"][1]["text"]).first.click()
    shown.get_by_role("button", name=WORDS["check"]).click()
    expect(shown.get_by_role("status")).to_contain_text(COUSIN["options"][1]["rationale"])
    expect(shown.get_by_role("status")).to_contain_text(COUSIN["options"][0]["text"])


def test_it_says_what_ties_prove_of_a_request_and_asks_where_that_is_at_odds_with_the_answer(
    writing,
):
    reference = LIBRARY.asks.by_id["work-reference"]
    told = writing.locator('[data-tied="0"]')
    writing.locator('[name="ask-0"]').select_option(reference.id)

    expect(told).to_contain_text(WORDS["draft_at_odds"])
    writing.get_by_label(LIBRARY.ties.by_id["work"].question).check()
    expect(told).to_have_text(WORDS["draft_can"].format(need=RULES["asks"][reference.id]["need"]))


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


def test_it_keeps_nothing_and_asks_nobody(writing):
    write_all(writing, COUSIN, COUSIN["question"])

    assert stored(writing) == 0
    assert "#" not in writing.url

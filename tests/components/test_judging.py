"""What the page says of a question is what `check` says, in each language, and what it gives can be taken into the bank."""

from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from conftest import ROOT
from judgment import CASES, NOT_HERE, draft, judged_in
from made import read_yaml

from build_tools.problems import Problems
from build_tools.prove.registry import ITEM_RULES
from build_tools.read.questions import read_questions


@pytest.fixture(params=CASES, ids=lambda edition: edition or "en")
def judged(request):
    return judged_in(request.param)


@pytest.mark.node
def test_ties_prove_on_the_page_what_they_prove_in_the_table(judged):
    assert judged.page["able"] == judged.proven()
    assert len(judged.ties) == 8


@pytest.mark.node
@pytest.mark.parametrize("rule", CASES[""]["faults"])
def test_the_page_finds_each_fault_that_check_finds(judged, rule):
    assert rule in judged.found_by_page(rule)
    assert judged.found_by_page(rule) == judged.found_by_check(rule)


@pytest.mark.node
@pytest.mark.parametrize(
    ("edition", "edge"), [(one, edge) for one in CASES for edge in CASES[one]["edges"]]
)
def test_both_find_the_same_at_the_edges_of_rules(edition, edge):
    judged = judged_in(edition)
    expected = set(CASES[edition]["edges"][edge]["breaks"])

    assert judged.found_by_check(edge) == expected == judged.found_by_page(edge)


@pytest.mark.parametrize("edition", CASES)
def test_each_rule_of_one_item_is_on_the_page_or_known_not_to_be(edition):
    assert CASES[edition]["faults"].keys() | NOT_HERE == {rule.id for rule in ITEM_RULES}


@pytest.mark.node
def test_the_page_finds_nothing_in_the_bank_where_check_finds_nothing(judged):
    found = judged.page["findings"][: len(judged.written)]

    assert len(judged.written) > 20
    for item, findings in zip(judged.written, found, strict=True):
        told = {(one["rule"], one["field"], one["say"]) for one in findings}
        too_much = {one for one in told if one[0] == "" and one[1].startswith("right_for")}
        assert told - too_much == set(), item.id


@pytest.mark.node
def test_what_it_writes_is_the_question_again_in_yaml_and_in_a_spreadsheet(judged):
    made = judged.page
    for item, text, row in zip(judged.written, made["yaml"], made["rows"], strict=False):
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
def test_a_suggestion_fills_in_fields_that_its_form_has(judged):
    form = read_yaml(ROOT / ".github/ISSUE_TEMPLATE/suggest-a-question.yml")
    fields = {one["id"] for one in form["body"] if "id" in one}
    query = parse_qs(urlsplit(judged.page["issues"][0]).query)

    assert query.pop("template") == ["suggest-a-question.yml"]
    assert set(query) == fields
    assert query["stem"] == [judged.first.stem]

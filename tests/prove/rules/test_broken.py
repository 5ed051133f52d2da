"""Each rule of the bank has a broken item, form or bank that it catches and no other does."""

import re
from copy import deepcopy
from dataclasses import replace

import pytest
import yaml
from conftest import ROOT
from made import facts, project, read_yaml

from build_tools.derive.bank import build_bank
from build_tools.derive.draw import Series
from build_tools.model.forms import Form
from build_tools.problems import Problems
from build_tools.prove.registry import BANK_RULES, ENFORCED, ITEM_RULES, check_quiz
from build_tools.read.items import load_bank
from build_tools.read.reading import begin

WRITTEN = read_yaml(ROOT / "tests/prove/rules/broken.yml")
LIBRARY, TABLE, QUIZ = facts()
SUBJECT = project().subject
BANK = {item.id: item for item in SUBJECT.items}
FORMS = SUBJECT.forms
IN_SETS = {"I06", "I18", "I20", "I26", "I41", "I43", "I46", "I47"}
"""These take a whole bank: test_banks.py breaks one."""


def changed(sound, change):
    """Return a record with some keys changed, also in the records it holds."""
    merged = deepcopy(sound)
    for key, value in change.items():
        inner = isinstance(value, dict)
        merged[key] = changed(sound.get(key, {}), value) if inner else value
    return {key: value for key, value in merged.items() if value is not None}


def written(root, records):
    """Return the items that `records` make, and what is wrong with them."""
    for record in records:
        record["options"] = [{"id": name, **one} for name, one in record["options"].items()]
    path = root / "quiz/bank/broken.yml"
    path.parent.mkdir(parents=True)
    path.write_text(
        yaml.safe_dump({"kind": "family-friends", "items": records}, allow_unicode=True)
    )
    found = Problems()
    items = load_bank(begin(root, found))
    quiz = replace(QUIZ, written=items, models=())
    return tuple(build_bank(LIBRARY, quiz, TABLE, found).items.values()), found


def a_form(items, places):
    items = tuple(map(with_key_at, items, places))
    blueprint = replace(QUIZ.blueprints[0], size=len(items))
    return Form(id="a", title="A", blueprint=blueprint, items=items, path="quiz/forms/a.yml")


def with_key_at(item, place):
    names = [option.id for option in item.options if option != item.key]
    return item.arranged([*names[:place], item.key.id, *names[place:]])


def said(subject, found):
    check_quiz(subject, (), found)
    return [
        (problem.rule, f"{problem.what}; {problem.instead}")
        for problem in found.errors + found.warnings
    ]


def test_the_sound_item_breaks_no_rule(tmp_path):
    items, found = written(tmp_path, [changed(WRITTEN["sound"], {})])

    assert said(replace(SUBJECT, items=items, forms=()), found) == []


def a_series(items):
    blueprint = replace(QUIZ.blueprints[0], size=len(items))
    return Series(id="a", blueprint=blueprint, items=items)


@pytest.mark.parametrize("case", [pytest.param(one, id=one["rule"]) for one in WRITTEN["broken"]])
def test_one_rule_and_no_other_catches_it(tmp_path, case):
    changes = case.get("items", [case.get("change")])
    records = [changed(WRITTEN["sound"], change) for change in changes]
    items, found = written(tmp_path, records)
    forms = (a_form(items, case["form"]),) if "form" in case else ()

    series = (a_series(items),) if "may_meet" in case else ()

    found = said(replace(SUBJECT, items=items, forms=forms, series=series), found)

    assert [rule for rule, _ in found] == [case["rule"]]
    ((_, text),) = found
    assert re.fullmatch(re.escape(case["says"]).replace("<grade>", r"[\d.]+"), text), text


def test_every_rule_has_its_broken_item():
    rules = {rule.id for rule in (*ITEM_RULES, *BANK_RULES)} | set(ENFORCED)

    assert {case["rule"] for case in WRITTEN["broken"]} | IN_SETS == rules

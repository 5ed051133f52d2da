"""The rules of the bank by id, and how their findings become errors, warnings or accepted ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from ..model.items import Item
from ..model.rule_words import Accepted, RuleWords
from ..problems import Problem, Problems, did_you_mean
from . import bank, guesser, options, stem, wording
from . import forms as form
from .rule import Rule, Subject, both, each, each_choice, each_grid
from .texts import TEXT_LISTS, TEXT_RULES

ITEM_RULES: tuple[Rule, ...] = (
    Rule(
        id="I02",
        severity="error",
        check=both(each_choice(options.options_are_three), each_grid(options.rows_are_few)),
    ),
    Rule(
        id="I04",
        severity="error",
        check=each_choice(options.options_stand_alone),
        needs="words",
    ),
    Rule(id="I05", severity="warning", check=each_choice(options.lengths_are_alike)),
    Rule(
        id="I09",
        severity="warning",
        check=each_choice(options.openings_are_alike),
        needs="openings",
    ),
    Rule(id="I10", severity="error", check=each(stem.question_asks)),
    Rule(id="I11", severity="error", check=each(stem.question_is_positive), needs="words"),
    Rule(
        id="I12",
        severity="warning",
        check=each_choice(options.key_is_not_absolute),
        needs="words",
    ),
    Rule(
        id="I13",
        severity="warning",
        check=each_choice(options.stem_does_not_tell),
        needs="words",
    ),
    Rule(
        id="I14",
        severity="warning",
        check=each_choice(options.options_are_more_than_frequencies),
        needs="words",
    ),
    Rule(id="I15", severity="warning", check=each(stem.is_short), needs="measures"),
    Rule(id="I16", severity="warning", check=each(stem.is_plain), needs="measures"),
    Rule(id="I17", severity="error", check=each_choice(stem.claims_are_few)),
    Rule(id="I21", severity="error", check=each(wording.rationales_explain)),
    Rule(id="I22", severity="warning", check=each(wording.feedback_does_not_judge), needs="words"),
    Rule(id="I28", severity="error", check=each(wording.names_are_first_names)),
    Rule(id="I29", severity="warning", check=each(wording.nobody_is_pointed_at), needs="words"),
    Rule(id="I30", severity="error", check=each(wording.qualifiers_are_kept), needs="qualifiers"),
    Rule(id="I31", severity="error", check=each(wording.opinions_are_not_asked)),
    Rule(id="I42", severity="warning", check=each(wording.words_are_ours), needs="usage"),
)
FORM_RULES: tuple[Rule, ...] = (
    Rule(id="I07", severity="warning", check=form.letters_are_even),
    Rule(id="I23", severity="error", check=form.items_keep_their_keys, needs="words"),
    Rule(id="I25", severity="warning", check=form.forms_are_varied),
    Rule(id="I44", severity="error", check=form.keys_stand_at_more_places),
)
BANK_RULES: tuple[Rule, ...] = (
    Rule(id="I06", severity="error", check=bank.length_does_not_tell),
    Rule(id="I16", severity="warning", check=bank.bank_is_plain, needs="measures"),
    Rule(id="I18", severity="error", check=bank.claims_are_asked),
    Rule(id="I24", severity="warning", check=bank.stems_differ),
    Rule(id="I26", severity="error", check=bank.review_has_another_item),
    Rule(id="I43", severity="warning", check=bank.requests_are_spread),
    Rule(id="I41", severity="error", check=guesser.options_alone_do_not_tell),
    # Of each item, but it has to know what every ask is.
    Rule(id="I45", severity="error", check=each_choice(options.distractors_fit_somebody)),
    Rule(id="I46", severity="error", check=bank.overreach_is_rare),
    Rule(id="I47", severity="error", check=bank.pairs_differ_in_one_fact),
    Rule(id="I44", severity="error", check=bank.keys_are_spread),
    *FORM_RULES,
)
ENFORCED: Mapping[str, str] = MappingProxyType(
    {
        "I01": "an item with no key, or with two, is refused",
        "I03": "an item with two options or rows that read alike is refused",
        "I19": "an item that asks an open fit is refused",
        "I20": "a form whose keys are not balanced is refused",
    }
)
"""Rules that hold before there is a bank: what breaks one is no item, or no form."""

_SEVERITY = (
    {rule.id: rule.severity for rule in (*ITEM_RULES, *BANK_RULES)}
    | dict.fromkeys(ENFORCED, "error")
    | dict.fromkeys(TEXT_RULES, "warning")
)


def check_quiz(subject: Subject, accepted: Sequence[Accepted], problems: Problems) -> int:
    """Note what breaks a rule and is not accepted; return how many warnings are, those of texts too.

    A file that could not be read as it should is judged once it can; the bank, when all files can.
    """
    broken = {problem.place.path for problem in problems.errors}
    whole = not problems.errors and not problems.lost and not problems.unread
    sound = [item for item in subject.items if _is_judgeable(item, broken)]
    errors, warnings = (
        held(subject, (*ITEM_RULES, *BANK_RULES)) if whole else held(subject.of(sound), ITEM_RULES)
    )
    allowed = {(one.rule, one.item) for one in accepted}
    problems.errors += errors
    warnings += problems.warnings
    problems.warnings = [one for one in warnings if (one.rule, one.where) not in allowed]
    if whole:
        problems.errors += _mistaken(accepted, warnings)
    return sum((one.rule, one.where) in allowed for one in warnings)


def held(subject: Subject, rules: Iterable[Rule]) -> tuple[list[Problem], list[Problem]]:
    """Return the errors and the warnings that rules find."""
    errors: list[Problem] = []
    warnings: list[Problem] = []
    for rule in rules:
        if rule.needs in subject.words.lacking:
            continue
        judged = subject.of_its_language() if rule.needs else subject
        problems = [
            finding.problem(rule.id, subject.library.typed) for finding in rule.check(judged)
        ]
        (errors if rule.severity == "error" else warnings).extend(problems)
    return errors, warnings


def resting(words: RuleWords) -> list[str]:
    """Return the ids of the rules that rest, since the language lacks the list that they go by."""
    needed = {rule.id: rule.needs for rule in (*ITEM_RULES, *BANK_RULES)} | TEXT_LISTS
    return sorted(name for name, one in needed.items() if one in words.lacking)


def _is_judgeable(item: Item, broken: set[str]) -> bool:
    texts = (item.stem, item.question, *(part.text for part in item.parts))
    return item.place.path not in broken and all(texts)


def _mistaken(accepted: Sequence[Accepted], warnings: Iterable[Problem]) -> list[Problem]:
    """Return what is wrong with accepted warnings: nothing, where each still meets one."""
    met = {(warning.rule, warning.where) for warning in warnings}
    mistakes = []
    for one in accepted:
        if one.rule not in _SEVERITY:
            fault = f"no rule is called “{one.rule}”", did_you_mean(one.rule, _SEVERITY)
        elif _SEVERITY[one.rule] == "error":
            fault = f"{one.rule} is an error, which cannot be accepted", "mend the item"
        elif (one.rule, one.item) not in met:
            fault = "nothing gives this warning any more", "delete this entry"
        else:
            continue
        where = f"{one.item}: {one.rule}"
        mistakes.append(Problem(place=one.place, where=where, what=fault[0], instead=fault[1]))
    return mistakes

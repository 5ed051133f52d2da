"""The rules of the bank by id, and how their findings become errors, warnings or accepted ones."""

from collections.abc import Iterable, Mapping, Sequence

from ..model.items import Item
from ..model.rule_words import Accepted, RuleWords
from ..problems import Problem, Problems, did_you_mean
from . import bank, guesser, options, stem, wording
from . import forms as form
from .rule import Rule, Subject, each, each_choice
from .texts import TEXT_LISTS, TEXT_RULES

ITEM_RULES: tuple[Rule, ...] = (
    Rule("I02", "error", each_choice(options.options_are_three)),
    Rule("I02", "error", each(options.rows_are_few)),
    Rule("I04", "error", each_choice(options.options_stand_alone), needs="words"),
    Rule("I05", "warning", each_choice(options.lengths_are_alike)),
    Rule("I09", "warning", each_choice(options.openings_are_alike), needs="openings"),
    Rule("I10", "error", each(stem.question_asks)),
    Rule("I11", "error", each(stem.question_is_positive), needs="words"),
    Rule("I12", "warning", each_choice(options.key_is_not_absolute), needs="words"),
    Rule("I13", "warning", each_choice(options.stem_does_not_tell), needs="words"),
    Rule("I14", "warning", each_choice(options.options_are_more_than_frequencies), needs="words"),
    Rule("I15", "warning", each(stem.is_short), needs="measures"),
    Rule("I16", "warning", each(stem.is_plain), needs="measures"),
    Rule("I17", "error", each_choice(stem.claims_are_few)),
    Rule("I21", "error", each(wording.rationales_explain)),
    Rule("I22", "warning", each(wording.feedback_does_not_judge), needs="words"),
    Rule("I28", "error", each(wording.names_are_first_names)),
    Rule("I29", "warning", each(wording.nobody_is_pointed_at), needs="words"),
    Rule("I30", "error", each(wording.qualifiers_are_kept), needs="qualifiers"),
    Rule("I31", "error", each(wording.opinions_are_not_asked)),
    Rule("I42", "warning", each(wording.words_are_ours), needs="usage"),
)
FORM_RULES: tuple[Rule, ...] = (
    Rule("I07", "warning", form.letters_are_even),
    Rule("I23", "error", form.items_keep_their_keys, needs="words"),
    Rule("I25", "warning", form.forms_are_varied),
    Rule("I44", "error", form.keys_stand_at_more_places),
)
BANK_RULES: tuple[Rule, ...] = (
    Rule("I06", "error", bank.length_does_not_tell),
    Rule("I16", "warning", bank.bank_is_plain, needs="measures"),
    Rule("I18", "error", bank.claims_are_covered),
    Rule("I24", "warning", bank.stems_differ),
    Rule("I26", "error", bank.review_has_another_item),
    Rule("I43", "warning", bank.requests_are_spread),
    Rule("I41", "error", guesser.options_alone_do_not_tell),
    # It judges single items, but needs to know the kind of every ask.
    Rule("I45", "error", each_choice(options.distractors_fit_somebody)),
    Rule("I46", "error", bank.overreach_is_rare),
    Rule("I47", "error", bank.pairs_differ_in_one_fact),
    Rule("I44", "error", bank.keys_are_spread),
    *FORM_RULES,
)
ENFORCED: Mapping[str, str] = {
    "I01": "an item with no key, or with two, is refused",
    "I03": "an item with two options or rows that read alike is refused",
    "I19": "an item that asks an open fit is refused",
    "I20": "a form whose keys are not balanced is refused",
}
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
        judge(subject, (*ITEM_RULES, *BANK_RULES))
        if whole
        else judge(subject.of(sound), ITEM_RULES)
    )
    allowed = {(one.rule, one.item) for one in accepted}
    problems.errors += errors
    warnings += problems.warnings
    problems.warnings = [one for one in warnings if (one.rule, one.where) not in allowed]
    if whole:
        problems.errors += _mistaken(accepted, warnings)
    return sum((one.rule, one.where) in allowed for one in warnings)


def judge(subject: Subject, rules: Iterable[Rule]) -> tuple[list[Problem], list[Problem]]:
    """Return the errors and the warnings that rules find in a subject."""
    errors: list[Problem] = []
    warnings: list[Problem] = []
    for rule in rules:
        if rule.needs in subject.words.lacking:
            continue
        of_rule = subject.of_its_language() if rule.needs else subject
        problems = [
            finding.problem(rule.id, subject.library.typed) for finding in rule.find(of_rule)
        ]
        (errors if rule.severity == "error" else warnings).extend(problems)
    return errors, warnings


def resting(words: RuleWords) -> list[str]:
    """Return the ids of the rules that do not run, since the language lacks the list that they go by."""
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

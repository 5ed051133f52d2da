"""Quizzes: everything in quiz/, and the words it is shown with."""

from typing import Any

from .. import families
from ..model.forms import Blueprint, QuizSource
from ..model.language import GUIDE_LANGUAGE, Language
from ..model.rule_words import LISTS, Measures, RuleWords
from .before_you_send import load_check
from .forms import load_drawn
from .items import load_bank, load_models
from .reading import Reading

_RULES = "quiz/rules"


def load_quiz(reading: Reading, language: Language) -> QuizSource:
    """Return the quiz as its authors wrote it, with the rules of its language."""
    rules = f"{_RULES}/{language.name}"
    return QuizSource(
        written=load_bank(reading),
        models=load_models(reading),
        blueprints=blueprints(reading),
        drawn=load_drawn(reading),
        check=load_check(reading),
        words=reading.all("quiz/words.yml"),
        rule_words=_rule_words(reading, rules),
        accepted=_there(f"{rules}/accepted.yml", reading) or (),
    )


def blueprints(reading: Reading) -> tuple[Blueprint, ...]:
    read: tuple[Blueprint, ...] = reading.all(
        "quiz/blueprints.yml", families.BLUEPRINT, families.RECIPE
    )
    return read


def _rule_words(reading: Reading, rules: str) -> RuleWords:
    """Return every word list of a language; one that could not be read, or is not there, is empty."""
    opinions = reading.all(f"{_RULES}/opinions.yml")
    lists = {name: _there(f"{rules}/{name}.yml", reading) for name in LISTS}
    measures: Measures | None = lists["measures"]
    # Without each of them nothing can be measured.
    sound = measures and all((measures.item, measures.bank, measures.sentence, measures.longer))
    openings = lists["openings"] or {}
    return RuleWords(
        lists={**(lists["words"] or {}), "opinions": opinions.opinions, "quoted": opinions.quoted},
        openings={word: name for name, words in openings.items() for word in words},
        usage=lists["usage"] or {},
        qualifiers=lists["qualifiers"] or {},
        names=reading.all(f"{_RULES}/names.yml").names,
        measures=measures if sound else None,
        lacking=frozenset(name for name, held in lists.items() if held is None),
    )


def _there(path: str, reading: Reading) -> Any:
    """Return the content of a file that only some languages have, or None."""
    needed = path.startswith(f"{_RULES}/{GUIDE_LANGUAGE.name}/")
    before = len(reading.problems.errors)
    held = reading.all(path) if needed or reading.tree.has(path) else None
    return held if len(reading.problems.errors) == before else None

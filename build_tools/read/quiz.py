"""Everything in quiz/, and the words it is shown with."""

from __future__ import annotations

from ..model.forms import QuizSource
from ..model.rule_words import RuleWords
from .before_you_send import load_check
from .forms import load_drawn
from .items import load_bank, load_models
from .reading import Reading

_WORDS = "rule words"


def load_quiz(reading: Reading) -> QuizSource:
    """Return the quiz as its authors wrote it."""
    return QuizSource(
        written=load_bank(reading),
        models=load_models(reading),
        blueprints=reading.all("quiz/blueprints.yml", "blueprint", "recipe"),
        drawn=load_drawn(reading),
        check=load_check(reading),
        words=reading.all("quiz/words.yml"),
        rule_words=_rule_words(reading),
        accepted=reading.all("quiz/rules/accepted.yml", "accepted"),
    )


def _rule_words(reading: Reading) -> RuleWords:
    """Return every word list; one that could not be read is empty."""
    opinions = reading.all("quiz/rules/opinions.yml", _WORDS)
    openings = reading.all("quiz/rules/openings.yml", _WORDS)
    lists = reading.all("quiz/rules/words.yml", _WORDS)
    return RuleWords(
        lists={**lists, "opinions": opinions.opinions, "quoted": opinions.quoted},
        openings={word: kind for kind, words in openings.items() for word in words},
        american=reading.all("quiz/rules/american.yml", _WORDS),
        qualifiers=reading.all("quiz/rules/qualifiers.yml", _WORDS),
        names=reading.all("quiz/rules/names.yml", _WORDS).names,
    )

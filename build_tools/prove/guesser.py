"""Somebody who knows nothing and goes by cues: how far that leads over the bank."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from types import MappingProxyType

from ..model.items import Choice, Option
from ..model.rule_words import BANK
from .bank import FEWEST_ITEMS, PLACE
from .language import words
from .rule import Finding, Subject, phrases_in

_POINTS = 0.10
_DEVIATIONS = 1.96
_ROUNDING = 1e-9
_CAPITAL_OR_NUMBER = re.compile(r"\d+|(?<=[\w,;’] )[A-Z]\w+")

Cue = Callable[[Option, Choice, Subject], float]
"""How strongly an option draws a guesser."""


def _hedges(option: Option, _item: Choice, subject: Subject) -> float:
    return len(phrases_in(option.text, subject.listed("hedges")))


def _absolutes(option: Option, _item: Choice, subject: Subject) -> float:
    listed = (*subject.listed("absolutes"), *subject.listed("sweeping"))
    return -len(phrases_in(option.text, listed))


def _length(option: Option, _item: Choice, _subject: Subject) -> float:
    return len(option.text)


def _detail(option: Option, _item: Choice, subject: Subject) -> float:
    """Count words of content, with numbers and names for two."""
    return len(subject.content(option.text)) + len(_CAPITAL_OR_NUMBER.findall(option.text))


def _echo(option: Option, item: Choice, subject: Subject) -> float:
    return len(subject.content(f"{item.stem} {item.question}") & set(words(option.text)))


CUES: Mapping[str, Cue] = MappingProxyType(
    {
        "hedged": _hedges,
        "not absolute": _absolutes,
        "longest": _length,
        "most specific": _detail,
        "shares words": _echo,
    }
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Score:
    """How often a guesser by some cues is right, with its 95% interval; 1 is always."""

    cues: tuple[str, ...]
    right: float
    low: float
    high: float
    chance: float

    def __str__(self) -> str:
        interval = f"{self.right:.0%} ({self.low:.0%} to {self.high:.0%})"
        return f"{' + '.join(self.cues)}: {interval}, chance {self.chance:.0%}"


@lru_cache(maxsize=1)  # A subject is one by identity: the rule and the summary share its scores.
def guess(subject: Subject) -> tuple[Score, ...]:
    """Return the score of each cue alone and of each set of them."""
    items = subject.choices
    drawn = [_drawn(item, subject) for item in items]
    chance = sum(1 / len(item.options) for item in items) / max(1, len(drawn))
    sets = [chosen for size in range(1, len(CUES) + 1) for chosen in combinations(CUES, size)]
    return tuple(_score(cues, [_credit(one, cues) for one in drawn], chance) for cues in sets)


def cues_do_not_tell(subject: Subject) -> Iterator[Finding]:
    """I41: a guesser by cues, alone or together, stays within 10 points of chance."""
    if len(subject.choices) < FEWEST_ITEMS:
        return
    for score in guess(subject):
        if abs(score.right - score.chance) > _POINTS:
            what = f"cues alone tell where the key is: {score}"
            instead = "spread these cues over keys and distractors alike"
            yield Finding(place=PLACE, item=BANK, what=what, instead=instead)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Drawn:
    """Where an item has its key, and by cue the share of the vote that each option gets."""

    key: int
    votes: Mapping[str, Sequence[float]]


def _drawn(item: Choice, subject: Subject) -> _Drawn:
    votes = {name: _vote(item, cue, subject) for name, cue in CUES.items()}
    return _Drawn(key=item.options.index(item.key), votes=votes)


def _vote(item: Choice, cue: Cue, subject: Subject) -> list[float]:
    """Return a vote for the option with the most of a cue, shared where several have as much."""
    strength = [cue(option, item, subject) for option in item.options]
    most = max(strength)
    return [(value == most) / strength.count(most) for value in strength]


def _credit(drawn: _Drawn, cues: Sequence[str]) -> float:
    """Return the chance of being right for one who takes the option with the most votes."""
    sums = list(map(sum, zip(*(drawn.votes[cue] for cue in cues), strict=True)))
    most = max(sums) - _ROUNDING
    return (sums[drawn.key] >= most) / sum(value >= most for value in sums)


def _score(cues: tuple[str, ...], scored: Sequence[float], chance: float) -> Score:
    count = max(1, len(scored))
    right = sum(scored) / count
    spread = math.sqrt(sum((credit - right) ** 2 for credit in scored)) / count
    low, high = max(0.0, right - _DEVIATIONS * spread), min(1.0, right + _DEVIATIONS * spread)
    return Score(cues=cues, right=right, low=low, high=high, chance=chance)

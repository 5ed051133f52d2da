"""A guesser: how often a naive Bayes classifier finds the key by the words of options, without scene and question."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from ..model.items import Option
from ..model.rule_words import BANK
from .bank import FEWEST_ITEMS, OPTIONS, PLACE
from .language import words
from .rule import Finding, Subject

_MOST = 0.45
_DEVIATIONS = 1.96
_ROUNDING = 1e-9


@dataclass(frozen=True, kw_only=True, slots=True)
class Score:
    """How often the key is found from options alone, with the 95% interval; 1 is always."""

    items: int
    right: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.right:.0%} ({self.low:.0%} to {self.high:.0%}), chance {1 / OPTIONS:.0%}"


@lru_cache(maxsize=1)  # A subject is one by identity: the rule and the summary share its score.
def guess(subject: Subject) -> Score:
    """Return the score over the items with three options that are no closed set."""
    items = [item for item in subject.choices if len(item.options) == OPTIONS and not item.closed]
    counts = _Counts(option for item in items for option in item.options)
    return _score([_credit(item.options, counts) for item in items])


def options_alone_do_not_tell(subject: Subject) -> Iterator[Finding]:
    """I41: who counts words and sees options only finds the key of at most 45% of the items.

    In an edition, of those that it has in its own language: a new question of the guide must not stop it.
    """
    score = guess(subject.of_its_language())
    if score.items >= FEWEST_ITEMS and score.right > _MOST:
        what = f"words of options alone tell where the key is: {score}"
        instead = "let each request be right in some items, and wrong in twice as many"
        yield Finding(place=PLACE, item=BANK, what=what, instead=instead)


_Mark = tuple[str, ...]
"""A word, or two that stand side by side."""


class _Counts:
    """How often each mark stands in keys, and how often in distractors."""

    def __init__(self, options: Iterable[Option]) -> None:
        self._by_text: dict[_Mark, list[Option]] = defaultdict(list)
        for option in options:
            self._by_text[words(option.text)].append(option)
        self._all = _counted(chain.from_iterable(self._by_text.values()))
        self._sums = _sums(self._all)
        self._distinct = len({mark for _, mark in self._all})

    def likeness(self, options: Sequence[Option]) -> list[float]:
        """Return how much more like a key than like a distractor each option of one item is.

        What reads like one of them is not counted, wherever it stands.
        """
        texts = {words(option.text) for option in options}
        hidden = _counted(one for text in texts for one in self._by_text[text])
        sums = self._sums - _sums(hidden)
        odds = math.log((sums[False] + self._distinct) / (sums[True] + self._distinct))

        def left(mark: _Mark, *, right: bool) -> int:
            return self._all[right, mark] - hidden[right, mark] + 1

        return [
            sum(odds + math.log(left(mark, right=True) / left(mark, right=False)) for mark in marks)
            for marks in (_marks(option.text) for option in options)
        ]


def _counted(options: Iterable[Option]) -> Counter[tuple[bool, _Mark]]:
    return Counter((option.right, mark) for option in options for mark in _marks(option.text))


def _sums(counted: Counter[tuple[bool, _Mark]]) -> Counter[bool]:
    sums = Counter[bool]()
    for (right, _), count in counted.items():
        sums[right] += count
    return sums


@lru_cache(maxsize=1024)
def _marks(text: str) -> frozenset[_Mark]:
    sequence = words(text)
    return frozenset(chain(((word,) for word in sequence), pairwise(sequence)))


def _credit(options: Sequence[Option], counts: _Counts) -> float:
    """Return the chance of being right by taking the option that is most like a key."""
    likeness = counts.likeness(options)
    most = max(likeness) - _ROUNDING
    taken = [one.right for one, how in zip(options, likeness, strict=True) if how >= most]
    return sum(taken) / len(taken)


def _score(credits_: Sequence[float]) -> Score:
    count = max(1, len(credits_))
    right = sum(credits_) / count
    spread = math.sqrt(sum((credit - right) ** 2 for credit in credits_)) / count
    low, high = max(0.0, right - _DEVIATIONS * spread), min(1.0, right + _DEVIATIONS * spread)
    return Score(items=len(credits_), right=right, low=low, high=high)

"""Rules of the drawn forms: what items give away beside each other."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby, pairwise, permutations

from ..errors import Place
from ..items.facts import FEWEST_OPTIONS
from ..model.forms import Form
from ..model.items import Choice, Item
from ..model.rules import BANK
from ..text import words
from .bank import FEWEST_ITEMS
from .rule import Finding, Subject, explanation

_LIKELY = 0.05
_LONGEST_RUN = 4
_RUN_OF_WORDS = 4
_GROUPS = 3


def letters_are_even(subject: Subject) -> Iterator[Finding]:
    """I07: the key stands at each letter equally often, and not five times in a row at one."""
    open_items = [item for form in subject.forms for item in _choices(form) if not item.closed]
    counts = Counter(item.options.index(item.key) for item in open_items)
    if len(open_items) >= FEWEST_ITEMS and _chance_of(counts) <= _LIKELY:
        told = ", ".join(str(counts[letter]) for letter in range(FEWEST_OPTIONS))
        what = f"keys by letter: {told}, which chance seldom gives"
        yield Finding(
            place=Place(path="quiz/forms"), item=BANK, what=what, instead="draw a form anew"
        )
    for form in subject.forms:
        runs = groupby(item.options.index(item.key) for item in _choices(form))
        longest = max((len(list(run)) for _, run in runs), default=0)
        if longest > _LONGEST_RUN:
            yield _of(form, f"{longest} keys in a row stand at one letter", "draw it anew")


def _choices(form: Form) -> list[Choice]:
    return [item for item in form.items if isinstance(item, Choice)]


def _chance_of(counts: Counter[int]) -> float:
    """Return the p value of a chi-square test against even counts.

    For three letters there are two degrees of freedom, and then p is exactly e^(−χ²/2).
    """
    even = counts.total() / FEWEST_OPTIONS
    square = sum((counts[letter] - even) ** 2 / even for letter in range(FEWEST_OPTIONS))
    return math.exp(-square / 2)


def items_keep_their_keys(subject: Subject) -> Iterator[Finding]:
    """I23: in one form, no stem or rationale of an item holds four words of another's key in a row.

    A run without a word of content, such as “they have not seen”, tells nobody what the key is.
    """
    items = {item.id: item for form in subject.forms for item in form.items}
    told = {name: _runs(f"{item.stem} | {explanation(item)}") for name, item in items.items()}
    keys = {
        name: {run for run in _runs(item.key.text) if subject.content(" ".join(run))}
        for name, item in items.items()
        if isinstance(item, Choice) and not item.closed
    }
    for form in subject.forms:
        for one, other in permutations(form.items, 2):
            shared = sorted(keys.get(one.id, set()) & told[other.id])
            if shared:
                what = f"{other.id} tells the key of {one.id}: “{' '.join(shared[0])}”"
                yield _of(form, what, "reword one of them")


@lru_cache(maxsize=4096)  # An item stands in many forms where many are drawn.
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """Return each run of four words that no sentence ends."""
    return frozenset(
        tuple(found[start : start + _RUN_OF_WORDS])
        for sentence in text.replace("?", ".").replace("|", ".").split(".")
        for found in [words(sentence)]
        for start in range(len(found) - _RUN_OF_WORDS + 1)
    )


def forms_are_varied(subject: Subject) -> Iterator[Finding]:
    """I25: a form asks about three groups of statements, and about none twice in a row."""
    for form in subject.forms:
        groups = {_group(item, subject) for item in form.items}
        if len(groups) < min(_GROUPS, form.blueprint.size):
            what = f"its items are about {len(groups)} groups of statements"
            yield _of(form, what, f"draw items from {_GROUPS}")
        for one, two in pairwise(form.items):
            if one.about[0] == two.about[0]:
                what = f"{one.id} and {two.id} follow each other, both about {one.about[0]}"
                yield _of(form, what, "draw it anew")


def _group(item: Item, subject: Subject) -> tuple[str, str]:
    """Return the list that holds the first statement an item is about."""
    statement = subject.library.statements[item.about[0]]
    return statement.owner, statement.part


def _of(form: Form, what: str, instead: str) -> Finding:
    return Finding(place=Place(path=form.path), item=form.id, what=what, instead=instead)

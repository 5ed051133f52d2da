"""Rules of the drawn forms: what items give away beside each other."""

import math
from collections import Counter
from collections.abc import Iterator
from itertools import chain, pairwise

from ..derive.draw import may_meet
from ..derive.forms import groups_of, groups_wanted, mains_of
from ..derive.order import LONGEST_RUN, at_one_place, longest_run
from ..derive.proof import FEWEST_OPTIONS
from ..model.forms import Form
from ..model.items import Choice, Item
from ..model.rule_words import BANK
from ..problems import Place
from .bank import FEWEST_ITEMS
from .language import words
from .rule import Finding, Subject, explanation

_LIKELY = 0.05
_RUN_OF_WORDS = 4


def letters_are_even(subject: Subject) -> Iterator[Finding]:
    """I07: the key stands at each letter equally often, and not five times in a row at one."""
    items = chain.from_iterable(form.items for form in subject.forms)
    open_items = [item for item in items if isinstance(item, Choice) and not item.closed]
    counts = Counter(item.options.index(item.key) for item in open_items)
    if len(open_items) >= FEWEST_ITEMS and _chance_of(counts) <= _LIKELY:
        by_letter = ", ".join(str(counts[letter]) for letter in range(FEWEST_OPTIONS))
        what = f"keys by letter: {by_letter}, which chance seldom gives"
        yield Finding(
            place=Place(path="quiz/forms"), item=BANK, what=what, instead="draw a form anew"
        )
    for form in subject.forms:
        longest = longest_run(form.items)
        if longest > LONGEST_RUN:
            yield _of(form, f"{longest} keys in a row stand at one letter", "draw it anew")


def keys_stand_at_more_places(subject: Subject) -> Iterator[Finding]:
    """I44, for forms: not all keys of a form stand at one letter."""
    for form in subject.forms:
        if at_one_place(form.items):
            what = "all its keys stand at one letter"
            yield _of(form, what, "delete its file and run “forms”, which draws it anew")


def _chance_of(counts: Counter[int]) -> float:
    """Return the p value of a chi-square test against even counts.

    For three letters there are two degrees of freedom, and then p is exactly e^(−χ²/2).
    """
    even = counts.total() / FEWEST_OPTIONS
    square = sum((counts[letter] - even) ** 2 / even for letter in range(FEWEST_OPTIONS))
    return math.exp(-square / 2)


def items_keep_their_keys(subject: Subject) -> Iterator[Finding]:
    """I23: no stem or rationale holds four words of the key of an item that may stand beside it.

    A run without a word of content, such as “they have not seen”, tells nobody what the key is.
    """
    keys = _by_key(subject)
    forms = [{item.id for item in form.items} for form in subject.forms]
    for other in subject.items:
        runs = sorted(_runs(f"{other.stem} | {explanation(other)}") & keys.keys())
        keyed = {
            one.id: (one, run) for run in reversed(runs) for one in keys[run] if one is not other
        }
        for one, run in keyed.values():
            if any({one.id, other.id} <= form for form in forms) or _may_meet(one, other, subject):
                what = f"{other.id} tells the key of {one.id}: “{' '.join(run)}”"
                yield Finding.of(other, what, "reword one of them; one form may hold both")


def _by_key(subject: Subject) -> dict[tuple[str, ...], list[Choice]]:
    """Return the items whose key holds each run of words, but for closed sets of options."""
    by_run: dict[tuple[str, ...], list[Choice]] = {}
    for item in subject.choices:
        for run in () if item.closed else _runs(item.key.text):
            if subject.content(" ".join(run)):
                by_run.setdefault(run, []).append(item)
    return by_run


def _may_meet(one: Item, other: Item, subject: Subject) -> bool:
    return any(
        {one.id, other.id} <= series.ids and may_meet(one, other, series.blueprint)
        for series in subject.series
    )


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """Return each run of four words that no sentence ends."""
    return frozenset(
        tuple(sequence[start : start + _RUN_OF_WORDS])
        for sentence in text.replace("?", ".").replace("|", ".").split(".")
        for sequence in [words(sentence)]
        for start in range(len(sequence) - _RUN_OF_WORDS + 1)
    )


def forms_are_varied(subject: Subject) -> Iterator[Finding]:
    """I25: a form asks about three groups of statements, and about none twice in a row."""
    for form in subject.forms:
        groups, wanted = len(groups_of(form.items)), groups_wanted(form.blueprint)
        if groups < wanted:
            what = f"its items are about {groups} groups of statements"
            yield _of(form, what, f"draw items from {wanted}")
        for one, two in pairwise(form.items):
            if mains_of(one) == mains_of(two):
                what = f"{one.id} and {two.id} follow each other, both about {one.main}"
                yield _of(form, what, "draw it anew")


def _of(form: Form, what: str, instead: str) -> Finding:
    return Finding(place=Place(path=form.path), item=form.id, what=what, instead=instead)

"""Drawing forms: once, by a seeded search, so that the same bank gives the same forms."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from .forms import alike, broken, same_distractors, stratum
from .model.facts import ContactType
from .model.forms import Blueprint, DrawnForm, DrawnItem, QuizSource
from .model.items import Bank, Item

_TRIES = 400
_ORDERS = 60


def draw_missing(
    quiz: QuizSource, bank: Bank, types: Sequence[ContactType]
) -> tuple[DrawnForm, ...]:
    """Return every form the bank still allows beside the committed ones, which never move.

    The search is seeded: same input, same draw.
    """
    return tuple(
        form
        for blueprint in quiz.blueprints
        for form in (
            _draw_per_type(blueprint, quiz, bank, types)
            if blueprint.per_type
            else _draw_more(blueprint, quiz, bank)
        )
    )


def _draw_more(blueprint: Blueprint, quiz: QuizSource, bank: Bank) -> list[DrawnForm]:
    drawn = [form for form in quiz.drawn if form.blueprint == blueprint.id]
    there = {form.id for form in drawn}
    taken = {item.id for form in drawn for item in form.items}
    names = [f"{blueprint.id}-{letter}" for letter in ascii_lowercase]
    free = [name for name in names if name not in there]
    pool = [item for item in bank.items.values() if item.id not in taken]
    found = _search(blueprint, pool, " ".join(free), _strata(blueprint, bank.items.values()))
    return [_drawn(name, blueprint, items) for name, items in zip(free, found, strict=False)]


def _draw_per_type(
    blueprint: Blueprint, quiz: QuizSource, bank: Bank, types: Sequence[ContactType]
) -> Iterator[DrawnForm]:
    there = {form.id for form in quiz.drawn}
    for kind in types:
        name = f"{blueprint.id}-{kind.id}"
        pool = [item for item in bank.items.values() if item.contact_type == kind.id]
        if name not in there:
            for items in _search(blueprint, pool, name, _strata(blueprint, pool))[:1]:
                yield _drawn(name, blueprint, items)


def _strata(blueprint: Blueprint, items: Iterable[Item]) -> list[str]:
    """Return what a form has something of: a mixed one that lacks a kind is not mixed."""
    return sorted({stratum(item, blueprint) for item in items if item.kind in blueprint.kinds})


def _search(
    blueprint: Blueprint, pool: Sequence[Item], seed: str, strata: Sequence[str]
) -> list[list[Item]]:
    """Return the most disjoint forms that were found in `pool`."""
    usable = sorted((item for item in pool if item.kind in blueprint.kinds), key=lambda i: i.id)
    best: list[list[Item]] = []
    for attempt in range(_TRIES):
        found = _Draw(blueprint, random.Random(f"{seed} {attempt}"), strata).forms(usable)
        best = max(best, found, key=len)
        if len(best) == len(usable) // blueprint.size:
            break
    return best


@dataclass(frozen=True, slots=True)
class _Draw:
    """One seeded attempt."""

    blueprint: Blueprint
    chance: random.Random
    strata: Sequence[str]

    def forms(self, usable: Sequence[Item]) -> list[list[Item]]:
        left = list(usable)
        self.chance.shuffle(left)
        found: list[list[Item]] = []
        while (items := self._one(left)) is not None:
            found.append(items)
            left = [item for item in left if item not in items]
        return found

    def _one(self, left: Sequence[Item]) -> list[Item] | None:
        """Return one form from `left`, taking turns between strata, or None."""
        chosen: list[Item] = []
        counts: Counter[str] = Counter()
        strata = list(self.strata)
        while len(chosen) < self.blueprint.size:
            free = [item for item in left if self._suits(item, chosen)]
            if not free:
                return None
            self.chance.shuffle(strata)
            turn = min(strata, key=lambda name: counts[name])
            item = next((one for one in free if stratum(one, self.blueprint) == turn), free[0])
            counts[stratum(item, self.blueprint)] += 1
            chosen.append(item)
        chosen = self._spread(chosen)
        whole = self.blueprint.size < len(strata) or len(counts) == len(strata)
        return chosen if whole and not broken(chosen, self.blueprint) else None

    def _suits(self, item: Item, chosen: Sequence[Item]) -> bool:
        return item not in chosen and not any(
            set(item.names) & set(other.names) or self._siblings(item, other) or alike(item, other)
            for other in chosen
        )

    def _siblings(self, item: Item, other: Item) -> bool:
        # In a closed set few statements carry all items, so only open sets keep them apart.
        return not self.blueprint.balance and (
            item.about[0] == other.about[0] or same_distractors(item, other)
        )

    def _spread(self, chosen: list[Item]) -> list[Item]:
        """Return the items in an order that seldom asks about one contact type twice in a row."""
        orders = [self.chance.sample(chosen, len(chosen)) for _ in range(_ORDERS)]
        return min(chosen, *orders, key=_repeats)


def _repeats(items: Sequence[Item]) -> int:
    return sum(one.contact_type == two.contact_type for one, two in itertools.pairwise(items))


def _drawn(name: str, blueprint: Blueprint, items: Sequence[Item]) -> DrawnForm:
    return DrawnForm(
        id=name,
        blueprint=blueprint.id,
        items=tuple(
            DrawnItem(id=item.id, options=_options(item, name), place=item.place) for item in items
        ),
        path=f"quiz/forms/{name}.yml",
    )


def _options(item: Item, form: str) -> tuple[str, ...]:
    names = [option.id for option in item.options]
    if not item.closed:
        random.Random(f"{form} {item.id}").shuffle(names)
    return tuple(names)

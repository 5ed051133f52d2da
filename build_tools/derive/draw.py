"""Drawing forms: a seeded search, so that the same bank always gives the same forms."""

import itertools
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from ..model.forms import Blueprint, DrawnForm, DrawnItem, QuizSource
from ..model.items import Bank, Item
from ..model.library import ContactType
from .forms import alike, broken, crowded, groups_of, groups_wanted, same_distractors, stratum
from .order import at_one_place, laid_out

_TRIES = 400
_ORDERS = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Series:
    """The forms of a blueprint, or of one contact type, no two of which share an item; and the items to draw from."""

    id: str
    blueprint: Blueprint
    items: tuple[Item, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """The ids that its forms may have."""
        if self.blueprint.per_type:
            return (self.id,)
        return tuple(f"{self.id}-{letter}" for letter in ascii_lowercase[: self.blueprint.most])

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(item.id for item in self.items)


def all_series(quiz: QuizSource, bank: Bank, types: Sequence[ContactType]) -> Iterator[Series]:
    """Yield a series for each blueprint, or one for each contact type if each has a form of its own."""
    for blueprint in quiz.blueprints:
        usable = tuple(item for item in bank.items.values() if item.kind in blueprint.kinds)
        if not blueprint.per_type:
            yield Series(id=blueprint.id, blueprint=blueprint, items=usable)
            continue
        for type_ in types:
            own = tuple(item for item in usable if item.contact_type == type_.id)
            yield Series(id=f"{blueprint.id}-{type_.id}", blueprint=blueprint, items=own)


def may_meet(item: Item, other: Item, blueprint: Blueprint) -> bool:
    """Return whether two items may be drawn into one form."""
    if item.id == other.id or not set(item.names).isdisjoint(other.names):
        return False
    # In a closed set few statements carry all items, so only open sets keep them apart.
    if not blueprint.balance and (item.main == other.main or same_distractors(item, other)):
        return False
    return not alike(item, other)


def draw_missing(
    quiz: QuizSource, bank: Bank, types: Sequence[ContactType]
) -> tuple[DrawnForm, ...]:
    """Return the forms that the bank allows besides those that are committed.

    The search is seeded: the same input gives the same forms.
    """
    return tuple(
        form for series in all_series(quiz, bank, types) for form in _missing(series, quiz.drawn)
    )


def _missing(series: Series, drawn: Sequence[DrawnForm]) -> list[DrawnForm]:
    there = {form.id for form in drawn}
    free = [name for name in series.forms if name not in there]
    if not free:
        return []
    mine = (form for form in drawn if form.blueprint == series.blueprint.id)
    taken = {item.id for form in mine for item in form.items}
    left = [item for item in series.items if item.id not in taken]
    new = _search(series, left, free)
    return [_drawn(*drawn, series.blueprint) for drawn in zip(free, new, strict=False)]


def _search(series: Series, left: Sequence[Item], names: Sequence[str]) -> list[list[Item]]:
    """Return as many disjoint forms of `left` as are found, at most one for each name; of equal results the most varied."""
    best: list[list[Item]] = []
    seed = " ".join(names)
    usable = sorted(left, key=lambda item: item.id)
    most = min(len(names), len(left) // series.blueprint.size)
    # Each form has an item of every one.
    strata = sorted({stratum(item, series.blueprint) for item in series.items})
    for attempt in range(_TRIES):
        if _worth(best, series.blueprint) == (most, most):
            break
        draw = _Draw(series.blueprint, random.Random(f"{seed} {attempt}"), strata)
        drawn = list(itertools.islice(draw.forms(usable), most))
        best = max(best, drawn, key=lambda one: _worth(one, series.blueprint))
    return best


def _worth(forms: Sequence[list[Item]], blueprint: Blueprint) -> tuple[int, int]:
    """Return the number of forms, and how many of them are about enough groups of statements."""
    wanted = groups_wanted(blueprint)
    return len(forms), sum(len(groups_of(items)) >= wanted for items in forms)


@dataclass(frozen=True, slots=True)
class _Draw:
    """One attempt of the search, with a seed of its own."""

    blueprint: Blueprint
    chance: random.Random
    strata: Sequence[str]

    def forms(self, usable: Sequence[Item]) -> Iterator[list[Item]]:
        left = list(usable)
        self.chance.shuffle(left)
        while (items := self._one(left)) is not None:
            yield items
            taken = {item.id for item in items}
            left = [item for item in left if item.id not in taken]

    def _one(self, left: Sequence[Item]) -> list[Item] | None:
        """Return the items of a form, taken from each stratum in turn, or None if `left` does not hold one."""
        chosen: list[Item] = []
        counts: Counter[str] = Counter()
        strata = list(self.strata)
        free = left
        while len(chosen) < self.blueprint.size:
            if not free:
                return None
            self.chance.shuffle(strata)
            turn = min(strata, key=lambda name: counts[name])
            item = next((one for one in free if stratum(one, self.blueprint) == turn), free[0])
            counts[stratum(item, self.blueprint)] += 1
            chosen.append(item)
            free = [one for one in free if may_meet(one, item, self.blueprint)]
            free = [one for one in free if not crowded([*chosen, one], self.blueprint)]
        # In an order that seldom asks about one contact type twice in a row.
        orders = (self.chance.sample(chosen, len(chosen)) for _ in range(_ORDERS))
        chosen = min(chosen, *orders, key=_repeats)
        whole = self.blueprint.size < len(strata) or len(counts) == len(strata)
        guessable = all(item.closed for item in chosen) and at_one_place(chosen)
        return chosen if whole and not guessable and not broken(chosen, self.blueprint) else None


def _repeats(items: Sequence[Item]) -> int:
    return sum(one.contact_type == two.contact_type for one, two in itertools.pairwise(items))


def _drawn(name: str, items: Sequence[Item], blueprint: Blueprint) -> DrawnForm:
    """Return a form of these items, whose options are shuffled with its id as the seed."""
    return DrawnForm(
        id=name,
        blueprint=blueprint.id,
        items=tuple(
            DrawnItem(id=item.id, options=tuple(part.id for part in item.parts), place=item.place)
            for item in laid_out(items, name)
        ),
        path=f"quiz/forms/{name}.yml",
    )

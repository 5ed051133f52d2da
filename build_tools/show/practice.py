"""Views of practice: its items by topic, with the statements (“points”) on which progress is tracked."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from ..model.items import Item
from ..model.pages import PRACTICE
from .addresses import Link
from .items import FormView, ItemView
from .views import Views

_SET_SIZE = 8
"""How many questions one set has; schedule.js has the same number."""
_DAYS = 2
"""A point is sure once it was right on this many days."""
_TIMES = 3
"""How many questions each point gets, if the bank has them: one for each of `_DAYS`, and one more for whoever misses one.

A phone loads all of them at once, so the rest of the bank is left to the quizzes and the page of all questions.
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Topic:
    """The items about one contact type, or about networking as a whole."""

    group: Link
    items: tuple[ItemView, ...]
    statements: tuple[str, ...]
    """Ids of its points: the core statements that items of any topic ask about."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Practice:
    form: FormView
    topics: tuple[Topic, ...]
    points: int
    sets: int
    """About how many sets it takes somebody who misses nothing until every point was right on `_DAYS` days."""


def practice_view(views: Views, title: str) -> Practice:
    """Return the items of practice, ordered by contact type and then by id, numbered from 1."""
    bank = list(views.quizzes.bank.items.values())
    order = [*views.topics]
    bank.sort(key=lambda item: (order.index(item.topic), item.id))
    points = {one.id for one in views.library.statements.values() if one.tier == "core"}
    items = _with_pairs(_cover(bank, points, _TIMES), bank)
    form = views.form(PRACTICE, title, tuple(items))
    covered = {name for item in items for name in _shown(item)} & points
    topics = tuple(one for topic in order for one in _topic(topic, form, views, covered))
    # Items that may not stand in one set cost about one set more.
    sets = _DAYS * math.ceil(len(_cover(items, covered, 1)) / _SET_SIZE) + 1
    return Practice(form=form, topics=topics, points=len(covered), sets=sets)


def _shown(item: Item) -> set[str]:
    """Return the ids of the statements that somebody who answers right has shown to know."""
    return {item.main, *item.also}


def _cover(items: Iterable[Item], points: AbstractSet[str], times: int) -> list[Item]:
    """Return few items that show each point `times` times, or as often as the bank can.

    Greedy set cover: the next item taken is always the one that shows the most points still wanted.
    """
    left = {item.id: item for item in items}
    shown = {item.id: _shown(item) & points for item in left.values()}
    number = Counter(name for names in shown.values() for name in names)
    wanted = {name: min(times, each) for name, each in number.items()}
    taken = []
    while any(wanted.values()):
        best = max(left.values(), key=lambda one: sum(wanted[name] > 0 for name in shown[one.id]))
        wanted |= {name: wanted[name] - 1 for name in shown[best.id] if wanted[name]}
        taken.append(left.pop(best.id))
    return taken


def _with_pairs(taken: Iterable[Item], bank: Iterable[Item]) -> list[Item]:
    """Return the taken items and the twin of each (the same scene with one fact changed), in the order of the bank."""
    ids = {name for item in taken for name in (item.id, item.pair) if name}
    return [item for item in bank if item.id in ids or item.pair in ids]


def _topic(topic: str, form: FormView, views: Views, covered: set[str]) -> Iterator[Topic]:
    """Yield a topic, if there are items about it."""
    items = tuple(item for item in form.items if item.topic == topic)
    if items:
        listed = views.library.statements.values()
        yield Topic(
            group=items[0].group,
            items=items,
            statements=tuple(one.id for one in listed if one.owner == topic and one.id in covered),
        )

"""The whole bank as the practice page shows it: by topic, with the statements that practice keeps track of."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from ..model.items import Item
from ..model.library import PRINCIPLES
from .addresses import PRACTICE
from .content import Content
from .items import FormView, GroupView, ItemView
from .views import Views

SET = 8
"""How many questions practice asks at a time, as schedule.js has it."""
_DAYS = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicView:
    """The items about one contact type, or about networking as a whole."""

    group: GroupView
    items: tuple[ItemView, ...]
    statements: tuple[str, ...]
    """Ids of its points: the core statements that items of any topic ask about."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PracticeView:
    form: FormView
    topics: tuple[TopicView, ...]
    points: int
    sets: int
    """How many sets it takes, about, until each point was right on two days, for somebody who misses none."""


def practice_view(content: Content, views: Views, title: str) -> PracticeView:
    """Return every item, in the order of the contact types and then of ids, numbered from 1."""
    items = list(content.quizzes.bank.items.values())
    order = [*(kind.id for kind in content.library.types), PRINCIPLES]
    items.sort(key=lambda item: (order.index(_owner(item)), item.id))
    form = views.form(PRACTICE, title, tuple(items))
    owners = {item.id: _owner(item) for item in items}
    asked = {name for item in items for name in _shown(item)}
    found = (_topic(owner, form, owners, content, asked) for owner in order)
    topics = tuple(topic for some in found for topic in some)
    points = {name for topic in topics for name in topic.statements}
    # Who and what may not meet in a set costs about one more.
    sets = _DAYS * math.ceil(_fewest(items, points) / SET) + 1
    return PracticeView(form=form, topics=topics, points=len(points), sets=sets)


def _shown(item: Item) -> set[str]:
    """Return the ids of what a right answer shows to be known."""
    return {item.main, *item.also}


def _fewest(items: Iterable[Item], points: AbstractSet[str]) -> int:
    """Return how many items show all points, taking each time one that shows most of those that are left."""
    shown = [_shown(item) & points for item in items]
    left, taken = set(points), 0
    while left:
        left -= max(shown, key=lambda one: len(one & left))
        taken += 1
    return taken


def _owner(item: Item) -> str:
    return item.contact_type or PRINCIPLES


def _topic(
    owner: str, form: FormView, owners: dict[str, str], content: Content, asked: set[str]
) -> Iterator[TopicView]:
    items = tuple(item for item in form.items if owners[item.id] == owner)
    if items:
        listed = content.library.statements.values()
        yield TopicView(
            group=items[0].group,
            items=items,
            statements=tuple(
                one.id
                for one in listed
                if one.owner == owner and one.tier == "core" and one.id in asked
            ),
        )

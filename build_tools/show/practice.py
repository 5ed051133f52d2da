"""The whole bank as the practice page shows it: by topic, with the statements that practice keeps track of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.items import Item
from ..model.library import PRINCIPLES
from .addresses import PRACTICE
from .content import Content
from .items import FormView, GroupView, ItemView
from .views import Views


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicView:
    """The items about one contact type, or about networking as a whole."""

    group: GroupView
    items: tuple[ItemView, ...]
    statements: tuple[str, ...]
    """Ids of its statements that items of any topic ask about."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PracticeView:
    form: FormView
    topics: tuple[TopicView, ...]


def practice_view(content: Content, views: Views, title: str) -> PracticeView:
    """Return every item, in the order of the contact types and then of ids, numbered from 1."""
    items = list(content.quizzes.bank.items.values())
    order = [*(kind.id for kind in content.library.types), PRINCIPLES]
    items.sort(key=lambda item: (order.index(_owner(item)), item.id))
    form = views.form(PRACTICE, title, tuple(items))
    owners = {item.id: _owner(item) for item in items}
    asked = {name for item in items for name in item.about}
    topics = (_topic(owner, form, owners, content, asked) for owner in order)
    return PracticeView(form=form, topics=tuple(topic for found in topics for topic in found))


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
            statements=tuple(one.id for one in listed if one.owner == owner and one.id in asked),
        )

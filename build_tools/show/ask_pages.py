"""Pages of asks: one for each ask, or for several that are near each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from ..model.guide import AskPage
from ..model.library import Ask
from ..model.pages import ask_page
from .asks import AskLink, AskView, ask_view
from .views import Views

_Named = TypeVar("_Named", Ask, AskLink)


@dataclass(frozen=True, kw_only=True, slots=True)
class AskPageView:
    id: str
    means: str
    parts: tuple[AskView, ...]
    """What there is to say about each of its asks."""
    alternatives: tuple[AskLink, ...]
    """What else to ask for, elsewhere."""
    temptations: tuple[Ask, ...]
    """Overreaches that somebody who wants one of these may be tempted to."""
    synonyms: tuple[str, ...]
    """What people call these besides."""
    see: str | None
    """The page that says more."""


def ask_pages(views: Views) -> Iterator[AskPageView]:
    """Yield the page of every ask that has one, in the order of the asks."""
    guide, asks = views.library.guide, views.library.asks
    shared = {ask_page(page.id): page for page in guide.ask_pages}
    for name in dict.fromkeys(views.addresses.asks.values()):
        own = [ask for ask in asks if views.addresses.asks.get(ask.id) == name]
        yield _view(name, shared.get(name), own, views)


def _view(name: str, shared: AskPage | None, own: list[Ask], views: Views) -> AskPageView:
    order = {ask: number for number, ask in enumerate(shared.asks if shared else ())}
    parts = [ask_view(ask, views) for ask in sorted(own, key=lambda one: order.get(one.id, 0))]
    here = {ask.id for ask in own}
    return AskPageView(
        id=name,
        means=shared.means if shared else own[0].means,
        parts=tuple(parts),
        alternatives=_each_once(
            one for part in parts for one in part.alternatives if one.id not in here
        ),
        temptations=_each_once(one for part in parts for one in part.temptations),
        see=shared.see if shared else None,
        synonyms=tuple(dict.fromkeys(word for ask in own for word in ask.synonyms)),
    )


def _each_once(records: Iterable[_Named]) -> tuple[_Named, ...]:
    return tuple({record.id: record for record in records}.values())

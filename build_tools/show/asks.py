"""Asks: one with all that its page says, and all of them by group."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..derive.table import FITTING, LISTED
from ..derive.ties import can_do, ties_of
from ..model.guide import AskGroup
from ..model.library import VERDICTS, Ask, ContactType
from ..model.messages import Message
from ..model.records import grouped
from .ties import NeedView, need_view
from .views import FitView, Views


@dataclass(frozen=True, kw_only=True, slots=True)
class AskLink:
    """An ask by its short name, with the page or the row that answers it."""

    id: str
    title: str
    say: str
    href: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TypeFit:
    """What one contact type can do about the ask, and what else to ask of it."""

    title: str
    href: str
    fit: FitView
    suits: bool
    by: str
    """The ties, joined by “+”, without which they could not do it."""
    instead: tuple[AskLink, ...]
    """Asks that suit this contact type better, best first; empty where the ask suits it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AskView:
    ask: Ask
    need: NeedView | None
    verdicts: tuple[tuple[str, tuple[TypeFit, ...]], ...]
    """Contact types by verdict, the best verdict first."""
    messages: tuple[tuple[str, Message], ...]
    """(contact type id, message to adapt) for those the ask suits; “” for one that fits them all."""
    alternatives: tuple[AskLink, ...]
    temptations: tuple[Ask, ...]
    """Overreaches that somebody with this ask may be tempted to."""


AskFit = tuple[AskLink, FitView]
"""An ask that is listed for a contact type, with its fit."""
VerdictFits = tuple[str, tuple[tuple[str, tuple[AskFit, ...]], ...]]
"""A verdict with the asks that have it, by what their fits rest on."""
BADGES = ("source", "inferred", "advice")
"""What a fit can rest on, the firmest first."""
_MOST_INSTEAD = 2
_OTHERS = "something-else"


def ask_view(ask: Ask, views: Views) -> AskView:
    asks = views.library.asks
    return AskView(
        ask=ask,
        need=need_view(ask, views),
        verdicts=grouped(_fits(ask, views), lambda one: one.fit.verdict, VERDICTS),
        messages=tuple(_messages(ask, views)),
        alternatives=_links(ask.alternatives, views),
        temptations=tuple(
            one for one in asks if one.kind == "overreach" and ask.id in one.alternatives
        ),
    )


def ask_groups(views: Views) -> tuple[tuple[AskGroup, tuple[AskLink, ...]], ...]:
    """Return every ask that has a page by group; those that are in none come last."""
    return tuple((group, _links(group.asks, views)) for group in _groups(views))


def asks_of(contact_type: ContactType, views: Views) -> tuple[AskFit, ...]:
    """Return what may be asked of a contact type: group by group, in each the best fits first."""
    return tuple(
        fit for group in _groups(views) for fit in _listed(contact_type, group.asks, views)
    )


def verdicts_of(contact_type: ContactType, views: Views) -> tuple[VerdictFits, ...]:
    """Return what may be asked of a contact type by verdict, the best verdict first."""
    by_verdict = grouped(asks_of(contact_type, views), lambda one: one[1].verdict, LISTED)
    return tuple(
        (verdict, grouped(fits, lambda one: one[1].badge, BADGES)) for verdict, fits in by_verdict
    )


def _by(ask: Ask, contact_type: ContactType) -> str:
    need, ties = ask.needs, ties_of(contact_type)
    if need is None or not can_do(ask, ties):
        return ""
    return (" " if need.all_ties else "+").join(f"not-{tie}" for tie in need.ties if tie in ties)


def _groups(views: Views) -> list[AskGroup]:
    """Return the groups of asks; those that have a page and are in none make up the last."""
    library = views.library
    placed = {name for group in library.guide.ask_groups for name in group.asks}
    left = tuple(name for name in views.addresses.asks if name not in placed)
    others = AskGroup(id=_OTHERS, title=library.words["asks_other"], asks=left)
    return [group for group in (*library.guide.ask_groups, others) if group.asks]


def _listed(contact_type: ContactType, names: Sequence[str], views: Views) -> tuple[AskFit, ...]:
    fits = ((name, views.table.get((contact_type.id, name))) for name in names)
    suiting = [(name, fit) for name, fit in fits if fit and fit.verdict in LISTED]
    suiting.sort(key=lambda one: LISTED.index(one[1].verdict))
    return tuple((_link(name, views), views.fit(contact_type, fit)) for name, fit in suiting)


def _fits(ask: Ask, views: Views) -> list[TypeFit]:
    return [
        TypeFit(
            title=type_.title,
            href=views.addresses.page(type_.id),
            fit=views.fit(type_, fit),
            suits=fit.verdict in FITTING,
            by=_by(ask, type_),
            instead=() if fit.verdict in FITTING else _instead(ask, type_, views),
        )
        for type_, fit in views.fits_of(ask)
    ]


def _instead(ask: Ask, contact_type: ContactType, views: Views) -> tuple[AskLink, ...]:
    fits = {name: views.table.get((contact_type.id, name)) for name in ask.alternatives}
    fitting = [name for name, fit in fits.items() if fit and fit.verdict in FITTING]
    return _links(fitting[:_MOST_INSTEAD], views)


def _messages(ask: Ask, views: Views) -> Iterator[tuple[str, Message]]:
    library = views.library
    suiting = [type_ for type_, fit in views.fits_of(ask) if fit.verdict in FITTING]
    for type_ in suiting:
        yield from ((type_.id, message) for message in type_.messages if message.ask == ask.id)
    if suiting:
        yield from (("", message) for message in library.messages if message.ask == ask.id)


def _links(names: Sequence[str], views: Views) -> tuple[AskLink, ...]:
    return tuple(_link(name, views) for name in names)


def _link(name: str, views: Views) -> AskLink:
    ask = views.library.asks.by_id[name]
    return AskLink(id=ask.id, title=ask.title, say=ask.say, href=views.addresses.ask(name))

"""The kinds of contact and the asks as People you know shows them: who could help with each ask."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..derive.table import FITTING, LISTED
from ..model.library import VERDICTS, ContactType, Verdict
from ..model.records import grouped
from .asks import AskFit, AskLink, ask_groups, asks_of
from .views import FitView, Views


@dataclass(frozen=True, kw_only=True, slots=True)
class Cover:
    """An ask with all who could help, the best verdict first."""

    ask: AskLink
    by_verdict: tuple[tuple[str, tuple[FitView, ...]], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PeopleMap:
    types: tuple[ContactType, ...]
    verdicts: tuple[Verdict, ...]
    """Those that are listed, the best first."""
    steps: tuple[ContactType, ...]
    """The same, those first who could help with most."""
    groups: tuple[tuple[str, tuple[Cover, ...]], ...]
    """The asks of each group that somebody could help with, by its title."""


def people_view(views: Views) -> PeopleMap:
    """Return all that the page shows; an ask that suits no kind of contact is left out."""
    types = views.library.types
    fits = {type_.id: asks_of(type_, views) for type_ in types}
    every = [fit for type_ in types for fit in fits[type_.id]]
    groups = ((group.title, tuple(_covers(asks, every))) for group, asks in ask_groups(views))
    return PeopleMap(
        types=types,
        verdicts=LISTED,
        steps=tuple(sorted(types, key=lambda type_: -_reach(fits[type_.id]))),
        groups=tuple((title, covers) for title, covers in groups if covers),
    )


def _covers(asks: Iterable[AskLink], fits: Iterable[AskFit]) -> Iterator[Cover]:
    for ask in asks:
        helps = [fit for other, fit in fits if other == ask]
        if helps:
            yield Cover(ask=ask, by_verdict=grouped(helps, lambda fit: fit.verdict, LISTED))


def _reach(fits: Iterable[AskFit]) -> int:
    """Return how much a contact type can help with, where a better verdict counts for more."""
    return sum(
        len(FITTING) - VERDICTS.index(fit.verdict) for _, fit in fits if fit.verdict in FITTING
    )

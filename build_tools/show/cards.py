"""Cards to sort, as their page and their sheets show them: each request with what the table says of it."""

from dataclasses import dataclass

from ..model.library import Ask
from .views import FitView, Views


@dataclass(frozen=True, kw_only=True, slots=True)
class CardView:
    ask: Ask
    fit: FitView
    row: str
    """Where the table shows it, or the page of the ask."""


def card_people(views: Views) -> tuple[tuple[str, tuple[CardView, ...]], ...]:
    """Return each person on cards, with a card for each request, in the order of the record."""
    library, table = views.library, views.table
    return tuple(
        (
            person.person,
            tuple(
                CardView(
                    ask=library.asks.by_id[name],
                    fit=views.fit(library.types.by_id[person.type], fit),
                    row=views.addresses.ask(name),
                )
                for name in person.asks
                if (fit := table.get((person.type, name)))
            ),
        )
        for person in library.handouts.cards.people
    )

"""What an item model may ask of the facts, and how it proves its key."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import Place, Problems
from ..fits import Fit, Table
from ..model.facts import Ask, ContactType, Library, Reason, Statement
from ..model.items import Item, Option


FEWEST_OPTIONS = 3
"""More add little: few further distractors are ever chosen (Rodriguez 2005, Tarrant 2009)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """The library and its table, seen from an item."""

    library: Library
    table: Table
    problems: Problems

    @property
    def types(self) -> tuple[ContactType, ...]:
        return self.library.types

    def ask(self, name: str) -> Ask | None:
        return next((ask for ask in self.library.asks if ask.id == name), None)

    def reason(self, name: str) -> Reason | None:
        return next((reason for reason in self.library.reasons if reason.id == name), None)

    def bearer(self, reason: str) -> Statement | None:
        """Return the first statement that gives `reason`."""
        listed = self.library.statements.values()
        return next((one for one in listed if one.reason == reason), None)

    def settled(self, contact_type: str, ask: str, place: Place, where: str) -> Fit | None:
        """Return a fit that a source settles; any other is a problem of the item."""
        fit = self.table.get((contact_type, ask))
        if fit and fit.settled:
            return fit
        what = f"{contact_type} × {ask} rests on no source, so no item may ask it"
        self.problems.add(place, where, what, "ask something that a sourced statement settles")
        return None

    def proven(self, item: Item) -> Item | None:
        """Return the item if exactly one option is right and no two read alike."""
        if len(item.options) < FEWEST_OPTIONS:
            what = f"{len(item.options)} options"
            self.problems.add(item.place, item.id, what, f"give it {FEWEST_OPTIONS}")
            return None
        right = [option.text for option in item.options if option.right]
        if len(right) != 1:
            found = f"{len(right)} right answers" + (f" ({'; '.join(right)})" if right else "")
            self.problems.add(item.place, item.id, found, "change the scene until one is right")
        texts = [_folded(option) for option in item.options]
        alike = len(set(texts)) < len(texts)
        if alike:
            self.problems.add(
                item.place, item.id, "two options read the same", "word them differently"
            )
        return None if alike or len(right) != 1 else item


def _folded(option: Option) -> str:
    return " ".join(option.text.casefold().split()).rstrip(".?!")

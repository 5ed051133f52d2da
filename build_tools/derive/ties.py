"""Ties: those that a contact type brings, and whether they are what a request needs."""

from collections.abc import Set as AbstractSet

from ..model.library import Ask, ContactType


def ties_of(contact_type: ContactType) -> frozenset[str]:
    """Return the ids of the ties that people of a contact type have as a rule."""
    return frozenset(brought.tie for brought in contact_type.brings)


def can_do(ask: Ask, ties: AbstractSet[str]) -> bool:
    """Return whether these ties are enough for a request; for an overreach, none are."""
    need = ask.needs
    if need is None:
        return False
    return ties >= set(need.ties) if need.all_ties else not ties.isdisjoint(need.ties)

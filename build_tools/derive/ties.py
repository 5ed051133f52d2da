"""Who can do what, as ties have it: what a request needs, held against what somebody brings."""

from collections.abc import Set as AbstractSet

from ..model.library import Ask, ContactType


def ties_of(contact_type: ContactType) -> frozenset[str]:
    """Return the ids of the ties that people of a contact type have as a rule."""
    return frozenset(brought.tie for brought in contact_type.brings)


def can_do(ask: Ask, ties: AbstractSet[str]) -> bool:
    """Return whether somebody with these ties has what the request needs; nobody has for an overreach."""
    need = ask.needs
    if need is None:
        return False
    return ties >= set(need.ties) if need.whole else not ties.isdisjoint(need.ties)

"""Hand-written items, held against the table where they name a request."""

from __future__ import annotations

from ..model.items import Choice
from ..model.scenes import AskedOption, WrittenItem
from .proof import Facts
from .table import FITTING


def check_written(written: WrittenItem, facts: Facts) -> Choice | None:
    """Return the item when its key agrees with the table, or None after refusing it."""
    agreed = [_agrees(asked, written.item, facts) for asked in written.options]
    return facts.proven(written.item) if all(agreed) else None


def _agrees(asked: AskedOption, item: Choice, facts: Facts) -> bool:
    ask = asked.option.ask
    if ask is None:
        return True
    if item.contact_type is None:
        what = f"“{ask}” is asked of no contact type"
        facts.refuse(item.id, asked.place, what, "add “contact_type:” to the item")
        return False
    fit = facts.settled(item.contact_type, ask, item.id, asked.place)
    if fit and (fit.verdict in FITTING) != asked.option.right:
        marked = "right" if asked.option.right else "wrong"
        what = f"“{asked.option.id}” is marked {marked}, but the table says {fit.verdict}"
        facts.refuse(item.id, asked.place, what, f"move the key, or see {fit.settling.id}")
        return False
    return fit is not None

"""Hand-written items, checked against the table where they name a request."""

from ..model.items import Choice
from ..model.written import WrittenItem, WrittenOption
from .proof import Facts
from .table import FITTING


def check_written(written: WrittenItem, facts: Facts) -> Choice | None:
    """Return the item when its key agrees with the table, or None after refusing it."""
    item = written.choice
    judged = [option for option in written.options if option.place not in written.unjudged]
    agreed = [_agrees(one, one.ask, item, facts) for one in judged if one.ask]
    return facts.proven(item) if all(agreed) else None


def _agrees(option: WrittenOption, ask: str, item: Choice, facts: Facts) -> bool:
    if item.contact_type is None:
        what = f"“{ask}” is asked of no contact type"
        facts.refuse(item.id, option.place, what, "add “contact_type:” to the item")
        return False
    fit = facts.require_settled(item.contact_type, ask, item.id, option.place)
    if fit and (fit.verdict in FITTING) != option.right:
        marked = "right" if option.right else "wrong"
        what = f"“{option.id}” is marked {marked}, but the table says {fit.verdict}"
        facts.refuse(item.id, option.place, what, f"move the key, or see {fit.settling.id}")
        return False
    return fit is not None

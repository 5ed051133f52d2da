"""Hand-written items, held against the table where they name a request."""

from __future__ import annotations

from ..fits import FITTING
from ..model.items import AskedOption, Item, WrittenItem
from .facts import Facts


def check_written(written: WrittenItem, facts: Facts) -> Item | None:
    """Return the item when its key agrees with the table, noting what does not."""
    item = written.item
    if not item.about:
        facts.problems.add(item.place, item.id, "names no statement", "add “about: […]”")
        return None
    ids = [asked.option.id for asked in written.options]
    if len(set(ids)) < len(ids):
        facts.problems.add(item.place, item.id, "two options share an id", "give each its own")
    for asked in written.options:
        _check_ask(asked, item, facts)
    return facts.proven(item)


def _check_ask(asked: AskedOption, item: Item, facts: Facts) -> None:
    if asked.ask is None or not any(ask.id == asked.ask for ask in facts.library.asks):
        return
    where = f"{item.id}: {asked.option.id}"
    if item.contact_type is None:
        facts.problems.add(
            asked.place, where, "a request without a contact type", "add “contact_type:”"
        )
        return
    fit = facts.settled(item.contact_type, asked.ask, asked.place, where)
    if fit and (fit.verdict in FITTING) != asked.option.right:
        basis = fit.basis.id if fit.basis else ""
        what = (
            f"marked {'right' if asked.option.right else 'wrong'}, but the table says {fit.verdict}"
        )
        facts.problems.add(asked.place, where, what, f"move the key, or see {basis}")

"""The bank: hand-written items and generated ones, each proven to have one right answer."""

from __future__ import annotations

from ..errors import Problems
from ..fits import Table
from ..model.facts import Library
from ..model.forms import QuizSource
from ..model.items import Bank, Item
from .facts import Facts
from .models import MODELS
from .written import check_written


def build_bank(library: Library, quiz: QuizSource, table: Table, problems: Problems) -> Bank:
    """Return every item that can be proven; each that cannot is a problem and is left out."""
    facts = Facts(library=library, table=table, problems=problems)
    made = [check_written(written, facts) for written in quiz.written]
    for model in quiz.models:
        generate = MODELS.get(model.id)
        if generate is None:
            place = model.scenes[0].place if model.scenes else None
            if place:
                known = ", ".join(sorted(MODELS))
                problems.add(place, model.id, "no such item model", f"use one of: {known}")
            continue
        made += [generate(scene, model, facts) for scene in model.scenes]
    return Bank(items=_by_id([item for item in made if item], problems))


def _by_id(items: list[Item], problems: Problems) -> dict[str, Item]:
    bank: dict[str, Item] = {}
    for item in sorted(items, key=lambda one: one.id):
        if item.id in bank:
            what = f"an item with this id stands at {bank[item.id].place}"
            problems.add(item.place, item.id, what, "give its scene another id")
        bank[item.id] = item
    return bank

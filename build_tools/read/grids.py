"""Scenes whose answer is where their rows belong: in bins, or with people."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ..model.scenes import Scene, ScenePerson, WrittenRow
from .record import Fields

_Part = TypeVar("_Part", WrittenRow, ScenePerson)
_PEOPLE = "people"
GRIDS = ("bins", _PEOPLE)
"""What rows are sorted into, as an item model names it under “options”."""


def read_grid(record: Fields, question: str, into: str) -> Scene:
    """Return a scene with rows to sort `into` one of `GRIDS`; `question` is as readers see it."""
    matched = into == _PEOPLE
    scene = Scene(
        id=record.slug("id") if matched else record.optional_slug("id") or "",
        names=record.texts("names"),
        stem=record.text("stem"),
        question=question,
        contact_type="" if matched else record.reference("contact_type", "type"),
        ask="",
        known_by=(),
        about=(),
        because="",
        distractors=(),
        rationales={},
        people={},
        rows=_listed(record, "rows", _row),
        company=_listed(record, _PEOPLE, _person) if matched else (),
        place=record.place_of_record,
        places=record.places,
    )
    record.close()
    return scene


def _listed(record: Fields, key: str, read: Callable[[Fields], _Part]) -> tuple[_Part, ...]:
    """Return the records of a list; without it, or with one that is unsound, the scene is lost."""
    if key not in record.names:
        record.note(key, "missing", f"add “{key}:”")
        record.lose()
    found = [(read(each), each) for each in record.each(key)]
    if not all(each.sound for _, each in found):
        record.lose()
    return tuple(part for part, _ in found)


def _row(record: Fields) -> WrittenRow:
    row = WrittenRow(
        ask=record.reference("ask", "ask"),
        text=record.optional_text("text") or "",
        link=record.optional_slug("link") or "",
        rationale=record.text("rationale"),
        place=record.place("ask"),
    )
    record.close()
    return row


def _person(record: Fields) -> ScenePerson:
    person = ScenePerson(
        id=record.slug("id"),
        name=record.text("name"),
        kinds=record.references("kinds", "type"),
        plus=record.references("plus", "tie"),
        minus=record.references("minus", "tie"),
        links=record.texts("links"),
        place=record.place_of_record,
    )
    record.close()
    return person

"""Scenes whose answer follows from people and requests: rows for bins or people, and options for one person."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypedDict, TypeVar

from ..model.scenes import Scene, ScenePerson, WrittenRow
from ..problems import Place
from .record import Fields

_Part = TypeVar("_Part", WrittenRow, ScenePerson)
_PEOPLE = "people"
_PERSON = "person"
GRIDS = ("bins", _PEOPLE)
"""What rows are sorted into, as an item model names it under “options”."""
PROVEN = (*GRIDS, _PERSON)
"""What options can be where a scene names no distractors: what is right is proven of each request."""


class _Ties(TypedDict):
    """What a person in a scene has, whoever they are."""

    kinds: tuple[str, ...]
    plus: tuple[str, ...]
    minus: tuple[str, ...]
    links: tuple[str, ...]
    place: Place


def read_proven(record: Fields, question: str, into: str) -> Scene:
    """Return a scene of one of `PROVEN`; `question` is as readers see it."""
    one = into == _PERSON
    matched = into == _PEOPLE
    scene = Scene(
        id=record.slug("id") if one or matched else record.optional_slug("id") or "",
        names=record.texts("names"),
        stem=record.text("stem"),
        question=question,
        contact_type="" if one or matched else record.reference("contact_type", "type"),
        ask=record.reference("ask", "ask") if one else "",
        known_by=(),
        about=(),
        because=record.text("because") if one else "",
        distractors=(),
        rationales={},
        people={},
        rows=_listed(record, "options" if one else "rows", _row),
        company=_listed(record, _PEOPLE, _person) if matched else _person_of(record) if one else (),
        pair=record.slug("pair") if one else "",
        place=record.place_of_record,
        places=record.places,
    )
    record.close()
    return scene


def _person_of(record: Fields) -> tuple[ScenePerson, ...]:
    """Return the one who is asked, whom the scene names itself."""
    asked = record.record(_PERSON)
    person = ScenePerson(id=_PERSON, name="", **_ties(asked))
    asked.close()
    if not asked.sound:
        record.lose()
    return (person,)


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
        right_for=record.optional_text("right_for") or "",
        place=record.place("ask"),
    )
    record.close()
    return row


def _person(record: Fields) -> ScenePerson:
    person = ScenePerson(id=record.slug("id"), name=record.text("name"), **_ties(record))
    record.close()
    return person


def _ties(record: Fields) -> _Ties:
    """Return what a person has, of their kinds and as the scene says."""
    return _Ties(
        kinds=record.references("kinds", "type"),
        plus=record.references("plus", "tie"),
        minus=record.references("minus", "tie"),
        links=record.texts("links"),
        place=record.place_of_record,
    )

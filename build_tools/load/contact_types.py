"""Contact types: one file each."""

from __future__ import annotations

import re

from ..fields import Fields
from ..model.facts import (
    STATEMENT_LISTS,
    Advice,
    Card,
    ContactType,
    Message,
    Mistake,
    Statement,
)
from .statements import read_statement, read_verdict
from .tree import Reading

FOLDER = "content/contact-types"
DRAWINGS = "content/drawings"


def load_contact_types(reading: Reading) -> tuple[ContactType, ...]:
    """Return every contact type in the order its authors gave."""
    found = [_contact_type(path, record, reading) for path, record in reading.folder(FOLDER)]
    return tuple(sorted(found, key=lambda kind: (kind.order, kind.id)))


def _contact_type(path: str, record: Fields, reading: Reading) -> ContactType:
    name = reading.new_id(record, "contact type")
    kind = ContactType(
        id=name,
        order=int(record.number("order")),
        title=record.text("title"),
        known_by=reading.claim(record.slug("known_by"), record.place("known_by"), "tie"),
        mark=record.text("mark"),
        drawing=_drawing(record.optional_text("drawing") or "default", reading),
        card=_card(record.record("card")),
        summary=record.text("summary"),
        statements=_statements(record, reading, name),
        open=tuple(_advice(each) for each in record.each("open")),
        steps=record.texts("steps"),
        messages=tuple(
            read_message(each, reading, f"{name}/messages") for each in record.each("messages")
        ),
        checks=record.texts("checks"),
        mistakes=tuple(_mistake(each) for each in record.each("mistakes")),
        path=path,
        place=record.place_of_record,
    )
    record.close()
    return kind


def _drawing(name: str, reading: Reading) -> str:
    """Return an SVG as one line, to be written into pages."""
    file = reading.tree.read(f"{DRAWINGS}/{name}.svg")
    return re.sub(r">\s+<", "><", file.text.strip()) if file else ""


def _card(record: Fields) -> Card:
    card = Card(good_for=record.text("good_for"), better_not=record.text("better_not"))
    record.close()
    return card


def _statements(record: Fields, reading: Reading, owner: str) -> tuple[Statement, ...]:
    return tuple(
        read_statement(each, reading, (owner, part), (owner,))
        for part in STATEMENT_LISTS
        for each in record.each(part)
    )


def _advice(record: Fields) -> Advice:
    advice = Advice(
        ask=record.slug("ask"),
        verdict=read_verdict(record),
        because=record.text("because"),
        place=record.place_of_record,
    )
    record.close()
    return advice


def read_message(record: Fields, reading: Reading, family: str) -> Message:
    """Return one message; its full id begins with `family`, where there is one."""
    prefix = f"{family}/" if family else ""
    message = Message(
        id=prefix + reading.new_id(record, f"message {family}"),
        ask=record.optional_text("ask"),
        when=record.text("when"),
        text=record.text("text"),
        place=record.place_of_record,
    )
    record.close()
    return message


def _mistake(record: Fields) -> Mistake:
    mistake = Mistake(text=record.text("text"), instead=record.text("instead"))
    record.close()
    return mistake

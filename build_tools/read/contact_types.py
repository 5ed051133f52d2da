"""Contact types: one file each."""

from __future__ import annotations

import re
from collections.abc import Collection

from ..model.library import (
    PRINCIPLES,
    STATEMENT_LISTS,
    Advice,
    Card,
    ContactType,
    Mistake,
    Statement,
    fits_of,
)
from ..problems import Place, did_you_mean
from .files import stem_of
from .messages import read_message
from .reading import PAGE_TITLE, Reading
from .record import Fields
from .statements import read_statement, read_verdict
from .ties import read_brought

FOLDER = "content/contact-types"
DRAWINGS = "content/drawings"
_TAKEN = (PRINCIPLES, "index", "who-can-help", "item-bank", "contact-types", "forms")
_HELD = ("type", "statement", "message")
_LOST_WITH_A_STATEMENT = ("why", "told")
_SIZED = re.compile(r"""\s*<svg(?=[^>]*\swidth=["']\d)(?=[^>]*\sheight=["']\d)""")
_ACTIVE = re.compile(
    r"<(?:script|foreignObject|a|use|image|style)\b|\son\w+\s*=|javascript:", re.IGNORECASE
)


def load_contact_types(reading: Reading) -> tuple[ContactType, ...]:
    """Return every contact type in the order its authors gave."""
    found: dict[str, ContactType] = {}
    for path, record in reading.folder(FOLDER, _HELD, "fit", "bond", "told"):
        kind = _contact_type(path, record, reading, found)
        found.setdefault(kind.id, kind)
    return tuple(sorted(found.values(), key=lambda kind: (kind.order, kind.id)))


def _contact_type(
    path: str, record: Fields, reading: Reading, known: Collection[str]
) -> ContactType:
    name = reading.claim(reading.new_id(record, "type"), record.place("id"), "page")
    # A copy whose id was forgotten: its statements are not those of the type it was copied from.
    owner = path if name in known or name in _TAKEN else name
    if owner == path:
        reading.problems.lose("type")
        record.lose()
    if name in _TAKEN:
        record.note("id", f"“{name}” is the name of something else", "give it another id")
    statements = _statements(record, reading, owner)
    who = tuple(one.id for one in statements if one.part == "who")
    kind = ContactType(
        id=name,
        order=record.number("order"),
        title=record.text("title"),
        known_by=_bond(record, reading, owner),
        mark=record.text("mark"),
        mark_rests_on=_marking(record, reading, who, owner),
        brings=tuple(read_brought(each) for each in record.each("brings")),
        today=record.optional_text("today") or "",
        next_step=record.text("next_step"),
        drawing=_drawing(record, reading),
        card=_card(record.record("card")),
        summary=record.text("summary"),
        statements=statements,
        open=_open(record),
        steps=record.texts("steps"),
        messages=tuple(
            read_message(each, reading, f"{owner}/messages") for each in record.each("messages", ())
        ),
        mistakes=tuple(_mistake(each) for each in record.each("mistakes", ())),
        path=path,
        place=record.place_of_record,
    )
    record.close()
    if owner == name:
        _distinct(kind, record, reading)
    if not record.sound:
        reading.problems.excuse(name, stem_of(path))
    return kind


def _distinct(kind: ContactType, record: Fields, reading: Reading) -> None:
    reading.distinct(record, PAGE_TITLE, title=kind.title)
    reading.distinct(record, "type", order=f"{kind.order:g}", mark=kind.mark, today=kind.today)


def _bond(record: Fields, reading: Reading, owner: str) -> str:
    # Two types with one bond cannot be told apart; a forgotten copy is no type of its own.
    scope = owner if owner == record.place_of_record.path else ""
    return reading.claim(record.slug("known_by"), record.place("known_by"), "bond", scope)


def _marking(record: Fields, reading: Reading, who: tuple[str, ...], owner: str) -> str:
    """Return the id of the statement under “who” that tells this kind apart."""
    name = record.slug("mark_rests_on")
    full = f"{owner}/who/{name}"
    if name and full not in who and not reading.problems.lacks("statement"):
        own = [one.removeprefix(f"{owner}/who/") for one in who]
        what = f"no statement under “who” has the id “{name}”"
        record.note("mark_rests_on", what, did_you_mean(name, own))
    return full


def _drawing(record: Fields, reading: Reading) -> str:
    """Return an SVG as one line, to be written into pages."""
    named = record.optional_slug("drawing")
    place = record.place("drawing") if named else None
    file = reading.tree.read(f"{DRAWINGS}/{named or 'default'}.svg", place)
    if file and _ACTIVE.search(file.text):
        what = "a drawing that holds a script or a link"
        reading.problems.add(Place(path=file.path), "drawing", what, "keep only its shapes")
    if file and not _SIZED.match(file.text):
        what = "a drawing without width and height fills the page where its style is missing"
        instead = 'begin with <svg width="320" height="200" '
        reading.problems.add(Place(path=file.path), "drawing", what, instead)
    return re.sub(r">\s+<", "><", file.text.strip()) if file else ""


def _card(record: Fields) -> Card:
    card = Card(good_for=record.text("good_for"), better_not=record.text("better_not"))
    record.close()
    return card


def _statements(record: Fields, reading: Reading, owner: str) -> tuple[Statement, ...]:
    return tuple(
        read_statement(each, reading, (owner, part), (owner,))
        for part in STATEMENT_LISTS
        for each in record.each(
            part, (fits_of(record.place_of_record.path), *_LOST_WITH_A_STATEMENT)
        )
    )


def _open(record: Fields) -> tuple[Advice, ...]:
    """Return our advice; a piece whose words are not understood is left out."""
    families = (fits_of(record.place_of_record.path),)
    found = ((_advice(each), each) for each in record.each("open", families))
    return tuple(advice for advice, each in found if each.sound)


def _advice(record: Fields) -> Advice:
    advice = Advice(
        ask=record.reference("ask", "ask"),
        verdict=read_verdict(record),
        because=record.text("because"),
        place=record.place_of_record,
    )
    record.close()
    return advice


def _mistake(record: Fields) -> Mistake:
    mistake = Mistake(text=record.text("text"), instead=record.text("instead"))
    record.close()
    return mistake

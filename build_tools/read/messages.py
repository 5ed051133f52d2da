"""Messages to adapt: the general ones, and those of a contact type."""

import re

from ..model.messages import Message, Piece
from .record import RecordReader

_OWN = re.compile(r"(?<!\{)\{\s*(\w[^{}]*)\}(?!\})")
_EMPTY = re.compile(r"(?<!\{)\{(?:[^\w{}]|_)*\}(?!\})")
_OTHERWISE = re.compile(r"\[\w[^\[\]]*\](?!\()|_{3,}|\bX{3,}\b")
"""Other ways in which people and programs write blanks."""
_HALF = re.compile(r"(?<!\{)\{(?=\w)|(?<=\w)\}(?!\})")


def read_message(record: RecordReader, owner: str = "") -> Message:
    """Return one message; its full id begins with its contact type, where it has one."""
    text: str = record.field(Message, "pieces")
    name = record.field(Message, "id")
    _note_blanks(record, name, text)
    full = f"{owner}/messages/{name}" if owner else name
    # Every second part stood in braces.
    pieces = tuple(
        Piece(part.rstrip() if number % 2 else part, own=number % 2 == 1)
        for number, part in enumerate(_OWN.split(text))
        if part
    )
    message = record.read(Message, id=full, pieces=pieces)
    record.distinct("text", message.text, "message")
    return message


def _note_blanks(record: RecordReader, name: str, text: str) -> None:
    """Note what was meant for a blank, and is none."""
    if _EMPTY.search(text):
        what = "braces without words, which no sender can replace"
        record.note("text", what, "write an example in them: Hi {Rosa}, …")
    elif _HALF.search(_OWN.sub("", text)):
        what = "a brace without its other half"
        record.note("text", what, "put what senders replace in one pair: Hi {Rosa}, …")
    elif other := _OTHERWISE.search(text):
        what = f"readers see “{other[0]}” as typed"
        instead = "if senders replace it, write an example in braces: Hi {Rosa}, …"
        record.problems.warn(record.place("text"), f"{name}: text", what, instead)

"""Messages to adapt: the general ones, and those of a contact type."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.library import Message, Piece
from .reading import Reading
from .record import Fields

_OWN = re.compile(r"(?<!\{)\{(\w[^{}]*)\}(?!\})")
_HALF = re.compile(r"(?<!\{)\{(?=\w)|(?<=\w)\}(?!\})")


def load_messages(reading: Reading) -> tuple[Message, ...]:
    return tuple(
        read_message(record, reading, "")
        for record in reading.records("content/messages.yml", "message")
    )


def read_message(record: Fields, reading: Reading, family: str) -> Message:
    """Return one message; its full id begins with `family`, where there is one."""
    prefix = f"{family}/" if family else ""
    text = record.text("text")
    if _HALF.search(_OWN.sub("", text)):
        what = "a brace without its other half"
        record.note("text", what, "put what senders replace in one pair: Hi {Rosa}, …")
    message = Message(
        id=prefix + reading.new_id(record, "message", family),
        ask=record.optional_reference("ask", "ask"),
        when=record.text("when"),
        pieces=tuple(_pieces(text)),
        place=record.place_of_record,
    )
    record.close()
    reading.distinct(record, "message", text=message.text)
    return message


def _pieces(text: str) -> Iterator[Piece]:
    """Yield the parts of a text; every second one stood in braces."""
    for number, part in enumerate(_OWN.split(text)):
        if part:
            yield Piece(part, own=number % 2 == 1)

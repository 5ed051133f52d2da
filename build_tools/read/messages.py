"""Messages to adapt: the general ones, and those of a contact type."""

import re
from collections.abc import Iterator

from ..model.messages import Message, Piece
from .record import RecordReader

_OWN = re.compile(r"(?<!\{)\{(\w[^{}]*)\}(?!\})")
_HALF = re.compile(r"(?<!\{)\{(?=\w)|(?<=\w)\}(?!\})")


def read_message(record: RecordReader, owner: str = "") -> Message:
    """Return one message; its full id begins with its contact type, where it has one."""
    text: str = record.field(Message, "pieces")
    if _HALF.search(_OWN.sub("", text)):
        what = "a brace without its other half"
        record.note("text", what, "put what senders replace in one pair: Hi {Rosa}, …")
    name = record.field(Message, "id")
    full = f"{owner}/messages/{name}" if owner else name
    message = record.read(Message, id=full, pieces=tuple(_pieces(text)))
    record.distinct("text", message.text, "message")
    return message


def _pieces(text: str) -> Iterator[Piece]:
    """Yield the parts of a text; every second one stood in braces."""
    for number, part in enumerate(_OWN.split(text)):
        if part:
            yield Piece(part, own=number % 2 == 1)

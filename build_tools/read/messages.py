"""Messages to adapt: the general ones, and those of a contact type."""

from __future__ import annotations

from ..model.library import Message
from .reading import Reading
from .record import Fields


def load_messages(reading: Reading) -> tuple[Message, ...]:
    return tuple(
        read_message(record, reading, "")
        for record in reading.records("content/messages.yml", "message")
    )


def read_message(record: Fields, reading: Reading, family: str) -> Message:
    """Return one message; its full id begins with `family`, where there is one."""
    prefix = f"{family}/" if family else ""
    message = Message(
        id=prefix + reading.new_id(record, "message", family),
        ask=record.optional_reference("ask", "ask"),
        when=record.text("when"),
        text=record.text("text"),
        place=record.place_of_record,
    )
    record.close()
    reading.distinct(record, "message", text=message.text)
    return message

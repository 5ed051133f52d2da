"""Asks, principles, reasons and interface words: one file each."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import cast

from ..model.library import PRINCIPLES, Ask, AskKind, Reason, Statement
from .reading import Reading
from .record import Fields
from .statements import read_statement
from .ties import read_need

_TOO_MUCH = "overreach"
_KINDS = ("request", "step", _TOO_MUCH)


def load_asks(reading: Reading) -> tuple[Ask, ...]:
    return tuple(_ask(record, reading) for record in reading.records("content/asks.yml", "ask"))


def _ask(record: Fields, reading: Reading) -> Ask:
    kind = cast("AskKind", record.choice("kind", _KINDS))
    # What is wrong with its kind says nothing of its ties.
    takes_ties = kind != _TOO_MUCH if record.sound else "needs" in record.names
    ask = Ask(
        id=reading.new_id(record, "ask"),
        kind=kind,
        title=record.text("title"),
        say=record.text("say"),
        means=record.text("means"),
        needs=read_need(record.record("needs")) if takes_ties else None,
        synonyms=record.texts("synonyms"),
        alternatives=record.references("alternatives", "ask"),
        place=record.place_of_record,
    )
    record.close()
    reading.distinct(record, "ask", title=ask.title, say=ask.say)
    return ask


def load_principles(reading: Reading, types: tuple[str, ...]) -> tuple[Statement, ...]:
    """Return the statements about networking as a whole; `types` are the contact types known."""
    return tuple(
        read_statement(record, reading, (PRINCIPLES, PRINCIPLES), types)
        for record in reading.records("content/principles.yml", "statement", "fit")
    )


def load_reasons(reading: Reading) -> tuple[Reason, ...]:
    return tuple(
        _reason(record, reading) for record in reading.records("content/reasons.yml", "reason")
    )


def _reason(record: Fields, reading: Reading) -> Reason:
    reason = Reason(id=reading.new_id(record, "reason"), text=record.text("text"))
    record.close()
    reading.distinct(record, "reason", text=reason.text)
    return reason


def load_words(
    reading: Reading, path: str, needed: Collection[str], blanks: Mapping[str, Collection[str]]
) -> dict[str, str]:
    """Return the words of an interface by key.

    `needed` are the keys that code asks for by name; a missing one of the others is noticed when a
    template asks for it. `blanks` are the names in braces that are filled in, by key.
    """
    record = reading.record(path)
    if record is None:
        return {}
    return {
        key: record.pattern(key, blanks[key]) if key in blanks else record.text(key)
        for key in dict.fromkeys((*record.names, *needed))
    }

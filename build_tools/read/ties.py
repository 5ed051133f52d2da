"""Ties, what requests need of them, and which of them contact types bring."""

from __future__ import annotations

from ..model.ties import Brought, Need, Tie
from .reading import Reading
from .record import Fields

_ALL, _ANY = "all", "any"


def load_ties(reading: Reading) -> tuple[Tie, ...]:
    return tuple(_tie(record, reading) for record in reading.records("content/ties.yml", "tie"))


def _tie(record: Fields, reading: Reading) -> Tie:
    tie = Tie(
        id=reading.new_id(record, "tie"),
        question=record.text("question"),
        who=record.text("who"),
        opens=record.text("opens"),
        example=record.text("example"),
        brought=record.text("brought"),
        lacking=record.text("lacking"),
    )
    record.close()
    reading.distinct(record, "tie", question=tie.question, who=tie.who)
    return tie


def read_need(record: Fields) -> Need:
    """Return what a request needs: ties under “all”, or under “any” where one of them is enough."""
    whole = _ANY not in record.names
    need = Need(
        ties=record.references(_ALL if whole else _ANY, "tie", required=True),
        whole=whole,
        rests_on=record.optional_reference("rests_on", "statement"),
    )
    record.close()
    return need


def read_brought(record: Fields) -> Brought:
    brought = Brought(
        tie=record.reference("tie", "tie"),
        rests_on=record.reference("rests_on", "statement"),
        place=record.place_of_record,
    )
    record.close()
    return brought

"""The plans of sessions with a group."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.workshop import Activity, Material, Note, Session, Talk, Workshop
from .reading import Reading
from .record import Fields

SHOWN = "page to show"
HANDED_OUT = "page to hand out"
"""The families of what materials name; they are looked up where all pages are known."""
_PATH = "content/workshop.yml"
_PLAN = ("plan",)


def load_workshop(reading: Reading) -> Workshop:
    """Return every session; a file that could not be read holds none."""
    record = reading.record(_PATH, "session", "plan")
    if record is None:
        return Workshop(activities={}, sessions=(), rooms=(), notes=())
    activities = [_activity(each, reading) for each in record.each("activities", _PLAN)]
    workshop = Workshop(
        activities={activity.id: activity for activity in activities},
        sessions=tuple(_session(each, reading) for each in record.each("sessions", _PLAN)),
        rooms=_notes(record, "rooms"),
        notes=_notes(record, "notes"),
    )
    record.close()
    return workshop


def item_family(page: str) -> str:
    """Return the family of the items of one form, so that an item of another one is unknown."""
    return f"item of {page}"


def _session(record: Fields, reading: Reading) -> Session:
    name = reading.new_id(record, "session")
    session = Session(
        id=name,
        title=record.text("title"),
        minutes=record.count("minutes"),
        summary=record.text("summary"),
        plan=record.references("plan", "activity", required=True),
        prepare=_notes(record, "prepare"),
        short=_notes(record, "short"),
        after=_notes(record, "after"),
        place=record.place("minutes"),
    )
    record.close()
    reading.distinct(record, "session", title=session.title)
    return session


def _activity(record: Fields, reading: Reading) -> Activity:
    activity = Activity(
        id=reading.new_id(record, "activity"),
        title=record.text("title"),
        minutes=record.count("minutes"),
        cue=record.text("cue"),
        do=record.texts("do"),
        say=record.texts("say"),
        show=tuple(_materials(record, "show", SHOWN)),
        hand_out=tuple(_materials(record, "hand_out", HANDED_OUT)),
        talks=tuple(_talk(each, reading) for each in record.each("talks", ())),
        place=record.place_of_record,
    )
    record.close()
    reading.distinct(record, "activity", title=activity.title)
    return activity


def _talk(record: Fields, reading: Reading) -> Talk:
    talk = Talk(
        id=reading.new_id(record, "talk"),
        says=record.text("says"),
        reason=record.optional_text("for"),
        objection=record.optional_text("against"),
        answer=record.text("answer"),
        rests_on=record.references("rests_on", "statement", required=True),
    )
    record.close()
    return talk


def _notes(record: Fields, key: str) -> tuple[Note, ...]:
    return tuple(_note(each) for each in record.each(key, ()))


def _note(record: Fields) -> Note:
    note = Note(
        title=record.optional_text("title"),
        text=record.text("text"),
        rests_on=record.optional_reference("rests_on", "statement"),
        see=_material(record.record("see"), HANDED_OUT) if "see" in record.names else None,
    )
    record.close()
    return note


def _materials(record: Fields, key: str, family: str) -> Iterator[Material]:
    return (_material(each, family) for each in record.each(key, ()))


def _material(record: Fields, family: str) -> Material:
    page = record.reference("page", family)
    material = Material(
        page=page,
        at=record.optional_slug("at") or "",
        item=record.optional_reference("item", item_family(page)) if family == SHOWN else None,
        title=record.optional_text("title"),
    )
    record.close()
    return material

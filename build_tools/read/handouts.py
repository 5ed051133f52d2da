"""The sheets that are made of records."""

from __future__ import annotations

from ..model.handouts import CardPerson, Cards, Handouts, Routine, RoutineStep, Update
from .reading import Reading
from .record import Fields

PAGE = "page of a sheet"
"""The family of pages that sheets name."""


def load_handouts(reading: Reading) -> Handouts:
    record = reading.record("content/handouts.yml", "handout")
    if record is None:
        return Handouts(
            update=Update(title="", page="", message="", about=()),
            routine=Routine(title="", page="", steps=()),
            cards=Cards(title="", page="", people=()),
        )
    handouts = Handouts(
        update=_update(record.record("update")),
        routine=_routine(record.record("routine")),
        cards=_cards(record.record("cards")),
    )
    record.close()
    return handouts


def _update(record: Fields) -> Update:
    update = Update(
        title=record.text("title"),
        page=record.reference("page", PAGE),
        message=record.reference("message", "message"),
        about=record.references("about", "statement"),
    )
    record.close()
    return update


def _routine(record: Fields) -> Routine:
    routine = Routine(
        title=record.text("title"),
        page=record.reference("page", PAGE),
        steps=tuple(_step(each) for each in record.each("steps")),
    )
    record.close()
    return routine


def _step(record: Fields) -> RoutineStep:
    step = RoutineStep(title=record.text("title"), text=record.text("text"))
    record.close()
    return step


def _cards(record: Fields) -> Cards:
    cards = Cards(
        title=record.text("title"),
        page=record.reference("page", PAGE),
        people=tuple(_person(each) for each in record.each("sets")),
    )
    record.close()
    return cards


def _person(record: Fields) -> CardPerson:
    person = CardPerson(
        type=record.reference("type", "type"),
        person=record.text("person"),
        asks=record.references("asks", "ask", required=True),
    )
    record.close()
    return person

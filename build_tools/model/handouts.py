"""Sheets that are made of records: the update, the weekly routine, and cards to sort."""

from dataclasses import dataclass
from typing import Annotated

from .. import families
from ..families import Family
from .fields import IDENTIFIES, NOT_EMPTY, AskId, Key, StatementId, Text, TypeId, ref

SHEET_PAGE = Family("page of a sheet")
"""The family of pages that sheets name."""
SheetPage = Annotated[str, ref(SHEET_PAGE)]


@dataclass(frozen=True, kw_only=True, slots=True)
class Update:
    """A message as a sheet to fill in, with the statements that say what it is for."""

    title: Text
    page: SheetPage
    """The id of the page that tells more."""
    message: Annotated[str, ref(families.MESSAGE)]
    about: tuple[StatementId, ...]
    """Ids of statements."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RoutineStep:
    """One step of the routine."""

    title: Text
    text: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Routine:
    """What to do once a week, step by step."""

    title: Text
    page: SheetPage
    """The id of the page that tells more."""
    steps: tuple[RoutineStep, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CardPerson:
    """A person on the cards, and the requests that go with them."""

    type: Annotated[TypeId, IDENTIFIES]
    """The contact type that the person is."""
    person: Text
    asks: Annotated[tuple[AskId, ...], NOT_EMPTY]


@dataclass(frozen=True, kw_only=True, slots=True)
class Cards:
    """One card for each person and request."""

    title: Text
    page: SheetPage
    """The id of the page that tells more."""
    people: Annotated[tuple[CardPerson, ...], Key("sets")]
    """Who is on the cards."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Handouts:
    """All sheets that are made of records."""

    update: Update
    routine: Routine
    cards: Cards

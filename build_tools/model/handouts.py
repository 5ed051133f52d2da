"""Sheets that are made of records: the update, the weekly routine, and cards to sort."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Update:
    """A message as a sheet to fill in, with the statements that say what it is for."""

    title: str
    page: str
    """The id of the page that tells more."""
    message: str
    about: tuple[str, ...]
    """Ids of statements."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RoutineStep:
    title: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Routine:
    """What to do once a week, step by step."""

    title: str
    page: str
    """The id of the page that tells more."""
    steps: tuple[RoutineStep, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CardPerson:
    """Somebody on cards, in words, and what the cards ask of them."""

    type: str
    """The contact type that the person is."""
    person: str
    asks: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Cards:
    """One card for each person and request."""

    title: str
    page: str
    """The id of the page that tells more."""
    people: tuple[CardPerson, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Handouts:
    update: Update
    routine: Routine
    cards: Cards

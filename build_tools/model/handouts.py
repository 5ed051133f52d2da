"""Sheets to fill in that are made of records: the update, and the weekly routine."""

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
class Handouts:
    update: Update
    routine: Routine

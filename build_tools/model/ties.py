"""Ties: why somebody can do something for a seeker, what a request needs of them, and what a contact type brings."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..problems import Place


@dataclass(frozen=True, kw_only=True, slots=True)
class Tie:
    """One of the questions that stand behind the whole table."""

    id: str
    question: str
    """As a seeker asks it of one person."""
    who: str
    """What somebody with this tie does or has done; goes on from “someone who”."""
    opens: str
    """What it makes possible."""
    example: str
    """What one might write to somebody who has it."""
    brought: str
    """The answer for a contact type that brings it."""
    lacking: str
    """The answer for one that does not."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Need:
    """What a request needs of whoever is asked."""

    ties: tuple[str, ...]
    whole: bool
    """Whether all of the ties are needed, and not just one of them."""
    rests_on: str | None
    """The id of the statement that gives the reason; None where it is our advice."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Brought:
    """A tie that people of a contact type have as a rule."""

    tie: str
    rests_on: str
    """The id of the statement that says so."""
    place: Place = field(compare=False)

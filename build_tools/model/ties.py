"""Ties: why somebody can do something for a seeker, what a request needs of them, and what a contact type brings."""

from dataclasses import dataclass, field
from typing import Annotated

from .. import families
from ..problems import Place
from .fields import NOT_EMPTY, Distinct, Key, Lacks, StatementId, Text, TieId, own_id


@dataclass(frozen=True, kw_only=True, slots=True)
class Tie:
    """One of the questions that decide the whole table."""

    id: Annotated[str, own_id(families.TIE)]
    question: Annotated[Text, Distinct("tie")]
    """The question that a seeker asks about one person."""
    who: Annotated[Text, Distinct("tie")]
    """What somebody with this tie does or has done; it continues “someone who”."""
    opens: Text
    """What it makes possible."""
    example: Text
    """What one might write to somebody who has it."""
    brought: Text
    """The answer for a contact type that brings it."""
    lacking: Text
    """The answer for one that does not."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Need:
    """What a request needs of whoever is asked."""

    ties: Annotated[tuple[TieId, ...], NOT_EMPTY, Key("all", "any")]
    all_ties: Annotated[bool, Lacks("any")]
    """Whether all of the ties are needed, or one of them is enough."""
    rests_on: StatementId | None
    """The id of the statement that gives the reason; without one it is our advice."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Brought:
    """A tie that people of a contact type have as a rule."""

    tie: TieId
    rests_on: StatementId
    """The id of the statement that says so."""
    place: Place = field(compare=False)

"""Sessions with a group: what a counselor does, says, shows and hands out, minute by minute."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..problems import Place


@dataclass(frozen=True, kw_only=True, slots=True)
class Material:
    """Something to show or to hand out: a page of the guide, or a form."""

    page: str
    at: str
    """The anchor on that page; “” for all of it."""
    item: str | None
    """The id of the item that a form is opened at."""
    title: str | None
    """What to call it where the title of the page does not say enough."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """One piece of advice to whoever leads a session."""

    title: str | None
    text: str
    rests_on: str | None
    """The id of the statement it follows from; None is our own advice."""
    see: Material | None
    """Where there is more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Talk:
    """Something that people tend to say, and what the guide answers."""

    id: str
    says: str
    reason: str | None
    """Why some would agree, where it is a claim to debate."""
    objection: str | None
    """Why others would not."""
    answer: str
    rests_on: tuple[str, ...]
    """Ids of the statements that the answer rests on."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Activity:
    """What a group does for some minutes; several sessions may hold it."""

    id: str
    title: str
    minutes: int
    cue: str
    """What to say, in one line."""
    do: tuple[str, ...]
    say: tuple[str, ...]
    show: tuple[Material, ...]
    hand_out: tuple[Material, ...]
    talks: tuple[Talk, ...]
    place: Place = field(compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Session:
    """The plan of one session."""

    id: str
    title: str
    minutes: int
    summary: str
    plan: tuple[str, ...]
    """Ids of its activities, in order."""
    prepare: tuple[Note, ...]
    short: tuple[Note, ...]
    """What to do when time runs out."""
    after: tuple[Note, ...]
    place: Place = field(compare=False)
    """Where its minutes stand."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Workshop:
    """Every session, and what holds for all of them."""

    activities: Mapping[str, Activity]
    sessions: tuple[Session, ...]
    rooms: tuple[Note, ...]
    """What to do in rooms where something is missing."""
    notes: tuple[Note, ...]
    """What lets everyone take part."""

    def activities_of(self, session: Session) -> tuple[Activity, ...]:
        """Return the activities of a session that are known, in its order."""
        return tuple(self.activities[name] for name in session.plan if name in self.activities)

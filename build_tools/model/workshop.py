"""Sessions with a group: what a counselor does, says, shows and hands out, minute by minute."""

from dataclasses import dataclass, field
from typing import Annotated

from .. import families
from ..families import Family
from ..problems import Place
from .fields import (
    NOT_EMPTY,
    At,
    Count,
    Distinct,
    Key,
    Loses,
    Slug,
    StatementId,
    Text,
    own_id,
    ref,
)

SHOWN = Family("page to show")
HANDED_OUT = Family("page to hand out")
"""The families that materials refer to."""


def item_family(page: str) -> Family:
    """Return the family of the items of one form, so that an item of another one is unknown."""
    return Family(f"item of {page}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Material:
    """Something to show or to hand out: a page of the guide, or a form."""

    page: Annotated[str, ref(HANDED_OUT)]
    at: Slug = ""
    """The anchor on that page; without one, all of it."""
    item: str | None = None
    """The id of the item that a form is opened at."""
    title: Text | None
    """Its title, if that of the page does not say enough."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown(Material):
    """Something to show, which may be one item of a form."""

    page: Annotated[str, ref(SHOWN)]
    item: Annotated[str, ref(item_family("{page}"))] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """One piece of advice to whoever leads a session."""

    title: Text | None
    text: Text
    rests_on: StatementId | None
    """The id of the statement it follows from; without one it is our own advice."""
    see: Material | None
    """Where there is more."""


Notes = Annotated[tuple[Note, ...], Loses()]


@dataclass(frozen=True, kw_only=True, slots=True)
class Talk:
    """Something that people tend to say, and what the guide answers."""

    id: Annotated[str, own_id(families.TALK)]
    says: Text
    reason: Annotated[Text | None, Key("for")]
    """Why some would agree; only for a claim to debate."""
    objection: Annotated[Text | None, Key("against")]
    """Why others would not."""
    answer: Text
    rests_on: Annotated[tuple[StatementId, ...], NOT_EMPTY]
    """Ids of the statements that the answer rests on."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Activity:
    """What a group does for some minutes; several sessions may hold it."""

    id: Annotated[str, own_id(families.ACTIVITY)]
    title: Annotated[Text, Distinct("activity")]
    minutes: Count
    """How long it takes."""
    cue: Text
    """What to say, in one line."""
    do: tuple[Text, ...]
    """What the counselor does, in order."""
    say: tuple[Text, ...]
    """What the counselor says."""
    show: Annotated[tuple[Shown, ...], Loses()]
    """Pages to show."""
    hand_out: Annotated[tuple[Material, ...], Loses()]
    """Pages to print."""
    talks: Annotated[tuple[Talk, ...], Loses()]
    """What people tend to say."""
    place: Place = field(compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Session:
    """The plan of one session."""

    id: Annotated[str, own_id(families.SESSION)]
    title: Annotated[Text, Distinct("session")]
    minutes: Count
    """How long it takes; its activities add up to it."""
    summary: Text
    """What it is about, in one sentence."""
    plan: Annotated[tuple[Annotated[str, ref(families.ACTIVITY)], ...], NOT_EMPTY]
    """Ids of its activities, in order."""
    prepare: Notes
    """What to do before."""
    short: Notes
    """What to do when time runs out."""
    after: Notes
    """What to do afterward."""
    place: Annotated[Place, At("minutes")] = field(compare=False)
    """Where its minutes stand."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Workshop:
    """Every session, and what holds for all of them."""

    activities: Annotated[tuple[Activity, ...], Loses(families.PLAN)]
    sessions: Annotated[tuple[Session, ...], Loses(families.PLAN)]
    rooms: Notes
    """What to do in rooms where something is missing."""
    notes: Notes
    """How to let everyone take part."""

    @property
    def handed_out(self) -> frozenset[str]:
        """The pages that are handed out as a whole."""
        handed_out = (one for activity in self.activities for one in activity.hand_out)
        return frozenset(one.page for one in handed_out if not one.at)

    def activities_of(self, session: Session) -> tuple[Activity, ...]:
        """Return the activities of a session that are known, in its order."""
        known = {activity.id: activity for activity in self.activities}
        return tuple(known[name] for name in session.plan if name in known)

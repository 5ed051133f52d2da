"""The facts of the guide: contact types, asks and statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from ..problems import Place
from .guide import GuideText, ProsePage
from .handouts import Handouts
from .sources import Evidence, Source
from .targets import Target
from .ties import Brought, Need, Tie
from .workshop import Workshop

Verdict = Literal["can", "sometimes", "rarely", "cannot"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

Tier = Literal["core", "supporting"]
TIERS: tuple[Tier, ...] = get_args(Tier)
AskKind = Literal["request", "step", "overreach"]

STATEMENT_LISTS = ("who", "can", "cannot", "use", "caution", "other-ways")
PRINCIPLES = "principles"


def fits_of(path: str) -> str:
    """Return the family of the fits of one contact type, which are lost with a part of its file."""
    return f"fit of {path}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Typed:
    """A text with its place and the key it stands under."""

    place: Place
    key: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Settlement:
    """What one statement says about one ask, for the contact types it speaks of."""

    ask: str
    verdict: Verdict
    types: tuple[str, ...]
    inferred: bool = False
    """Whether its source does not say so itself, and we read it from what the source says."""
    exception: str | None = None
    """Why the verdict stands although ties would have it otherwise."""
    place: Place = field(compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """One sentence with an id; what readers are told, and what every answer leads back to."""

    id: str
    owner: str
    """The contact type's id, or `principles`."""
    part: str
    """The list it stands in, one of `STATEMENT_LISTS`, or `principles`."""
    text: str
    because: str | None
    source: str | None
    """Where it rests, such as `article/F1.can.1`; None is our own advice."""
    because_source: str | None
    """Where its reason rests; None is a reason of our own, whatever the statement rests on."""
    tier: Tier
    reason: str | None
    settles: tuple[Settlement, ...]
    place: Place = field(compare=False)

    @property
    def anchor(self) -> str:
        """The id of its element on the page that shows it."""
        own = self.id.removeprefix(f"{self.owner}/")
        return own.replace("/", "-")

    @property
    def full_text(self) -> str:
        return f"{self.text} {self.because}" if self.because else self.text


@dataclass(frozen=True, kw_only=True, slots=True)
class Advice:
    """Our own reading of a fit that no source settles."""

    ask: str
    verdict: Verdict
    because: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a message; `own` is what each sender has words of their own for, such as a name or a job."""

    text: str
    own: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """A short message to adapt; `ask` is None for one that fits any contact type."""

    id: str
    ask: str | None
    when: str
    pieces: tuple[Piece, ...]
    place: Place = field(compare=False)

    @property
    def text(self) -> str:
        """What is copied and sent."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, kw_only=True, slots=True)
class Mistake:
    text: str
    instead: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    good_for: str
    better_not: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactType:
    """A kind of contact, told by how the person knows you."""

    id: str
    order: float
    title: str
    known_by: str
    """The bond that makes a person this kind; quiz scenes name the bonds that are true in them."""
    mark: str
    """The sentence that tells this kind apart from the others."""
    mark_rests_on: str
    """The id of the statement of its own that says so."""
    brings: tuple[Brought, ...]
    """The ties that such people have as a rule."""
    today: str
    """How such a contact knows a seeker, in the seeker’s words; “” where the title says it."""
    next_step: str
    """What to do first where somebody knows nobody of this kind; our advice."""
    drawing: str
    """The SVG of its card, written into pages as it is."""
    card: Card
    summary: str
    statements: tuple[Statement, ...]
    open: tuple[Advice, ...]
    steps: tuple[str, ...]
    messages: tuple[Message, ...]
    mistakes: tuple[Mistake, ...]
    path: str
    """The file it came from."""
    place: Place = field(compare=False)

    def part(self, name: str) -> tuple[Statement, ...]:
        """Return the statements of one list, in the author's order."""
        return tuple(statement for statement in self.statements if statement.part == name)


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask:
    """Something a job seeker wants of a contact."""

    id: str
    kind: AskKind
    title: str
    say: str
    """The request as a short question; the text of quiz options."""
    means: str
    needs: Need | None
    """The ties it takes; None for an overreach, which takes more than anybody has."""
    synonyms: tuple[str, ...]
    alternatives: tuple[str, ...]
    place: Place = field(compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """Why a contact cannot do something, short enough for a quiz option."""

    id: str
    text: str


# No slots: `statements` is asked for thousands of times, and kept after the first.
@dataclass(frozen=True, kw_only=True)
class Library:
    """Every fact of the guide."""

    types: tuple[ContactType, ...]
    principles: tuple[Statement, ...]
    ties: tuple[Tie, ...]
    asks: tuple[Ask, ...]
    reasons: tuple[Reason, ...]
    sources: tuple[Source, ...]
    evidence: tuple[Evidence, ...]
    messages: tuple[Message, ...]
    pages: tuple[ProsePage, ...]
    guide: GuideText
    targets: tuple[Target, ...]
    workshop: Workshop
    handouts: Handouts
    words: Mapping[str, str]
    typed: tuple[Typed, ...] = field(default=(), compare=False)
    """Every text of the input as it was typed."""

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Every statement by id, contact types first."""
        listed = [statement for kind in self.types for statement in kind.statements]
        return {statement.id: statement for statement in (*listed, *self.principles)}

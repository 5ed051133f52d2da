"""The facts of the guide: contact types, asks and statements."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Literal, get_args

from .. import families
from ..problems import Place
from .edition import Edition
from .fields import (
    IDENTIFIES,
    PAGE_TITLE,
    AskId,
    Distinct,
    Flag,
    Key,
    Loses,
    Number,
    ReasonId,
    Slug,
    SourceId,
    Text,
    TypeId,
    When,
    own_id,
)
from .guide import GuideText, ProsePage
from .handouts import Handouts
from .language import GUIDE_LANGUAGE, Language
from .messages import Message
from .records import Records
from .sources import Evidence, Source
from .targets import Target
from .ties import Brought, Need, Tie
from .typed import Typed
from .workshop import Workshop

Verdict = Literal["can", "sometimes", "rarely", "cannot"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

Tier = Literal["core", "supporting"]
TIERS: tuple[Tier, ...] = get_args(Tier)
AskKind = Literal["request", "step", "overreach"]

STATEMENT_LISTS = ("who", "can", "cannot", "use", "caution", "other-ways")
PRINCIPLES = "principles"


@dataclass(frozen=True, kw_only=True, slots=True)
class Settlement:
    """What one statement says about one ask, for the contact types it speaks of."""

    ask: AskId
    verdict: Verdict
    types: tuple[str, ...]
    inferred: Flag = False
    """Whether its source does not say so itself, and we read it from what the source says."""
    exception: Text | None = None
    """Why the verdict stands although the ties say otherwise."""
    place: Place = field(compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """One sentence with an id; what readers are told, and what every answer leads back to."""

    id: Slug
    owner: str
    """The contact type's id, or `principles`."""
    part: str
    """The list it stands in, one of `STATEMENT_LISTS`, or `principles`."""
    text: Text
    """The sentence that readers see."""
    because: Text | None
    """Why it is so; shown after the sentence."""
    source: SourceId | None
    """The part of a source that it rests on, such as `article/F1.can.1`; without one it is our own advice."""
    because_source: SourceId | None
    """The same for its reason; without one the reason is ours, whatever the statement rests on."""
    tier: Tier = "supporting"
    reason: ReasonId | None
    settles: tuple[Settlement, ...]
    """What it says about requests, for the table."""
    place: Place = field(compare=False)

    @property
    def anchor(self) -> str:
        """The id of its element on the page that shows it."""
        own = self.id.removeprefix(f"{self.owner}/")
        return own.replace("/", "-")


@dataclass(frozen=True, kw_only=True, slots=True)
class Ruling(Settlement):
    """A settlement of a principle: for the contact types that it names, or for all if it names none."""

    types: tuple[TypeId, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Principle(Statement):
    """A statement about networking as a whole."""

    settles: tuple[Ruling, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Advice:
    """Our own reading of a fit that no source settles."""

    ask: Annotated[AskId, IDENTIFIES]
    verdict: Verdict
    because: Text
    """Why, in one or two sentences."""
    place: Place = field(compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Mistake:
    """What some people write, and what works better."""

    text: Text
    """What not to write."""
    instead: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """What a contact type is good for, in a few words."""

    good_for: Text
    """What such people can do."""
    better_not: Text
    """What they cannot do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactType:
    """A kind of contact, told by how the person knows you."""

    id: Annotated[str, own_id(families.TYPE, families.PAGE)]
    order: Annotated[Number, Distinct("type")]
    """Where it stands among the others."""
    title: Annotated[Text, Distinct(PAGE_TITLE)]
    """Its name everywhere, and the title of its page."""
    known_by: Slug
    """The bond that makes a person this kind; quiz scenes name the bonds that are true in them."""
    mark: Annotated[Text, Distinct("type")]
    """The sentence that tells this kind apart from the others."""
    mark_rests_on: Slug
    """The id of the statement of its own that says so."""
    brings: tuple[Brought, ...]
    """The ties that such people have as a rule."""
    today: Annotated[Text, Distinct("type")] = ""
    """How such a contact knows a seeker, in the seeker’s words; left out where the title says it."""
    next_step: Text
    """What to do first where somebody knows nobody of this kind; our advice."""
    drawing: Slug = "default"
    """The SVG of its card, written into pages as it is."""
    card: Card
    summary: Text
    """What such people can do and what not, in two sentences."""
    statements: Annotated[tuple[Statement, ...], Key(*STATEMENT_LISTS)]
    """What the sources and we say of such people."""
    open: tuple[Advice, ...]
    """Our advice on each request that no statement settles."""
    steps: tuple[Text, ...]
    """How to ask them well, in order."""
    messages: tuple[Message, ...]
    mistakes: Annotated[tuple[Mistake, ...], Loses()]
    path: str
    """The file it came from."""
    place: Place = field(compare=False)

    def part(self, name: str) -> tuple[Statement, ...]:
        """Return the statements of one list, in the author's order."""
        return tuple(statement for statement in self.statements if statement.part == name)


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask:
    """Something a job seeker wants of a contact."""

    id: Annotated[str, own_id(families.ASK)]
    kind: AskKind
    title: Annotated[Text, Distinct("ask")]
    """Its one short name everywhere, and the name of its page."""
    say: Annotated[Text, Distinct("ask")]
    """The request as a short question; the text of quiz options."""
    means: Text
    """What the name does not say."""
    needs: Annotated[Need | None, When("kind", ("request", "step"))]
    """The ties it takes; none for an overreach, which takes more than anybody has."""
    synonyms: tuple[Text, ...]
    """What people also call it; search finds it by these."""
    alternatives: tuple[AskId, ...]
    """What to ask instead, the best first."""
    place: Place = field(compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """Why a contact cannot do something: one inference, which decides at most a third of a quiz."""

    id: Annotated[str, own_id(families.REASON)]


# No slots: `statements` is asked for thousands of times, and kept after the first.
@dataclass(frozen=True, kw_only=True)
class Library:
    """Every fact of the guide."""

    types: Records[ContactType]
    principles: tuple[Statement, ...]
    ties: Records[Tie]
    asks: Records[Ask]
    reasons: Records[Reason]
    sources: Records[Source]
    evidence: Records[Evidence]
    messages: Records[Message]
    pages: Records[ProsePage]
    guide: GuideText
    targets: tuple[Target, ...]
    workshop: Workshop
    handouts: Handouts
    words: Mapping[str, str]
    typed: tuple[Typed, ...] = field(default=(), compare=False)
    """Every text of the input as it was typed."""
    edition: Edition | None = None
    """The edition that this is; None for the guide itself."""
    language: Language = GUIDE_LANGUAGE
    """The language of its texts."""
    foreign: frozenset[str] = frozenset()
    """Texts that are not translated, and so are in the language of the guide."""

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Every statement by id, contact types first."""
        listed = [statement for type_ in self.types for statement in type_.statements]
        return {statement.id: statement for statement in (*listed, *self.principles)}

    @cached_property
    def every_message(self) -> Records[Message]:
        """The general messages, and those of contact types."""
        return Records((*self.messages, *(one for type_ in self.types for one in type_.messages)))

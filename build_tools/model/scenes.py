"""Scenes of item models, and the people and requests in them, as their authors wrote them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from ..problems import Place
from .fields import (
    IDENTIFIES,
    NOT_EMPTY,
    UNWRITTEN,
    WHOLE,
    AskId,
    At,
    BondId,
    Flag,
    Key,
    Plain,
    Slug,
    StatementId,
    Text,
    TieId,
    TypeId,
    Written,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class WrittenRow:
    """A request as its author wrote it, in a grid or as an option; what is right follows from the facts."""

    ask: Annotated[AskId, IDENTIFIES]
    text: Text = ""
    """Its own words, where those of the ask do not fit."""
    link: Slug = ""
    """The place or field it is about; only people with a link to it can help."""
    rationale: Text
    """Why it is right, or wrong."""
    right_for: Text = ""
    """For whom it would be right where it is a wrong option."""
    nobody: Annotated[bool, UNWRITTEN] = False
    """Whether nobody in the scene can do it."""
    place: Annotated[Place, At("ask")] = field(compare=False)
    """Where its `ask` stands."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MatchRow(WrittenRow):
    """A request that is matched to the one person who can do it, or to nobody."""

    nobody: Flag = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ScenePerson:
    """Somebody in a scene: with the ties of their contact types, more those of `plus`, less those of `minus`."""

    id: Slug
    name: Text
    types: Annotated[tuple[TypeId, ...], Key("kinds")]
    """The contact types they are; somebody may be two, or none yet."""
    plus: tuple[TieId, ...]
    """Ties that the scene gives them besides."""
    minus: tuple[TieId, ...]
    """Ties that the scene takes from them."""
    links: tuple[Plain, ...]
    """The places and fields they have a link to, as the rows of the scene name them."""
    place: Place = field(compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class OnePerson(ScenePerson):
    """The person who is asked, whose name stands in the scene: with the ties of their contact types, more those of `plus`, less those of `minus`."""

    id: str = "person"
    name: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene:
    """The words of one generated item; which option is right follows from the table."""

    id: Slug = ""
    names: tuple[Text, ...]
    """The names of people in it."""
    seeker: Text = ""
    """Who asks, for the question of the item model."""
    contact: Text = ""
    """Who is asked, for the question of the item model."""
    stem: Text
    """The scene."""
    question: Text = ""
    """Its own question, where that of the item model does not fit."""
    ask: str = ""
    known_by: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    rests_on: str = ""
    """What the right option rests on, where the scene says it."""
    because: str = ""
    """Why the right option is right."""
    rationales: Mapping[str, str] = field(default_factory=dict)
    """Why an option is right or wrong, by its id."""
    rows: Annotated[tuple[WrittenRow, ...], UNWRITTEN] = ()
    company: Annotated[tuple[ScenePerson, ...], UNWRITTEN] = ()
    """The people to whom its rows are matched, or the one who is asked."""
    pair: str = ""
    """The id of the scene that differs from it in one fact."""
    place: Place = field(compare=False)
    places: Mapping[str, Place] = field(compare=False)
    """Where the value of each key stands."""

    def at(self, key: str) -> Place:
        """Return where the value of `key` stands, or the scene if the key is missing."""
        return self.places.get(key, self.place)

    def rationale(self, option: str, *, right: bool) -> str:
        """Return what the scene says of an option, or “” where it leaves that to the facts."""
        return self.rationales.get(option) or (self.because if right else "")


@dataclass(frozen=True, kw_only=True, slots=True)
class BondScene(Scene):
    """A scene about one contact, whose options are the contact types they may be."""

    known_by: Annotated[tuple[BondId, ...], NOT_EMPTY]
    """The bonds that are true in it."""
    about: tuple[StatementId, ...]
    rests_on: StatementId
    because: Text
    rationales: Mapping[TypeId, Text]


@dataclass(frozen=True, kw_only=True, slots=True)
class MatchScene(Scene):
    """A scene whose rows are matched to people."""

    id: Slug
    rows: Annotated[tuple[MatchRow, ...], WHOLE]
    company: Annotated[tuple[ScenePerson, ...], WHOLE, Key("people")]


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonScene(Scene):
    """A scene about one person, and its options."""

    id: Slug
    ask: AskId
    because: Text
    rows: Annotated[tuple[WrittenRow, ...], WHOLE, Key("options")]
    company: Annotated[tuple[ScenePerson, ...], Written(OnePerson), Key("person")]
    pair: Slug

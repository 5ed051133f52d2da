"""Items as their authors wrote them, before they are held against the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..problems import Place
from .items import Choice, Option


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedOption:
    """An option as its author wrote it."""

    option: Option
    place: Place = field(compare=False)
    """Where its `ask` stands."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WrittenItem:
    """A hand-written item before it is held against the table."""

    item: Choice
    options: tuple[AskedOption, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class WrittenRow:
    """A request as its author wrote it, in a grid or as an option; what is right follows from the facts."""

    ask: str
    text: str
    """Its own words, or “” where the ask says it."""
    link: str
    """The place or field it is about, which only some of the people have a link to; “” where that does not matter."""
    rationale: str
    right_for: str
    """For whom it would be right where it is a wrong option; “” in a grid."""
    place: Place = field(compare=False)
    """Where its `ask` stands."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ScenePerson:
    """Somebody in a scene, with ties of their own: those of their kinds, but for what the scene says."""

    id: str
    name: str
    kinds: tuple[str, ...]
    """The ids of the contact types they are; somebody may be two, or none yet."""
    plus: tuple[str, ...]
    """Ties that the scene gives them besides."""
    minus: tuple[str, ...]
    """Ties that the scene takes from them."""
    links: tuple[str, ...]
    """The places and fields they have a link to, as the rows of the scene name them."""
    place: Place = field(compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene:
    """The words of one generated item; which option is right follows from the table."""

    id: str
    names: tuple[str, ...]
    stem: str
    question: str
    contact_type: str
    ask: str
    known_by: tuple[str, ...]
    about: tuple[str, ...]
    rests_on: str = ""
    """What the right option rests on, where the scene says it."""
    because: str
    distractors: tuple[str, ...]
    rationales: Mapping[str, str]
    people: Mapping[str, str]
    says: Mapping[str, str] = field(default_factory=dict)
    """Requests in words of this scene, by their id."""
    right_for: Mapping[str, str] = field(default_factory=dict)
    """For whom a wrong option would be right, by its id."""
    rows: tuple[WrittenRow, ...] = ()
    company: tuple[ScenePerson, ...] = ()
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
class ItemModel:
    """A question template and its scenes."""

    id: str
    """The name of the function that makes its items."""
    kind: str
    distractors: str
    """The pool of distractors; “” where the options are a closed set."""
    scenes: tuple[Scene, ...]

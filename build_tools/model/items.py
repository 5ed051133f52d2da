"""Quiz items: what a person is asked, and why each answer is right or wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..errors import Place
from ..text import content_hash


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    id: str
    text: str
    right: bool
    rationale: str
    rests_on: str
    """The id of the statement that makes it right or wrong."""
    ask: str | None = None
    """The request that the option is, if it is one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One question with one right option."""

    id: str
    kind: str
    model: str | None
    """The item model that made it; None for a hand-written item."""
    names: tuple[str, ...]
    stem: str
    question: str
    contact_type: str | None
    about: tuple[str, ...]
    """Ids of the statements it asks about; the first is shown last, as the true statement."""
    fits: tuple[tuple[str, str], ...]
    """(contact type, ask) of each request it puts to the reader, as an option or as its subject."""
    options: tuple[Option, ...]
    closed: bool
    """Whether the options are a closed set, whose order never changes."""
    place: Place = field(compare=False)
    like: str | None = None
    """The id of its near-twin, which tells so much of the answer that no form holds both."""

    @property
    def key(self) -> Option:
        return next(option for option in self.options if option.right)

    @property
    def token(self) -> str:
        """Eight hex digits that name this item in an address; another meaning, another token."""
        told = (f"{option.id} {option.text} {option.right}" for option in _by_id(self.options))
        return content_hash(self.id, self.stem, self.question, *told)


def _by_id(options: tuple[Option, ...]) -> list[Option]:
    return sorted(options, key=lambda option: option.id)


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedOption:
    """An option as its author wrote it."""

    option: Option
    place: Place = field(compare=False)
    """Where its `ask` stands."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WrittenItem:
    """A hand-written item before it is held against the table."""

    item: Item
    options: tuple[AskedOption, ...]


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
    because: str
    distractors: tuple[str, ...]
    rationales: Mapping[str, str]
    people: Mapping[str, str]
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
    words: Mapping[str, str] = field(default_factory=dict)
    """The text of each option by its id; empty where options say what the facts call them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Bank:
    """Every item, by id."""

    items: Mapping[str, Item]

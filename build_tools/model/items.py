"""Quiz items: what a person is asked, and why each answer is right or wrong."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated, Self, TypeVar

from .. import families
from ..problems import Place
from .fields import AskId, Flag, Key, StatementId, Text, own_id
from .library import PRINCIPLES
from .tokens import content_hash


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    id: Annotated[str, own_id(families.OPTION, inside=True)]
    text: Text
    right: Annotated[Flag, Key("key")] = False
    """Whether it is the right one."""
    rationale: Text
    """Why it is right, or wrong."""
    rests_on: StatementId
    """The statement that makes it right or wrong."""
    ask: AskId | None = None
    """The request that the option is, if it is one; the table then says whether it is right."""
    right_for: Text = ""
    """For whom, or in which case, a wrong option would be right; nothing where it is too much for anybody."""

    @property
    def meaning(self) -> str:
        """The text that the token of its item is a hash of."""
        return f"{self.id} {self.text} {self.right}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One line of a grid: a request, and the bin that it belongs in."""

    id: str
    """The id of the ask."""
    text: str
    bin: str
    """One of the bins of its grid."""
    rationale: str
    rests_on: str
    """The id of the statement that puts it there."""

    @property
    def meaning(self) -> str:
        return f"{self.id} {self.text} {self.bin}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Somebody in a scene to whom rows are matched."""

    id: str
    name: str


_Part = TypeVar("_Part", Option, Row)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Item(ABC):
    """What items of all kinds have."""

    id: str
    kind: str
    model: str | None
    """The item model that made it; None for a hand-written item."""
    names: tuple[str, ...]
    stem: str
    question: str
    contact_type: str | None
    about: tuple[str, ...]
    """Ids of the statements it asks about, in no order; see `main`."""
    fits: tuple[tuple[str, str], ...]
    """(contact type, ask) of each request it puts to the reader, as an option or as its subject."""
    closed: bool = False
    """Whether its parts are a closed set, whose order never changes."""
    place: Place = field(compare=False)
    like: str | None = None
    """The id of a similar item that gives the answer away; no form holds both."""
    pair: str | None = None
    """The id of the item that differs from it in one fact, and so in the key."""
    guide_token: str = ""
    """Its token in the guide; “” for an item that only an edition has."""
    inferences: frozenset[str] = frozenset()
    """Ids of the reasons that the statements behind its options give."""

    @property
    @abstractmethod
    def parts(self) -> tuple[Option | Row, ...]:
        """Its options or rows, each with a rationale."""

    @property
    @abstractmethod
    def main(self) -> str:
        """The id of the statement it asks about first of all."""

    @property
    def topic(self) -> str:
        """The id of the contact type it is about, or `principles` if it is about networking as a whole."""
        return self.contact_type or PRINCIPLES

    @property
    def also(self) -> tuple[str, ...]:
        """The other statements that it asks about and its answer shows."""
        shown = {part.rests_on for part in self.parts}
        return tuple(name for name in self.about if name != self.main and name in shown)

    @property
    @abstractmethod
    def claims(self) -> tuple[tuple[str, str], ...]:
        """(id, words that state it) of each statement that decides the right answer."""

    @property
    @abstractmethod
    def stratum(self) -> str:
        """Its stratum: a balanced form has items of each equally often."""

    @abstractmethod
    def arranged(self, order: Sequence[str]) -> Self:
        """Return the item with its parts in the order of these ids."""

    @property
    def token(self) -> str:
        """Eight hex digits that identify it in addresses, and change with its meaning.

        An edition may only reword an item of the guide, so the token stays.
        """
        if self.guide_token:
            return self.guide_token
        meaning = (part.meaning for part in sorted(self.parts, key=lambda part: part.id))
        return content_hash(self.id, self.stem, self.question, *meaning)


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice(_Item):
    """An item with one right option."""

    options: tuple[Option, ...]

    @property
    def key(self) -> Option:
        return next(option for option in self.options if option.right)

    @property
    def main(self) -> str:
        """The statement that the key rests on; the answer ends with it."""
        return self.key.rests_on

    @property
    def parts(self) -> tuple[Option, ...]:
        return self.options

    @property
    def claims(self) -> tuple[tuple[str, str], ...]:
        return ((self.main, f"{self.key.text} {self.key.rationale}"),)

    @property
    def stratum(self) -> str:
        return self.key.id

    def arranged(self, order: Sequence[str]) -> Self:
        return replace(self, options=_in_order(self.options, order))


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid(_Item):
    """An item whose rows are matched to the one person who can do each, or to nobody."""

    rows: tuple[Row, ...]
    people: tuple[Person, ...]
    """The people that are its bins."""

    @property
    def bins(self) -> tuple[str, ...]:
        """The ids of its bins, in the order they are offered."""
        return tuple(person.id for person in self.people)

    @property
    def main(self) -> str:
        return min(self.about)

    @property
    def parts(self) -> tuple[Row, ...]:
        return self.rows

    @property
    def claims(self) -> tuple[tuple[str, str], ...]:
        return tuple((row.rests_on, f"{row.text} {row.rationale}") for row in self.rows)

    @property
    def stratum(self) -> str:
        return self.contact_type or ""

    def arranged(self, order: Sequence[str]) -> Self:
        return replace(self, rows=_in_order(self.rows, order))


Item = Choice | Grid
"""One question, of whatever kind."""


def _in_order(parts: tuple[_Part, ...], order: Sequence[str]) -> tuple[_Part, ...]:
    named = {part.id: part for part in parts}
    return tuple(named[name] for name in order)


@dataclass(frozen=True, kw_only=True, slots=True)
class Bank:
    """Every item, by id."""

    items: Mapping[str, Item]

    def of(self, names: Iterable[str]) -> tuple[Item, ...]:
        """Return the items of these ids, in their order; an unknown id has none."""
        return tuple(self.items[name] for name in names if name in self.items)

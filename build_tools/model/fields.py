"""Annotations of the fields of records: how each is written in YAML, and what its value must be.

A field without one is not a key: code sets it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from .. import families
from ..families import NO_FAMILY, Families, Family


@dataclass(frozen=True, slots=True)
class ValueType:
    """A single value."""

    name: str
    shown: bool = False
    """Whether readers see it: translations and editions may change such texts only."""
    blanks: tuple[str, ...] = ()
    """The names in braces that a pattern may hold."""
    family: Family = NO_FAMILY
    """The family whose ids it may be; {name} in it stands for another field of the record."""
    own: Families = ()
    """The families in which it must be unique, if it is the id of its own record."""
    inside: bool = False
    """Whether it must be unique only within the record around its own."""


class Key:
    """The key in YAML, if it is not the name of the field; the lists under several keys are joined."""

    def __init__(self, *names: str) -> None:
        self.names = names


@dataclass(frozen=True, slots=True)
class Written:
    """The type that is read from YAML, if code keeps something else."""

    type: Any


@dataclass(frozen=True, slots=True)
class Distinct:
    """A text that must be unique in a family."""

    family: str


class Loses:
    """The families that are incomplete once a record here cannot be read, in place of those of the record around it."""

    def __init__(self, *families: Family) -> None:
        self.families = families


@dataclass(frozen=True, slots=True)
class At:
    """The key whose place in the file the field holds."""

    key: str


@dataclass(frozen=True, slots=True)
class Names:
    """The keys that a mapping must have."""

    needed: Collection[str]
    more: bool = False
    """Whether it may have others too."""


@dataclass(frozen=True, slots=True)
class Blanks:
    """The names in braces that code fills in, by the key of a text."""

    names: Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class Lacks:
    """The key whose absence makes the field true."""

    key: str


@dataclass(frozen=True, slots=True)
class When:
    """The key is required if another field has one of these values, and not allowed otherwise."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cases:
    """Another field of the record, whose value decides which class is read here."""

    field: str
    records: Mapping[str, type]


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotation that has no values."""

    name: str


PAGE_TITLE = "title of a page"
"""The family of titles that stand beside each other in the menu and in lists."""
NOT_EMPTY = Mark("not empty")
"""A list with at least one entry."""
WHOLE = Mark("whole")
"""A required list; if one of its records cannot be read, neither can the record around it."""
UNWRITTEN = Mark("unwritten")
"""No key, though its type would make it one; a subclass may make it a key again."""
IDENTIFIES = Mark("tells which")
"""The key that identifies a record in its list, if it has no id."""
CHOSEN = Mark("chosen")
"""A selection, such as the requests on the home page, which an edition may replace."""

Text = Annotated[str, ValueType("text", shown=True)]
Plain = Annotated[str, ValueType("text")]
"""A text that only authors and code see."""
Slug = Annotated[str, ValueType("slug")]
Url = Annotated[str, ValueType("url")]
Doi = Annotated[str, ValueType("doi")]
LanguageTag = Annotated[str, ValueType("language")]
Color = Annotated[str, ValueType("color")]
EmailAddress = Annotated[str, ValueType("mail")]
Phone = Annotated[str, ValueType("phone")]
LinkTarget = Annotated[str, ValueType("link")]
"""An address of the web that nobody can listen to, or one to write a mail to."""
Day = Annotated[str, ValueType("day")]
Number = Annotated[float, ValueType("number")]
Grade = Annotated[float, ValueType("grade")]
"""A grade of school that reading takes."""
Count = Annotated[int, ValueType("count")]
Flag = Annotated[bool, ValueType("flag")]


def ref(family: Family) -> ValueType:
    """Return the type of a value that is the id of a record of `family`."""
    return ValueType("reference", family=family)


def own_id(*families: Family, inside: bool = False) -> ValueType:
    """Return the type of the id of a record: of the first of these families, and unique in all."""
    return ValueType("slug", own=families, inside=inside)


AskId = Annotated[str, ref(families.ASK)]
BondId = Annotated[str, ref(families.BOND)]
ReasonId = Annotated[str, ref(families.REASON)]
SourceId = Annotated[str, ref(families.SOURCE)]
StatementId = Annotated[str, ref(families.STATEMENT)]
TieId = Annotated[str, ref(families.TIE)]
TypeId = Annotated[str, ref(families.TYPE)]


def fits_of(path: str) -> Family:
    """Return the family of the fits of one contact type, which are lost with a part of its file."""
    return Family(f"fit of {path}")

"""How fields of records are written in YAML: what their types say beyond what Python needs.

A field whose type says none of this is no key: whoever makes the record sets it.
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
    """Whether it is words that readers see, which a translation changes and a center may change."""
    blanks: tuple[str, ...] = ()
    """The names in braces that a pattern may hold."""
    family: Family = NO_FAMILY
    """Whose id it is; {name} in it is another field of the record."""
    own: Families = ()
    """The families in which no other record has this id, where it is that of the record itself."""
    inside: bool = False
    """Whether it may stand again in another record around it."""


@dataclass(frozen=True, slots=True, init=False)
class Key:
    """The key it stands under, if not under its name; with several, the lists of all are one."""

    names: tuple[str, ...]

    def __init__(self, *names: str) -> None:
        object.__setattr__(self, "names", names)


@dataclass(frozen=True, slots=True)
class Written:
    """The type it is written as, where it is made into something else."""

    type: Any


@dataclass(frozen=True, slots=True)
class Distinct:
    """A text that no other record of the family has."""

    family: str


@dataclass(frozen=True, slots=True, init=False)
class Loses:
    """What is lost with one that cannot be read, if not what is lost with the record around it."""

    families: Families

    def __init__(self, *families: Family) -> None:
        object.__setattr__(self, "families", families)


@dataclass(frozen=True, slots=True)
class At:
    """The key whose place it is."""

    key: str


@dataclass(frozen=True, slots=True)
class Names:
    """All keys that a mapping needs."""

    needed: Collection[str]
    more: bool = False
    """Whether it may have others too."""


@dataclass(frozen=True, slots=True)
class Blanks:
    """The names in braces that code fills in, by the key of a text."""

    names: Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class Lacks:
    """The key that is missing where this is true."""

    key: str


@dataclass(frozen=True, slots=True)
class When:
    """The key is required where another field has one of these values, and not allowed where it has another."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cases:
    """The fellow field that decides which of these records stand here."""

    field: str
    records: Mapping[str, type]


@dataclass(frozen=True, slots=True)
class Mark:
    """What needs no more than a name."""

    name: str


PAGE_TITLE = "title of a page"
"""The family of titles that stand beside each other in the menu and in lists."""
NOT_EMPTY = Mark("not empty")
"""A list that names at least one."""
WHOLE = Mark("whole")
"""A list that must be there, and without one of its records the record around it is none."""
UNWRITTEN = Mark("unwritten")
"""What some records of a class write and others do not."""
IDENTIFIES = Mark("tells which")
"""What tells a record from others of its list, where it has no id."""
CHOSEN = Mark("chosen")
"""A list of what comes first, or at all, which an edition may write anew."""
BY_ID = Mark("by id")
"""A list of records whose mapping goes by their ids."""

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
Count = Annotated[int, ValueType("count")]
Flag = Annotated[bool, ValueType("flag")]


def ref(family: Family) -> ValueType:
    """Say that a value is the id of a record of `family`."""
    return ValueType("reference", family=family)


def own_id(*families: Family, inside: bool = False) -> ValueType:
    """Say that a value is the id of its record, of the first of these families."""
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

"""Declarations of records, read from their types: which keys there are, and what each holds."""

from collections.abc import Collection, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass, replace
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from ..model.fields import (
    NOT_EMPTY,
    UNWRITTEN,
    WHOLE,
    At,
    Blanks,
    Distinct,
    Key,
    Lacks,
    Names,
    ValueType,
    When,
    Written,
)
from ..problems import Place

_Mark = TypeVar("_Mark")
_NO_VALUE = ValueType("")
_CHOICE = ValueType("choice")


@dataclass(frozen=True, kw_only=True, slots=True)
class Shape:
    """What a field holds: a value, a list, a mapping or a record, with its annotations."""

    value_type: ValueType = _NO_VALUE
    """Of a value."""
    allowed: tuple[str, ...] = ()
    """The values of a choice, or the blanks of a pattern."""
    entry: "Shape | None" = None
    """The shape of the entries of a list, or of the values of a mapping."""
    key: "Shape | None" = None
    """What the keys of a mapping are."""
    record: type | None = None
    optional: bool = False
    """Whether it is None if the key is missing."""
    marks: tuple[object, ...] = ()

    def mark(self, mark_class: type[_Mark]) -> _Mark | None:
        return next((mark for mark in self.marks if isinstance(mark, mark_class)), None)

    @property
    def listed(self) -> "Shape | None":
        """The shape of its entries, if it is a list."""
        return self.entry if self.key is None else None

    @property
    def blanks(self) -> Mapping[str, Collection[str]]:
        """The names in braces that texts of a mapping may hold, by their key."""
        blanks = self.mark(Blanks)
        return blanks.names if blanks else {}

    def under(self, key: str) -> "Shape":
        """Return what stands under a key of a mapping."""
        if self.entry and key in self.blanks:
            value_type = ValueType("pattern", shown=True, blanks=tuple(self.blanks[key]))
            return replace(self.entry, value_type=value_type, allowed=value_type.blanks)
        return self.entry or self


@dataclass(frozen=True, kw_only=True, slots=True)
class Declared:
    """A field of a record that its author writes."""

    name: str
    keys: tuple[str, ...]
    shape: Shape
    required: bool
    default: Any
    """What the field is without its key."""
    when: When | None
    lacks: Lacks | None
    distinct: Distinct | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Declaration:
    """A record as its class declares it."""

    fields: Mapping[str, Declared]
    by_key: Mapping[str, Declared]
    place: str | None
    """The key whose place is kept as that of the record; “” for the whole record, None if it keeps none."""


@cache
def declaration(record: type) -> Declaration:
    hints = get_type_hints(record, include_extras=True)
    shapes = [(field, shape_of(hints[field.name])) for field in fields(record)]
    places = [shape for _, shape in shapes if shape.record is Place]
    at = places[0].mark(At) if places else None
    declared = [_declared(field, shape) for field, shape in shapes if _is_key(shape)]
    return Declaration(
        fields={field.name: field for field in declared},
        by_key={key: field for field in declared for key in field.keys},
        place=at.key if at else "" if places else None,
    )


def shape_of(hint: Any) -> Shape:
    """Return the shape in YAML of a type with its annotations."""
    optional = False
    marks: tuple[object, ...] = ()
    while (origin := get_origin(hint)) in (Annotated, Union, UnionType):
        if origin is Annotated:
            own = hint.__metadata__
            written = next((mark for mark in own if isinstance(mark, Written)), None)
            marks, hint = (*marks, *own), written.type if written else hint.__origin__
        else:
            optional = True
            (hint,) = (one for one in get_args(hint) if one is not NoneType)
    inner = get_args(hint)
    value_types = (mark for mark in marks if isinstance(mark, ValueType))
    value_type = next(value_types, _CHOICE if origin is Literal else _NO_VALUE)
    if value_type.name or not inner:
        record = hint if isinstance(hint, type) and is_dataclass(hint) else None
        return Shape(
            value_type=value_type,
            allowed=inner or value_type.blanks,
            record=record,
            optional=optional,
            marks=marks,
        )
    key = shape_of(inner[0]) if origin is Mapping else None
    entry = shape_of(inner[1 if key else 0])
    return Shape(entry=entry, key=key, optional=optional, marks=marks)


def _is_key(shape: Shape) -> bool:
    if UNWRITTEN in shape.marks:
        return False
    if shape.entry:
        return _is_key(shape.entry)
    return bool(shape.value_type.name or shape.mark(Lacks)) or shape.record not in (None, Place)


def _declared(field: Field[Any], shape: Shape) -> Declared:
    default = field.default
    if field.default_factory is not MISSING:
        default = field.default_factory()
    named, when, lacks = shape.mark(Key), shape.mark(When), shape.mark(Lacks)
    empty: Any = MISSING if not shape.entry else {} if shape.key else ()
    if default is MISSING:
        default = None if shape.optional else empty
    needed = shape.mark(Names) or when or NOT_EMPTY in shape.marks or WHOLE in shape.marks
    return Declared(
        name=field.name,
        keys=named.names if named else () if lacks else (field.name,),
        shape=shape,
        required=default is MISSING or bool(needed),
        default=default,
        when=when,
        lacks=lacks,
        distinct=shape.mark(Distinct),
    )

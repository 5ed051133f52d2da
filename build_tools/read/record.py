"""One record: read as its class declares it; what is wrong is noted while the reading goes on."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import MISSING, replace
from typing import Any, Self, TypeVar

from ..families import Families, Family
from ..model.fields import NOT_EMPTY, WHOLE, Loses, Names, ValueType
from ..problems import Place, Reference, UnfitError
from . import values
from .claims import Claims
from .declared import Declared, Shape, declaration
from .swallowed_keys import note_swallowed
from .unknown import Written, keys_for, note_unknown_keys
from .yaml_nodes import MappingNode, Node, name_of

_Record = TypeVar("_Record")
_Reader = Callable[[Node], Any]
_Class = type | None


class RecordReader:
    """Reads the keys of one record; a place instead of a node is that of a missing record, which was noted."""

    def __init__(
        self, node: Node | Place, where: str, claims: Claims, lost: Families = (), of: _Class = None
    ) -> None:
        self.place_of_record = node if isinstance(node, Place) else node.place
        self.claims, self.problems = claims, claims.problems
        self._entries = node.entries if isinstance(node, MappingNode) else {}
        keys = node.keys if isinstance(node, MappingNode) else {}
        self.written = Written(self.place_of_record, where, self._entries, keys, of)
        self.sound = True
        """Whether nothing is missing that other records or rules refer to."""
        self._where, self._families = where, lost
        self.owned = True
        """Whether its id is its own; a copy of another record would repeat its texts too."""
        self.missing = not isinstance(node, MappingNode)
        """Whether there is no record, which was noted."""
        if not isinstance(node, (MappingNode, Place)):
            self.note("", "expected a record (key: value)", keys_for(node, of))
            self.lose()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._entries)

    @property
    def places(self) -> dict[str, Place]:
        """Where the value of each key stands."""
        return {key: node.place for key, node in self._entries.items()}

    def place(self, key: str) -> Place:
        """Return where the value of `key` stands, or the record if the key is missing."""
        return self._entries[key].place if key in self._entries else self.place_of_record

    def read(self, record: Callable[..., _Record], **given: Any) -> _Record:
        """Return what `record` declares, but for the fields that are `given`; note every other key."""
        declared = declaration(record)
        self.written.of = record
        arguments = dict(given)
        known: set[str] = set()
        for name, field in declared.fields.items():
            if field.lacks:
                arguments[name] = field.lacks.key not in self._entries
            elif not self._stands_here(field, arguments):
                arguments[name] = field.default
            else:
                key = self._key(field)
                known.update(field.keys if len(field.keys) == 1 or name in given else (key,))
                if name not in given:
                    arguments[name] = self._field(field, key, arguments)
        if declared.place is not None:
            arguments.setdefault("place", self.place(declared.place))
        self.close(known)
        self._hold_apart(declared.fields, arguments)
        return record(**arguments)

    def field(self, record: type, name: str, *, needed: bool = False) -> Any:
        """Return one field before the others are read; `needed` makes it required."""
        declared = declaration(record).fields[name]
        if needed:
            declared = replace(declared, required=True, default=MISSING)
        return self._field(declared, self._key(declared), {})

    def mapping(self, shape: Shape) -> dict[str, Any]:
        """Return the whole record as a mapping: each key is an id, or a name of its own."""
        names = shape.mark(Names)
        for key, place in self.written.keys.items() if shape.key else ():
            if shape.key and shape.key.value_type.family:
                self._refer(place, key, shape.key.value_type.family, key)
        if names and not names.more:
            self.close(names.needed)
        there = self.names if not names or names.more else ()
        wanted = dict.fromkeys((*there, *(names.needed if names else ())))
        return {key: self._value(key, shape.under(key), MISSING, {}) for key in wanted}

    def each(self, key: str, lost: Families | None = None, of: _Class = None) -> Iterator[Self]:
        """Yield the records of a list; `lost` are lost with one of them, if not those of this one."""
        for item in self._items(key):
            yield self._inner(item, name_of(item, self._called(key)), lost, of)

    def record(self, key: str, of: _Class = None) -> Self:
        """Return the required record under `key`, whose keys are told where it is none of this class."""
        return self._inner(self._required(key) or self.place_of_record, self._called(key), None, of)

    def claim(self, name: str, key: str, family: Family, scope: str = "") -> str:
        """Return `name` after claiming it; if another record has it, this one is taken for a copy."""
        if not self.claims.claim(name, self.place(key), family, scope):
            self.owned = False
        return name

    def distinct(self, key: str, text: str, family: str) -> None:
        """Note a text that another record of the family has under this key."""
        self.claims.distinct(text, self.place(key), family, key, self._called(key))

    def note(self, key: str, what: str, instead: str) -> None:
        """Note a problem at the value of `key`; without a key it is of the whole record."""
        self.problems.add(self.place(key), self._called(key), what, instead)

    def lose(self) -> None:
        """Count the record, and what depends on it, as incomplete."""
        self.sound = False
        self.problems.lose(*self._families)

    def close(self, known: Collection[str]) -> None:
        """Note every key that is not `known`."""
        if note_unknown_keys(self.written, known, self.problems):
            self.lose()
        note_swallowed(self._entries, set(known) - self._entries.keys(), self._where, self.problems)

    def _stands_here(self, field: Declared, arguments: dict[str, Any]) -> bool:
        """Whether its `When` lets a field be a key here, as far as that is known."""
        when = field.when
        if when is None or field.name in arguments:
            return True
        return arguments[when.field] in when.values if self.sound else field.name in self._entries

    def _key(self, field: Declared) -> str:
        there = (key for key in reversed(field.keys) if key in self._entries)
        return next(there, field.keys[0])

    def _field(self, field: Declared, key: str, arguments: dict[str, Any]) -> Any:
        if key not in self._entries and not field.required:
            return field.default
        return self._value(key, field.shape, field.default, arguments)

    def _value(self, key: str, shape: Shape, default: Any, arguments: dict[str, Any]) -> Any:
        """Return what stands under a key that is there, or should be."""
        if shape.record:
            return self.record(key, shape.record).read(shape.record)
        if shape.listed:
            return self._list(key, shape, shape.listed)
        if shape.entry:
            return self.record(key).mapping(shape)
        return self._scalar(key, shape, default, arguments)

    def _list(self, key: str, shape: Shape, entry: Shape) -> Any:
        if NOT_EMPTY in shape.marks and not self._read(key, self._required(key), values.some_items):
            self.lose()
        if WHOLE in shape.marks and not self._required(key):
            self.lose()
        if not entry.record:
            return self._values(key, entry)
        loses = shape.mark(Loses)
        inner = list(self.each(key, loses.families if loses else None, entry.record))
        records = [each.read(entry.record) for each in inner]
        if WHOLE in shape.marks and not all(each.sound for each in inner):
            self.lose()
        return tuple(records)

    def _values(self, key: str, entry: Shape) -> tuple[str, ...]:
        read = ((item, self._read(key, item, values.text, "entry")) for item in self._items(key))
        texts = [(item.place, text) for item, text in read if text]
        for place, text in texts if entry.value_type.name == "reference" else ():
            self._refer(place, key, entry.value_type.family, text)
        return tuple(text for _, text in texts)

    def _scalar(self, key: str, shape: Shape, default: Any, arguments: dict[str, Any]) -> Any:
        value_type = shape.value_type
        read = values.reader(value_type.name, shape.allowed)
        value = self._read(key, self._required(key), read, "" if default is MISSING else "key")
        if value is None:
            if value_type.name in values.NEEDED:
                self.lose()
            nothing = values.nothing(value_type.name, shape.allowed)
            value = nothing if default is MISSING else default
        elif value_type.name == "reference":
            self._refer(self.place(key), key, Family(value_type.family.format(**arguments)), value)
        if value_type.own:
            self._own(key, value, value_type)
        return value

    def _own(self, key: str, name: str, value_type: ValueType) -> None:
        """Claim the id of this record in its families."""
        if not self.sound:
            self.problems.lose(value_type.own[0])
        for family in value_type.own:
            self.claim(name, key, family, self.written.inside if value_type.inside else "")

    def _hold_apart(self, declared: Mapping[str, Declared], arguments: dict[str, Any]) -> None:
        for name, field in declared.items() if self.owned else ():
            if field.distinct:
                value = arguments[name]
                text = f"{value:g}" if isinstance(value, float) else value
                self.distinct(field.keys[0], text or "", field.distinct.family)

    def _refer(self, place: Place, key: str, family: Family, name: str) -> None:
        """Remember an id of `family`, to be looked up when all is read."""
        where, holder = self._called(key), self.place_of_record
        self.problems.references.append(
            Reference(place=place, where=where, family=family, name=name, holder=holder)
        )

    def _called(self, key: str) -> str:
        """Return what a key of the record is called in its problems."""
        return f"{self._where}: {key}" if key else self._where

    def _inner(self, node: Node | Place, where: str, lost: Families | None, of: _Class) -> Self:
        families = self._families if lost is None else lost
        inner = type(self)(node, where, self.claims, families, of)
        inner.written.around = self.written
        return inner

    def _required(self, key: str) -> Node | None:
        node = self._entries.get(key)
        noted = self.missing or node is not None or key in self.written.told
        if not noted and not note_swallowed(self._entries, {key}, self._where, self.problems):
            self.problems.add(self.place_of_record, self._called(key), "missing", f"add “{key}:”")
        return node

    def _read(self, key: str, node: Node | None, read: _Reader, spare: str = "") -> Any:
        if node is None:
            return None
        try:
            return read(node)
        except UnfitError as error:
            place = error.place or node.place
            more = f", or delete the {spare}" if spare and error.instead == values.WRITE_IT else ""
            self.problems.add(place, self._called(key), error.what, error.instead + more)
            return None

    def _items(self, key: str) -> tuple[Node, ...]:
        node = self._entries.get(key)
        entries = self._read(key, node, values.items)
        if node and entries is None:
            self.lose()
        return entries or ()

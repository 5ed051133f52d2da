"""The overlay: a file of an edition laid over that of the guide, record by record, and only words that readers see."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from ..model.edition import Counts
from ..model.fields import CHOSEN, IDENTIFIES, Cases
from ..problems import Place, Problems, did_you_mean, nearest
from .blanks import warn_of_lost
from .declared import Shape, declaration
from .yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode, name_of

_ONLY_WORDS = "an edition changes only words that readers see"
_NOTHING = MappingNode(place=Place(path=""), entries={}, keys={})


@dataclass(frozen=True, kw_only=True, slots=True)
class Overlay:
    """Lays nodes of an edition over those of the guide, and counts what that changes.

    What cannot be laid, such as a list over a text, stays as the edition has it: whoever reads the record notes it.
    """

    problems: Problems
    counts: Counts

    def lay(self, base: Node, over: Node, shape: Shape) -> Node:
        """Return what a file of the guide holds, with what an edition says in a file of the same name."""
        laid = self._value(base, over, shape, name_of(over, "") or name_of(base, ""), _NOTHING)
        both = isinstance(laid, MappingNode) and isinstance(base, MappingNode)
        return replace(laid, place=base.place) if both else laid

    def add(self, own: Node, shape: Shape) -> None:
        """Count the records of a file that only the edition has."""
        self.counts.added += sum(1 for _ in _records(own, shape))

    def _value(
        self, base: Node | None, over: Node, shape: Shape, where: str, around: MappingNode
    ) -> Node:
        """Return a value of the guide as the edition has it; `around` is the record that it stands in."""
        if _is_own(shape):
            self.counts.changed += 1
            if isinstance(base, ScalarNode) and isinstance(over, ScalarNode):
                warn_of_lost(self.problems, where, base.value, over.value, over.place)
            return over
        if isinstance(over, MappingNode) and shape.record:
            return self._record(_or_none(base), over, shape.record, where)
        if isinstance(over, MappingNode) and shape.entry and not shape.listed:
            return self._mapping(_or_none(base), over, shape, where)
        if isinstance(over, SequenceNode) and shape.listed and shape.listed.record:
            return self._list(base, over, shape, where, around)
        return over

    def _record(
        self, base: MappingNode, over: MappingNode, record: type, where: str
    ) -> MappingNode:
        """Return a record of the guide with the words that the edition has for it."""
        fields = declaration(record).by_key
        entries = dict(base.entries)
        for key, node in over.entries.items():
            field, old = fields.get(key), base.entries.get(key)
            if old and _plain(old) == _plain(node):
                continue
            if field is None or may_change(field.shape):
                shape = field.shape if field else Shape()
                entries[key] = self._value(old, node, shape, _called(where, key), base)
            else:
                may = [name for name, one in fields.items() if may_change(one.shape)]
                instead = f"leave it out; what it may change here: {', '.join(may)}"
                self.problems.add(over.keys[key], _called(where, key), _ONLY_WORDS, instead)
        return MappingNode(place=over.place, entries=entries, keys=base.keys | over.keys)

    def _mapping(
        self, base: MappingNode, over: MappingNode, shape: Shape, where: str
    ) -> MappingNode:
        entries = dict(base.entries)
        for key, node in over.entries.items():
            under, place = shape.under(key), over.keys[key]
            if key not in base.entries and not (shape.key and shape.key.value_type.family):
                instead = did_you_mean(key, base.entries, base.place.path)
                self.problems.add(place, _called(where, key), "the guide has no such key", instead)
            elif may_change(under):
                entries[key] = self._value(base.entries.get(key), node, under, key, base)
            else:
                self.problems.add(place, _called(where, key), _ONLY_WORDS, "leave it out")
        return MappingNode(place=over.place, entries=entries, keys=base.keys | over.keys)

    def _list(
        self, base: Node | None, over: SequenceNode, shape: Shape, where: str, around: MappingNode
    ) -> Node:
        """Return the records of the guide as the edition has them, and then its own."""
        items = list(base.items) if isinstance(base, SequenceNode) else []
        for item in over.items:
            record = record_of(shape, around.entries) if isinstance(item, MappingNode) else None
            if record and isinstance(item, MappingNode):
                self._lay_one(items, item, record, where)
            else:
                items.append(item)
        return SequenceNode(place=over.place, items=tuple(items))

    def _lay_one(self, items: list[Node], one: MappingNode, record: type, where: str) -> None:
        """Change the record that `one` names, or add it, if it has all that a new one needs."""
        own = named(one, record)
        same = (at for at, old in enumerate(items) if own.items() <= named(old, record).items())
        at = next(same, None) if own else None
        called = "/".join(own.values())
        if not called:
            key = telling(record)[0]
            what = "nothing says which record this is"
            self.problems.add(one.place, where or key, what, f"add “{key}:”")
        elif at is not None and items[at].place.path == one.place.path:
            what = f"this id stands at {items[at].place} too"
            self.problems.add(one.place, called, what, "write one record of both")
        elif at is not None:
            items[at] = self._record(_or_none(items[at]), one, record, called)
        elif lacking := [key for key in _needed(record) if key not in one.entries]:
            known = ["/".join(named(old, record).values()) for old in items]
            near = nearest(called, known)
            meant = f"did you mean “{near}”? A new one needs" if near else "a new one needs"
            what = "the guide has no record of this name"
            instead = f"{meant}: {', '.join(lacking)}"
            self.problems.add(one.place, called, what, instead)
        else:
            self.counts.added += 1
            items.append(one)


def _records(node: Node, shape: Shape) -> Iterator[Node]:
    """Yield each record with an id, but not the records within it."""
    if shape.record and not telling(shape.record):
        for field in declaration(shape.record).fields.values():
            for key in field.keys:
                if key in _or_none(node).entries:
                    yield from _records(_or_none(node).entries[key], field.shape)
    elif shape.record:
        yield node
    elif shape.listed and isinstance(node, SequenceNode):
        for item in node.items:
            yield from _records(item, shape.listed)


def _is_own(shape: Shape) -> bool:
    """Whether an edition may replace it: it holds only texts that readers see, or is a selection."""
    if CHOSEN in shape.marks:
        return True
    listed = shape.listed
    if listed and listed.record:
        return all(_is_own(field.shape) for field in declaration(listed.record).fields.values())
    return listed.value_type.shown if listed else shape.value_type.shown


def may_change(shape: Shape) -> bool:
    """Whether an edition may change something in it."""
    if _is_own(shape):
        return True
    if shape.record:
        return any(may_change(field.shape) for field in declaration(shape.record).fields.values())
    if shape.listed:
        return shape.listed.record is not None and bool(telling(shape.listed.record))
    return shape.entry is not None and may_change(shape.entry)


@cache
def telling(record: type) -> tuple[str, ...]:
    """Return the keys that identify records of a class."""
    return tuple(
        key
        for field in declaration(record).fields.values()
        if field.name == "id" or field.shape.value_type.own or IDENTIFIES in field.shape.marks
        for key in field.keys
    )


def named(node: Node, record: type) -> dict[str, str]:
    """Return the identifying keys of a record with their values."""
    values = _or_none(node).entries
    return {
        key: value.value
        for key in telling(record)
        if isinstance(value := values.get(key), ScalarNode)
    }


def _needed(record: type) -> Iterator[str]:
    """Yield the keys that every record of a class must have."""
    for field in declaration(record).fields.values():
        if field.required and not field.when and len(field.keys) == 1:
            yield field.keys[0]


def record_of(shape: Shape, around: dict[str, Node]) -> type | None:
    """Return the class of a record in a list, which another key of the record around may decide."""
    cases = shape.mark(Cases)
    if cases is None:
        return shape.listed.record if shape.listed else None
    decides = around.get(cases.field)
    return cases.records.get(decides.value) if isinstance(decides, ScalarNode) else None


def _or_none(node: Node | None) -> MappingNode:
    return node if isinstance(node, MappingNode) else _NOTHING


def _called(where: str, key: str) -> str:
    return f"{where}: {key}" if where else key


def _plain(node: Node) -> object:
    """Return a node without its places."""
    if isinstance(node, ScalarNode):
        return node.value
    if isinstance(node, SequenceNode):
        return [_plain(item) for item in node.items]
    return {key: _plain(one) for key, one in node.entries.items()}

"""Omissions: what the guide holds, without the records that an edition leaves out and without their names in lists."""

from dataclasses import dataclass, field, replace

from ..families import Family
from ..model.fields import NOT_EMPTY
from .declared import Shape, declaration
from .yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode


@dataclass(frozen=True, slots=True)
class Omissions:
    """Takes out what an edition leaves out, and remembers which ids there were."""

    out: dict[Family, frozenset[str]] = field(default_factory=dict)
    """The ids that are left out, by family."""
    there: dict[Family, set[str]] = field(default_factory=dict)
    """The ids that were met, by family."""

    def keeps(self, family: Family, name: str) -> bool:
        """Return whether a record of the guide stays; remember its id."""
        self.there.setdefault(family, set()).add(name)
        return name not in self.out.get(family, ())

    def of(self, node: Node, shape: Shape) -> Node:
        """Return a node without the records that are left out, and without their names where no record needs them."""
        if isinstance(node, MappingNode) and shape.record:
            return self._record(node, shape.record)
        if isinstance(node, SequenceNode) and shape.listed:
            kept = [item for item in node.items if self._stays(item, shape.listed)]
            left = ((one, self.of(one, shape.listed)) for one in kept)
            holding = (of_it for one, of_it in left if not _emptied(one, of_it, shape.listed))
            return replace(node, items=tuple(holding))
        return node

    def _record(self, node: MappingNode, record: type) -> MappingNode:
        entries = dict(node.entries)
        for one in declaration(record).fields.values():
            for key in entries.keys() & set(one.keys):
                if one.required or self._names_kept(entries[key], one.shape):
                    entries[key] = self.of(entries[key], one.shape)
                else:
                    del entries[key]
        return replace(node, entries=entries)

    def _stays(self, node: Node, shape: Shape) -> bool:
        """Whether something in a list stays; a record does so with all that it needs."""
        if not shape.record or not isinstance(node, MappingNode):
            return self._names_kept(node, shape)
        needed = (one for one in declaration(shape.record).fields.values() if one.required)
        return all(
            self._names_kept(node.entries[key], one.shape)
            for one in needed
            for key in node.entries.keys() & set(one.keys)
        )

    def _names_kept(self, node: Node, shape: Shape) -> bool:
        """Whether a value names nothing that is left out, by its own id or that of another."""
        families = {*shape.value_type.own, shape.value_type.family} & self.out.keys()
        return not isinstance(node, ScalarNode) or all(
            self.keeps(family, node.value) for family in families
        )


def _emptied(before: Node, after: Node, shape: Shape) -> bool:
    """Whether a list of the record that must not be empty is empty now, as a section without pages."""
    if not (shape.record and isinstance(before, MappingNode) and isinstance(after, MappingNode)):
        return False
    lists = (
        one for one in declaration(shape.record).fields.values() if NOT_EMPTY in one.shape.marks
    )
    return any(
        isinstance(there := before.entries.get(key), SequenceNode)
        and there.items
        and after.entries[key] == replace(there, items=())
        for one in lists
        for key in one.keys
    )

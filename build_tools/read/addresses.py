"""Addresses of texts: where in a file each one that readers see is, by the ids and keys of records."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from operator import is_

from .declared import Shape, declaration
from .overlay import named, record_of
from .yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode

Change = Callable[[str, ScalarNode], ScalarNode]
"""Takes the address of a text and the text, and returns the text to put in its place."""
_NOTHING_AROUND: dict[str, Node] = {}
_NO_SHAPE = Shape()


def texts_by_address(node: Node, shape: Shape) -> dict[str, ScalarNode]:
    """Return each text of a file that readers see, by its address, such as `resume-review/means`."""
    texts: dict[str, ScalarNode] = {}

    def note(address: str, text: ScalarNode) -> ScalarNode:
        texts[address] = text
        return text

    with_texts(node, shape, note)
    return texts


def with_texts(node: Node, shape: Shape, change: Change) -> Node:
    """Return the records of a file with `change` applied to each text that readers see."""
    return _Walk(change).value(node, shape, (), _NOTHING_AROUND)


@dataclass(frozen=True, slots=True)
class _Walk:
    change: Change

    def value(
        self, node: Node, shape: Shape, address: tuple[str, ...], around: dict[str, Node]
    ) -> Node:
        """Return a value with its texts changed; `around` is the record that it stands in."""
        if isinstance(node, ScalarNode):
            is_text = shape.value_type.shown and node.value
            return self.change("/".join(address), node) if is_text else node
        if isinstance(node, MappingNode):
            return self._mapping(node, shape, address)
        return self._list(node, shape, address, around)

    def _mapping(self, node: MappingNode, shape: Shape, address: tuple[str, ...]) -> MappingNode:
        entries = {
            key: self.value(one, _under(shape, key), (*address, key), node.entries)
            for key, one in node.entries.items()
        }
        texts = (entry for entry in entries.values() if isinstance(entry, ScalarNode))
        moved = (text.place for text in texts if text.place.path != node.place.path)
        # Whatever a rule says of the record, these words are what somebody can mend.
        place = next(moved, node.place)
        same = place is node.place and all(map(is_, entries.values(), node.entries.values()))
        return node if same else replace(node, entries=entries, place=place)

    def _list(
        self, node: SequenceNode, shape: Shape, address: tuple[str, ...], around: dict[str, Node]
    ) -> SequenceNode:
        listed = shape.listed or _NO_SHAPE
        items: list[Node] = []
        for at, one in enumerate(node.items, 1):
            record = record_of(shape, around) if isinstance(one, MappingNode) else None
            inner = listed if record in (None, listed.record) else replace(listed, record=record)
            items.append(self.value(one, inner, (*address, _name(one, record, at)), around))
        same = all(map(is_, items, node.items))
        return node if same else replace(node, items=tuple(items))


def _under(shape: Shape, key: str) -> Shape:
    if not shape.record:
        return shape.under(key)
    field = declaration(shape.record).by_key.get(key)
    return field.shape if field else _NO_SHAPE


def _name(node: Node, record: type | None, at: int) -> str:
    """Return what identifies an entry of a list: its id, its identifying key, or its number."""
    return "+".join(named(node, record).values() if record else ()) or str(at)

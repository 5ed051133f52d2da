"""What every loader starts from: the records of a file, and ids that must not repeat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..errors import Place, Problems
from ..fields import Fields, name_of
from ..source import SourceTree
from ..yaml_nodes import Sequence, parse


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """The input tree, and the ids seen so far in each family."""

    tree: SourceTree
    problems: Problems
    _seen: dict[tuple[str, str], Place] = field(default_factory=dict)

    def record(self, path: str) -> Fields | None:
        """Return the one record a file holds, or None after noting why there is none."""
        file = self.tree.read(path)
        node = parse(file, self.problems) if file else None
        return Fields(node, name_of(node, path), self.problems) if node else None

    def folder(self, path: str) -> Iterator[tuple[str, Fields]]:
        """Yield (path, record) for each YAML file of a folder, by file name."""
        for file in self.tree.read_all(path, ".yml"):
            node = parse(file, self.problems)
            if node:
                yield file.path, Fields(node, name_of(node, file.path), self.problems)

    def records(self, path: str) -> Iterator[Fields]:
        """Yield each record of a file that holds a list."""
        file = self.tree.read(path)
        node = parse(file, self.problems) if file else None
        if isinstance(node, Sequence):
            for item in node.items:
                yield Fields(item, name_of(item, path), self.problems)
        elif node:
            self.problems.add(node.place, path, "expected a list", "begin each record with “- ”")

    def new_id(self, record: Fields, family: str) -> str:
        """Return the record's id, noting one that is no slug or was given before."""
        return self.claim(record.slug("id"), record.place("id"), family)

    def claim(self, name: str, place: Place, family: str) -> str:
        """Return `name`, noting it when another record of the family has it already."""
        first = self._seen.setdefault((family, name), place)
        if name and first is not place:
            self.problems.add(place, name, f"this id stands at {first} too", "give it another id")
        return name

"""What every loader starts from: the records of a file, and ids that must not repeat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from textwrap import shorten

from ..model.library import Typed
from ..problems import Place, Problems
from .files import SourceTree, stem_of
from .record import Fields
from .yaml_nodes import Node, Sequence, name_of, parse, texts_of

_SHOWN = 60
PAGE_TITLE = "title of a page"
"""The family of titles that stand beside each other in the menu and in lists."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """The input tree, and the ids seen so far in each family."""

    tree: SourceTree
    problems: Problems
    _seen: dict[tuple[str, str, str], Place] = field(default_factory=dict)
    typed: list[Typed] = field(default_factory=list)
    """Each text that was read, for rules that look at words alone."""

    def record(self, path: str, *families: str) -> Fields | None:
        """Return the one record a file holds, or None after noting why there is none."""
        node = self._parse(path, families)
        return Fields(node, name_of(node, path), self.problems, families) if node else None

    def folder(
        self, path: str, held: tuple[str, ...], *families: str
    ) -> Iterator[tuple[str, Fields]]:
        """Yield (path, record) for each YAML file of a folder, by file name.

        The ids of `held` begin with the name of a file; `families` are lost with it besides.
        """
        names = list(self.tree.paths(path, ".yml"))
        if not names:
            self.problems.lose(*held, *families)
        for name in names:
            node = self._parse(name, families)
            if node:
                yield name, Fields(node, name_of(node, name), self.problems, families)

    def records(self, path: str, *families: str) -> Iterator[Fields]:
        """Yield each record of a file that holds a list."""
        node = self._parse(path, families)
        if isinstance(node, Sequence):
            for item in node.items:
                yield Fields(item, name_of(item, path), self.problems, families[1:])
        elif node:
            self.problems.add(node.place, path, "expected a list", "begin each record with “- ”")
            self.problems.lose(*families)

    def new_id(self, record: Fields, family: str, scope: str = "") -> str:
        """Return the record's id, noting one that is no slug or was given before."""
        name = record.slug("id")
        if not record.sound:
            self.problems.lose(family)
        return self.claim(name, record.place("id"), family, scope)

    def claim(self, name: str, place: Place, family: str, scope: str = "") -> str:
        """Return `name`, noting it when another record of the family has it already."""
        first = self._seen.setdefault((family, scope, name), place)
        if name and first is not place:
            self.problems.add(place, name, f"this id stands at {first} too", "give it another id")
            self.problems.lose(family)
            # One of the two is meant to have another id, which its file may be named after.
            self.problems.excuse(stem_of(first.path), stem_of(place.path))
        return name

    def distinct(self, record: Fields, family: str, **texts: str) -> None:
        """Note each of these texts, by its key, that another record of the family has as well."""
        for key, text in texts.items():
            place = record.place(key)
            first = self._seen.setdefault((family, key, text.casefold()), place)
            if text and first is not place:
                told = shorten(text, _SHOWN, placeholder="…")
                record.note(key, f"“{told}” stands at {first} too", "give one of them its own")
                # What is told apart by these is not judged while it cannot be.
                self.problems.lose("why")

    def _parse(self, path: str, families: tuple[str, ...]) -> Node | None:
        """Return what a file holds; where a part of it cannot be read, `families` are lost."""
        before = len(self.problems.found)
        file = self.tree.read(path)
        node = parse(file, self.problems) if file else None
        if node:
            self.typed.extend(texts_of(node))
        if len(self.problems.found) > before:
            self.problems.lose(*families)
            self.problems.excuse(stem_of(path))
        return node

"""The reading of input files: the records of each, with which every loader starts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .. import families as families_
from ..families import Families, Family
from ..model.edition import EDITION_FILE, NAME, Counts, guide_path, is_of_edition
from ..model.typed import Typed
from ..problems import Place, Problems
from .addresses import with_texts
from .claims import Claims
from .declared import Shape, shape_of
from .files import SourceFile, SourceTree, stem_of
from .inputs import INPUT, pattern_of, po_path
from .omissions import Omissions
from .overlay import Overlay
from .po import Translations
from .record import RecordReader
from .yaml_nodes import Node, ScalarNode, SequenceNode, name_of, parse, texts_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """The input tree, and what was seen in it so far."""

    tree: SourceTree
    claims: Claims
    counts: Counts = field(default_factory=Counts)
    """What the last edition changes, as far as it was read."""
    languages: Mapping[str, str] = field(default_factory=dict)
    """The tag of what each edition is written in, by its folder."""
    omissions: Omissions = field(default_factory=Omissions)
    typed: list[Typed] = field(default_factory=list)
    """Each text that was read, for rules that look at words alone."""
    of_guide: list[str] = field(default_factory=list)
    """Texts that readers see and that are those of the guide."""

    @property
    def problems(self) -> Problems:
        return self.claims.problems

    def record(self, path: str, *families: Family) -> RecordReader | None:
        """Return the one record a file holds, or None after noting why there is none."""
        node = self._parse(path, families)
        return RecordReader(node, name_of(node, path), self.claims, families) if node else None

    def folder(
        self, path: str, held: Families, *families: Family
    ) -> Iterator[tuple[str, RecordReader]]:
        """Yield (path, record) for each YAML file of a folder, by file name.

        The ids of `held` begin with the name of a file; `families` are lost with it besides.
        """
        before = len(self.problems.errors)
        names = list(self.tree.paths(path, ".yml"))
        if not names and len(self.problems.errors) > before:
            # Each of its records may have had a page, and may be a part of a form.
            self.problems.lose(*held, *families, families_.PAGE, families_.ITEM)
        for name in names:
            record = self.record(name, *families)
            if record:
                yield name, record

    def records(self, path: str, *families: Family) -> Iterator[RecordReader]:
        node = self._parse(path, families)
        if isinstance(node, SequenceNode):
            for item in node.items:
                yield RecordReader(item, name_of(item, path), self.claims, families[1:])
        elif node:
            self.problems.add(node.place, path, "expected a list", "begin each record with “- ”")
            self.problems.lose(*families)

    def all(self, path: str, *families: Family) -> Any:
        """Return the content of a file, read as its declaration says."""
        shape = shape_of(INPUT[pattern_of(path) or path])
        if shape.listed:
            record_class: Any = shape.listed.record
            return tuple(each.read(record_class) for each in self.records(path, *families))
        record = self.one(path, *families)
        return record.read(shape.record) if shape.record else record.mapping(shape)

    def one(self, path: str, *families: Family) -> RecordReader:
        """Return the one record a file holds, or one without any key after noting why there is none."""
        return self.record(path, *families) or RecordReader(Place(path=path), path, self.claims)

    def _parse(self, path: str, families: Families) -> Node | None:
        """Return the node of a file; if a part of it cannot be read, `families` are incomplete."""
        before = len(self.problems.errors)
        file = self.tree.read(path)
        node = parse(file, self.problems) if file else None
        if node:
            node = self._laid_over(path, node)
            self.typed.extend(texts_of(node))
        if node is None or len(self.problems.errors) > before:
            self.problems.lose(*families)
            self.problems.excuse(stem_of(path))
        return node

    def _laid_over(self, path: str, node: Node) -> Node:
        """Return the node of a file with the editions laid over it."""
        pattern = pattern_of(guide_path(path))
        if not pattern or not self.tree.layers:
            return node
        shape = shape_of(INPUT[pattern])
        if self.tree.is_own(path):
            Overlay(problems=self.problems, counts=self._counts(path)).add(node, shape)
        for layer in self.tree.layers:
            node = self._laid_by(layer, path, node, shape)
        node = self.omissions.of(node, shape)
        with_texts(node, shape, self._note_text)
        return node

    def _note_text(self, address: str, text: ScalarNode) -> ScalarNode:
        if address != NAME and not is_of_edition(text.place.path):
            self.of_guide.append(text.value)
        return text

    def _laid_by(self, layer: str, path: str, node: Node, shape: Shape) -> Node:
        """Return a node with the translations of one edition, and then its own YAML, laid over it."""
        own = f"{layer}/{guide_path(path)}"
        if own == path:
            return node
        counts, po = self._counts(own), self._there(po_path(own))
        translations = Translations(problems=self.problems, counts=counts)
        node = translations.lay(node, shape, po, self._language(layer))
        over = self._there(own)
        said = parse(over, self.problems) if over else None
        overlay = Overlay(problems=self.problems, counts=counts)
        return overlay.lay(node, said, shape) if said else node

    def _language(self, layer: str) -> str:
        """Return the language of an edition; “” if its file has a fault."""
        faults = (one.place.path.endswith(f"/{EDITION_FILE}") for one in self.problems.errors)
        return "" if any(faults) else self.languages[layer]

    def _there(self, path: str) -> SourceFile | None:
        return self.tree.read(path) if self.tree.has(path) else None

    def _counts(self, path: str) -> Counts:
        """Return where the changes of a file are counted; those of a base edition are not."""
        return self.counts if path.startswith(f"{self.tree.layers[-1]}/") else Counts()


def begin(root: Path, problems: Problems) -> Reading:
    """Return a reading of the guide of which nothing was read yet."""
    tree = SourceTree(root=root, problems=problems)
    return Reading(tree=tree, claims=Claims(problems=problems))

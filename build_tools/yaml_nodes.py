"""YAML as nodes that know their place, with everything refused that surprises an author."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

import yaml

from .errors import Place, Problems
from .source import SourceFile
from .yaml_syntax import note_syntax, place_of

# libyaml reads ten times faster; the pure reader gives the same nodes and marks.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 50
_QUOTE_IT = "put the whole text in quotes, or two spaces before a comment"
_TABS = re.compile(r"^ *\t", re.MULTILINE)
_KINDS: dict[str, Literal["text", "truth", "number", "nothing", "date"]] = {
    "tag:yaml.org,2002:str": "text",
    "tag:yaml.org,2002:bool": "truth",
    "tag:yaml.org,2002:int": "number",
    "tag:yaml.org,2002:float": "number",
    "tag:yaml.org,2002:null": "nothing",
    "tag:yaml.org,2002:timestamp": "date",
}
_PLAIN = ("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:value")


@dataclass(frozen=True, kw_only=True, slots=True)
class Scalar:
    """A single value as the author typed it; `kind` is what YAML takes it for."""

    place: Place
    value: str
    kind: Literal["text", "truth", "number", "nothing", "date"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sequence:
    """A list."""

    place: Place
    items: tuple[Node, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Mapping:
    """Keys with values; `keys` holds the place of each key."""

    place: Place
    entries: dict[str, Node]
    keys: dict[str, Place]


Node = Scalar | Sequence | Mapping


def parse(file: SourceFile, problems: Problems) -> Node | None:
    """Return the one document in `file`, or None after noting every problem that hides it."""
    if _note_tabs(file, problems):
        return None
    try:
        _refuse_surprises(file)
        root = _not_empty(file, yaml.compose(file.text, Loader=_Loader))
    except yaml.YAMLError as error:
        note_syntax(file, error, problems)
        return None
    except _RefusedError as refused:
        problems.add(refused.place, "file", refused.what, refused.instead)
        return None
    return _Reader(file.path, file.text, problems).node(root)


def name_of(node: Node, fallback: str) -> str:
    """Return what to call a record in a problem: its id, where it has one."""
    named = node.entries.get("id") if isinstance(node, Mapping) else None
    return named.value if isinstance(named, Scalar) else fallback


class _RefusedError(Exception):
    def __init__(self, place: Place, what: str, instead: str) -> None:
        self.place, self.what, self.instead = place, what, instead
        super().__init__(what)


def _note_tabs(file: SourceFile, problems: Problems) -> bool:
    tabs = list(_TABS.finditer(file.text))
    for tab in tabs:
        place = Place.after(file.path, file.text[: tab.end() - 1])
        problems.add(place, "indentation", "a tab", "use spaces")
    return bool(tabs)


def _not_empty(file: SourceFile, root: yaml.Node | None) -> yaml.Node:
    if root is None:
        raise _RefusedError(Place(path=file.path), "the file is empty", "write its records")
    return root


def _refuse_surprises(file: SourceFile) -> None:
    """Refuse `&name` and `*name`, which grow a small file without bound, and endless nesting.

    Events come one by one; `compose` calls itself for each level and would end the program.
    """
    depth = 0
    for event in yaml.parse(file.text, Loader=_Loader):
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            what = f"{sign}{event.anchor} is a shorthand of YAML"
            place = place_of(file.path, event.start_mark)
            raise _RefusedError(place, what, f"put text that begins with {sign} in quotes")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            place = place_of(file.path, event.start_mark)
            raise _RefusedError(place, f"more than {_DEEPEST} levels", "write it flat")


@dataclass(frozen=True, slots=True)
class _Reader:
    path: str
    text: str
    problems: Problems

    def node(self, node: yaml.Node) -> Node:
        place = place_of(self.path, node.start_mark)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            self._refuse_tag(node, place)
            return Sequence(place=place, items=tuple(self.node(item) for item in node.value))
        self._refuse_tag(node, place)
        # Two spaces stand before a comment of ours; after one, a # was meant as text and cuts it off.
        end = node.end_mark.index
        plain = isinstance(node, yaml.ScalarNode) and not node.style
        if plain and self.text[end : end + 2] == " #":
            self.problems.add(place, node.value, "the text ends before the #", _QUOTE_IT)
        return Scalar(place=place, value=node.value, kind=_KINDS.get(node.tag, "text"))

    def _mapping(self, node: yaml.MappingNode, place: Place) -> Mapping:
        self._refuse_tag(node, place)
        entries: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        for key_node, value_node in node.value:
            key_place = place_of(self.path, key_node.start_mark)
            if not isinstance(key_node, yaml.ScalarNode):
                self.problems.add(key_place, "key", "a key that is no text", "write one word")
                continue
            key = key_node.value
            if key in entries:
                first = keys[key].line
                self.problems.add(
                    key_place, key, f"given twice (first on line {first})", "keep one of them"
                )
                continue
            entries[key] = self.node(value_node)
            keys[key] = key_place
        return Mapping(place=place, entries=entries, keys=keys)

    def _refuse_tag(self, node: yaml.Node, place: Place) -> None:
        if node.tag not in _KINDS and not node.tag.startswith(_PLAIN):
            self.problems.add(
                place, "file", f"a YAML tag ({node.tag})", "write the value without it"
            )

"""YAML as nodes that know their place, with everything refused that surprises an author."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

import yaml

from .errors import Place, Problems
from .source import SourceFile

# libyaml reads ten times faster; the pure reader gives the same nodes and marks.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 50
_QUOTE = re.compile(r"[^\"#]*?(?::|-|^) *\"")
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
        _note_syntax(file, error, problems)
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
            place = _place(file.path, event.start_mark)
            raise _RefusedError(place, what, f"put text that begins with {sign} in quotes")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            place = _place(file.path, event.start_mark)
            raise _RefusedError(place, f"more than {_DEEPEST} levels", "write it flat")


def _note_syntax(file: SourceFile, error: yaml.YAMLError, problems: Problems) -> None:
    if not isinstance(error, yaml.MarkedYAMLError):
        place = Place.after(file.path, file.text[: getattr(error, "position", 0)])
        problems.add(place, "file", "a character YAML does not allow", "delete it")
        return
    # An unclosed quote is noticed only at the next one, or at the end; what matters is where it began.
    quoted = "quoted scalar" in (error.context or "") and "unexpected" in (error.problem or "")
    mark = error.context_mark if quoted else error.problem_mark or error.context_mark
    place = _place(file.path, mark) if mark else Place(path=file.path)
    quote = place if quoted else _open_quote(file, place)
    if quote:
        what, instead = "a quote that is not closed", "close it at the end of the text"
        problems.add(quote, "file", what, instead)
    else:
        what, instead = f"not YAML ({error.problem})", _hint(error.problem or "")
        problems.add(place, "file", what, instead)


def _open_quote(file: SourceFile, stop: Place) -> Place | None:
    """Return the last double quote that begins a text before `stop` and is not closed there."""
    found = None
    for number, line in enumerate(file.text.split("\n")[: stop.line], start=1):
        opening = _QUOTE.match(line)
        if opening and line.replace('\\"', "").count('"') % 2:
            found = Place(path=file.path, line=number, column=opening.end())
        elif found and line.replace('\\"', "").count('"') % 2:
            found = None
    return found


_QUOTE_IT = "put the whole text in quotes, or two spaces before a comment"
_HINTS = {
    "mapping values are not allowed": "put text that holds a colon in quotes",
    "',' or": "inside { } and [ ], put text that holds a colon or a comma in quotes",
    "'-' indicator": "begin each entry exactly under the one above, its keys two spaces further in",
    "escape": "use single quotes, or write \\\\ for \\",
    "another document": "delete the line ---",
    "cannot start any token": "put text that begins with this sign in quotes",
}


def _hint(problem: str) -> str:
    general = "check indentation, colons and quotes on this line and the one above"
    return next((hint for part, hint in _HINTS.items() if part in problem), general)


def _place(path: str, mark: Any) -> Place:
    return Place(path=path, line=mark.line + 1, column=mark.column + 1)


@dataclass(frozen=True, slots=True)
class _Reader:
    path: str
    text: str
    problems: Problems

    def node(self, node: yaml.Node) -> Node:
        place = _place(self.path, node.start_mark)
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
            key_place = _place(self.path, key_node.start_mark)
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

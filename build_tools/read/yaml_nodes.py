"""YAML as nodes that know their place, with everything refused that surprises an author."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

import yaml

from ..model.typed import Typed
from ..problems import Place, Problem, Problems, UnfitError
from .files import SourceFile
from .swallowed import entry_in
from .yaml_braces import QUOTE_ALL
from .yaml_faults import note_blanks, note_syntax, place_of

# libyaml reads ten times faster; the pure reader gives the same events and marks.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 50
_Event = Any
"""What begins or ends a node, as PyYAML tells it; its marks have no one type."""
_QUOTE_IT = "put the whole text in quotes, or two spaces before a comment"
_YAML_TYPES: dict[str, Literal["text", "truth", "number", "nothing", "date"]] = {
    "tag:yaml.org,2002:str": "text",
    "tag:yaml.org,2002:bool": "truth",
    "tag:yaml.org,2002:int": "number",
    "tag:yaml.org,2002:float": "number",
    "tag:yaml.org,2002:null": "nothing",
    "tag:yaml.org,2002:timestamp": "date",
}
_PLAIN = ("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:value")
_NO_TAGS = (None, "!")


@dataclass(frozen=True, kw_only=True, slots=True)
class ScalarNode:
    """A single value as the author typed it; `yaml_type` is what YAML takes it for."""

    place: Place
    value: str
    yaml_type: Literal["text", "truth", "number", "nothing", "date"]
    source: str = ""
    """What the file holds of it, with its quotes and lines; “” where it comes from elsewhere."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SequenceNode:
    """A list."""

    place: Place
    items: tuple["Node", ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class MappingNode:
    """Keys with values; `keys` holds the place of each key."""

    place: Place
    entries: dict[str, "Node"]
    keys: dict[str, Place]


Node = ScalarNode | SequenceNode | MappingNode


def texts_of(node: Node, key: str = "") -> Iterator[Typed]:
    if isinstance(node, ScalarNode):
        if node.yaml_type == "text":
            yield Typed(place=node.place, key=key, text=node.value, source=node.source)
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from texts_of(item, key)
    else:
        for name, entry in node.entries.items():
            yield from texts_of(entry, name)


def parse(file: SourceFile, problems: Problems) -> Node | None:
    """Return the one document in `file`, or None after noting every problem that hides it."""
    node, faults = _parsed(file)
    problems.errors += faults
    return node


@lru_cache(maxsize=512)  # `serve` reads all again after each edit, and one file of all has changed.
def _parsed(file: SourceFile) -> tuple[Node | None, tuple[Problem, ...]]:
    problems = Problems()
    return _document(file, problems), tuple(problems.errors)


def _document(file: SourceFile, problems: Problems) -> Node | None:
    if note_blanks(file, problems):
        return None
    try:
        reader = _Loader(file.text)
        events = iter(_events(file, reader))
    except yaml.YAMLError as error:
        note_syntax(file, error, problems)
        return None
    except UnfitError as refused:
        place = refused.place or Place(path=file.path)
        problems.add(place, "file", refused.what, refused.instead)
        return None
    return _Nodes(file, problems, reader.resolve, events).node(next(events))


def name_of(node: Node, fallback: str) -> str:
    """Return what to call a record in a problem: its id, where it has one."""
    named = node.entries.get("id") if isinstance(node, MappingNode) else None
    return named.value if isinstance(named, ScalarNode) else fallback


def _events(file: SourceFile, reader: Any) -> list[_Event]:
    """Return what begins and ends the nodes of the one document in a file, all of it read.

    Events come one by one; the nodes of PyYAML are made by calls within calls, which would end the
    program before a level could be refused.
    """
    events: list[_Event] = []
    depth = 0
    for event in iter(reader.get_event, None):
        if isinstance(event, yaml.NodeEvent):
            depth += isinstance(event, yaml.CollectionStartEvent)
            if event.anchor is not None or depth > _DEEPEST:
                raise _surprise(file, event)
            events.append(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            events.append(event)
        elif isinstance(event, yaml.DocumentStartEvent) and events:
            place = place_of(file.path, event.start_mark)
            raise UnfitError("a second document begins", "delete the line ---", place)
    if not events:
        raise UnfitError("the file is empty", "write its records")
    return events


def _surprise(file: SourceFile, event: yaml.NodeEvent) -> UnfitError:
    """Return why `&name` and `*name`, which grow a small file without bound, or endless nesting are refused."""
    what, instead = f"more than {_DEEPEST} levels", "write it flat"
    if event.anchor is not None:
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
        what = f"{sign}{event.anchor} is a shorthand of YAML"
        instead = f"put text that begins with {sign} in quotes"
    return UnfitError(what, instead, place_of(file.path, event.start_mark))


@dataclass(frozen=True, slots=True)
class _Nodes:
    """Makes nodes of events."""

    file: SourceFile
    problems: Problems
    resolve: Callable[[type[yaml.Node], str, Any], str]
    """Which tag YAML gives a value without one."""
    events: Iterator[_Event]

    def node(self, event: _Event) -> Node:
        place = place_of(self.file.path, event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        self._refuse_tag(event.tag, place)
        if isinstance(event, yaml.SequenceStartEvent):
            items = tuple(map(self.node, self._until_end()))
            return SequenceNode(
                place=place, items=self._apart(items) if event.flow_style else items
            )
        return self._mapping(place, in_line=event.flow_style)

    def _scalar(self, event: _Event, place: Place) -> ScalarNode:
        tag = event.tag
        if tag in _NO_TAGS:
            tag = self.resolve(yaml.ScalarNode, event.value, event.implicit)
        self._refuse_tag(tag, place)
        # Our comments have two spaces before them; a # after only one was meant as text, and cuts it off.
        end = event.end_mark.index
        if not event.style and self.file.text[end : end + 2] == " #":
            if not event.value:
                self._need_quotes("#", place)
                return ScalarNode(place=place, value="#", yaml_type="text")
            self.problems.add(place, event.value, "the text ends before the #", _QUOTE_IT)
        yaml_type = _YAML_TYPES.get(tag, "text")
        source = self.file.text[event.start_mark.index : end]
        if "\n" in source and (fault := entry_in(source, place)):
            self.problems.add(*fault)
        return ScalarNode(place=place, value=event.value, yaml_type=yaml_type, source=source)

    def _apart(self, items: tuple[Node, ...]) -> tuple[Node, ...]:
        """Return the entries of [a; b], which is one entry to YAML, after noting that they need commas."""
        whole = items[0] if len(items) == 1 else None
        if not isinstance(whole, ScalarNode) or ";" not in whole.value or whole.source[0] in "'\"":
            return items
        entries = [part.strip() for part in whole.value.split(";") if part.strip()]
        what = f"“{whole.value}” is one entry"
        self.problems.add(
            whole.place, "list", what, f"put a comma after each: {', '.join(entries)}"
        )
        return tuple(replace(whole, value=entry, source=entry) for entry in entries)

    def _need_quotes(self, sign: str, place: Place) -> None:
        what = f"a text that begins with {sign} needs quotes around all of it"
        self.problems.add(place, "file", what, QUOTE_ALL)

    def _mapping(self, place: Place, *, in_line: bool) -> MappingNode:
        entries: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        for event in self._until_end():
            key_place = place_of(self.file.path, event.start_mark)
            if not isinstance(event, yaml.ScalarEvent):
                if in_line:  # {{ name }}, as templates have it
                    self._need_quotes("{", place)
                else:
                    self.problems.add(key_place, "key", "a key that is no text", "write one word")
                self._skip(event)
                self._skip(next(self.events))
            elif event.value in entries:
                what = f"given twice (first on line {keys[event.value].line})"
                self.problems.add(key_place, event.value, what, "keep one of them")
                self._skip(next(self.events))
            else:
                entries[event.value] = self.node(next(self.events))
                keys[event.value] = key_place
        return MappingNode(place=place, entries=entries, keys=keys)

    def _until_end(self) -> Iterator[_Event]:
        """Yield the event that begins each node of the collection just begun."""
        while not isinstance(event := next(self.events), yaml.CollectionEndEvent):
            yield event

    def _skip(self, event: _Event) -> None:
        """Pass over the node that `event` begins."""
        if isinstance(event, yaml.CollectionStartEvent):
            for inner in self._until_end():
                self._skip(inner)

    def _refuse_tag(self, tag: str | None, place: Place) -> None:
        if tag not in _NO_TAGS and tag not in _YAML_TYPES and not tag.startswith(_PLAIN):
            if tag.startswith("!"):
                self._need_quotes("!", place)
            else:
                what, instead = f"a YAML tag ({tag})", "write the value without it"
                self.problems.add(place, "file", what, instead)

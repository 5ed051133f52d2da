"""The keys of a record: each is read by name, and what is wrong is noted while the reading goes on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from ..problems import Place, Problems, Reference, did_you_mean, nearest
from . import values
from .yaml_nodes import Mapping, Node, name_of

_Value = TypeVar("_Value")


@dataclass(kw_only=True, slots=True)
class _Report:
    """The report on one record."""

    where: str
    """What the record is called in its problems."""
    place: Place
    problems: Problems
    families: tuple[str, ...]
    """What else is lost when the record is not built as expected."""
    sound: bool = True
    """Whether the record has all that others may look for."""

    def called(self, key: str) -> str:
        """Return what a key of the record is called in its problems."""
        return f"{self.where}: {key}" if key else self.where

    def note(self, place: Place, key: str, what: str, instead: str) -> None:
        """Note a problem that leaves the record usable; without `key` it is of the whole record."""
        self.problems.add(place, self.called(key), what, instead)

    def fault(self, place: Place, key: str, what: str, instead: str) -> None:
        """Note a problem that leaves the record without something others may look for."""
        self.note(place, key, what, instead)
        self.lose()

    def lose(self) -> None:
        """Count the record, and what depends on it, as not to be judged."""
        self.sound = False
        self.problems.lose(*self.families)

    def refer(self, place: Place, key: str, family: str, name: str) -> None:
        """Remember an id of `family`, to be looked up when all is read."""
        where = self.called(key)
        self.problems.references.append(
            Reference(place=place, where=where, family=family, name=name, holder=self.place)
        )


class Fields:
    """One record. Call `close()` when every key was asked for.

    Instead of its node, a place stands for a record whose absence was noted.
    """

    def __init__(
        self, node: Node | Place, where: str, problems: Problems, families: tuple[str, ...] = ()
    ) -> None:
        self.place_of_record = place = node if isinstance(node, Place) else node.place
        self._report = _Report(where=where, place=place, problems=problems, families=families)
        self._asked: set[str] = set()
        self._entries = node.entries if isinstance(node, Mapping) else {}
        self._keys = node.keys if isinstance(node, Mapping) else {}
        self._missing = not isinstance(node, Mapping)
        if not isinstance(node, (Mapping, Place)):
            self._report.fault(place, "", "expected a record (key: value)", "write its keys")

    @property
    def sound(self) -> bool:
        """Whether the record has all that others may look for."""
        return self._report.sound

    @property
    def names(self) -> tuple[str, ...]:
        """The keys that are there."""
        return tuple(self._entries)

    @property
    def places(self) -> dict[str, Place]:
        """Where the value of each key stands."""
        return {key: node.place for key, node in self._entries.items()}

    def place(self, key: str) -> Place:
        """Return where the value of `key` stands, or the record if the key is missing."""
        return self.places.get(key, self.place_of_record)

    def text(self, key: str) -> str:
        """Return required plain text; “” after noting a problem."""
        return self._read(self._required(key), key, values.text) or ""

    def optional_text(self, key: str) -> str | None:
        return self._read(self._get(key), key, values.text)

    def pattern(self, key: str, blanks: Collection[str]) -> str:
        """Return required text in which names in braces are among `blanks`; “” after a problem."""
        return self._needed(key, partial(values.pattern, blanks=blanks)) or ""

    def slug(self, key: str) -> str:
        """Return a required id; “” after noting a problem."""
        return self._needed(key, values.slug) or ""

    def optional_slug(self, key: str) -> str | None:
        return self.slug(key) if self._get(key) else None

    def reference(self, key: str, family: str) -> str:
        """Return the required id of a record of `family`, to be looked up when all is read."""
        name = self._needed(key, values.text)
        if name:
            self._report.refer(self.place(key), key, family, name)
        return name or ""

    def optional_reference(self, key: str, family: str) -> str | None:
        return self.reference(key, family) if self._get(key) else None

    def references(self, key: str, family: str, *, required: bool = False) -> tuple[str, ...]:
        """Return a list of ids of records of `family`, which may be left out unless `required`."""
        found = self._placed_texts(key)
        if required and not (self._needed(key, values.some_items) and found):
            self._report.lose()
        for name, place in found:
            self._report.refer(place, key, family, name)
        return tuple(name for name, _ in found)

    def choice(self, key: str, allowed: Iterable[str], default: str | None = None) -> str:
        """Return one of `allowed`; a missing key gives `default`, if there is one."""
        if default is not None and not self._get(key):
            return default
        options = tuple(allowed)
        return self._needed(key, partial(values.one_of, allowed=options)) or options[0]

    def number(self, key: str) -> float:
        """Return a required number; 0.0 after noting a problem."""
        return self._read(self._required(key), key, values.number) or 0.0

    def count(self, key: str) -> int:
        """Return a required whole number from 1; 1 after noting a problem."""
        return self._needed(key, values.count) or 1

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Return a yes-or-no value; `default` when the key is missing."""
        found = self._needed(key, values.flag) if self._get(key) else None
        return default if found is None else found

    def day(self, key: str) -> str:
        """Return a required calendar day as typed; “” after noting a problem."""
        return self._read(self._required(key), key, values.day) or ""

    def url(self, key: str) -> str | None:
        """Return an address of the web, or None when the key is missing."""
        return self._read(self._get(key), key, values.url)

    def doi(self, key: str) -> str | None:
        """Return the DOI of a publication, or None when the key is missing."""
        return self._read(self._get(key), key, values.doi)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of plain texts; a missing key is an empty list."""
        return tuple(text for text, _ in self._placed_texts(key))

    def each(self, key: str, families: tuple[str, ...] | None = None) -> Iterator[Fields]:
        """Yield the records of a list; a missing key is an empty list.

        `families` are lost with one of them, if they are not those of this record.
        """
        for item in self._items(key):
            yield self._inner(item, name_of(item, self._report.called(key)), families)

    def record(self, key: str) -> Fields:
        """Return the required record under `key`."""
        return self._inner(self._required(key) or self.place_of_record, self._report.called(key))

    def keys_are(self, family: str) -> None:
        """Take each key for the id of a record of `family`, to be looked up when all is read."""
        for key, place in self._keys.items():
            self._report.refer(place, key, family, key)

    def text_map(self, key: str, family: str) -> dict[str, str]:
        """Return a record of plain texts, keyed by ids of `family`; a missing key is an empty one."""
        node = self._get(key)
        if node is None:
            return {}
        inner = self._inner(node, self._report.called(key))
        keys = node.keys if isinstance(node, Mapping) else {}
        for name, place in keys.items():
            self._report.refer(place, key, family, name)
        return {name: inner.text(name) for name in inner.names}

    def note(self, key: str, what: str, instead: str) -> None:
        """Note a problem at the value of `key`."""
        self._report.note(self.place(key), key, what, instead)

    def lose(self) -> None:
        """Leave the record, and what depends on it, unjudged."""
        self._report.lose()

    def close(self) -> None:
        """Note every key nobody asked for."""
        for key in self._keys.keys() - self._asked:
            instead = did_you_mean(key, self._asked)
            self._report.note(self._keys[key], key, "unknown key", instead)
            if nearest(key, self._asked - self._keys.keys()):
                self._report.lose()

    def _inner(
        self, node: Node | Place, where: str, families: tuple[str, ...] | None = None
    ) -> Fields:
        lost = self._report.families if families is None else families
        return Fields(node, where, self._report.problems, lost)

    def _get(self, key: str) -> Node | None:
        self._asked.add(key)
        return self._entries.get(key)

    def _required(self, key: str) -> Node | None:
        node = self._get(key)
        if node is None and not self._missing:
            self._report.note(self.place_of_record, key, "missing", f"add “{key}:”")
        return node

    def _read(self, node: Node | None, key: str, read: Callable[[Node], _Value]) -> _Value | None:
        if node is None:
            return None
        try:
            return read(node)
        except values.UnfitError as error:
            self._report.note(node.place, key, error.what, error.instead)
            return None

    def _needed(self, key: str, read: Callable[[Node], _Value]) -> _Value | None:
        value = self._read(self._required(key), key, read)
        if value is None:
            self._report.lose()
        return value

    def _items(self, key: str) -> tuple[Node, ...]:
        node = self._get(key)
        found = self._read(node, key, values.items)
        if node and found is None:
            self._report.lose()
        return found or ()

    def _placed_texts(self, key: str) -> tuple[tuple[str, Place], ...]:
        found = ((self._read(node, key, values.text), node.place) for node in self._items(key))
        return tuple((text, place) for text, place in found if text)

"""Typed getters over YAML nodes: each notes what is wrong and lets the reading go on."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from string import Formatter

from .errors import Place, Problems, Reference
from .text import is_slug
from .yaml_nodes import Mapping, Node, Scalar, Sequence

_SHORT_LIST = 12
_READ_AS = {
    "truth": "YAML reads {} as yes or no",
    "number": "YAML reads {} as a number",
    "date": "YAML reads {} as a date",
}
_URL = re.compile(r"https?://[^\s<>\"]+")


class Fields:
    """The keys of one record. Call `close()` when every key was asked for.

    `families` names what else is lost when the record is not built as expected.
    """

    def __init__(
        self, node: Node | None, where: str, problems: Problems, families: tuple[str, ...] = ()
    ) -> None:
        self.where = where
        self.problems = problems
        self.families = families
        self.sound = True
        self._asked: set[str] = set()
        self._entries: dict[str, Node] = {}
        self._keys: dict[str, Place] = {}
        self._broken = node is None
        self.place_of_record = node.place if node else Place(path="?")
        if isinstance(node, Mapping):
            self._entries, self._keys = node.entries, node.keys
        elif node is not None:
            self._broken = True
            self._fault(node.place, "", "expected a record (key: value)", "write its keys")

    def place(self, key: str) -> Place:
        """Return where the value of `key` stands, or the record if the key is missing."""
        node = self._entries.get(key)
        return node.place if node is not None else self.place_of_record

    def has(self, key: str) -> bool:
        return key in self._entries

    def text(self, key: str) -> str:
        """Return required plain text, stripped; “” after noting a problem."""
        node = self._required(key)
        return self._text_of(node, key) if node is not None else ""

    def optional_text(self, key: str) -> str | None:
        node = self._get(key)
        return self._text_of(node, key) if node is not None else None

    def slug(self, key: str) -> str:
        """Return a required id made of lower-case words and hyphens."""
        value = self.text(key)
        if not value:
            self._lose()
        elif not is_slug(value):
            what = f"“{value}” is not an id"
            self._fault(self.place(key), key, what, "use lower-case words and hyphens")
        return value

    def optional_slug(self, key: str) -> str | None:
        return self.slug(key) if self._get(key) is not None else None

    def reference(self, key: str, family: str) -> str:
        """Return the required id of a record of `family`, to be looked up when all is read."""
        value = self.text(key)
        if not value:
            self._lose()
        self._refer(key, family, value, self.place(key))
        return value

    def optional_reference(self, key: str, family: str) -> str | None:
        return self.reference(key, family) if self._get(key) is not None else None

    def references(self, key: str, family: str) -> tuple[str, ...]:
        """Return a list of ids of records of `family`; a missing key is an empty list."""
        found = self.placed_texts(key)
        for value, place in found:
            self._refer(key, family, value, place)
        return tuple(value for value, _ in found)

    def url(self, key: str) -> str | None:
        """Return an address of the web, or None when the key is missing."""
        value = self.optional_text(key)
        if value and not _URL.fullmatch(value):
            what = f"“{value}” is no web address"
            self._note(self.place(key), key, what, "begin it with https://")
        return value

    def check_blanks(self, key: str, text: str, names: Collection[str]) -> bool:
        """Return whether the names in braces in `text` are all among those to be filled in."""
        right = _blanks_are(text, names)
        if not right:
            known = ", ".join(f"{{{name}}}" for name in names)
            what = "a name in braces that nobody fills in"
            self._fault(self.place(key), key, what, f"use only {known}")
        return right

    def choice(self, key: str, allowed: Iterable[str], default: str | None = None) -> str:
        """Return one of `allowed`; a missing key gives `default`, if there is one."""
        options = tuple(allowed)
        if default is not None and key not in self._entries:
            self._asked.add(key)
            return default
        value = self.text(key)
        if value and value not in options:
            what = f"“{value}” is not known"
            self._fault(self.place(key), key, what, did_you_mean(value, options))
        if not value:
            self._lose()
        return value if value in options else options[0]

    def number(self, key: str) -> float:
        """Return a required number; 0.0 after noting a problem."""
        node = self._required(key)
        if node is None:
            return 0.0
        try:
            value = float(node.value) if isinstance(node, Scalar) else math.nan
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            self._note(node.place, key, "expected a number", "write digits, such as 8")
            return 0.0
        return value

    def whole(self, key: str, least: int) -> int:
        """Return a required whole number; `least` after noting a problem."""
        value = self.number(key)
        if self.has(key) and (value != int(value) or value < least):
            what = f"expected a whole number from {least}"
            self._fault(self.place(key), key, what, "write digits, such as 8")
        return max(least, int(value))

    def flag(self, key: str) -> bool:
        """Return a yes-or-no value; False when the key is missing."""
        node = self._get(key)
        if node is None:
            return False
        if isinstance(node, Scalar) and node.value in ("true", "false"):
            return node.value == "true"
        self._note(node.place, key, "expected true or false", "write true or false")
        return False

    def date(self, key: str) -> str:
        """Return a required calendar day as typed, YYYY-MM-DD."""
        node = self._required(key)
        if isinstance(node, Scalar) and node.kind == "date" and _is_day(node.value):
            return node.value
        if node is not None:
            self._note(node.place, key, "expected a date", "write it as 2026-11-22")
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of plain texts; a missing key is an empty list."""
        return tuple(text for text, _ in self.placed_texts(key))

    def placed_texts(self, key: str) -> tuple[tuple[str, Place], ...]:
        """Return a list of plain texts, each with its place."""
        found = ((self._text_of(item, key), item.place) for item in self._items(key))
        return tuple((text, place) for text, place in found if text)

    def each(self, key: str) -> Iterator[Fields]:
        """Yield the records of a list; a missing key is an empty list."""
        for item in self._items(key):
            where = name_of(item, f"{self.where}: {key}")
            yield Fields(item, where, self.problems, self.families)

    def record(self, key: str) -> Fields:
        """Return the required record under `key`."""
        return Fields(self._required(key), f"{self.where}: {key}", self.problems, self.families)

    def text_map(self, key: str, family: str = "") -> dict[str, str]:
        """Return a record of plain texts, keyed by ids of `family`; a missing key is an empty one."""
        node = self._get(key)
        if node is None:
            return {}
        inner = Fields(node, f"{self.where}: {key}", self.problems)
        for name, place in inner._keys.items():
            self._refer(key, family, name, place)
        return {name: inner.text(name) for name in inner.names}

    @property
    def names(self) -> tuple[str, ...]:
        """The keys that are there."""
        return tuple(self._entries)

    def close(self) -> None:
        """Note every key nobody asked for."""
        for key, place in self._keys.items():
            if key not in self._asked:
                self._note(place, key, "unknown key", did_you_mean(key, self._asked))
                if _near(key, self._asked - set(self._entries)):
                    self._lose()

    def note(self, key: str, what: str, instead: str) -> None:
        """Note a problem at the value of `key`."""
        self._note(self.place(key), key, what, instead)

    def _note(self, place: Place, key: str, what: str, instead: str) -> None:
        where = f"{self.where}: {key}" if key else self.where
        self.problems.add(place, where, what, instead)

    def _fault(self, place: Place, key: str, what: str, instead: str) -> None:
        """Note a problem that leaves the record without something others may look for."""
        self._note(place, key, what, instead)
        self._lose()

    def _lose(self) -> None:
        self.sound = False
        self.problems.lose(*self.families)

    def _refer(self, key: str, family: str, name: str, place: Place) -> None:
        if name and family:
            where, holder = f"{self.where}: {key}", self.place_of_record
            self.problems.references.append(
                Reference(place=place, where=where, family=family, name=name, holder=holder)
            )

    def _get(self, key: str) -> Node | None:
        self._asked.add(key)
        return self._entries.get(key)

    def _required(self, key: str) -> Node | None:
        node = self._get(key)
        if node is None and not self._broken:
            self._note(self.place_of_record, key, "missing", f"add “{key}:”")
        return node

    def _text_of(self, node: Node, key: str) -> str:
        if not isinstance(node, Scalar):
            self._note(node.place, key, "expected text", "write one text here")
            return ""
        if node.kind == "nothing":
            self._note(node.place, key, "there is no value", "write it, or delete the key")
            return ""
        if node.kind != "text":
            what = _READ_AS[node.kind].format(f"“{node.value}”")
            self._note(node.place, key, f"expected text, but {what}", f'write "{node.value}"')
            return ""
        value = node.value.strip()
        if not value:
            self._note(node.place, key, "the text is empty", "write it, or delete the key")
        return value

    def _items(self, key: str) -> tuple[Node, ...]:
        node = self._get(key)
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            self._fault(node.place, key, "expected a list", "begin each entry with “- ”")
            return ()
        return node.items


def name_of(node: Node, fallback: str) -> str:
    """Return what to call a record in a problem: its id, where it has one."""
    if isinstance(node, Mapping):
        named = node.entries.get("id")
        if isinstance(named, Scalar):
            return named.value
    return fallback


def did_you_mean(value: str, known: Iterable[str]) -> str:
    """Return advice that names the nearest known word, or all of a short list."""
    options = sorted(set(known))
    near = _near(value, options)
    if near:
        return f"did you mean “{near[0]}”?"
    if 0 < len(options) <= _SHORT_LIST:
        return "use one of: " + ", ".join(options)
    return "use one that exists"


def _near(value: str, options: Iterable[str]) -> list[str]:
    return difflib.get_close_matches(value, list(options), n=1, cutoff=0.6)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _blanks_are(text: str, names: Collection[str]) -> bool:
    try:
        parts = [part[1:] for part in Formatter().parse(text) if part[1] is not None]
    except ValueError:
        return False
    return all(name in names and not spec and not conversion for name, spec, conversion in parts)

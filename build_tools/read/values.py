"""Single values: what a YAML node may hold, and what is wrong with one that holds something else."""

import math
import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import partial
from typing import Any

from ..model.typed import Typed
from ..problems import UnfitError, did_you_mean, odd_sign
from .blanks import is_pattern
from .language_tags import known_tag
from .unseen import unfit
from .web import HTTPS, remedy, unreachable
from .yaml_nodes import Node, ScalarNode, SequenceNode

_READ_AS = {
    "truth": "YAML reads {} as yes or no",
    "number": "YAML reads {} as a number",
    "date": "YAML reads {} as a date",
}
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
DOI = re.compile(r"10\.\d{4,9}/[^\s<>\"#?]+[^\s<>\"#?.,;]")
COLOR = re.compile(r"#?[0-9a-fA-F]{6}")
MAIL = re.compile(r"[^@\s<>\"(),:;?&\[\]\\]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"\+?(?=(?:\D*\d){5})[\d\s().\-/]+(?:\s*(?:x|ext\.?)\s*\d+)?")
LINK = re.compile(rf"{HTTPS}|mailto:{MAIL.pattern}(?:\?[^\s<>\"]*)?")
_NUMBER = re.compile(r"[-+]?\d[\d_.]*(?:[eE][-+]?\d+)?")
_TRUTHS = {
    "true": "true yes y on 1 ja oui sí si",
    "false": "false no n off 0 nein non",
}  # in any letters
_OCTAL = re.compile(r"[-+]?0[\d_]")  # To YAML, 010 is eight.
HIGHEST = 18  # The last year at a university.
_DAYS = "2000", "2050"  # Another year is a slip of the fingers, such as 2062.
WRITE_IT = "write it"  # Or take away what nobody needs.


def is_slug(text: str) -> bool:
    """Return whether text is lower-case words of letters and digits joined by single hyphens."""
    return SLUG.fullmatch(text) is not None


def text(node: Node) -> str:
    """Return plain text, stripped and not empty."""
    if not isinstance(node, ScalarNode):
        sign = "[" if isinstance(node, SequenceNode) else "{"
        raise UnfitError(
            "expected text", f"write one text here, and put one that begins with {sign} in quotes"
        )
    if node.yaml_type == "nothing":
        raise UnfitError("there is no value", WRITE_IT)
    if node.yaml_type != "text":
        read_as = _READ_AS[node.yaml_type].format(f"“{node.value}”")
        raise UnfitError(f"expected text, but {read_as}", f'write "{node.value}"')
    if not node.value.strip():
        raise UnfitError("the text is empty", WRITE_IT)
    if fault := unfit(node.value):
        typed = Typed(place=node.place, key="", text=node.value, source=node.source)
        raise UnfitError(fault[1], fault[2], typed.at(fault[0]))
    return node.value.strip()


def typed(node: Node) -> str:
    """Return a value as it was typed, whatever YAML takes it for; “” for a list or a record."""
    return node.value.strip() if isinstance(node, ScalarNode) else ""


def slug(node: Node) -> str:
    value = text(node)
    if not is_slug(value):
        what = f"“{value}” is not an id{f': it {odd}' if (odd := odd_sign(value)) else ''}"
        raise UnfitError(what, "use lower-case words and hyphens")
    return value


def color(node: Node) -> str:
    """Return a color as #rrggbb."""
    instead = 'write six digits from 0 to f in quotes, such as "#8a1f3d"'
    return f"#{_of(COLOR, 'color', instead, typed)(node).removeprefix('#').lower()}"


def _no_number(read: Callable[[Node], str]) -> Callable[[Node], str]:
    """Return a reader that refuses what programs take for a number, and then write in another way."""

    def reading(node: Node) -> str:
        value = read(node)
        if isinstance(node, ScalarNode) and _NUMBER.fullmatch(node.source):
            raise UnfitError(f"YAML reads “{node.source}” as a number", f'write "{value}"')
        return value

    return reading


def url(node: Node) -> str:
    value = text(node)
    if fault := unreachable(value):
        raise UnfitError(f"“{value}” {fault[0]}", fault[1])
    return value


def link(node: Node) -> str:
    """Return an address of the web that nobody can listen to, or one to write a mail to."""
    value = text(node)
    if not LINK.fullmatch(value):
        other = "begin it with https://, or with mailto: and a mail address"
        begun = value.lower().startswith("https://")
        raise UnfitError(f"“{value}” is no address for a button", remedy(value) if begun else other)
    if not value.startswith("mailto:") and (fault := unreachable(value)):
        raise UnfitError(f"“{value}” {fault[0]}", fault[1])
    return value


def one_of(node: Node, allowed: Collection[str]) -> str:
    value = text(node)
    if value not in allowed:
        raise UnfitError(f"“{value}” is not known", did_you_mean(value, allowed))
    return value


def pattern(node: Node, blanks: Collection[str]) -> str:
    """Return text in which every name in braces is one of `blanks`."""
    value = text(node)
    if not is_pattern(value, blanks):
        known = ", ".join(f"{{{name}}}" for name in blanks)
        raise UnfitError("a name in braces that nobody fills in", f"use only {known}")
    return value


def number(node: Node) -> float:
    """Return a number that has an end."""
    written = node.value if isinstance(node, ScalarNode) else ""
    if _OCTAL.match(written):
        raise UnfitError(f"“{written}” is another number to YAML", "leave out the 0 before it")
    try:
        value = float(written)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise UnfitError("expected a number", "write digits, such as 8")
    return value


def grade(node: Node) -> float:
    value = number(node)
    if not 1 <= value <= HIGHEST:
        raise UnfitError("expected a grade of school", f"write one from 1 to {HIGHEST}, such as 8")
    return value


def count(node: Node) -> int:
    value = number(node)
    if value < 1 or not value.is_integer():
        raise UnfitError("expected a whole number from 1", "write digits, such as 8")
    return int(value)


def flag(node: Node) -> bool:
    """Return true or false, which YAML also writes in other ways that we do not take."""
    value = typed(node)
    if value not in _TRUTHS or not isinstance(node, ScalarNode) or node.yaml_type != "truth":
        meant = [one for one, said in _TRUTHS.items() if value.casefold() in said.split()]
        quoted = " in quotes" if value in _TRUTHS else ""
        what = f"“{value}”{quoted} is neither true nor false" if value else "expected true or false"
        raise UnfitError(
            what, f"write {' or '.join(meant or _TRUTHS)}{quoted and ', without quotes'}"
        )
    return value == "true"


def language(node: Node) -> str:
    """Return the tag of a language whose rules for dates, numbers and lists are known."""
    return known_tag(text(node))


def day(node: Node) -> str:
    """Return a calendar day as typed, YYYY-MM-DD."""
    value = node.value if isinstance(node, ScalarNode) and node.yaml_type == "date" else ""
    try:
        date.fromisoformat(value)
    except ValueError:
        raise UnfitError("expected a date", "write it as 2026-11-22") from None
    if not _DAYS[0] <= value < _DAYS[1]:
        raise UnfitError(f"{value} is no day of our time", "write it as 2026-11-22")
    return value


def items(node: Node) -> tuple[Node, ...]:
    if not isinstance(node, SequenceNode):
        raise UnfitError("expected a list", "begin each entry with “- ”")
    return node.items


def some_items(node: Node) -> tuple[Node, ...]:
    entries = items(node)
    if not entries:
        raise UnfitError("the list is empty", "name at least one")
    return entries


def _of(
    pattern: re.Pattern[str], what: str, instead: str, read: Callable[[Node], str] = text
) -> Callable[[Node], str]:
    """Return a reader of what `read` returns where it fits the pattern; its errors call that `what`."""

    def fitting(node: Node) -> str:
        value = read(node)
        if not pattern.fullmatch(value):
            raise UnfitError(f"“{value}” is no {what}" if value else f"there is no {what}", instead)
        return value

    return fitting


_READERS: Mapping[str, Callable[[Node], Any]] = {
    "text": text,
    "slug": slug,
    "reference": text,
    "url": url,
    "doi": _of(DOI, "DOI", "write it as 10.1086/225469, without “https://doi.org/”"),
    "language": language,
    "color": _no_number(color),
    "mail": _of(MAIL, "mail address", "write it as careers@school.edu"),
    "phone": _no_number(_of(PHONE, "phone number", "write it as +1 555 010 0123", typed)),
    "link": link,
    "day": day,
    "number": number,
    "grade": grade,
    "count": count,
    "flag": flag,
}
NEEDED = ("slug", "reference", "choice", "pattern", "count", "flag")
"""The types of values without which a record is incomplete."""
_NOTHING = {"number": 0.0, "grade": 0.0, "count": 1, "flag": False}


def reader(value_type: str, allowed: Collection[str]) -> Callable[[Node], Any]:
    """Return the reader of a type of value; `allowed` are the values of a choice or the blanks of a pattern."""
    if value_type == "choice":
        return partial(one_of, allowed=allowed)
    return partial(pattern, blanks=allowed) if value_type == "pattern" else _READERS[value_type]


def nothing(value_type: str, allowed: tuple[str, ...]) -> Any:
    """Return what stands for a value that could not be read."""
    return allowed[0] if value_type == "choice" else _NOTHING.get(value_type, "")

"""Blanks: names in braces, which code fills in, or whoever sends a message; no translation loses one."""

import re
from collections import Counter
from collections.abc import Collection
from string import Formatter

from ..problems import Place, Problems

_BLANK = re.compile(r"\{[^{}]*\}")
_ADAPTED = "text"
"""The key of messages: their blanks hold an example, which is translated too."""


def is_pattern(value: str, blanks: Collection[str]) -> bool:
    """Return whether each name in braces is one of `blanks`, and nothing else stands in them."""
    try:
        parts = [part[1:] for part in Formatter().parse(value) if part[1] is not None]
    except ValueError:
        return False
    return all(name in blanks and not spec and not conversion for name, spec, conversion in parts)


def note_lost(problems: Problems, address: str, text: str, translation: str, place: Place) -> None:
    """Note that a translation has other blanks than its text; in a message to adapt, that it has fewer or more."""
    if fault := _other(text, translation) if not _adapted(address) else None:
        problems.add(place, address, *fault)
    given, written = len(_BLANK.findall(text)), len(_BLANK.findall(translation))
    if _adapted(address) and given != written:
        what = f"blanks in braces: {written}, where the text has {given}"
        problems.warn(place, address, what, "write one for each, with words that fit")


def warn_of_lost(problems: Problems, where: str, text: str, own: str, place: Place) -> None:
    """Note that a text of an edition’s own has other blanks than that of the guide."""
    fault = None if _adapted(where) else _other(text, own)
    if fault:
        problems.warn(place, where, *fault)


def _adapted(address: str) -> bool:
    return re.split("/|: ", address)[-1] == _ADAPTED


def _other(text: str, own: str) -> tuple[str, str] | None:
    """Return what is wrong with the blanks of a text, and what to write."""
    given, written = Counter(_BLANK.findall(text)), Counter(_BLANK.findall(own))
    lost, made = " ".join(given - written), " ".join(written - given)
    if lost:
        instead = f"write it as it stands there, in place of {made}" if made else "write it here"
        return f"the text of the guide has {lost} too", instead
    return (f"{made} stands here, which nobody fills in", "leave it out") if made else None

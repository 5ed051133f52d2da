"""Entries of a list, and notes, that YAML takes for more of the text above them, since they are indented too far."""

import re

from ..problems import Place

_ENTRY = re.compile(r"\n *([-•]) +\S")
_NOTE = re.compile(r"\n *(#) +\S")
_AS_TYPED = ("|", "•")
"""What begins a text that keeps its lines, where a list in it is one, and one that is a list as a whole: told where it begins."""
Fault = tuple[Place, str, str, str]


def entry_in(source: str, place: Place) -> Fault | None:
    """Return the fault of a text in which an entry of a list or a note stands, at the first that does."""
    match = None if source.startswith(_AS_TYPED) else _ENTRY.search(source)
    if note := _NOTE.search(source):
        what = "a note is taken for more of the text above it"
        instead = "put it above the key of the text"
        return within(place, source, note.start(1)), "file", what, instead
    if not match:
        return None
    what = f"a line that begins with “{match[1]} ” is taken for more of the text above it"
    instead = "begin each entry of a list exactly under the one before it"
    if source[0] in ">'\"":
        instead = "write a list without > and without quotes around all of it"
    return within(place, source, match.start(1)), "file", what, instead


def within(place: Place, source: str, start: int) -> Place:
    """Return the place of what stands `start` signs behind a place, in a text that begins there."""
    before = source[:start]
    line = place.line + before.count("\n")
    return Place(path=place.path, line=line, column=start - before.rfind("\n"))

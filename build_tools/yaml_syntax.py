"""What keeps a file from being YAML, said so that an author finds it."""

from __future__ import annotations

import re
from typing import Any

import yaml

from .errors import Place, Problems
from .source import SourceFile

_QUOTE = re.compile(r"[^\"#]*?(?::|-|^) *\"")
_HINTS = {
    "mapping values are not allowed": "put text that holds a colon in quotes",
    "',' or": "inside { } and [ ], put text that holds a colon or a comma in quotes",
    "'-' indicator": "begin each entry exactly under the one above, its keys two spaces further in",
    "escape": "use single quotes, or write \\\\ for \\",
    "cannot start any token": "put text that begins with this sign in quotes",
}


def note_syntax(file: SourceFile, error: yaml.YAMLError, problems: Problems) -> None:
    """Note the syntax error of a file at the place where it began."""
    if not isinstance(error, yaml.MarkedYAMLError):
        place = Place.after(file.path, file.text[: getattr(error, "position", 0)])
        problems.add(place, "file", "a character YAML does not allow", "delete it")
        return
    # An unclosed quote is noticed only at the next one, or at the end; what matters is where it began.
    quoted = "quoted scalar" in (error.context or "") and "unexpected" in (error.problem or "")
    mark = error.context_mark if quoted else error.problem_mark or error.context_mark
    place = place_of(file.path, mark) if mark else Place(path=file.path)
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


def _hint(problem: str) -> str:
    general = "check indentation, colons and quotes on this line and the one above"
    return next((hint for part, hint in _HINTS.items() if part in problem), general)


def place_of(path: str, mark: Any) -> Place:
    """Return a mark of the YAML reader as a place that counts from 1."""
    return Place(path=path, line=mark.line + 1, column=mark.column + 1)

"""What keeps a file from being YAML, said so that an author finds it."""

import re
from typing import Any

import yaml

from ..problems import Place, Problems
from .files import SourceFile
from .unseen import no_blank
from .yaml_braces import QUOTE_ALL
from .yaml_lines import meant
from .yaml_stop import Stop

_TABS = re.compile(r"^ *\t", re.MULTILINE)
_BREAKS = re.compile("[\x85\u2028\u2029]")
"""What ends a line for YAML, and for no editor."""
_QUOTE = re.compile(r"[^\"#]*?(?::|-|^) *\"")
_BEGUN_NEAR = re.compile("flow|scanning")
_HINTS = {
    "',' or": "inside { } and [ ], put text that holds a colon or a comma in quotes",
    "node content": "inside { } and [ ], delete a comma with nothing before it",
    "document start": "delete a line with three dots, which ends the file, or write … there",
    "escape": "use single quotes, or write \\\\ for \\",
}


def note_blanks(file: SourceFile, problems: Problems) -> bool:
    """Return whether a file holds tabs before its text, or what ends a line for YAML alone, after noting each."""
    before = len(problems.errors)
    for tab in _TABS.finditer(file.text):
        place = Place.after(file.path, file.text[: tab.end() - 1])
        problems.add(place, "indentation", "a tab", "use spaces")
    for sign in _BREAKS.finditer(file.text):
        place = Place.after(file.path, file.text[: sign.start()])
        problems.add(place, "file", *no_blank(sign[0]))
    return len(problems.errors) > before


def note_syntax(file: SourceFile, error: yaml.YAMLError, problems: Problems) -> None:
    """Note the syntax error of a file at the place where it began."""
    if not isinstance(error, yaml.MarkedYAMLError):
        # libyaml gives the place in bytes, the pure reader in characters; both refuse the same ones.
        sign = yaml.reader.Reader.NON_PRINTABLE.search(file.text)
        place = Place.after(file.path, file.text[: sign.start() if sign else 0])
        which = f" (U+{ord(sign[0]):04X})" if sign else ""
        problems.add(place, "file", f"a character YAML does not allow{which}", "delete it")
        return
    # An unclosed quote is noticed only at the next one, or at the end; what matters is where it began.
    quoted = "quoted scalar" in (error.context or "") and "unexpected" in (error.problem or "")
    mark = error.context_mark if quoted else error.problem_mark or error.context_mark
    place = place_of(file.path, mark) if mark else Place(path=file.path)
    quote = place if quoted else _open_quote(file, place)
    if quote:
        line = file.text.split("\n")[quote.line - 1].rstrip()
        instead = "close it at the end of the text"
        if line.endswith("”") and line.count("”") > line.count("“"):
            instead = 'write a straight " there, in place of the curly one'
        problems.add(quote, "file", "a quote that is not closed", instead)
        return
    problem = error.problem or ""
    fault = meant(_stop(file, error, place))
    if fault is None and "mapping values are not allowed" in problem:
        fault = place, "a text that holds a colon", QUOTE_ALL
    if fault is None:
        general = "look at the indentation, colons and quotes on this line and the one above"
        hint = next((hint for part, hint in _HINTS.items() if part in problem), general)
        fault = place, f"not YAML ({problem})", hint
    at, what, instead = fault
    problems.add(at, "file", what, instead)


def _stop(file: SourceFile, error: yaml.MarkedYAMLError, place: Place) -> Stop:
    begun = place_of(file.path, error.context_mark) if error.context_mark else place
    # What holds the whole file or a long record begins too far away to tell anything.
    near = begun if _BEGUN_NEAR.search(error.context or "") else place
    return Stop(
        path=file.path,
        lines=file.text.split("\n"),
        problem=error.problem or "",
        line=place.line,
        column=place.column,
        begun_line=near.line,
        begun_column=near.column,
    )


def _open_quote(file: SourceFile, stop: Place) -> Place | None:
    """Return the last double quote that begins a text before `stop` and is not closed there."""
    quote = None
    for number, line in enumerate(file.text.split("\n")[: stop.line], start=1):
        opening = _QUOTE.match(line)
        if opening and line.replace('\\"', "").count('"') % 2:
            quote = Place(path=file.path, line=number, column=opening.end())
        elif quote and line.replace('\\"', "").count('"') % 2:
            quote = None
    return quote


def place_of(path: str, mark: Any) -> Place:
    """Return a mark of the YAML reader as a place that counts from 1."""
    return Place(path=path, line=mark.line + 1, column=mark.column + 1)

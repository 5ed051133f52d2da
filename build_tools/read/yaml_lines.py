"""What an author may have meant by a line that keeps a file from being YAML."""

import re
from collections.abc import Callable

from .unseen import UNSEEN, no_blank
from .yaml_braces import QUOTE_ALL, in_braces, sign_in_braces
from .yaml_stop import Fault, Stop

_ENTRY = re.compile(r"\s*(?:- +)*(?:[\w-]+: +)?")
_SEPARATOR = re.compile(rf"\s*(?:- *)*(?:[\w-]+:)?(?=[{UNSEEN}])[ {UNSEEN}]*?([{UNSEEN}])")
_KEY = re.compile(r"\s*(?:- +)*[\w-]+$")
_DASH = re.compile(r"\s*(?:- +)+")
_NO_SPACE = re.compile(r"\s*(?:- +)*[A-Za-z][\w-]*:(?=[^\s:/])")
_NO_DASH_SPACE = re.compile(r"\s*-(?=[A-Za-z\"'{\[])")
_OTHER_DASH = re.compile(r"\s*([–—−•·‣▪◦●*+])(?=\s)")
_OTHER_COLON = re.compile(r"\s*(?:- +)*[\w-]+ ?([：︓﹕꞉∶])")
_NO_COLON = re.compile(r"\s*(?:- +)*([a-z][\w-]*) ?=")
_ENDS_EARLY = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*" *(?![,\]}:#]|$)'),
    "'": re.compile(r"'(?:[^']|'')*' *(?![:#]|$)"),
    "[": re.compile(r"\[[^\]]*\] *(?![:#]|$)"),
    "{": re.compile(r"\{[^}]*\} *(?![:#]|$)"),
}
_BLOCK = re.compile(r"[|>][-+0-9]* *(?:#|$)")
_BLOCK_BEGUN = re.compile(r": +[|>][-+]? *$")
_NAMED = re.compile(r"\s*(?:- +)*[\w-]+:(?:\s|$)")
_SIGNS = "*&@`%!,?:|>"
_ALL_OF_IT = "a text that begins with {} needs quotes around all of it"
_INDENT = "look at the line above: begin exactly under its key, or under its “- ”"


def meant(stop: Stop) -> Fault | None:
    """Return what is wrong in an author’s words, or None if it cannot be guessed."""
    return next((fault for look in _LOOKS if (fault := look(stop))), None)


def _unseen(stop: Stop) -> Fault | None:
    for line in sorted({*stop.near, stop.line + 1}):
        if match := _SEPARATOR.match(stop.text(line)):
            return stop.at(line, match.start(1) + 1), *no_blank(match[1])
    return None


def _tab(stop: Stop) -> Fault | None:
    if stop.text(stop.line)[stop.column - 1 : stop.column] == "\t":
        return stop.at(stop.line, stop.column), "a tab", "use a space"
    return None


def _text(stop: Stop) -> Fault | None:
    """Return a text that begins with a sign of YAML, or with a quote or bracket that ends too early."""
    for line in stop.near:
        text = stop.text(line)
        start = _ENTRY.match(text)
        value = text[start.end() :] if start else text
        sign = value[:1]
        if not sign or not start or _OTHER_DASH.match(text):
            continue
        within = "',' or" in stop.problem
        ends_early = not within and sign in _ENDS_EARLY and _ENDS_EARLY[sign].match(value)
        if ends_early and sign == "'":
            what = "a text in single quotes ends at the next '"
            instead = "write ’ for an apostrophe, and “ … ” for a quotation within"
            return stop.at(line, start.end() + 1), what, instead
        if ends_early and sign == '"' and value.rstrip().endswith('"'):
            what = 'a text in quotes ends at the next "'
            return stop.at(line, start.end() + 1), what, "write “ and ” within"
        if ends_early or (sign in _SIGNS and not _BLOCK.match(value)):
            return stop.at(line, start.end() + 1), _ALL_OF_IT.format(sign), QUOTE_ALL
    return None


def _entry(stop: Stop) -> Fault | None:
    """Return a list entry that does not begin as one, or a list that begins beside its key."""
    if "sequence entries are not allowed" in stop.problem:
        what = "a list that begins on the line of its key, or a text that begins with -"
        instead = "begin the list on a line of its own, or put the text in quotes"
        return stop.at(stop.line, stop.column), what, instead
    for line in stop.near:
        text = stop.text(line)
        other, close = _OTHER_DASH.match(text), _NO_DASH_SPACE.match(text)
        if other:
            return stop.at(line, other.start(1) + 1), f"a line begins with {other[1]}", "write “- ”"
        if close:
            return stop.at(line, close.end()), "no space after the -", "write “- ” with a space"
    return None


def _colon(stop: Stop) -> Fault | None:
    if "expected ':'" not in stop.problem:
        return None
    line = stop.begun_line
    text = stop.text(line)
    close, other, none = _NO_SPACE.match(text), _OTHER_COLON.match(text), _NO_COLON.match(text)
    if close:
        return stop.at(line, close.end()), "no space after the colon", "write “: ” with a space"
    if other:
        return stop.at(line, other.start(1) + 1), f"{other[1]} is no plain colon", "write “: ”"
    if none:
        return stop.at(line, none.end()), "a = in place of a colon", f"write “{none[1]}: …”"
    what = "this line has no key"
    instead = (
        "a text that goes on begins further in than its key; a new key needs “: ” after its name"
    )
    return stop.at(line, stop.begun_column), what, instead


def _text_cut(stop: Stop) -> Fault | None:
    """Return a comment that ends the text above it, or a first line that is indented further than the next."""
    text = stop.text(stop.line)
    above = [line for line in stop.lines[: stop.line - 1] if line.strip()]
    if not above or _NAMED.match(text):
        return None
    note = stop.text(stop.line - 1)
    if note.lstrip().startswith("#"):
        what = "a note in the middle of a text ends it"
        at = stop.at(stop.line - 1, _indent_of(note) + 1)
        return at, what, "put it above the key of the text, or take it out"
    begun = len(above) > 1 and _BLOCK_BEGUN.search(above[-2])
    if begun and _indent_of(above[-1]) > _indent_of(text):
        what = "a text whose first line stands further in than this one"
        instead = "begin all its lines under each other"
        return stop.at(stop.line, _indent_of(text) + 1), what, instead
    return None


def _indent_of(line: str) -> int:
    return len(line) - len(line.lstrip())


def _level(line: str) -> int:
    """Return the indentation of the keys of the record that this line is part of; in a list, they stand behind “- ”."""
    entry = _DASH.match(line)
    return entry.end() if entry else _indent_of(line)


def _indent(stop: Stop) -> Fault | None:
    text = stop.text(stop.line)
    own_key = "mapping values" in stop.problem and _KEY.match(text[: stop.column - 1])
    off = "expected key" in stop.problem or "'-' indicator" in stop.problem
    if not own_key and not (off and stop.line > 1):
        return None
    line = _further_out(stop)
    what = "the indentation is not that of the lines above"
    return stop.at(line, _indent_of(stop.text(line)) + 1), what, _INDENT


def _further_out(stop: Stop) -> int:
    """Return the line with the wrong indentation: one above, if that has lost its spaces; else the one at which YAML stopped."""
    text = stop.text(stop.line)
    own, entry = _indent_of(text), bool(_DASH.match(text))
    said = [at for at, line in enumerate(stop.lines, 1) if line.strip() and line.lstrip()[0] != "#"]
    above = [at for at in said if at < stop.line]
    below = next((stop.text(at) for at in said if at > stop.line), "")
    level = _indent_of if entry else _level
    outer = next((at for at in reversed(above) if level(stop.text(at)) < own), 0)
    if outer != above[-1] and _level(below) != _level(text):
        return stop.line
    line = stop.text(outer)
    if _DASH.match(line):
        lost = _indent_of(below) == own and bool(_DASH.match(below)) == entry
    else:
        before = _level(next((stop.text(at) for at in reversed(above) if at < outer), ""))
        lost = bool(_NAMED.match(line)) and before != _level(line) and before >= own
    return outer if lost else stop.line


_LOOKS: tuple[Callable[[Stop], Fault | None], ...] = (
    _unseen,
    _tab,
    sign_in_braces,
    in_braces,
    _text,
    _entry,
    _text_cut,
    _colon,
    _indent,
)

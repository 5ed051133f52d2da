"""What an author may have meant by text inside { } and [ ] that keeps a file from being YAML."""

import re

from .yaml_stop import Fault, Stop

_QUOTED = re.compile(r"""(?:[{\[,]|: |- )\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*$""")
_OPENS = re.compile(r"(?:[{\[,]|: )\s*'$")
_OPENED = re.compile(r"(?:[{\[,]|: )\s*'(?=[^']*$)")
_VALUE = re.compile(r"[\w-]+: +[^,{}\[\]]*$")
_SIGN = re.compile(r"[{\[](?:[^'\"]*(?:,|: ))?\s*([!@`%]|\{(?=\{[^{}]*\}\}\s*$))")
_COMMENT = re.compile(r"[{\[][^}#]*: +(?=#[^ ])")
"""To YAML, a # after a space begins a comment, which takes the closing brace along."""
QUOTE_ALL = "put the whole text between straight quotes: '…', and write ’ “ ” inside"


def in_braces(stop: Stop) -> Fault | None:
    """Return what is wrong inside { } or [ ], where the reader stopped before the end of them."""
    for line in stop.near:
        if cut := _COMMENT.search(stop.text(line)):
            at = stop.at(line, cut.end() + 1)
            return at, "a text that begins with # needs quotes around all of it", QUOTE_ALL
    if "',' or" not in stop.problem:
        return None
    before = stop.text(stop.line)[: stop.column - 1]
    if _OPENS.search(before):
        for line in range(stop.line - 1, stop.begun_line - 2, -1):
            if opened := _OPENED.search(stop.text(line)):
                what, instead = "a quote that is not closed", "close it at the end of the text"
                return stop.at(line, opened.end()), what, instead
    if quoted := _QUOTED.search(before):
        sign = quoted[1][0]
        kind, instead = "quotes", "write “ and ” within"
        if sign == "'":
            kind = "single quotes"
            instead = "write ’ for an apostrophe, and “ … ” for a quotation within"
        at = stop.at(stop.line, quoted.start(1) + 1)
        return at, f"a text in {kind} ends at the next {sign}", instead
    if stop.text(stop.line)[stop.column - 1 :].startswith(":") and _VALUE.search(before):
        return stop.at(stop.line, stop.column), "a text that holds a colon", QUOTE_ALL
    return _not_closed(stop)


def sign_in_braces(stop: Stop) -> Fault | None:
    """Return what is wrong where a text inside { } or [ ] begins with what is no letter to YAML."""
    before, rest = stop.text(stop.line)[: stop.column - 1], stop.text(stop.line)[stop.column - 1 :]
    sign = _SIGN.search(before + rest[:1]) or _SIGN.search(before)
    if not sign or not re.search("',' or|token|whitespace", stop.problem):
        return None
    at = stop.at(stop.line, sign.start(1) + 1)
    return at, f"a text that begins with {sign[1]} needs quotes around all of it", QUOTE_ALL


def _not_closed(stop: Stop) -> Fault | None:
    closing = stop.problem[-2]
    opening = {"}": "{", "]": "["}.get(closing, "")
    stopped_by = stop.text(stop.line)[stop.column - 1 : stop.column]
    if not opening or (stop.line == stop.begun_line and stopped_by not in "]}"):
        return None
    what = f"a {opening} that is not closed"
    return stop.at(stop.begun_line, stop.begun_column), what, f"close it with {closing}"

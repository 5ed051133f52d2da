"""Unfinished markup: what the author of a page began and did not end, indented badly, or knows from other programs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from ....read.markdown_parts import FILLED_IN, Part, masked, parts_of, without_fences
from ....read.markdown_tags import ENDLESS, TAGS
from ....read.unseen import harm

WRITE_LINK = "write it as [words](page.md)"
NO_FOOTNOTE = "no footnote here", "write the note into the text, or below it"
_ADDRESS = r"(?:[\w./-]+\.(?:md|html)|https?:|#)[^)\]\s]*"
_NO_LINK = (
    (re.compile(r"\[[^\]\[]+\]\[[^\]\[]*\]"), "names no line such as “[name]: page.md”"),
    (re.compile(rf"\[[^\]\[]+\] +\({_ADDRESS}\)"), "has a space in it"),
    (re.compile(rf"\([^()]+\)\[{_ADDRESS}\]"), "has its brackets exchanged"),
    (re.compile(r"\[[^\]\[]+\]\([^)\s]*(?!\S)"), "has lost its last )"),
    (re.compile(rf"\[[^\]\[()]+\({_ADDRESS}\)"), "has lost its first ]"),
    (re.compile(r"\[\[[^\]\[]+\]\]"), "is one of a wiki"),
)
_LIST = re.compile(r"(?:[-*+]|\d{1,2}\.) +\S")
_NO_SPACE = re.compile(r"([-*+]|\d{1,2}\.)(?=[^\W\d_])")
_OTHER_SIGN = re.compile(
    r"([•·▪◦‣⁃●○■□►➢]|\d{1,2}\)|a[.)](?= )|A\)(?= )|o(?=[\t ]{2})|[–—](?= .*\n *[–—] ))[\t ]*(?=\w)"
)
"""What word processors begin an entry with; a dash may also begin what somebody says, but not line after line."""
_NO_CALL = re.compile(r"\}\}|%\}")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
# A pattern that begins with plain text is found many times faster; a lookbehind in it checks what stands before.
_OF_OTHERS = (
    (re.compile(r"\[\^[^\]\s]+\](?!:)"), *NO_FOOTNOTE),
    (re.compile(r"^ *(?:!!!|\?\?\?\+?|:::)(?= *\w)"), "no box here", "write a heading or a paragraph"),
    (re.compile(r"^ *\[!\w+\][+-]?"), "no box here", "write a heading or a paragraph"),
    (re.compile(r"%%[^%\n]+%%"), "no note here", "leave it out"),
    (re.compile(r"【\d+[^】\n]*】|:contentReference\[[^\]\n]*\](?:\{[^}\n]*\})?|\[cite: ?[\d, ]+\]"), "no source for readers", "name the source in words, or leave it out"),
    (re.compile(r"(?<=\w)([\^~])[\w-]{1,4}\1(?!\1)"), "set neither high nor low here", "write the sign itself, such as ² or ₂"),
    (re.compile(r"^ *\[[ xX]\](?=\s)"), "no box to tick here", "leave it out"),
    (re.compile(r"==[^=\s][^=]*=="), "not marked here", "write **words** to set them off"),
    (re.compile(r":(?<!\S:)[a-z][a-z_]+:(?!\S)"), "no picture here", "write the sign itself, or leave it out"),
    (re.compile(r"\{(?<!\{\{)(?: ?| \{ )[a-z]+\("), "no call", "write {{ before it and }} behind it, without a space in them"),
    (re.compile(r"^ *-+8<-+.*"), "no piece of another file here", "write its words here"),
    (re.compile(r"^ *={3}\+?!? +[\"“].*"), "no tab here", "write a heading with ##"),
    (re.compile(r"<!--"), "no note here", "write --> where it ends"),
    (re.compile(r"www\.(?<![\w\[(<\"'./@-]www\.)\w[^\s<>]*\w"), "no link here", "write [words](https://www.…)"),
    (re.compile(r"http(?<![\w\[(<\"']http)s?://[^\s<>]+\w"), "no link here", "write <https://…>, or [words](https://…)"),
)  # fmt: skip
"""Markup of other programs, which readers of a page would see as it was typed."""
_ENTRY = re.compile(r"( *)(?:[-*+]|\d{1,2}\.) +\S")
_NUMBER = re.compile(r" *(\d+)\. +\S")
_GO_ON = "set what stands above it 4 spaces in, so that the list goes on, or write a number that begins none as"
_DEEPER = 4
"""The number of spaces that nests an entry below another, and that makes code of a paragraph."""
_HEAD = re.compile(r" *\|?(?: *:?-+:? *\|)+(?: *:?-+:?)? *\|? *$")
_BETWEEN = re.compile(r"(?<!\\)\|")
_ROW = re.compile(r"^ *\|.*\|? *$")
Fault = tuple[int, str, str]
"""Where something is wrong in the body of a page, what, and what to write instead."""


class _Line(NamedTuple):
    start: int
    indent: int
    text: str
    above: str
    """The text of the line above it."""
    in_list: bool
    """Whether the lines above it leave a list open."""


def unfinished(body: str) -> Iterator[Fault]:
    """Yield each piece of markup that does not do what it was meant for, with what is wrong and what to write."""
    parts = parts_of(body)
    for tab in re.finditer("\t", body):
        yield tab.start(), "a tab", "write spaces"
    for sign in _CONTROL.finditer(body):
        what = f"a character that nobody can see (U+{ord(sign[0]):04X})"
        yield sign.start(), what, "delete it, or begin a new line"
    if fault := harm(body):
        yield fault
    for end in _NO_CALL.finditer(masked(body)):
        first = {"}": "{{", "%": "{%"}[end[0][0]]
        yield end.start(), f"{end[0]} without {first} before it", f"write {first} where it begins"
    yield from _tags(parts)
    lines = tuple(_lines(body))
    for line in lines:
        yield from _half_indented(line)
        yield from _begun(line)
    yield from _long_rows(lines)
    for part in parts:
        if part.kind == "text":
            yield from _links(part, body)
            yield from _of_others(part, body)
            yield from _entries(part, body)


def _lines(body: str) -> Iterator[_Line]:
    # Code and calls are blank in the text of a line; only what was typed tells how far it is indented.
    typed, texts = body.split("\n"), without_fences(body).split("\n")
    starts, in_list = accumulate((len(line) + 1 for line in typed), initial=0), False
    for start, line, text, above in zip(starts, typed, texts, ["", *texts], strict=False):
        indent = len(line) - len(line.lstrip(" "))
        yield _Line(start, indent, text, above, in_list)
        begins = bool(_ENTRY.match(text)) or text.startswith(":")
        in_list = begins or (in_list and (indent > 0 or not text.strip()))


def _half_indented(line: _Line) -> Iterator[Fault]:
    """Yield an entry of a list that is indented too little to be below the one above it."""
    above = _ENTRY.match(line.above)
    beside = len(above[1]) if above and _ENTRY.match(line.text) else line.indent
    if beside < line.indent < beside + _DEEPER:
        what = f"an entry with {line.indent} spaces before it, which stands beside the one above"
        instead = f"write {beside + _DEEPER} to set it below that one, or {beside}"
        yield line.start, what, instead


def _begun(line: _Line) -> Iterator[Fault]:
    """Yield a paragraph that becomes code, or a list whose first number readers do not see, after an empty line outside of lists."""
    if line.in_list or line.above.strip():
        return
    number, first = _NUMBER.match(line.text), line.text.strip()[:1]
    if line.indent >= _DEEPER:
        if first not in ("", "<") and not _ENTRY.match(line.text):
            yield line.start, f"{line.indent} spaces make code of this paragraph", "leave them out"
    elif number and int(number[1]) != 1:
        what = f"a list that begins with {number[1]}., which readers see as 1."
        yield line.start + line.indent, what, f"{_GO_ON} “{number[1]}\\.”"


def _long_rows(lines: Iterable[_Line]) -> Iterator[Fault]:
    """Yield each row that has more cells than the head of its table."""
    most = 0
    for line in lines:
        if _HEAD.match(line.text) and "|" in line.above:
            most = _cells(line.above)
        elif not line.text.strip():
            most = 0
        elif most and (cells := _cells(line.text)) > most:
            what = f"a row of {cells} cells in a table of {most}, which loses the last"
            yield line.start, what, "leave cells out, or write \\| for a bar in a text"


def _cells(row: str) -> int:
    return len(_BETWEEN.findall(row.strip().strip("|"))) + 1


def _links(part: Part, body: str) -> Iterator[Fault]:
    for pattern, what in _NO_LINK:
        for match in pattern.finditer(part.value):
            if FILLED_IN not in match[0]:
                at = body.find(match[0], max(0, part.start - 1))
                start = at if at >= 0 else part.start
                yield start, f"“{match[0]}” is no link: it {what}", WRITE_LINK


def _of_others(part: Part, body: str) -> Iterator[Fault]:
    """Yield markup of other programs, and rows of a table that has no head."""
    start, text = part.start, part.value.lstrip()  # a part begins behind its blanks
    for pattern, what, instead in _OF_OTHERS:
        for match in pattern.finditer(text):
            at = start + match.start()
            if FILLED_IN not in match[0] and body[at - 1 : at] not in ("[", "<"):
                yield at, f"“{match[0].strip()}” is {what}", instead
    above = body[:start].rpartition("\n")[0].rpartition("\n")[2]
    if _ROW.match(text) and not _ROW.match(above):
        instead = "put an empty line above the table, and a line |---| with as many columns below its first row"
        yield start, "a row of a table that is none", instead


def _entries(part: Part, body: str) -> Iterator[Fault]:
    """Yield an entry of a list that readers see as a line of a paragraph."""
    text = part.value.strip()
    *above, line = masked(body)[: part.start].rsplit("\n", 2)
    if line.strip():
        return
    if _LIST.match(text):
        if not _LIST.match("".join(above[-1:]).strip()):
            what = "a list that is part of the paragraph above"
            yield part.start, what, "put an empty line above it"
    elif match := _NO_SPACE.match(text):
        yield part.start, f"no space after {match[1]}", _entry_with(match[1])
    elif match := _OTHER_SIGN.match(body, part.start):
        sign = match[1].replace(")", ".") if match[1].endswith(")") else "-"
        yield part.start, f"{match[1]} begins no list", _entry_with(sign)


def _entry_with(sign: str) -> str:
    return f"write “{sign} ” for an entry of a list"


def _tags(parts: Sequence[Part]) -> Iterator[Fault]:
    """Yield each tag that is not closed, and each that closes nothing."""
    opened: list[Part] = []
    for part in parts:
        if part.kind not in ("tag", "end") or part.value not in TAGS - ENDLESS:
            continue
        if part.kind == "tag":
            opened.append(part)
        elif last := next((one for one in reversed(opened) if one.value == part.value), None):
            opened.remove(last)
        else:
            yield part.start, f"</{part.value}> closes nothing", "delete it"
    for part in opened:
        yield part.start, f"<{part.value}> is not closed", f"write </{part.value}> where it ends"

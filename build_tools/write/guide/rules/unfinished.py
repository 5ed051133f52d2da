"""Markup that is none here: what the author of a page began and did not end, ended otherwise, or knows from other programs."""

import re
from collections.abc import Iterator, Sequence

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
# Where one begins with plain text, the engine finds it many times faster than by what stands before it.
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
    (re.compile(r"\{(?<!\{\{) ?(?:\{ )?[a-z]+\("), "no call", "write {{ before it and }} behind it, without a space in them"),
    (re.compile(r"^ *-+8<-+.*"), "no piece of another file here", "write its words here"),
    (re.compile(r"^ *={3}\+?!? +[\"“].*"), "no tab here", "write a heading with ##"),
    (re.compile(r"<!--"), "no note here", "write --> where it ends"),
    (re.compile(r"www\.(?<![\w\[(<\"'./@-]www\.)\w[^\s<>]*\w"), "no link here", "write [words](https://www.…)"),
    (re.compile(r"http(?<![\w\[(<\"']http)s?://[^\s<>]+\w"), "no link here", "write <https://…>, or [words](https://…)"),
)  # fmt: skip
"""What is markup in other programs, and for readers of a page is what was typed."""
_ENTRY = re.compile(r"( *)(?:[-*+]|\d{1,2}\.) +\S")
_NUMBER = re.compile(r" *(\d+)\. +\S")
_GO_ON = "set what stands above it 4 spaces in, so that the list goes on, or write a number that begins none as"
_DEEPER = 4
"""The number of spaces that nests an entry below another, and that makes code of a paragraph."""
_HEAD = re.compile(r" *\|?(?: *:?-+:? *\|)+(?: *:?-+:?)? *\|? *$")
_BETWEEN = re.compile(r"(?<!\\)\|")
_ROW = re.compile(r"^ *\|.*\|? *$")
Fault = tuple[int, str, str]


def unfinished(body: str) -> Iterator[Fault]:
    """Yield where something in a page is not what it was meant for, with what it is and what to write."""
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
    yield from _shapes(body)
    for part in parts:
        if part.kind == "text":
            yield from _links(part, body)
            yield from _of_others(part, body)
            yield from _entries(part, body)


def _shapes(body: str) -> Iterator[Fault]:
    """Yield lines whose blanks and bars do not say to the renderer what they say to the eye."""
    start, cells, above, in_list = 0, 0, "", False
    for typed, line in zip(body.split("\n"), without_fences(body).split("\n"), strict=True):
        # What is no text for the renderer is blank in the line, and is no blank.
        blanks = len(typed) - len(typed.lstrip(" "))
        entry, before = _ENTRY.match(line), _ENTRY.match(above)
        if entry and before and len(before[1]) < blanks < len(before[1]) + _DEEPER:
            what = f"an entry with {blanks} spaces before it, which stands beside the one above"
            more = len(before[1]) + _DEEPER
            yield start, what, f"write {more} to set it below that one, or {len(before[1])}"
        starts = bool(entry)
        paragraph = line.strip() and line.lstrip()[0] != "<" and not above.strip()
        if paragraph and blanks >= _DEEPER and not (in_list or starts):
            yield start, f"{blanks} spaces make code of this paragraph", "leave them out"
        numbered = None if in_list or above.strip() else _NUMBER.match(line)
        if numbered and blanks < _DEEPER and int(numbered[1]) != 1:
            what = f"a list that begins with {numbered[1]}., which readers see as 1."
            yield start + blanks, what, f"{_GO_ON} “{numbered[1]}\\.”"
        in_list = starts or line.startswith(":") or (in_list and (blanks > 0 or not line.strip()))
        if _HEAD.match(line) and "|" in above:
            cells = _cells(above)
        elif not line.strip():
            cells = 0
        elif cells and _cells(line) > cells:
            what = f"a row of {_cells(line)} cells in a table of {cells}, which loses the last"
            yield start, what, "leave cells out, or write \\| for a bar in a text"
        start, above = start + len(line) + 1, line


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
    """Yield what other programs make something of."""
    start, text = part.start, part.value.lstrip()  # where its first sign stands that is no blank
    for pattern, what, instead in _OF_OTHERS:
        for match in pattern.finditer(text):
            at = start + match.start()
            if FILLED_IN not in match[0] and body[at - 1 : at] not in ("[", "<"):
                yield at, f"“{match[0].strip()}” is {what}", instead
    above = body[:start].rpartition("\n")[0].rpartition("\n")[2]
    if _ROW.match(text) and not _ROW.match(above):
        what = "a row of a table that is none"
        yield (
            start,
            what,
            "put an empty line above the table, and a line |---| with as many columns below its first row",
        )


def _entries(part: Part, body: str) -> Iterator[Fault]:
    """Yield an entry of a list that is a line of a paragraph for readers."""
    text = part.value.strip()
    *above, line = masked(body)[: part.start].rsplit("\n", 2)
    if line.strip():
        return
    if _LIST.match(text):
        if not _LIST.match("".join(above[-1:]).strip()):
            what = "a list that is part of the paragraph above"
            yield part.start, what, "put an empty line above it"
    elif match := _NO_SPACE.match(text):
        yield (
            part.start,
            f"no space after {match[1]}",
            f"write “{match[1]} ” for an entry of a list",
        )
    elif match := _OTHER_SIGN.match(body, part.start):
        sign = match[1].replace(")", ".") if match[1].endswith(")") else "-"
        yield part.start, f"{match[1]} begins no list", f"write “{sign} ” for an entry of a list"


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

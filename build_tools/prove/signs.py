"""Signs of a text: those that readers would see as typed, straight quotes, and what lacks its other half."""

import re
from collections.abc import Iterable, Iterator
from html.entities import html5

from ..read.markdown_parts import FILLED_IN

SUSPECT = r"""[<&«„'"\[\]*_`´‘~#\\]|^[-+•] |\{[{%]|--|\.\.\.|todo:|tbd|fixme|lorem ipsum"""
"""What most texts hold nothing of."""
_HTML = re.compile(r"</?[a-zA-Z][\w:-]*(?:\s[^<>]*)?/?>?|&(?:[a-zA-Z]{2,8}|#\d+|#x[0-9a-fA-F]+);")
_MARKDOWN = re.compile(
    r"""
    !?\[[^\[\]]*\](?:\([^)\s]*\)?|\[[^\]]*\])  # a link, which may have lost its last bracket
    | \[[^\[\]]+\((?:\#|https?:|[\w./-]+\.md)[^)\s]*\)? | \]\(
    | \[\[[^\[\]]*\]*
    | \*\*[^*]*(?:\*\*)? | (?<![\w*])\*[^\s*][^*]*\*
    | (?<!\w)__?[^\W_][^_]*__?(?!\w) | `[^`]+` | ~~
    | ^(?:\#{1,6}|[-+*•])\ (?=\S)
    """,
    re.VERBOSE,
)
_ADDRESS = re.compile(r"https?://[^\s<>()“”\"&]+|[\w.+'’-]+@[\w-]+(?:\.[\w-]+)+")
_CALL = re.compile(r"\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)")
_BACKSLASH = re.compile(r"\\[a-zA-Z'\"“”’]")
_LEFT = re.compile(r"\*\*|__|~~|`|\\(?:[a-zA-Z'\"“”’]|$)|(?<!\w)[*_](?=[^\W_])")
_UNWRITTEN = re.compile(r"\bTODO:|\b(?:TBD|FIXME)\b|\b[Ll]orem ipsum\b")
_ENTITY = re.compile(r"&([a-zA-Z]{2,8};)")
_STRAIGHT = re.compile(r"(?<![=\d])[\"']|(?<=\w)[`´‘](?=\w)")
_TYPEWRITTEN = re.compile(r"(?<=\w)--(?=\w)|(?<=\s)--(?=\s)|(?<!\.)\.{3}(?!\.)")
_PRINTED = {"--": "–", "...": "…"}
_COUNTED = re.compile(r"(?:^|[\s(])(?:\w{1,2}|[:;]-?)$")
"""What stands before a bracket that closes nothing: “a)”, “2)”, “:)”."""
_NAMED = re.compile("[“«].[”»]")
"""A sign that is told of, not used."""
_QUOTES = ("“”", "„“", "«»", "‘’", '""')
_WRITE = "write what is to stand there, or leave it out"
_TYPED = (
    (_UNWRITTEN, _WRITE),
    (_HTML, "write it without HTML"),
    (_MARKDOWN, "only pages are written in Markdown; write plain words here"),
    (_CALL, "only pages are filled in; write plain words, or in a message an example: Hi {Rosa}"),
    (_BACKSLASH, "leave it out"),
)
Sign = tuple[int, str, str]
"""Offset in the text, what is wrong, and what to write instead."""


def without_addresses(text: str) -> str:
    """Return a text with letters in place of each mail and web address, which nobody may spell in another way."""
    return _ADDRESS.sub(lambda match: "x" * len(match[0]), text)


def as_typed(text: str) -> Sign | None:
    """Return the first sign of a plain text that readers see as typed."""
    for pattern, instead in _TYPED:
        match = pattern.search(text)
        if match:
            return match.start(), _seen(match[0]), instead
    return None


def left_over(text: str) -> Sign | None:
    """Return the first sign that opens or closes nothing for the renderer of Markdown, or that marks what is yet to be written."""
    match = _LEFT.search(text) or _UNWRITTEN.search(text)
    if not match:
        return None
    if match.re is _UNWRITTEN:
        return match.start(), _seen(match[0]), _WRITE
    instead = "leave it out" if match[0][0] == "\\" else "close what it opens, or leave it out"
    return match.start(), _seen(match[0]), instead


def unknown_entities(body: str) -> Iterator[Sign]:
    """Yield each character reference of a page that no browser knows."""
    for match in _ENTITY.finditer(body):
        if match[1] not in html5:
            yield match.start(), _seen(match[0]), "write the sign itself"


def straight(text: str) -> Sign | None:
    """Return the first straight quote, or what stands for an apostrophe."""
    match = _STRAIGHT.search(text)
    if not match:
        return None
    at, mark = match.start(), match[0]
    if mark not in "'\"":
        return at, f"a {mark} for an apostrophe in “{_around(text, at)}”", "write ’"
    what = f"a straight {mark} in “{_around(text, at)}”"
    if mark == "'":
        return at, what, "write ’"
    # A text in quotes has lost the first of them.
    lost = text.endswith(mark) and text.count(mark) == 1
    instead = "put the same one before the text, or leave it out" if lost else "write “ or ”"
    return at, what, instead


def typewritten(text: str) -> Sign | None:
    """Return the first sign that stands for one of print: two hyphens for a dash, or three dots."""
    match = _TYPEWRITTEN.search(text)
    if not match:
        return None
    what = f"“{match[0]}” in “{_around(text, match.start())}”"
    return match.start(), what, f"write {_PRINTED[match[0]]}"


def halves(text: str, pairs: Iterable[str]) -> Iterator[Sign]:
    """Yield the first sign of each pair whose other half is missing."""
    for pair in pairs:
        # Most texts hold neither.
        holds = pair[0] in text or pair[1] in text
        at = _half_at(text, pair[0], pair[1]) if holds else None
        if at is None:
            continue
        there, lost, where, limit = pair[0], pair[1], "after", "ends"
        if text[at] == lost:
            there, lost, where, limit = lost, there, "before", "begins"
        what = f"a {there} without a {lost} {where} it in “{_around(text, at)}”"
        yield at, what, f"write {lost} where it {limit}, or leave {there} out"


def _half_at(text: str, first: str, second: str) -> int | None:
    opened: list[int] = []
    for match in re.finditer(f"[{re.escape(first + second)}]", text):
        at = match.start()
        if _NAMED.match(text, max(0, at - 1)):
            continue
        if match[0] == first:
            opened.append(at)
        elif opened:
            opened.pop()
        elif not (second == ")" and _COUNTED.search(text[:at])):
            return at
    return opened[0] if opened else None


def in_quotes(text: str) -> bool:
    """Whether a text stands in quotation marks as a whole."""
    whole = text.strip()
    around = whole[:1] + whole[-1:]
    return around in _QUOTES and not set(around) & set(whole[1:-1])


def _seen(sign: str) -> str:
    return f"readers see “{' '.join(sign.split())}” as typed"


def _around(text: str, at: int) -> str:
    """Return a sign with the words beside it."""
    return " ".join(text[max(0, at - 12) : at + 12].replace(FILLED_IN, "").split())

"""Messages of a PO file: the quoted text after each keyword, and each line that belongs to none.

Babel's own reader passes over broken lines, or joins them to the text before, and tells nobody (ADR 36).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import NamedTuple

from ..problems import Place, Problems
from .files import SourceFile

_KEYWORDS = ("msgctxt", "msgid", "msgstr")
"""In the order in which they stand."""
_AFTER = {"msgctxt": _KEYWORDS[1:], "msgid": _KEYWORDS[2:], "msgstr": ()}
_LINE = re.compile(rf'(?:({"|".join(_KEYWORDS)})\s*)?"([^"\\]*(?:\\.[^"\\]*)*)"')
_PLURAL = re.compile(r"msgid_plural\b|msgstr\[")
_ESCAPED = re.compile(r'\\([\\nrt"])')
_MEANT = {"n": "\n", "r": "\r", "t": "\t"}
_GONE = re.compile(r"^#~(?!\|)\s*")
"""Stands before each line of an obsolete message; `#~|` stands before what its text was earlier."""
_FUZZY = re.compile(r"#,.*\bfuzzy\b")
_OTHER_QUOTES = re.compile(r"^(?:[Mm]sg\w+ *)?[“”„«»‘’'][^\"]*$")
_NOT_OURS = re.compile(r"//|--|;|/\*|<!--|%")
"""What a note begins with in other files."""
_BEGUN = re.compile(r"\W*(msg[ _-]*\w+|\w+)['\"]?(?=\W|$)\s*[:=]*\s*(.*)", re.IGNORECASE)
_WITH_MORE = re.compile(r'("(?:[^"\\]|\\.)*")[^"]+')
_AROUND = re.compile(r"""^["',; ]+|(?<!\\)["',; ]+$|(?<!\\)\\$""")
_INNER = re.compile(r'(?<!\\)"')
_SHOWN, _LIKE = 60, 0.7
_QUOTED = '"…", with \\" for a quotation mark inside'
_FEW = 3
"""Up to this many broken lines get a problem each; more are counted in one."""
_NOTE = re.compile(r"#(?:\s+(.*))?$")
MAKE_IT = "let “translate” write the file, and change only what stands in quotes after msgstr"


@dataclass(kw_only=True, slots=True)
class Message:
    """A text with its translation."""

    texts: dict[str, str] = field(default_factory=dict)
    """What stands after each keyword."""
    line: int = 0
    """The line of its text, or else its first line."""
    fuzzy: bool = False
    notes: list[str] = field(default_factory=list)
    gone: bool = False
    """Whether it is obsolete."""
    fault: str = ""
    """What is wrong with the order of its keywords."""

    @property
    def context(self) -> str:
        return self.texts.get("msgctxt", "")

    @property
    def id(self) -> str:
        return self.texts.get("msgid", "")

    @property
    def string(self) -> str:
        return self.texts.get("msgstr", "")

    @property
    def is_whole(self) -> bool:
        return not self.lacking and not self.fault and bool(self.id or not self.context)

    @property
    def lacking(self) -> list[str]:
        return [one for one in _KEYWORDS[1:] if one not in self.texts]


class _Line(NamedTuple):
    number: int
    text: str
    part: re.Match[str] | None
    """Its keyword, if it has one, and the text in quotes; None for a comment."""


def messages(file: SourceFile, problems: Problems) -> list[Message]:
    """Return the messages of a file; note each line that is not PO syntax, and each incomplete message."""
    stripped = enumerate(map(str.strip, file.text.split("\n")), 1)
    lines = [_Line(at, line, _LINE.fullmatch(_GONE.sub("", line))) for at, line in stripped if line]
    wrong = [line for line in lines if not line.part and line.text[0] != "#"]
    numbers = {line.number for line in wrong}
    # Of a text that goes on in the next line, or of a plural, the first line is told.
    broken = [line for line in wrong if line.number - 1 not in numbers]
    if broken:
        _note_broken(file, broken, problems)
        return []  # without a broken line, whole messages may seem to be missing
    read = [_message(part) for part in _split(lines)]
    for one in read:
        if not one.is_whole and not one.gone:
            place = Place(path=file.path, line=one.line)
            lacking = f"a message without {' and '.join(one.lacking)}" if one.lacking else ""
            what = one.fault or lacking or "a message whose msgid is empty"
            problems.add(place, "file", what, MAKE_IT)
    return read


def _split(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    """Yield the lines of each message. The next one begins with a keyword that cannot follow in it, or with a comment.

    A comment such as “fuzzy” may stand inside a message, where somebody wrote it: it ends one that has its msgstr. So does
    an empty line; without one, keywords in another order are those of one message.
    """
    message: list[_Line] = []
    there: set[str] = set()
    last = -1
    for line in lines:
        keyword = line.part[1] if line.part else "msgstr"
        rank = _KEYWORDS.index(keyword) if keyword else len(_KEYWORDS)
        near = line.part and message and line.number == message[-1].number + 1
        if rank <= last and not (near and not {"msgid", "msgstr"} <= there):
            yield message
            message, there, last = [], set(), -1
        message.append(line)
        if line.part and keyword:
            there.add(keyword)
            last = max(last, rank)
    if last >= 0:
        yield message


def _message(lines: Iterable[_Line]) -> Message:
    message, keyword = Message(), ""
    for number, line, part in lines:
        keyword = (part[1] or keyword) if part else ""
        if not part:
            message.fuzzy = message.fuzzy or bool(_FUZZY.match(line))
            message.notes += [note[1] or "" for note in [_NOTE.match(line)] if note]
        elif keyword:
            if part[1] in message.texts:
                message.fault = f"{keyword} stands twice in a message"
            elif part[1] and not message.texts.keys().isdisjoint(_AFTER[keyword]):
                message.fault = f"{keyword} stands too late in a message"
            text = _ESCAPED.sub(lambda sign: _MEANT.get(sign[1], sign[1]), part[2])
            message.texts[keyword] = message.texts.get(keyword, "") + text
            message.gone = line.startswith("#~")
            message.line = number if part[1] == "msgid" else message.line or number
        else:
            return Message(line=number)  # a text without a keyword
    return message


def _note_broken(file: SourceFile, broken: Sequence[_Line], problems: Problems) -> None:
    """Note the first few lines that are not PO syntax one by one, and the number of the others."""
    for line in broken[:_FEW]:
        place = Place(path=file.path, line=line.number)
        problems.add(place, "file", *_fault_of(line.text))
    if len(broken) > _FEW:
        what = f"{len(broken) - _FEW} more lines from here on are no lines of a PO file"
        place = Place(path=file.path, line=broken[_FEW].number)
        instead = "mend those above first, or bring back an earlier version"
        problems.add(place, "file", what, instead)


def _fault_of(line: str) -> tuple[str, str]:
    if _PLURAL.match(line):
        return "no text here has a plural", "write one msgid and one msgstr"
    if _OTHER_QUOTES.search(line):
        instead = f'write "…", and in a word processor, turn off “smart quotes”; {MAKE_IT}'
        return "the quotation marks around a text are not straight", instead
    if begun := _NOT_OURS.match(line):
        return f"a note begins with {begun[0]}", "begin it with # and a space"
    keyword, rest = "", line
    if begun := _BEGUN.match(line):
        near = get_close_matches(begun[1].lower(), _KEYWORDS, n=1, cutoff=_LIKE)
        keyword, rest = (near[0], begun[2]) if near else ("", line)
    if not keyword and line[0] != '"' and line.find('"') != len(line) - 1:
        what = "this is no line of a PO file"
        return what, f"write # and a space before a note, and quotes around a text; {MAKE_IT}"
    more = _WITH_MORE.fullmatch(rest)
    inner = _AROUND.sub("", more[1] if more else rest)
    mended = f'"{_INNER.sub(chr(92) * 2 + chr(34), inner)}"'
    begins = line[: len(line) - len(rest)].strip()
    if begins != keyword:
        what = f"no line of a PO file begins with “{begins}”"
    elif more:
        what = f"“{rest[len(more[1]) :].strip()}” stands behind the text"
    elif _INNER.search(inner):
        what = "a quotation mark stands inside a text"
    else:
        what = "a quotation mark is missing, or both"
    return what, f"write {keyword} {mended if len(mended) < _SHOWN else _QUOTED}".replace("  ", " ")

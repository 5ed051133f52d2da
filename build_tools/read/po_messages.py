"""Messages of a PO file: the quoted text after each keyword, and each line that belongs to none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..problems import Place, Problems
from .files import SourceFile

_KEYWORDS = ("msgctxt", "msgid", "msgstr")
"""In the order in which they stand."""
_LINE = re.compile(rf'(?:({"|".join(_KEYWORDS)})\s*)?"([^"\\]*(?:\\.[^"\\]*)*)"')
_PLURAL = re.compile(r"msgid_plural\b|msgstr\[")
_ESCAPED = re.compile(r'\\([\\nrt"])')
_MEANT = {"n": "\n", "r": "\r", "t": "\t"}
_GONE = re.compile(r"#~(?!\|)\s*")
"""Before each line of a message that is not used any more; another sign tells what it was before that."""
_FUZZY = re.compile(r"#,.*\bfuzzy\b")
_OTHER_QUOTES = re.compile(r"^(?:[Mm]sg\w+ *)?[“”„«»‘’'][^\"]*$")
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
    """Whether it is not used any more."""

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
    def string_is_there(self) -> bool:
        return "msgstr" in self.texts

    @property
    def is_whole(self) -> bool:
        return {"msgid", "msgstr"} <= self.texts.keys() and bool(self.id or not self.context)

    def is_past(self, keyword: str) -> bool:
        """Whether a keyword begins the next message."""
        return any(one in self.texts for one in _KEYWORDS[_KEYWORDS.index(keyword) :])


def messages(file: SourceFile, problems: Problems) -> list[Message]:
    """Return the messages of a file; note each line that is none of a PO file, and each message that is not whole."""
    before = len(problems.errors)
    lines = list(_lines(file, problems))
    if len(problems.errors) > before:
        return []  # without a broken line, whole messages may seem to be missing
    read: list[Message] = []
    at, last = Message(), ""
    for number, line in lines:
        part = _LINE.fullmatch(_GONE.sub("", line))
        # A comment such as “fuzzy” may stand inside a message, where somebody wrote it.
        ended = bool(part[1]) and at.is_past(part[1]) if part else at.string_is_there
        if ended:
            read.append(at)
            at = Message()
        last = (part[1] or last) if part else ""
        if not part:
            at.fuzzy = at.fuzzy or bool(_FUZZY.match(line))
            at.notes += [note[1] or "" for note in [_NOTE.match(line)] if note]
        elif last:
            at.texts[last] = at.texts.get(last, "") + _ESCAPED.sub(_unescaped, part[2])
            at.gone = line.startswith("#~")
            at.line = number if part[1] == "msgid" else at.line or number
        else:
            _note_part(file, number, problems)
    read += [at] if at.texts else []
    for one in read:
        if not one.is_whole and not one.gone:
            _note_part(file, one.line, problems)
    return read


def _lines(file: SourceFile, problems: Problems) -> Iterator[tuple[int, str]]:
    """Yield each line that says something with its number, after noting the others."""
    broken: list[int] = []
    for number, line in enumerate(map(str.strip, file.text.split("\n")), 1):
        if not line or line[0] == "#" or _LINE.fullmatch(line):
            if line:
                yield number, line
            continue
        broken.append(number)
        if _PLURAL.match(line):
            what, instead = "no text here has a plural", "write one msgid and one msgstr"
        elif _OTHER_QUOTES.search(line):
            what = "the quotation marks around a text are not straight"
            instead = f'write "…", and in a word processor, turn off “smart quotes”; {MAKE_IT}'
        else:
            what = "this is no line of a PO file, or a quotation mark is missing or too many"
            instead = f'write \\" for a quotation mark inside a text; {MAKE_IT}'
        if len(broken) <= _FEW:
            problems.add(Place(path=file.path, line=number), "file", what, instead)
    if len(broken) > _FEW:
        what = f"{len(broken) - _FEW} more lines from here on are no lines of a PO file"
        place = Place(path=file.path, line=broken[_FEW])
        instead = "mend those above first, or bring back an earlier version"
        problems.add(place, "file", what, instead)


def _note_part(file: SourceFile, line: int, problems: Problems) -> None:
    place = Place(path=file.path, line=line)
    problems.add(place, "file", "a message is not whole", MAKE_IT)


def _unescaped(sign: re.Match[str]) -> str:
    return _MEANT.get(sign[1], sign[1])

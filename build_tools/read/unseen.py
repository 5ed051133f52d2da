"""Characters that nobody sees or means: what is read without them, what is refused, and the marks of a merge."""

import re
import unicodedata

from ..problems import Place, Problems
from .misread import BEGINS, misread

UNSEEN = "\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u206a-\u206f\u3000\u3164\ufeff\uffa0"
"""For a class of a pattern: blanks other than the plain one, and signs without a width."""
_JOINED = "\ufb00-\ufb06\U0001d400-\U0001d7ff"
"""Letters in one sign, as PDFs have them, and those of mathematics, as posts have them that are set in bold."""
_COPIED = re.compile(rf"[{UNSEEN}{_JOINED}]")
_LETTER = r"[^\W\d_]"
_MENDED = re.compile(
    rf"""
    ^[ \t]*(?:-\ *)*(?:[\w-]+:|[*+\#]+|\d+\.)?(?:(?!\ufeff)[{UNSEEN}])+  # where structure is meant: told by itself
    | (?P<nothing>[\u00ad\u034f\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff]
        | (?<={_LETTER})[\u061c\u200c-\u200f](?=[a-zA-Z]) | (?<=[a-zA-Z])[\u061c\u200c-\u200f](?={_LETTER}))
    | (?P<letters>[{_JOINED}])
    | (?<={_LETTER})(?P<space>[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])(?={_LETTER})
    """,
    re.MULTILINE | re.VERBOSE,
)
"""What word processors and pages put into texts that are copied from them.

Joiners and marks of direction stay where a script may need them, and blanks beside numbers and signs, as in « oui ».
"""
_HARMFUL = re.compile(
    "(?P<merged>#-#-#-#-#)|[\u2066-\u2068][^\u2066-\u2069\n]*\u2069|[\u202a\u202b][^\u202a-\u202e\n]*\u202c"
    "|(?P<turns>[\u202a-\u202e\u2066-\u2069])|(?P<lost>\ufffd)|(?P<blank>[\u115f\u1160\u2800\u3164\uffa0])"
    "|(?P<font>[\ue000-\uf8ff\U000f0000-\U0010ffff])"
    "|(?P<unseen>[\ufff9-\ufffc\U000e0000-\U000e001f]|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0020-\U000e007f])"
)
"""What no text may hold; a turn that ends again may stand, and so may the letters of a flag."""
_SUSPECT = re.compile(
    f"#-#|[{BEGINS}]|"
    "[\u115f\u1160\u202a-\u202e\u2066-\u2069\u2800\u3164\ue000-\uf8ff\uffa0\ufff9-\ufffd\U000e0000-\U0010ffff]"
)
_HARMS = {
    "merged": ("{} is a mark of two translations that were merged", "keep one of them"),
    "turns": ("{} turns around what comes after it", "delete it"),
    "lost": ("{} stands for a letter that was lost", "type the letter anew"),
    "blank": (
        "here stands {}, which looks like nothing or like a space",
        "replace it with a plain space",
    ),
    "font": (
        "{} is a sign of one font, which readers do not have",
        "write a sign that all fonts have",
    ),
    "unseen": ("here stands {}, which nobody sees", "delete it"),
}
_NAMES = {"\u00a0": "a no-break space", "\ufeff": "a byte order mark"}
_MARK = re.compile(r"^(?:<{7}|>{7}|\|{7})(?:[ \t].*)?\r?$|^={7}\r?$", re.MULTILINE)
# What YAML lets in through escapes, and XML takes nowhere or not as it is.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_CHOOSE = "keep one version, and delete the lines with <<<<<<<, ======= and >>>>>>>"
"""What to do about the marks of a merge."""
Sign = tuple[int, str, str]
"""Offset in the text, what is wrong, and what to do."""
_BEGINS, _ENDS = "<", ">"


def no_blank(sign: str) -> tuple[str, str]:
    """Return what is wrong with a sign that nobody sees where a blank is meant, and what to do."""
    name = _NAMES.get(sign) or f"“{unicodedata.name(sign, 'a sign without a name').lower()}”"
    what = f"here stands U+{ord(sign):04X}, {name}, which looks like nothing or like a space"
    return what, "replace it with a plain space"


def _called(sign: str) -> str:
    return f"U+{ord(sign):04X} ({unicodedata.name(sign, 'which has no name').lower()})"


def unfit(text: str) -> Sign | None:
    """Return the first sign that no text of a record may hold."""
    control = _CONTROL.search(text)
    if not control:
        return harm(text)
    if control[0] == "\t":
        return control.start(), "the text holds a tab", "write a space"
    what = f"the text holds a character that nobody can see (U+{ord(control[0]):04X})"
    return control.start(), what, "delete it"


def harm(text: str) -> Sign | None:
    """Return the first sign that no text may hold: where it stands, what is wrong, and what to do."""
    if _SUSPECT.search(text):
        for match in _HARMFUL.finditer(text):
            if match.lastgroup:
                what, instead = _HARMS[match.lastgroup]
                sign = _called(match[0]) if len(match[0]) == 1 else f"“{match[0]}”"
                return match.start(), what.format(sign), instead
        return misread(text)
    return None


def mended(text: str) -> tuple[str, list[tuple[int, str]]]:
    """Return a text without what was copied along and nobody sees, and each of that: where it stood, and its name.

    A letter with its accent beside it, as macOS writes some, becomes the one that has it, and letters in one sign,
    as PDFs have them, or in bold of mathematics become those letters.
    """
    found: list[tuple[int, str]] = []

    def mend(match: re.Match[str]) -> str:
        if not match.lastgroup:
            return match[0]
        if match.lastgroup == "letters":
            return unicodedata.normalize("NFKC", match[0])
        found.append((match.start(), _called(match[0])))
        return " " if match.lastgroup == "space" else ""

    if _COPIED.search(text):
        text = _MENDED.sub(mend, text)
    return unicodedata.normalize("NFC", text), found


def note_merge_marks(path: str, text: str, problems: Problems) -> bool:
    """Note each mark of a merge in which nobody chose between two versions; return whether there is one."""
    before, inside = len(problems.errors), False
    for mark in _MARK.finditer(text):
        sign = mark[0][0]
        if sign == _BEGINS or not inside:
            what = f"“{mark[0].strip()}” is a mark of two versions that were merged"
            problems.add(Place.after(path, text[: mark.start()]), "file", what, _CHOOSE)
        inside = sign == _BEGINS or (inside and sign != _ENDS)
    return len(problems.errors) > before

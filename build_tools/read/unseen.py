"""Characters that nobody sees or means: other spaces, those without a width, and the marks of a merge."""

import re
import unicodedata
from collections.abc import Iterator

from ..problems import Place

UNSEEN = "\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u206a-\u206f\u3000\u3164\ufeff\uffa0"
"""For a class of a pattern: blanks other than the plain one, and signs without a width."""
_NAMES = {"\u00a0": "a no-break space", "\ufeff": "a byte order mark"}
_MARK = re.compile(r"^(?:<{7}|>{7}|\|{7})(?:[ \t].*)?\r?$|^={7}\r?$", re.MULTILINE)
_BEGINS, _ENDS = "<", ">"


def named(sign: str) -> str:
    """Return what to call a sign that nobody sees."""
    name = _NAMES.get(sign) or f"“{unicodedata.name(sign, 'a sign without a name').lower()}”"
    return f"U+{ord(sign):04X}, {name}, which looks like nothing or like a space"


def merge_marks(path: str, text: str) -> Iterator[tuple[Place, str]]:
    """Yield where two versions of a file were merged and nobody chose, with the mark that says so."""
    inside = False
    for mark in _MARK.finditer(text):
        sign = mark[0][0]
        if sign == _BEGINS or not inside:
            yield Place.after(path, text[: mark.start()]), mark[0].strip()
        inside = sign == _BEGINS or (inside and sign != _ENDS)

"""Misread letters: what programs make of é and its like when they read UTF-8 as the encoding of old Windows or macOS."""

import re

from ..problems import Place, Problems

_LETTERS = "áéíóúñüçàèìòùâêîôûäöëïãõåæøßœÁÉÍÓÚÑÜÇÀÈÄÖØ"
_SIGNS = "¿¡«»‘’“”–—…•€ªº°·"
_OTHERWISE_MEANT = "√π"
"""No misread ù of macOS, but a formula."""


def _misread() -> dict[str, str]:
    """Return what programs read in place of each letter and sign; of ”, Windows reads only a part."""
    made: dict[str, str] = {}
    for encoding in ("cp1252", "mac_roman"):
        for sign in _LETTERS + _SIGNS:
            made.setdefault(sign.encode().decode(encoding, "ignore"), sign)
    return {read: sign for read, sign in made.items() if len(read) > 1 and read != _OTHERWISE_MEANT}


_MEANT = _misread()
_MISREAD = re.compile("|".join(map(re.escape, sorted(_MEANT, key=len, reverse=True))))
BEGINS = "".join(sorted({read[0] for read in _MEANT}))
"""For a class of a pattern: with what each of them begins."""
_MANY = 6
"""From so many letters on, it is the whole file that was misread as it was saved."""
_EARLIER = "bring back an earlier version, and save it as UTF-8"


def note_misread_file(path: str, text: str, problems: Problems, instead: str = _EARLIER) -> bool:
    """Note a file with many misread letters, and return whether it is one; a few are told where each of them stands."""
    found = list(_MISREAD.finditer(text))
    if len(found) < _MANY:
        return False
    read = found[0][0]
    what = f"a program took it for a file of another encoding, as in “{read}” for {_MEANT[read]}, and in {len(found) - 1} more places"
    problems.add(Place.after(path, text[: found[0].start()]), "file", what, instead)
    return True


def misread(text: str) -> tuple[int, str, str] | None:
    """Return the first letter that was misread: where it stands, what is wrong, and what to do."""
    match = _MISREAD.search(text)
    if not match:
        return None
    sign = _MEANT[match[0]]
    what = f"“{match[0]}” is what a program made of {sign}, as it took the file for one of another encoding"
    return match.start(), what, f"write {sign}, and look for more of that"

"""Identifiers for other formats, made of slugs alone, so that they never change."""

import hashlib
import re

_LONGEST = 32
"""What QTI and its engines take; in QTI 2.1 a period parts an item from its variable, so none may stand in a name."""
_STEP, _MARK = "--", "---"
"""What stands for a slash, and what parts a slug from the rest: no slug holds either.

None of them is an underscore, at which Chamilo takes identifiers of answers apart: chamilo/chamilo-lms,
main/exercise/export/exercise_import.inc.php.
"""
_DIGITS = 8
_WORDS = "[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*"
_FITS = re.compile(f"(?![0-9]){_WORDS}(?:/{_WORDS})*")


def identifier(slug: str, of: str = "") -> str:
    """Return a name of letters, digits and - for a slug, which no other slug has; `of` says which part of its record is meant.

    The slug stays readable in it. One that is too long, or holds other signs, is cut, and a hash of it stands at the end.
    """
    part = f"{_MARK}{of}" if of else ""
    return _short(slug, _LONGEST - len(part)) + part


def _short(slug: str, room: int) -> str:
    name = slug.replace("/", _STEP)
    if _FITS.fullmatch(slug) and len(name) <= room:
        return name
    digest = hashlib.sha256(slug.encode()).hexdigest()[:_DIGITS]
    readable = re.sub("[^A-Za-z0-9]+", "-", slug).strip("-")
    begun = readable if readable[:1].isalpha() else f"x{readable}"
    return f"{begun[: room - len(_MARK) - _DIGITS].rstrip('-')}{_MARK}{digest}"


def number(*slugs: str) -> str:
    """Return nine digits that stand for these slugs.

    Canvas reads meaning into identifiers of answers (“wrong”, “_all”, any digits in them), so they
    are numbers, as in its own files: instructure/canvas-lms,
    gems/plugins/qti_exporter/lib/qti/assessment_item_converter.rb and associate_interaction.rb.
    """
    digest = hashlib.sha256("\x00".join(slugs).encode()).digest()
    return str(int.from_bytes(digest[:8], "big") % 900_000_000 + 100_000_000)

"""Slugs as other formats allow them; each is made only of slugs, so that it never moves."""

import hashlib
import re

_LONGEST = 32
"""What QTI and its engines take; in QTI 2.1 a period parts an item from its variable, so none may stand in a name."""
_MARK = "__"
"""No slug holds it, so a name that does is no slug that fits."""
_DIGITS = 8


def identifier(slug: str, of: str = "") -> str:
    """Return a slug as a name of letters, digits, - and _, which no other slug has; `of` tells what of it is named.

    A slug stays readable where it fits. Where it does not, a hash of it is at the end.
    """
    part = f"{_MARK}{of}" if of else ""
    return _short(slug, _LONGEST - len(part)) + part


def _short(slug: str, room: int) -> str:
    readable = re.sub("[^A-Za-z0-9-]", "_", slug)
    name = readable if readable[:1].isalpha() else f"_{readable}"
    known = "_" not in slug and slug.replace("/", "_") == readable
    if known and _MARK not in name and len(name) <= room:
        return name
    digest = hashlib.sha256(slug.encode()).hexdigest()[:_DIGITS]
    kept = name.replace(_MARK, "_")[: room - len(_MARK) - _DIGITS].rstrip("-_")
    return f"{kept or 'x'}{_MARK}{digest}"


def number(*slugs: str) -> str:
    """Return nine digits that stand for these slugs.

    Canvas reads meaning into identifiers of answers (“wrong”, “_all”, any digits in them), so they
    are numbers, as in its own files: instructure/canvas-lms,
    gems/plugins/qti_exporter/lib/qti/assessment_item_converter.rb and associate_interaction.rb.
    """
    digest = hashlib.sha256("\x00".join(slugs).encode()).digest()
    return str(int.from_bytes(digest[:8], "big") % 900_000_000 + 100_000_000)

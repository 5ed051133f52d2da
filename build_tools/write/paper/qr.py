"""QR codes of addresses, as SVG for sheets of paper."""

from functools import cache
from importlib import import_module
from typing import Any

from markupsafe import Markup

_CORRECTION = "m"
"""Error correction: 15 percent of the code may be unreadable. More would make the squares smaller, which copy worse."""


def qr_code(address: str, *, named: bool = True) -> Markup:
    """Return the QR code of an address as SVG; `named` gives it the address as its accessible name, unless that stands beside it."""
    title = address if named else None
    return Markup(_code(address).svg_inline(title=title, omitsize=True))  # noqa: S704 - segno escapes it


@cache  # a page and its sheet name one address, and what takes time is to choose the pattern
def _code(address: str) -> Any:
    # Imported here because it loads slowly, and most commands draw no code.
    return import_module("segno").make_qr(address, error=_CORRECTION)

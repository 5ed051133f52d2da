"""Addresses as pictures that phones read."""

from functools import cache
from importlib import import_module
from typing import Any

from markupsafe import Markup

_CORRECTION = "m"
"""How much of a bad copy can be lost: 15 percent. More makes finer squares, which copy worse."""


def qr_code(address: str, *, named: bool = True) -> Markup:
    """Return an address as SVG, with the address as its name for those who hear it, where that is not said beside it."""
    title = address if named else None
    return Markup(_code(address).svg_inline(title=title, omitsize=True))  # noqa: S704 - segno escapes it


@cache  # a page and its sheet name one address, and what takes time is to choose the pattern
def _code(address: str) -> Any:
    # Only here: most commands draw none, and it takes long to load.
    return import_module("segno").make_qr(address, error=_CORRECTION)

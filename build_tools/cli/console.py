"""What a console cannot show: plain characters in its place, and never the end of a command."""

import codecs
import io
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

_NAME = "plainer"
_PLAIN: Mapping[str, str] = {
    "…": "...",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "–": "-",
    "—": "-",
    "×": "x",
}


def write_plainer() -> None:
    """Let standard output and errors show what their encoding lacks in other characters, or as a code."""
    codecs.register_error(_NAME, _plainer)
    # Programs that start others may leave them none at all.
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_NAME)


def _nowhere() -> TextIO:
    """Return a console that nobody reads."""
    return Path(os.devnull).open("w", encoding="utf-8")


def _plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    plainer = "".join(_PLAIN.get(one, one) for one in lacking)
    return plainer.encode("ascii", "backslashreplace").decode("ascii"), error.end

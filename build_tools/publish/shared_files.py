"""Files that a language of a site shares with the guide: kept once, at the root, so that whoever changes the language fetches none again."""

import os
import posixpath
import re
from collections.abc import Collection
from contextlib import suppress
from functools import partial
from pathlib import Path
from urllib.parse import urljoin

from .lasting import ANYWHERE, ENDS

_FOLDER = "assets"
_REFERENCE = re.compile(rf"""(?<=["'(])[^"'()\s?#]+{ENDS}(?=["')?#])""")
"""In a tag, in what the theme’s script is told, or in a style sheet."""


def share_files(site: Path, folder: str, address: str) -> None:
    """Delete from the folder of a language what is the same at the root of its site, and lead its pages and styles there.

    `address` is where the site will be, or “”.
    """
    own = site / folder
    files = [path for path in (own / _FOLDER).rglob("*") if path.is_file()]
    shared = {path.relative_to(own).as_posix(): path for path in files if _is_same(path, site, own)}
    for path in shared.values():
        path.unlink()
        with suppress(OSError):  # others are there still
            os.removedirs(path.parent)
    for path in (*own.glob("*.html"), *(own / _FOLDER).rglob("*.css")):
        place = path.relative_to(site).as_posix()
        led = partial(_led, place, f"{folder}/", address or ANYWHERE, shared)
        path.write_text(_REFERENCE.sub(led, path.read_text("utf-8")), encoding="utf-8")


def _is_same(path: Path, site: Path, own: Path) -> bool:
    other = site / path.relative_to(own)
    return other.is_file() and path.read_bytes() == other.read_bytes()


def _led(place: str, folder: str, base: str, shared: Collection[str], found: re.Match[str]) -> str:
    """Return a reference of the file at this place, to the root of the site if that has what it leads to."""
    reference = found[0]
    file = urljoin(base + place, reference).removeprefix(base + folder)
    if file not in shared:
        return reference
    if reference.startswith(("/", base)):
        return reference.removesuffix(folder + file) + file
    return posixpath.relpath(file, posixpath.dirname(place))

"""Names that hold a hash of the content: a file that changes has another name, so no page meets one of another build."""

import hashlib
import posixpath
import re
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin

_FOLDERS = ("assets", "search")
_SUFFIXES = frozenset({".css", ".js", ".png", ".svg", ".woff2"})
_NAMED = re.compile(r"\.[0-9a-f]{8}\.")
"""A name of the theme’s, which holds a hash already."""
ENDS = rf"(?:{'|'.join(map(re.escape, sorted(_SUFFIXES)))})"
# Most references lead to pages, whose names never change.
_ATTRIBUTE = re.compile(rf'(\s(?:href|src|content|data-[a-z]+)=")([^"?#]+{ENDS})((?:[?#][^"]*)?")')
_URL = re.compile(rf"""(url\(\s*["']?)([^"'?#)]+{ENDS})((?:[?#][^"')]*)?["']?\s*\))""")
ANYWHERE = "https://site.invalid/"
"""Stands for the address of a site that has none."""


def lasting_names(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the new path of each file by its old one; a style sheet’s name holds what it loads as well.

    Scripts load nothing by themselves: what they need is named in the tag that loads them.
    """
    loaded = {path: data for path, data in files.items() if not path.endswith(".css")}
    names = {path: _named(path, data) for path, data in loaded.items()}
    for path in sorted(files.keys() - loaded.keys()):
        names[path] = _named(path, _renamed_in_style(path, files[path].decode(), names).encode())
    return names


def give_lasting_names(site: Path, address: str) -> None:
    """Rename what the pages of a built site load, and tell the pages; `address` is where the site will be, or “”."""
    paths = [path for folder in _FOLDERS for path in (site / folder).rglob("*") if _is_ours(path)]
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(paths)}
    names = lasting_names(files)
    for old, new in names.items():
        text = _renamed_in_style(old, files[old].decode(), names) if old.endswith(".css") else None
        (site / old).rename(site / new)
        if text is not None:
            (site / new).write_text(text, encoding="utf-8")
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        renamed = _renamed_in_page(page.relative_to(site).as_posix(), text, names, address)
        if renamed != text:
            page.write_text(renamed, encoding="utf-8")


def _is_ours(path: Path) -> bool:
    return path.is_file() and path.suffix in _SUFFIXES and not _NAMED.search(path.name)


def _named(path: str, data: bytes) -> str:
    whole = PurePosixPath(path)
    return str(
        whole.with_name(f"{whole.stem}.{hashlib.sha256(data).hexdigest()[:8]}{whole.suffix}")
    )


def _renamed_in_style(path: str, text: str, names: Mapping[str, str]) -> str:
    folder = posixpath.dirname(path)
    return _renamed(_URL, text, names, lambda one: posixpath.normpath(posixpath.join(folder, one)))


def _renamed_in_page(path: str, text: str, names: Mapping[str, str], address: str) -> str:
    base = address or ANYWHERE
    page = base + path
    return _renamed(_ATTRIBUTE, text, names, lambda one: urljoin(page, one).removeprefix(base))


def _renamed(
    pattern: re.Pattern[str], text: str, names: Mapping[str, str], find: Callable[[str], str]
) -> str:
    """Return text with each reference to a renamed file changed at its end; `find` makes a path of a reference."""

    def renamed(match: re.Match[str]) -> str:
        before, reference, after = match.groups()
        path = find(reference)
        if path not in names:
            return match[0]
        folder = reference.removesuffix(posixpath.basename(reference))
        return f"{before}{folder}{posixpath.basename(names[path])}{after}"

    return pattern.sub(renamed, text)

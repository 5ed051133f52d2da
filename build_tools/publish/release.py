"""Files to take away: the whole site in one archive, and the checksums of everything below `downloads/`."""

import hashlib
import os
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..model.language import Language
from ..problems import BuildError
from ..show.addresses import DOWNLOADS_FOLDER
from ..show.writing import Writing
from ..write.archive import archive_of

SUMS = "SHA256SUMS"
_ONLINE = re.compile(
    r'<p class="ra-offline".*?</p>\s*|<link rel="preload"[^>]*as="font"[^>]*>\s*', re.DOTALL
)
"""What only published pages hold: the offer of the archive, with places for its address and size, and the font asked for early, which browsers refuse in pages opened from a disk."""
_ARCHIVE = "%archive%"
_SIZE = "%size%"
_LANGUAGE = re.compile(r"<html lang=\"?([\w-]+)")
_LONGEST = 100
"""The longest path in the archive: Windows opens up to 260 characters, and the folder it is unpacked into needs the rest."""
_REFUSED = re.compile(
    r"[<>:\"|?*\\\x00-\x1f]|[. ](?:/|$)|(?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:[./]|$)",
    re.IGNORECASE,
)
"""Names that Windows does not take. Source: Microsoft Learn, “Naming Files, Paths, and Namespaces”."""


def read_version(root: Path) -> str:
    """Return the version of the project, from the one place that says it."""
    try:
        project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
        return str(project["project"]["version"])
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise BuildError(f"pyproject.toml names no version ({error})") from error


def require_changes(root: Path, version: str) -> None:
    """Raise `BuildError` unless the changelog tells of this version, and of nothing later.

    Two builds of one version with other content would be two archives of one name.
    """
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[(\d[^\]]*)\]", text, re.MULTILINE)
    if newest and newest[1] != version:
        what = f"CHANGELOG.md tells of {newest[1]}, and pyproject.toml says {version}"
        raise BuildError(f"{what}; let both name the version that is to be released")
    if not _entries(text, rf"\[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d"):
        what = f"CHANGELOG.md has no section “## [{version}] - date” with entries"
        raise BuildError(f"{what}; move what is under Unreleased there")
    if _entries(text, r"\[Unreleased\]"):
        what = "CHANGELOG.md has entries under Unreleased"
        raise BuildError(f"{what}; move them to a section, and raise the version in pyproject.toml")


def _entries(changelog: str, heading: str) -> bool:
    """Return whether the section with this heading lists anything."""
    section = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    return section is not None and "\n- " in section[1]


def write_downloads(site: Path, version: str, made: str = "") -> list[Path]:
    """Write the archive of a site and the checksums into it, and return the files that can be taken away.

    The archive holds all that is in the site by now, and says when that was `made`; so whatever makes other files comes before.
    Pages that offer it say how large it is; in the archive itself they do not offer it, and fetch nothing ahead.
    """
    folder = site / DOWNLOADS_FOLDER
    folder.mkdir(exist_ok=True)
    archive = folder / f"right-ask-{version}-offline.zip"
    _write_archive(site, archive, made)
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        if _ONLINE.search(text):
            page.write_text(_offering(text, archive, page), encoding="utf-8")
    for other in site.glob(f"*/{DOWNLOADS_FOLDER}"):
        _sum_up(other)
    return _sum_up(folder)


def _offering(text: str, archive: Path, page: Path) -> str:
    """Return the text of a page with the path to the archive, and its size as the language of the page writes numbers."""
    way = Path(os.path.relpath(archive, page.parent)).as_posix()
    (tag,) = _LANGUAGE.findall(text)
    size = Writing(language=Language(tag=tag)).number(f"{archive.stat().st_size / 1e6:.1f}")
    return _ONLINE.sub(lambda offer: offer[0].replace(_ARCHIVE, way).replace(_SIZE, size), text)


def _sum_up(folder: Path) -> list[Path]:
    """Write the checksums of all files in a folder beside them, and return the files."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    sums = ((hashlib.sha256(path.read_bytes()).hexdigest(), path) for path in files)
    lines = (f"{sum_}  {path.relative_to(folder).as_posix()}\n" for sum_, path in sums)
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")
    return files


def _write_archive(site: Path, target: Path, made: str) -> None:
    """Write all that is in a site into one archive, in one folder."""
    folder = target.stem
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    refused = next(_refused([f"{folder}/{path}" for path in paths]), None)
    if refused:
        raise BuildError(refused)
    members = {f"{folder}/{path}": _offline(site / path) for path in paths}
    target.write_bytes(archive_of(members, made))


def _offline(path: Path) -> bytes:
    """Return a file of the site as the archive holds it: a page without what serves only where it is published."""
    data = path.read_bytes()
    return _ONLINE.sub("", data.decode()).encode() if path.suffix == ".html" else data


def _refused(paths: Sequence[str]) -> Iterator[str]:
    """Yield what would keep an archive from being unpacked on some machine."""
    folded: dict[str, str] = {}
    for path in paths:
        if len(path) >= _LONGEST:
            yield f"{path} has {len(path)} characters, and Windows may not open it; shorten the id"
        if _REFUSED.search(path):
            yield f"{path} is a name that Windows refuses; choose another id"
        other = folded.setdefault(path.casefold(), path)
        if other != path:
            yield f"{other} and {path} are one file on Windows; choose another id"

"""When the content was last changed, which a site, its sheets and its sitemap name as their day."""

import gzip
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..problems import BuildError
from ..read.settings import EPOCH
from .history import KNOWN, run_git

_DAY = re.compile(r"\s*<lastmod>[^<]*</lastmod>")


@dataclass(frozen=True, kw_only=True, slots=True)
class LastCommit:
    """Seconds since 1970 in digits, or “” and why nobody knows."""

    seconds: str = ""
    unknown: str = ""


def last_commit(root: Path) -> LastCommit:
    """Return when the project last changed, as git has it."""
    if shutil.which("git") is None:
        return LastCommit(unknown="git is not installed")
    for arguments in (["ls-files", "--error-unmatch", KNOWN], ["log", "-1", "--format=%ct"]):
        done = run_git(arguments, root)
        if done.returncode != 0:
            said = done.stderr.strip().splitlines() or [f"git ended with {done.returncode}"]
            return LastCommit(unknown=said[0].split(": ", 1)[-1])
    return LastCommit(seconds=done.stdout.strip())


def undated(root: Path, environment: Mapping[str, str]) -> str:
    """Return why a build has no date, or “” where it has one."""
    return "" if environment.get(EPOCH, "").strip() else last_commit(root).unknown


def require_date(root: Path, environment: Mapping[str, str]) -> None:
    """Raise `BuildError` if the date of the last change is not known: two builds of one release would then differ."""
    why = undated(root, environment)
    if why:
        raise BuildError(f"no date: {why}; set {EPOCH} to seconds since 1970, or build in a clone")


def date_sitemap(site: Path, *, dated: bool) -> None:
    """Leave out of the sitemap the day of a build that has none, where MkDocs writes today, and its time from the packed one."""
    sitemap = site / "sitemap.xml"
    if sitemap.is_file() and not dated:
        sitemap.write_text(_DAY.sub("", sitemap.read_text("utf-8")), "utf-8")
        packed = gzip.compress(sitemap.read_bytes(), mtime=0)
        (site / "sitemap.xml.gz").write_bytes(packed)

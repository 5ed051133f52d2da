"""Build the site beside the published one, and swap them only when it is whole."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from ..generate import DOCS
from ..problems import BuildError, Problems
from ..read import edition_of
from ..read.settings import DOWNLOADS, EPOCH, PAPER, SITE_URL, read_settings
from ..write.files import require_writable
from .dates import date_sitemap, last_commit
from .lasting import give_lasting_names
from .policy import CLOSED, REFERRER, protect
from .styles import gather_styles
from .swap import clear, require_place, swap

SITE = "site"
_NEW = ".build/site.new"
_OLD = ".build/site.old"
_POLICY = {"RIGHT_ASK_POLICY": CLOSED, "RIGHT_ASK_REFERRER": REFERRER}
"""What makes each page keep a place for its policy; see mkdocs.yml."""


def publish(
    root: Path,
    finish: Callable[[Path], None] | None = None,
    *,
    downloads: bool = False,
    paper: bool = False,
) -> Path:
    """Build strictly and return the site's folder; raise `BuildError` with the old site in place.

    `finish` adds to the new site once its pages are as they will be. With `downloads` the site
    offers the quizzes as files, and itself in one archive, which `finish` then has to write; with
    `paper` it offers sheets to print.
    """
    new, old, site = root / _NEW, root / _OLD, root / SITE
    offered = {DOWNLOADS: "1" if downloads else "", PAPER: "1" if paper else ""}
    environment = mkdocs_environment(root) | _POLICY | offered
    _make_room(root, site, new, old)
    # Never with the quiet flag, which switches strict off.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(new)]
    done = subprocess.run(command, cwd=root, check=False, env=environment)  # noqa: S603
    try:
        if done.returncode != 0 or not (new / "index.html").is_file():
            clear(new)
            raise BuildError(f"MkDocs stopped; {SITE}/ is as it was")
        _drop_unused(new, keep_sitemap=SITE_URL in environment)
        date_sitemap(new, dated=EPOCH in environment)
        gather_styles(new)
        give_lasting_names(new, environment.get(SITE_URL, ""))
        protect(new)
        if finish:
            finish(new)
        swap(site, new, old)
    except OSError as error:
        raise BuildError(f"{error}; {SITE}/ is as it was") from error
    return site


def mkdocs_environment(root: Path) -> dict[str, str]:
    """Return the environment for MkDocs: the same bytes for the same commit, and addresses as they were meant.

    Raises `ContentError` where a setting is wrong. What is not set, or not known, is not there.
    """
    problems = Problems()
    settings = read_settings(os.environ, problems)
    problems.raise_any()
    meant = settings.of(edition_of(root, settings.edition)).meant
    found = {name: value for name, value in os.environ.items() if name not in meant}
    found |= {name: value for name, value in meant.items() if value}
    seconds = found.pop(EPOCH, "").strip() or last_commit(root).seconds
    if seconds:
        found[EPOCH] = seconds
    # A console that lacks a character must not end a build.
    encoding = found.get("PYTHONIOENCODING", "").partition(":")[0]
    found["PYTHONIOENCODING"] = f"{encoding}:backslashreplace"
    found.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme speaks to maintainers, not to authors
    return found


def _make_room(root: Path, site: Path, new: Path, old: Path) -> None:
    """Clear what an earlier build left, before anything else is done."""
    require_place(site)
    require_writable(root / DOCS)  # MkDocs asks for it before our hook is asked
    try:
        clear(new)
        clear(old)
    except OSError as error:
        raise BuildError(f"{error}; remove it, then build again. {SITE}/ is as it was") from error


def _drop_unused(site: Path, *, keep_sitemap: bool) -> None:
    """Delete what nobody fetches: source maps, other search languages, an empty sitemap, an index that is there twice."""
    empty = () if keep_sitemap else site.glob("sitemap.xml*")
    twice = site.glob("search/search_index.json")
    for unused in (*site.rglob("*.map"), *site.glob("assets/javascripts/lunr"), *empty, *twice):
        clear(unused)

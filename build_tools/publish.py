"""Build the site beside the published one, and swap them only when it is whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from .errors import BuildError
from .policy import CLOSED, REFERRER, protect
from .settings import DOWNLOADS, EPOCH, PAPER, SITE_URL
from .writer import require_writable

SITE = "site"
_NEW = ".build/site.new"
_OLD = ".build/site.old"
_KEPT = ".gitignore"
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
    new = root / _NEW
    shutil.rmtree(new, ignore_errors=True)
    require_writable(new.parent)
    # Never with the quiet flag, which switches strict off.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(new)]
    offered = {DOWNLOADS: "1" if downloads else "", PAPER: "1" if paper else ""}
    environment = mkdocs_environment(root) | _POLICY | offered
    done = subprocess.run(command, cwd=root, check=False, env=environment)  # noqa: S603
    if done.returncode != 0 or not (new / "index.html").is_file():
        shutil.rmtree(new, ignore_errors=True)
        raise BuildError(f"MkDocs stopped; {SITE}/ is as it was")
    try:
        _drop_unused(new, keep_sitemap=bool(os.environ.get(SITE_URL)))
        protect(new)
        if finish:
            finish(new)
        _swap(root, new)
    except OSError as error:
        raise BuildError(f"{error}; {SITE}/ is as it was") from error
    return root / SITE


def mkdocs_environment(root: Path) -> dict[str, str]:
    """Return the environment for MkDocs: the same bytes for the same commit."""
    found = dict(os.environ)
    found.setdefault(EPOCH, _last_commit(root))
    # A console that lacks a character must not end a build.
    encoding = found.get("PYTHONIOENCODING", "").partition(":")[0]
    found["PYTHONIOENCODING"] = f"{encoding}:backslashreplace"
    found.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme speaks to maintainers, not to authors
    return found


def _last_commit(root: Path) -> str:
    git = shutil.which("git")
    if git is None:
        return "0"
    command = [git, "log", "-1", "--format=%ct"]
    done = subprocess.run(command, cwd=root, check=False, capture_output=True, text=True)  # noqa: S603
    return done.stdout.strip() or "0"


def _drop_unused(site: Path, *, keep_sitemap: bool) -> None:
    """Delete what nobody fetches: source maps, other search languages, an empty sitemap, an index that is there twice."""
    empty = () if keep_sitemap else site.glob("sitemap.xml*")
    twice = site.glob("search/search_index.json")
    for unused in (*site.rglob("*.map"), *site.glob("assets/javascripts/lunr"), *empty, *twice):
        if unused.is_dir():
            shutil.rmtree(unused)
        else:
            unused.unlink()


def _swap(root: Path, new: Path) -> None:
    site, old = root / SITE, root / _OLD
    shutil.rmtree(old, ignore_errors=True)
    if (site / _KEPT).is_file():
        shutil.copy2(site / _KEPT, new / _KEPT)
    if site.exists():
        site.rename(old)
    try:
        new.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)

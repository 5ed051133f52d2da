"""The site of one language, made in a process of its own: MkDocs writes the pages, and of them is made what hosts serve."""

import os
import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from runpy import run_module

from ..problems import BuildError
from ..read.settings import EPOCH, SITE_URL
from .dates import date_sitemap
from .lasting import give_lasting_names
from .lean import make_lean
from .policy import protect
from .styles import gather_styles
from .swap import clear

_IMPORTED = (
    "mkdocs.commands.build",
    "material.plugins.search.plugin",
    "material.plugins.offline.plugin",
    ".mkdocs_hook",
)


def begin(
    root: Path, site: Path, environment: Mapping[str, str], kept: int
) -> "_Copy | subprocess.Popen[bytes]":
    """Return a process that makes the project’s site of one language in the folder `site`, as the environment says.

    Who makes it keeps the file `kept` open, and may go on for a while behind a build that was killed.
    """
    if can_copy():
        return _Copy(root, site, environment)
    command = [sys.executable, "-m", __name__, str(site)]
    files = (kept,) if os.name == "posix" else ()
    return subprocess.Popen(command, cwd=root, env=environment, pass_fds=files)  # noqa: S603


def can_copy() -> bool:
    """Return whether a fork of this process can build a site: what it has imported already takes a new one half a second.

    Threads are not copied, and who waits for one waits for ever: those of the system’s libraries on macOS,
    and those of compiled packages, of which Python does not know.
    """
    threads = Path("/proc/self/task")
    return sys.platform == "linux" and threads.is_dir() and len([*threads.iterdir()]) == 1


class _Copy:
    """A copy of this process, with its open files."""

    def __init__(self, root: Path, site: Path, environment: Mapping[str, str]) -> None:
        for module in _IMPORTED:  # once, for all copies
            import_module(module, __package__)
        self._process = get_context("fork").Process(target=_become, args=(root, site, environment))
        self._process.start()

    def wait(self) -> int:
        self._process.join()
        return self._process.exitcode or 0

    def kill(self) -> None:
        self._process.kill()


def _become(root: Path, site: Path, environment: Mapping[str, str]) -> None:
    """Take on the environment and the working folder that a new process would begin with."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(root)
    _make(site)


def _make(site: Path) -> None:
    """Make the site of the project in the current folder; exit with a code and a message if that fails."""
    # Never with the quiet flag, which switches strict off.
    sys.argv[1:] = ["build", "--strict", "--site-dir", str(site)]
    try:
        run_module("mkdocs", run_name="__main__", alter_sys=True)
    except SystemExit as ended:
        if ended.code:
            raise
    try:
        _finish(site)
    except (BuildError, OSError, KeyboardInterrupt) as error:
        sys.exit(str(error))


def _finish(site: Path) -> None:
    """Turn what MkDocs wrote into what hosts serve."""
    address = os.environ.get(SITE_URL, "")
    _drop_unused(site, keep_sitemap=bool(address))
    date_sitemap(site, dated=EPOCH in os.environ)
    gather_styles(site)
    make_lean(site)
    give_lasting_names(site, address)
    protect(site)


def _drop_unused(site: Path, *, keep_sitemap: bool) -> None:
    """Delete what nobody fetches: source maps, other search languages, an empty sitemap, an index that is there twice."""
    empty = () if keep_sitemap else site.glob("sitemap.xml*")
    twice = site.glob("search/search_index.json")
    for unused in (*site.rglob("*.map"), *site.glob("assets/javascripts/lunr"), *empty, *twice):
        clear(unused)


if __name__ == "__main__":
    _make(Path(sys.argv[1]))

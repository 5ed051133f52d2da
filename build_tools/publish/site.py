"""Build the site beside the published one, and swap them only when it is whole."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from ..model.edition import EDITION
from ..model.language import GUIDE_LANGUAGE
from ..problems import BuildError, Problems
from ..read import edition_of
from ..read.settings import DOWNLOADS, EPOCH, PAPER, SITE_URL, read_settings
from ..refusals import refusal
from ..write.files import DOCS, require_writable
from .dates import last_commit
from .languages import LANGUAGES, environment_of, join, parts_of
from .lock import lock
from .one_language import begin
from .policy import CLOSED, REFERRER, write_headers
from .shared_files import share_files
from .swap import clear, put_back, require_place, swap

SITE = "site"
_NEW = ".build/site.new"
_OLD = ".build/site.old"
_PARTS = "right-ask-"
"""How folders of a build begin, which stay where somebody ends it by force."""
_POLICY = {"RIGHT_ASK_POLICY": CLOSED, "RIGHT_ASK_REFERRER": REFERRER}
"""What makes each page keep a place for its policy; see mkdocs.yml."""


def publish(
    root: Path,
    finish: Callable[[Path], None] | None = None,
    *,
    site: Path | None = None,
    downloads: bool = False,
    paper: bool = False,
) -> Path:
    """Build strictly and return the site's folder; raise `BuildError` with the old site in place.

    The folder is that of the project, or `site`.

    `finish` adds to the new site once its pages are as they will be. With `downloads` the site
    offers the quizzes as files, and itself in one archive, which `finish` then has to write; with
    `paper` it offers sheets to print.
    """
    offered = {DOWNLOADS: "1" if downloads else "", PAPER: "1" if paper else ""}
    environment = mkdocs_environment(root) | _POLICY | offered
    site, new, old = site or root / SITE, root / _NEW, root / _OLD
    with lock(root) as held:
        _make_room(root, site, new, old)
        parts = {} if environment.get(EDITION) else parts_of(root)
        try:
            _build(root, new, parts, environment, held)
            if parts:
                join(new, list(parts))
            for tag in parts:
                share_files(new, tag, environment.get(SITE_URL, ""))
            write_headers(new, list(parts))
            if finish:
                finish(new)
            swap(site, new, old)
        except OSError as error:
            raise BuildError(f"{refusal(error)}; {SITE}/ is as it was") from error
    return site


def _build(
    root: Path, new: Path, parts: Mapping[str, str], environment: dict[str, str], held: int
) -> None:
    """Build the guide and every edition of its site at the same time, and then move the editions into their folders."""
    if parts:
        tags = (GUIDE_LANGUAGE.tag, *parts)
        environment = environment | {LANGUAGES: " ".join(tags)}
    with TemporaryDirectory(prefix=_PARTS, dir=root / ".build") as folder:
        builds = {new: environment}
        for tag, edition in parts.items():
            docs = f".build/editions/{edition}/docs"
            require_writable(root / docs)
            builds[Path(folder) / tag] = environment_of(edition, tag, environment, docs)
        running = [begin(root, site, settings, held) for site, settings in builds.items()]
        try:
            # Wait for all of them first, so that none goes on after the build has failed.
            codes = [process.wait() for process in running]
        finally:
            for process in running:
                process.kill()  # does nothing to one that has ended
        if any(codes) or not all((site / "index.html").is_file() for site in builds):
            clear(new)
            raise BuildError(f"there is no new site; {SITE}/ is as it was")
        for tag in parts:
            (Path(folder) / tag).rename(new / tag)


def mkdocs_environment(root: Path) -> dict[str, str]:
    """Return the environment for MkDocs, by which one commit always gives the same bytes.

    Settings are in it as they were meant, and only those with a value. Raises `ContentError` where one is wrong.
    """
    problems = Problems()
    settings = read_settings(os.environ, problems)
    problems.raise_any()
    meant = settings.of(edition_of(root, settings.edition)).meant
    environment = {name: value for name, value in os.environ.items() if name not in meant}
    environment |= {name: value for name, value in meant.items() if value}
    seconds = environment.pop(EPOCH, "").strip() or last_commit(root).seconds
    if seconds:
        environment[EPOCH] = seconds
    # A console that lacks a character must not end a build.
    encoding = environment.get("PYTHONIOENCODING", "").partition(":")[0]
    environment["PYTHONIOENCODING"] = f"{encoding}:backslashreplace"
    # This notice of the theme is for maintainers, not for authors.
    environment.setdefault("NO_MKDOCS_2_WARNING", "1")
    return environment


def _make_room(root: Path, site: Path, new: Path, old: Path) -> None:
    """Clear what an earlier build left, before anything else is done."""
    require_place(site)
    require_writable(root / DOCS)  # MkDocs needs it before it calls our hook
    try:
        put_back(site, old)
        for left in (new, old, *(root / ".build").glob(f"{_PARTS}*")):
            clear(left)
    except OSError as error:
        raise BuildError(f"{error}; remove it, then build again. {SITE}/ is as it was") from error

"""The swap: the new site takes the place of the published one, whole or not at all."""

import contextlib
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from ..problems import BuildError

_STAGE = ".right-ask.new"
_GOING = ".right-ask.going"
_GONE = ".right-ask.old"
"""Subfolders of a folder that is changed in place: for what is coming, what is leaving, and what has left, once that is all.

Hosts serve no names that begin with a dot.
"""
_OF_THE_DISK = "lost+found"


def require_place(site: Path) -> None:
    """Raise `BuildError` where no site can stand."""
    if site.is_symlink() and not site.exists():
        goal = os.readlink(site)  # noqa: PTH115 - as it is written
        raise BuildError(f"{site} leads to {goal}, which is not there; make it, or remove the link")
    if site.exists() and not site.is_dir():
        raise BuildError(f"{site} is no folder; move it away")


def clear(path: Path) -> None:
    """Remove a file, a folder, or a link and not what it leads to, if there is one."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def put_back(site: Path, old: Path) -> None:
    """Make the site whole again where a build was killed while it swapped: as it was, or as new if all of the old one had left."""
    if old.is_dir() and not os.path.lexists(site):
        old.rename(site)
    folder = Path(os.path.realpath(site))
    stage, going, gone = (folder / name for name in (_STAGE, _GOING, _GONE))
    for unmoved in (going, *([stage] if gone.is_dir() and not going.is_dir() else [])):
        for one in unmoved.glob("*"):
            os.replace(one, folder / one.name)  # noqa: PTH105
        clear(unmoved)


def swap(site: Path, new: Path, old: Path) -> None:
    """Put the folder `new` where `site` is; raise OSError with all as it was.

    A plain folder goes to `old` as a whole, and is then removed. What a link leads to stays a folder, and so does
    one that cannot be moved (a disk of its own, another disk than ours): there, what is in it is exchanged.
    """
    if site.is_symlink() or not _swap_whole(site, new, old):
        _swap_content(Path(os.path.realpath(site)), new)


def _swap_whole(site: Path, new: Path, old: Path) -> bool:
    """Exchange the folder as a whole but for what begins with a dot (.gitignore, .htaccess), and say whether that went."""
    for kept in site.glob(".*"):
        if not (new / kept.name).exists():
            (shutil.copytree if kept.is_dir() else shutil.copy2)(kept, new / kept.name)
    try:
        _move_all([(site, old), (new, site)] if site.exists() else [(new, site)])
    except OSError:
        return False
    with contextlib.suppress(OSError):  # the next build says what is in the way
        clear(old)
    return True


def _swap_content(folder: Path, new: Path) -> None:
    """Exchange what is in a folder. What begins with a dot there (.htaccess, .well-known) is somebody else’s, and stays."""
    stage, going, gone = (folder / name for name in (_STAGE, _GOING, _GONE))
    clear(gone)
    try:
        _copy(new, stage)
        going.mkdir()
        coming = sorted(path.name for path in stage.iterdir())
        there = sorted(path.name for path in folder.iterdir() if _is_replaced(path.name, coming))
        leaving = [*((folder / name, going / name) for name in there), (going, gone)]
        _move_all([*leaving, *((stage / name, folder / name) for name in coming)])
    except (OSError, KeyboardInterrupt):
        with contextlib.suppress(OSError):
            going.rmdir()  # only where it is empty: what could not be put back can be looked at until the next build
        raise
    finally:
        for rest in (stage, new):
            with contextlib.suppress(OSError):
                clear(rest)
    with contextlib.suppress(OSError):
        clear(gone)


def _copy(new: Path, stage: Path) -> None:
    clear(stage)
    try:
        shutil.copytree(new, stage)
    except shutil.Error as error:
        _, target, why = error.args[0][0]
        raise OSError(f"{target}: {why}") from error


def _is_replaced(name: str, coming: list[str]) -> bool:
    return name in coming or not (name.startswith(".") or name == _OF_THE_DISK)


def _move_all(moves: Sequence[tuple[Path, Path]]) -> None:
    """Move each; if one cannot be moved, or somebody ends it, move the others back."""
    try:
        for source, target in moves:
            os.replace(source, target)  # noqa: PTH105 - as one call to change in tests
    except (OSError, KeyboardInterrupt):
        for source, target in reversed(moves):
            if not os.path.lexists(source):
                os.replace(target, source)  # noqa: PTH105
        raise

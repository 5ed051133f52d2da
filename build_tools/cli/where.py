"""Where a command works: in the folder of the guide, or in that of an edition, which may be anywhere."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.edition import EDITION, EDITION_FILE, EDITIONS
from ..problems import UsageError

if TYPE_CHECKING:
    from ..publish.own_folder import OwnFolder

_PARTS = ("content", "quiz")
_BESIDE = ("check", "find", "items", "build", "serve", "export", "paper")
"""What works on an edition in a folder of its own; the other commands write into the guide itself."""


def own_folder(options: argparse.Namespace) -> "OwnFolder | None":
    """Return the folder of the edition that is meant, or None where that is one of the guide’s folder, or the guide.

    Raises `UsageError` where no edition stands there, or where a command cannot work on one.
    """
    root = options.root.resolve()
    folder = _meant(root, edition_of(options))
    if folder and not folder.is_dir():
        raise UsageError(f"there is no folder {folder}; name one that is there")
    if folder is None or options.command == "new-edition":
        return None
    if not (folder / EDITION_FILE).is_file():
        raise UsageError(f"{folder} holds no {EDITION_FILE}; {_remedy(folder)}")
    if options.command not in _BESIDE:
        here = ", ".join(_BESIDE)
        raise UsageError(f"this works on the guide itself, in a clone of it; here work {here}")
    # All that builds a site comes with it, which other commands do not wait for.
    from ..publish.own_folder import OwnFolder, carried  # noqa: PLC0415

    return OwnFolder(folder=folder, guide=root if is_guide(root) else carried())


def is_guide(root: Path) -> bool:
    # An edition may have a file of this name, with the words that it changes.
    return (root / "content/guide.yml").is_file() and not (root / EDITION_FILE).exists()


def written(path: str, root: Path, options: argparse.Namespace) -> Path:
    """Return where a file of the edition has to be written, so that its author has it."""
    own: OwnFolder | None = options.own
    return own.folder / own.said(path) if own else root / path


def _remedy(folder: Path) -> str:
    """Return what to do where a folder is that of no edition."""
    for above in folder.parents:
        edition = (above / EDITION_FILE).is_file() and folder.relative_to(above).parts[0] in _PARTS
        if folder.is_dir() and (edition or is_guide(above)):
            return f"it is a part of {above}, where commands work: go there first"
    from ..read.editions import renamed  # noqa: PLC0415 - as above

    return renamed(folder) or "“new-edition NAME” makes a folder that does"


def said(text: str, options: argparse.Namespace) -> str:
    """Return what a command says of files, under the names that they have where it was called."""
    own: OwnFolder | None = options.own
    return own.said(text) if own else text


def edition_of(options: argparse.Namespace) -> str:
    """Return the id or the folder of an edition, as the command or else the environment names it; “” for neither."""
    named: str | None = getattr(options, "edition", None)
    said = os.environ.get(EDITION, "").strip() if named is None else named
    return said.removesuffix(f"/{EDITION_FILE}")


def _meant(root: Path, edition: str) -> Path | None:
    if "/" in edition or os.sep in edition or edition in (".", ".."):
        folder = Path(edition).resolve()
        return None if folder.parent == root / EDITIONS else folder
    if (root / EDITION_FILE).is_file() or not (root / "content").is_dir():
        return root
    return None

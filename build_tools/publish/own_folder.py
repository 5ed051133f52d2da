"""An edition in a folder of its own: the guide is laid below it, with the edition in its place, and all else works as in a clone."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..model.edition import EDITION, EDITIONS
from ..read.settings import EDIT_URL
from ..read.values import is_slug
from ..write.files import write_file, write_tree
from .places import FILE
from .site import SITE

_LAID = ".build/guide"
"""Where the guide is laid: MkDocs wants all it reads below one folder, and that of a package takes no writing."""
_TREES = ("content", "quiz", "docs/schemas")
_FILES = ("mkdocs.yml", "pyproject.toml")
_OWN = ("content", "quiz")
_BESIDE = (".csv", ".png", ".svg")
"""What an edition may have beside these: questions of a spreadsheet, and pictures."""
_PACKAGE = Path(__file__).parents[1]
_HOOK = "publish/mkdocs_hook.py"
_UNNAMED = "own"
"""The id of an edition whose folder has no name that could be one."""


def carried() -> Path:
    """Return the guide that the package carries; in a clone, that is the clone."""
    inside = _PACKAGE / "guide"
    return inside if inside.is_dir() else _PACKAGE.parent


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnFolder:
    """The folder of an edition, and that of the guide which it is an edition of."""

    folder: Path
    guide: Path

    @property
    def id(self) -> str:
        name = self.folder.name
        taken = (self.guide / EDITIONS / name).exists()
        return name if is_slug(name) and not taken else _UNNAMED

    @property
    def root(self) -> Path:
        """The folder of the project that the two make up."""
        return self.folder / _LAID

    @property
    def site(self) -> Path:
        return self.folder / SITE

    @property
    def watched(self) -> list[Path]:
        """What an author changes here."""
        every = (self.folder / name for name in (FILE, *_OWN))
        return [path for path in every if path.exists()]

    @property
    def settings(self) -> Mapping[str, str]:
        """What the environment of commands must say: the edition, and no address at which the guide’s files are edited."""
        path = [str(_PACKAGE.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
        return {EDITION: self.id, EDIT_URL: "", "PYTHONPATH": os.pathsep.join(path)}

    def lay(self) -> None:
        """Bring the project up to date with the guide and with the edition; what did not change is not touched."""
        for tree in _TREES:
            files = _files(self.guide / tree)
            write_tree(self.root / tree, files | self._own if tree == "content" else files)
        for name in _FILES:
            write_file(self.root / name, (self.guide / name).read_bytes())
        write_file(self.root / _PACKAGE.name / _HOOK, (_PACKAGE / _HOOK).read_bytes())

    @property
    def _own(self) -> dict[str, bytes]:
        """The files of the edition, by their path below content/ of the project."""
        place = f"{EDITIONS.removeprefix('content/')}/{self.id}"
        files = {f"{place}/{FILE}": (self.folder / FILE).read_bytes()}
        for path, data in _files(self.folder, SITE).items():
            if path.startswith(tuple(f"{name}/" for name in _OWN)) or path.endswith(_BESIDE):
                files[f"{place}/{path}"] = data
        return files

    def said(self, text: str) -> str:
        """Return what a command says, with the files of the edition under the names that they have in their folder."""
        return text.replace(f"{EDITIONS}/{self.id}/", "")


def _files(folder: Path, output: str = "") -> dict[str, bytes]:
    """Return the files below a folder by their path, but for output and for what programs hide there."""
    files: dict[str, bytes] = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith(".") or path.name == output:
            continue
        if path.is_dir():
            inside = _files(path)
            files |= {f"{path.name}/{name}": data for name, data in inside.items()}
        else:
            files[path.name] = path.read_bytes()
    return files

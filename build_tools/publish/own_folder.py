"""An edition in a folder of its own: the guide is laid below it, with the edition in its place, and all else works as in a clone."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..model.edition import EDITION, EDITION_FILE, EDITIONS
from ..problems import BuildError, Place, Problems
from ..read.settings import EDIT_URL
from ..read.values import is_slug
from ..write.files import write_file, write_tree
from .site import SITE

_LAID = ".build/guide"
"""The folder into which the guide is copied: MkDocs reads from one folder only, and that of an installed package may be read-only."""
_TREES = ("content", "quiz", "docs/schemas")
_FILES = ("mkdocs.yml", "pyproject.toml")
_OWN = ("content", "quiz")
_BESIDE = (".csv", ".png", ".svg")
"""What an edition may have beside these: questions of a spreadsheet, and pictures."""
_PACKAGE = Path(__file__).parents[1]
_HOOK = "publish/mkdocs_hook.py"
_OURS = b'class="ra-'
"""Marks each page of ours."""
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
        every = (self.folder / name for name in (EDITION_FILE, *_OWN))
        return [path for path in every if path.exists()]

    @property
    def settings(self) -> Mapping[str, str]:
        """What the environment of commands must say: the edition, and no address at which the guide’s files are edited."""
        path = [str(_PACKAGE.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
        return {EDITION: self.id, EDIT_URL: "", "PYTHONPATH": os.pathsep.join(path)}

    def require_site(self) -> None:
        """Raise `BuildError` where somebody else’s files stand in the place of the site: a build would throw them away."""
        there = sorted(self.site.glob("[!.]*"))
        home = self.site / "index.html"
        if there and not (home.is_file() and _OURS in home.read_bytes()):
            what = f"{self.site} holds files that no build made, such as {there[0].name}"
            raise BuildError(f"{what}; move them to another folder")

    def lay(self) -> None:
        """Bring the project up to date with the guide and with the edition; what did not change is not touched."""
        for tree in _TREES:
            files = _files(self.guide / tree)
            write_tree(self.root / tree, files | self._own if tree == "content" else files)
        for name in _FILES:
            write_file(self.root / name, (self.guide / name).read_bytes())
        write_file(self.root / _PACKAGE.name / _HOOK, (_PACKAGE / _HOOK).read_bytes())
        # In case the folder is in a repository: what is made here must not be committed.
        write_file(self.root.parent / ".gitignore", b"*\n")

    @property
    def _own(self) -> dict[str, bytes]:
        """The files of the edition, by their path below content/ of the project; raise `ContentError` for what is no file."""
        problems = Problems()
        files: dict[str, bytes] = {}
        for path in self._meant():
            name = path.relative_to(self.folder).as_posix()
            if path.is_symlink() or not path.is_file():
                # A link may lead to any file on this machine, which would then be published.
                problems.add(
                    Place(path=name), "file", "is a link, or no file", "put the file itself there"
                )
            else:
                files[f"{EDITIONS.removeprefix('content/')}/{self.id}/{name}"] = path.read_bytes()
        problems.raise_any()
        return files

    def _meant(self) -> Iterator[Path]:
        """Yield what is in the folder and of the edition, and where the guide is laid if that leads elsewhere."""
        if self.root.is_symlink():
            yield self.root
        for path in sorted(self.folder.iterdir()):
            if path.name in _OWN:
                yield from _below(path)
            elif path.name == EDITION_FILE or path.suffix in _BESIDE:
                yield path

    def said(self, text: str) -> str:
        """Return what a command says, with the files of the edition under the names that they have in their folder."""
        return text.replace(f"{EDITIONS}/{self.id}/", "")


def _files(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder by their path, but for what programs hide there."""
    files = (path for path in _below(folder) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _below(path: Path) -> Iterator[Path]:
    """Yield a path, or all below it if that is a folder; no link is followed, and what programs hide is passed over."""
    if path.is_symlink() or not path.is_dir():
        yield path
        return
    for inside in sorted(path.iterdir()):
        if not inside.name.startswith("."):
            yield from _below(inside)

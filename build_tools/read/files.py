"""The bytes of the input: which files there are, and their text."""

import os
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model.edition import EDITIONS, guide_path
from ..problems import Place, Problems
from .inputs import copied, is_left_over, misnamed
from .misread import note_misread_file
from .saved_as import other_kind
from .unseen import mended, note_merge_marks

_LARGEST = 1_000_000
_LEFT_OUT = "leave it so, as it is read as nothing or as a space, or type the words anew"
_TEMPLATES = (".j2", ".html", ".css", ".js", ".svg")
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".heic")

IN_CLOUD = "only iCloud has it: choose “Download Now” in Finder"
_OF_CLOUD = re.compile(r"^\.(.+)\.icloud$")
"""The name that a file has while iCloud keeps it."""
_MEANT = {
    ".yml": re.compile(r"\.ya?ml(?:\.txt)?$", re.IGNORECASE),
    ".md": re.compile(r"\.(?:md|markdown)(?:\.txt)?$", re.IGNORECASE),
}
"""Files of a kind that is read here, under another ending."""
_ENDING = re.compile(r"\.[^.]*(?:\.txt)?$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceFile:
    """One input file: its path below the project root, with forward slashes, and its text."""

    path: str
    text: str

    @property
    def stem(self) -> str:
        return stem_of(self.path)


def stem_of(path: str) -> str:
    """Return the name of a file without folders and ending; what else a dot is in stays, as in “about.md” of about.md.md."""
    return _ENDING.sub("", path.rsplit("/", 1)[-1])


def has_file(root: Path, path: str) -> bool:
    """Return whether there is a file of this path, be it in a cloud alone, or what stands in its place, such as a folder."""
    return os.path.lexists(root / path) or in_cloud(root / path)


def in_cloud(path: Path) -> bool:
    """Return whether iCloud keeps a file, and has left only its name here."""
    return path.with_name(f".{path.name}.icloud").is_file()


def _names(entries: Iterable[Path]) -> list[str]:
    """Return the names of files, sorted, be they in a cloud alone."""
    return sorted({_OF_CLOUD.sub(r"\1", entry.name) for entry in entries})


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceTree:
    """The project root as the loaders see it; whatever leads out of it is a problem."""

    root: Path
    problems: Problems
    layers: tuple[str, ...] = ()
    """The folders of editions, each laid over those before it and over the guide."""

    def has(self, path: str) -> bool:
        """Return whether there is a file of this path, or what reading it will refuse."""
        return has_file(self.root, path)

    def own_paths(self, path: str) -> list[str]:
        named = (f"{layer}/{guide_path(path)}" for layer in self.layers)
        return [own for own in named if self.has(own)]

    def is_own(self, path: str) -> bool:
        """Return whether a path lies in the folder of an edition that is read."""
        return any(path.startswith(f"{layer}/") for layer in self.layers)

    def read(self, path: str, named_at: Place | None = None) -> SourceFile | None:
        """Return the file at `path`, or None after noting why it cannot be read.

        `named_at` is where an author names the file, if one does.
        """
        place = named_at or Place(path=path)
        if not (self.root / path).exists():
            path = (*self.own_paths(path), path)[0]
        data = self.data(path, place)
        if data is None:
            return None
        if len(data) > _LARGEST:
            what = f"{path} is larger than {_LARGEST:,} bytes"
            self.problems.add(place, "file", what, "split it, or take out what is not text")
            return None
        return self._decode(path, data)

    def data(self, path: str, place: Place) -> bytes | None:
        """Return the bytes of a file, or None after noting at `place` why they cannot be read."""
        if link := self._link(path):
            what, whole = "is a link or leads out of the project", link == path
            # A linked folder is one fault, whatever is read in it.
            there, kind = (place, "file") if whole else (Place(path=link), "folder")
            self.problems.add(there, kind, what, f"put the {kind} itself there")
            return None
        try:
            return (self.root / path).read_bytes()
        except OSError as error:
            if gone := self._gone(Path(path).parent):
                self._note_folder(gone[-1], error)
            else:
                what = f"{path} cannot be read ({error.strerror})"
                stray = misnamed(self.root, path)
                instead = f"rename {stray} to that" if stray else "put the file there"
                if in_cloud(self.root / path):
                    instead = IN_CLOUD
                self.problems.add(place, "file", what, instead)
            return None

    def paths(self, folder: str, suffix: str) -> Iterator[str]:
        """Yield every file directly in `folder`, sorted by name; all must end in `suffix`.

        Then come those that only editions have. Where an edition has a file of the same name, the guide’s alone
        is yielded: its reader lays the edition’s over it.
        """
        try:
            every = _names((self.root / folder).iterdir())
        except OSError as error:
            self._note_folder([Path(folder), *self._gone(Path(folder))][-1], error)
            return
        names = [name for name in every if not self._is_copy(folder, name, every)]
        for name in names:
            if name.endswith(suffix):
                yield f"{folder}/{name}"
            else:
                meant = f"{stem_of(name)}{suffix}"
                self._note_ending(f"{folder}/{name}", suffix, meant)
                # Read it all the same, so that ids of its records are known.
                if _MEANT[suffix].search(name) and meant not in names:
                    yield f"{folder}/{name}"
        for layer in self.layers:
            for name in _names((self.root / layer / folder).glob("*")):
                own = [*names, *_names((self.root / layer / folder).glob("*"))]
                if (
                    name.endswith(suffix)
                    and name not in names
                    and not self._is_copy(f"{layer}/{folder}", name, own)
                ):
                    names.append(name)
                    yield f"{layer}/{folder}/{name}"

    def _is_copy(self, folder: str, name: str, beside: Collection[str]) -> bool:
        """Return whether a file is to be passed over: one that programs leave, or a copy of another, which is noted."""
        first = copied(name)
        is_copy = first != name and first in beside and not is_left_over(name)
        if is_copy:
            what, instead = f"it is a copy of {first}", "delete it, or move it away"
            self.problems.add(Place(path=f"{folder}/{name}"), "file", what, instead)
        return is_copy or is_left_over(name)

    def note_merge_marks(self, folders: Iterable[str]) -> None:
        """Note templates, styles, scripts and drawings in which two versions were merged and nobody chose.

        Other files are looked at when they are read.
        """
        for folder in folders:
            for entry in (self.root / folder).rglob("*.*"):
                known = entry.suffix in _TEMPLATES and not is_left_over(entry.name)
                if not known or entry.is_symlink() or not entry.is_file():
                    continue
                path = entry.relative_to(self.root).as_posix()
                if path.startswith(EDITIONS) and not self.is_own(path):
                    continue
                data = entry.read_bytes()
                if b"<<<<<<<" in data or b">>>>>>>" in data:
                    note_merge_marks(path, data.decode("utf-8", "replace"), self.problems)

    def _gone(self, folder: Path) -> list[Path]:
        """Return the folders of a path that are missing: one fault, however many files in them are asked for."""
        return [one for one in (folder, *folder.parents) if not (self.root / one).is_dir()]

    def _note_folder(self, folder: Path, error: OSError) -> None:
        what = f"cannot be read ({error.strerror})"
        self.problems.add(Place(path=folder.as_posix()), "folder", what, "put the folder there")

    def _note_ending(self, path: str, suffix: str, meant: str) -> None:
        instead = f"rename it to {meant}, or move it away"
        if path.lower().endswith(PICTURES):
            instead = "move it away: pages hold no pictures, and drawings stand in content/drawings"
        elif not _MEANT[suffix].search(path):
            instead = "move it away"
        what = f"only files that end in {suffix} are read here"
        self.problems.add(Place(path=path), "name", what, instead)

    def _link(self, path: str) -> str:
        """Return the part of a path that is a link; “” for none."""
        steps = (path, *(step.as_posix() for step in Path(path).parents[:-1]))
        return next((step for step in steps if (self.root / step).is_symlink()), "")

    def _decode(self, path: str, data: bytes) -> SourceFile | None:
        if other := other_kind(data):
            self.problems.add(Place(path=path), "file", *other)
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            place = Place.after(path, data[: error.start].decode("utf-8-sig"))
            what = f"byte 0x{data[error.start]:02x} is not UTF-8"
            self.problems.add(place, "file", what, "save it as UTF-8")
            return None
        if note_merge_marks(path, text, self.problems) or note_misread_file(
            path, text, self.problems
        ):
            return None
        raw = text.replace("\r\n", "\n").replace("\r", "\n")
        text, copied = mended(raw)
        for at, name in copied[:1]:
            more = f" and {len(copied) - 1} more" if len(copied) > 1 else ""
            what = f"{name}{more}, which nobody sees, came along with words that were copied"
            self.problems.warn(Place.after(path, raw[:at]), "file", what, _LEFT_OUT)
        return SourceFile(path=path, text=text)

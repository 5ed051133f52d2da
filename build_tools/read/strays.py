"""Stray files: what stands in the folder of an edition, and no command reads."""

import re
from fnmatch import fnmatch
from pathlib import Path

from ..model.edition import EDITION_FILE, EDITIONS, Edition
from ..problems import Place, Problems
from .files import PICTURES, SourceTree, has_file
from .inputs import copied, is_left_over, meant_names, pattern_of
from .reading import Reading

_NO_SUCH_FILE = (
    "give it the path that the guide’s file has, such as content/words.yml, or move it away"
)
_KEPT = ("content/pages/*.md", "content/drawings/*.svg", "*.csv")
"""What an edition may have besides the YAML files of the guide."""


def note_copies(root: Path, problems: Problems) -> list[str]:
    """Note each folder that is a copy of that of an edition, as its name says; return these names."""
    names = {folder.name for folder in (root / EDITIONS).glob("*")}
    copies = sorted(one for one in names if copied(one) in names - {one})
    for one in copies:
        place, what = Place(path=f"{EDITIONS}/{one}"), f"it is a copy of {copied(one)}"
        problems.add(place, "folder", what, "delete it, or move it away")
    return copies


def note_strays(edition: Edition, reading: Reading, *, whole: bool) -> None:
    """Note files that nobody reads; pictures only if the edition is `whole`, since a faulty key may name one."""
    own = {EDITION_FILE, edition.look.logo, edition.look.card}
    folder = reading.tree.root / edition.folder
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        told = whole or not path.lower().endswith(PICTURES)
        known = is_left_over(file.name) or path in own or _is_read(path, reading.tree)
        if told and not known and file.is_file():
            place = Place(path=f"{edition.folder}/{path}")
            reading.problems.add(place, "file", *_fault_of(path, folder, reading.tree))


def _fault_of(path: str, folder: Path, tree: SourceTree) -> tuple[str, str]:
    for meant in meant_names(path):
        if meant == EDITION_FILE or _is_read(meant, tree):
            if meant != path.lower() and (folder / meant).exists():
                return f"it is a copy of {meant}", "delete it, or move it away"
            return "the guide has no file like this", f"rename it to {meant}"
    return "the guide has no file like this", _NO_SUCH_FILE


def _is_read(path: str, tree: SourceTree) -> bool:
    def is_there(po: str) -> bool:
        own = re.sub(r"\.po$", ".yml", po)
        return has_file(tree.root, own) or any(tree.root.glob(f"{EDITIONS}/*/{own}"))

    pattern = pattern_of(re.sub(r"\.po$", ".yml", path))
    if pattern and "*" in pattern and path.endswith(".po") and not is_there(path):
        # Where the guide lacks a file, that is told of it, and not of its translations.
        return not any(map(is_there, meant_names(path)))
    kept = any(path.count("/") == one.count("/") and fnmatch(path, one) for one in _KEPT)
    return kept or pattern not in (None, f"{EDITIONS}/*/{EDITION_FILE}")

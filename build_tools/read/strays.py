"""Stray files: what stands in the folder of an edition, and no command reads."""

import re
from fnmatch import fnmatch

from ..model.edition import EDITION_FILE, EDITIONS, Edition
from ..problems import Place
from .files import PICTURES
from .inputs import is_left_over, pattern_of
from .reading import Reading

_NO_SUCH_FILE = (
    "give it the path that the guide’s file has, such as content/words.yml, or move it away"
)
_KEPT = ("content/pages/*.md", "content/drawings/*.svg", "*.csv")
"""What an edition may have besides the YAML files of the guide."""


def note_strays(edition: Edition, reading: Reading, *, whole: bool) -> None:
    """Note files that nobody reads; pictures only if the edition is `whole`, since a faulty key may name one."""
    own = {EDITION_FILE, edition.look.logo, edition.look.card}
    folder = reading.tree.root / edition.folder
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        told = whole or not path.lower().endswith(PICTURES)
        known = is_left_over(file.name) or path in own or _is_read(path)
        if told and not known and file.is_file():
            stray, meant = Place(path=f"{edition.folder}/{path}"), _meant(path)
            instead = f"rename it to {meant}" if _is_read(meant) else _NO_SUCH_FILE
            reading.problems.add(stray, "file", "the guide has no file like this", instead)


def _meant(path: str) -> str:
    """Return the path with the ending and the lower case that files have here."""
    return re.sub(r"\.yaml$", ".yml", re.sub(r"\.txt$", "", path.lower()))


def _is_read(path: str) -> bool:
    pattern = pattern_of(re.sub(r"\.po$", ".yml", path))
    kept = any(path.count("/") == one.count("/") and fnmatch(path, one) for one in _KEPT)
    return kept or (pattern is not None and pattern != f"{EDITIONS}/*/{EDITION_FILE}")

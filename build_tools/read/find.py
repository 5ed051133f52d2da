"""Where words stand in the files that people edit, however a file folds or quotes them."""

import re
from collections.abc import Iterator
from pathlib import Path

from ..problems import Place
from .inputs import is_left_over

_FOLDERS = ("content", "quiz")
_SUFFIXES = (".yml", ".md", ".j2")
_BETWEEN = r"(?:\s|\\\n)+"
"""A text may go on in the next line."""
_QUOTES = {"'": r"(?:''|['’‘])", '"': r"""(?:\\?"|[“”])"""}
"""What matches a straight quote: a curly one too, and the two that YAML writes for one."""
_STRAIGHT = str.maketrans("’‘“”", "''\"\"")


def find(root: Path, words: str) -> Iterator[tuple[Place, str]]:
    """Yield where these words follow each other, with the line they begin in; case does not matter."""
    wanted = _pattern(words)
    for path in _files(root):
        text = path.read_text(encoding="utf-8", errors="replace")
        for match in wanted.finditer(text):
            place = Place.after(path.relative_to(root).as_posix(), text[: match.start()])
            yield place, text.split("\n")[place.line - 1].strip()


def _files(root: Path) -> Iterator[Path]:
    for folder in _FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in _SUFFIXES and path.is_file() and not is_left_over(path.name):
                yield path


def _pattern(words: str) -> re.Pattern[str]:
    parts = (
        "".join(_QUOTES.get(sign, re.escape(sign)) for sign in word)
        for word in words.translate(_STRAIGHT).split()
    )
    return re.compile(_BETWEEN.join(parts), re.IGNORECASE)

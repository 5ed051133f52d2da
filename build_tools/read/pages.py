"""The prose pages of the guide."""

from __future__ import annotations

import re

from ..model.guide import ProsePage
from ..problems import Place, Problems
from .files import SourceFile, stem_of
from .reading import Reading
from .record import Fields
from .values import is_slug
from .yaml_nodes import parse, texts_of

PAGES = "content/pages"
_FRONT = re.compile(r"(\s*---[ \t]*\n)(.*?\n)?---[ \t]*(?:\n|$)", re.DOTALL)
_OPENED = re.compile(r"\s*---[ \t]*\n")


def load_pages(reading: Reading) -> tuple[ProsePage, ...]:
    """Return every prose page, by file name."""
    paths = list(reading.tree.paths(PAGES, ".md"))
    found = {path: _page(reading.tree.read(path), reading) for path in paths}
    if not found:
        reading.problems.lose("page")
    for path, page in found.items():
        if page is None:
            reading.problems.lose("home")
            reading.problems.excuse(stem_of(path))
    return tuple(page for page in found.values() if page)


def _page(file: SourceFile | None, reading: Reading) -> ProsePage | None:
    front = _front(file, reading.problems) if file else None
    if file is None or front is None:
        return None
    place = Place(path=file.path)
    if not is_slug(file.stem):
        reading.problems.add(
            place, "page", f"“{file.stem}” is not an id", "name the file in lower case and hyphens"
        )
    # The opening “---” stays as a comment line, so that positions are those of the file.
    text = front[1].replace("---", "#--") + (front[2] or "")
    head = parse(SourceFile(path=file.path, text=text), reading.problems)
    if head is None:
        return None
    reading.claims.claim(file.stem, place, "page")
    reading.typed.extend(texts_of(head))
    return Fields(head, file.stem, reading.claims).read(
        ProsePage,
        id=file.stem,
        body=file.text[front.end() :],
        body_line=Place.after(file.path, front[0]).line,
        path=file.path,
    )


def _front(file: SourceFile, problems: Problems) -> re.Match[str] | None:
    """Return the front matter of a page with the lines around it, or None after noting its absence."""
    found = _FRONT.match(file.text)
    if found:
        return found
    what, instead = "no front matter", "begin with --- and title, description, grade"
    if _OPENED.match(file.text):
        what, instead = "the front matter has no end", "put a line --- below its last key"
    problems.add(Place(path=file.path), "page", what, instead)
    return None

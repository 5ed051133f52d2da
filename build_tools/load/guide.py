"""The guide's order, and its prose pages."""

from __future__ import annotations

import re

from ..errors import Place
from ..fields import Fields
from ..model.facts import GuideText, ProsePage, Section
from ..source import SourceFile
from ..text import is_slug
from ..yaml_nodes import parse
from .tree import Reading

PAGES = "content/pages"
_FRONT = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)


def load_guide(reading: Reading) -> GuideText:
    """Return the order of pages and what generated pages promise."""
    record = reading.record("content/guide.yml")
    if record is None:
        return GuideText(sections=(), checked="", try_one="", grades={})
    grades = record.record("grades")
    guide = GuideText(
        sections=tuple(_section(each) for each in record.each("sections")),
        checked=record.date("checked"),
        try_one=record.text("try_one"),
        grades={key: grades.number(key) for key in grades.names},
    )
    record.close()
    return guide


def _section(record: Fields) -> Section:
    section = Section(title=record.optional_text("title"), pages=record.texts("pages"))
    record.close()
    return section


def load_pages(reading: Reading) -> tuple[ProsePage, ...]:
    """Return every prose page, by file name."""
    found = (_page(file, reading) for file in reading.tree.read_all(PAGES, ".md"))
    return tuple(page for page in found if page)


def _page(file: SourceFile, reading: Reading) -> ProsePage | None:
    front = _FRONT.match(file.text)
    place = Place(path=file.path)
    if front is None:
        reading.problems.add(
            place, "page", "no front matter", "begin with --- and title, description, grade"
        )
        return None
    if not is_slug(file.stem):
        reading.problems.add(
            place, "page", f"“{file.stem}” is not an id", "name the file in lower case and hyphens"
        )
    # The opening “---” stays as a comment line, so that positions are those of the file.
    head = parse(SourceFile(path=file.path, text="#--\n" + front[1]), reading.problems)
    record = Fields(head, file.stem, reading.problems)
    page = ProsePage(
        id=file.stem,
        title=record.text("title"),
        description=record.text("description"),
        grade=record.number("grade"),
        checked=record.date("checked"),
        answer=record.text("answer"),
        body=file.text[front.end() :],
        body_line=file.text.count("\n", 0, front.end()) + 1,
        path=file.path,
    )
    record.close()
    return page

"""The guide's order, and its prose pages."""

from __future__ import annotations

import re

from ..model.guide import AskPage, GuideText, Moved, ProsePage, Section, WishGroup
from ..problems import Place, Problems
from .files import SourceFile, stem_of
from .reading import PAGE_TITLE, Reading
from .record import Fields
from .values import is_slug
from .yaml_nodes import parse, texts_of

PAGES = "content/pages"
MENU = "page of the menu"
"""The family of what the menu names."""
LED_TO = "page that another leads to"
"""The family of pages that old addresses and pages of asks lead to."""
MENU_GROUPS = ("contact-types", "sessions")
"""What stands for several pages there."""
PLACES = ("bar", "aside", "footer")
"""Where the title of a section may stand."""
_GENERATED = (
    "index",
    "who-should-i-ask",
    "ask",
    "contact-type",
    "who-can-help",
    "my-people-map",
    "before-you-send",
    "downloads",
    "session",
    "results",
    "print",
)
_RESOURCES = ("LearningResource", "WebPage")
_FRONT = re.compile(r"(\s*---[ \t]*\n)(.*?\n)?---[ \t]*(?:\n|$)", re.DOTALL)
_OPENED = re.compile(r"\s*---[ \t]*\n")


def load_guide(reading: Reading) -> GuideText:
    """Return the order of pages and what generated pages promise."""
    record = reading.record("content/guide.yml", "menu")
    if record is None:
        return GuideText(sections=(), checked="", try_one=(), grades={})
    guide = GuideText(
        sections=tuple(_section(each) for each in record.each("sections")),
        checked=record.day("checked"),
        try_one=record.references("try_one", "item", required=True),
        grades=_grades(record.record("grades")),
        wishes=tuple(_wishes(each) for each in record.each("wishes")),
        ask_pages=tuple(_ask_page(each, reading) for each in record.each("ask_pages")),
        moved=tuple(_moved(each, reading) for each in record.each("moved")),
        most_needed=record.references("most_needed", "ask"),
        afterward=record.references("afterward", "statement"),
    )
    record.close()
    return guide


def _grades(record: Fields) -> dict[str, float]:
    grades = {page: record.number(page) for page in _GENERATED}
    record.close()
    return grades


def _wishes(record: Fields) -> WishGroup:
    group = WishGroup(
        id=record.slug("id"), title=record.text("title"), asks=record.references("asks", "ask")
    )
    record.close()
    return group


def _ask_page(record: Fields, reading: Reading) -> AskPage:
    page = AskPage(
        id=reading.new_id(record, "ask page"),
        title=record.text("title"),
        means=record.text("means"),
        asks=record.references("together", "ask", required=True),
        see=record.optional_reference("see", LED_TO),
    )
    reading.distinct(record, PAGE_TITLE, title=page.title)
    record.close()
    return page


def _moved(record: Fields, reading: Reading) -> Moved:
    moved = Moved(
        old=reading.claim(record.slug("old"), record.place("old"), "old address"),
        page=record.reference("page", LED_TO),
        anchor=record.optional_text("anchor") or "",
        place=record.place("old"),
    )
    record.close()
    return moved


def _section(record: Fields) -> Section:
    section = Section(
        title=record.optional_text("title"),
        place=record.choice("place", PLACES, default=PLACES[0]),
        pages=record.references("pages", MENU),
    )
    record.close()
    return section


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
    record = Fields(head, file.stem, reading.problems)
    reading.claim(file.stem, place, "page")
    page = ProsePage(
        id=file.stem,
        title=record.text("title"),
        description=record.text("description"),
        grade=record.number("grade"),
        checked=record.day("checked"),
        answer=record.text("answer"),
        resource=record.choice("resource", _RESOURCES, default=_RESOURCES[0]),
        body=file.text[front.end() :],
        body_line=Place.after(file.path, front[0]).line,
        path=file.path,
    )
    record.close()
    reading.distinct(record, PAGE_TITLE, title=page.title)
    reading.typed.extend(texts_of(head))
    return page


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

"""The guide as its authors order it: prose pages, the menu, and what generated pages promise."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Literal

from .. import families
from ..families import Family
from ..problems import Place
from .fields import (
    CHOSEN,
    NOT_EMPTY,
    PAGE_TITLE,
    AskId,
    At,
    Day,
    Distinct,
    Grade,
    Key,
    Names,
    Plain,
    Slug,
    StatementId,
    Text,
    own_id,
    ref,
)
from .pages import CHECK, DOWNLOADS, HOME, PEOPLE, PLANNER, PRINT, RESULTS, TABLE, WRITE_QUESTION

MENU = Family("page of the menu")
"""The family of what the menu may name."""
LED_TO = Family("page that another leads to")
"""The family of pages that old addresses and pages of asks lead to."""
MENU_GROUPS = ("contact-types", "sessions")
"""Entries of the menu that stand for several pages."""
GENERATED = (
    HOME,
    PLANNER,
    "ask",
    "contact-type",
    TABLE,
    PEOPLE,
    CHECK,
    DOWNLOADS,
    "session",
    RESULTS,
    WRITE_QUESTION,
    PRINT,
)
"""The pages that are made of records, whose reading grade is bounded."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ProsePage:
    """A page written in Markdown, with calls that pull in records."""

    id: str
    title: Annotated[Text, Distinct(PAGE_TITLE)]
    description: Text
    grade: Grade
    checked: Day
    answer: Text
    resource: Literal["LearningResource", "WebPage"] = "LearningResource"
    """What search engines take it for, in the words of schema.org."""
    body: str
    body_line: int
    """The line of the file on which the body begins."""
    path: str

    def place(self, offset: int) -> Place:
        """Return where a character of the body stands in the file."""
        within = Place.after(self.path, self.body[: max(0, offset)])
        return replace(within, line=self.body_line + within.line - 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """A group of pages in the navigation; without a title, its pages stand at the top level."""

    title: Text | None
    place: Literal["bar", "aside", "footer"] = "bar"
    """Where its title stands: in the bar on top, aside there, or in the footer."""
    pages: Annotated[tuple[Annotated[str, ref(MENU)], ...], NOT_EMPTY]
    """Ids of pages; the first is where the title leads."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AskGroup:
    """Asks that a seeker looks for in one place, under a title in their words."""

    id: Slug
    title: Text
    asks: Annotated[tuple[AskId, ...], CHOSEN]


@dataclass(frozen=True, kw_only=True, slots=True)
class AskPage:
    """A page for asks that are near each other; every other ask has a page of its own."""

    id: Annotated[str, own_id(families.ASK_PAGE)]
    title: Annotated[Text, Distinct(PAGE_TITLE)]
    means: Text
    asks: Annotated[tuple[AskId, ...], NOT_EMPTY, Key("together")]
    """The requests that share the page."""
    see: Annotated[str, ref(LED_TO)] | None
    """The page that says more about them, where there is one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """An address that a page had before, and the page that took its place."""

    old: Annotated[str, own_id(families.OLD_ADDRESS)]
    page: Annotated[str, ref(LED_TO)]
    anchor: Plain = ""
    place: Annotated[Place, At("old")] = field(compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class GuideText:
    """What the generated pages need besides the records: order, dates and their own words."""

    sections: Annotated[tuple[Section, ...], NOT_EMPTY]
    """The menu."""
    checked: Day
    """The day on which all was looked over, as 2026-11-22."""
    try_one: Annotated[tuple[Annotated[str, ref(families.ITEM)], ...], NOT_EMPTY, CHOSEN]
    """The ids of the items on the home page, asked one after the other."""
    grades: Annotated[Mapping[str, Grade], Names(GENERATED)]
    """The bound on the reading grade of each generated page, by page id."""
    ask_groups: tuple[AskGroup, ...] = ()
    """How asks are grouped, so that nobody faces all of them at once."""
    ask_pages: tuple[AskPage, ...] = ()
    """Pages that several requests share."""
    moved: tuple[Moved, ...] = ()
    """Addresses that pages had before."""
    most_needed: Annotated[tuple[AskId, ...], CHOSEN] = ()
    """Ids of the asks that the home page leads to at once."""
    afterward: tuple[StatementId, ...] = ()
    """Ids of the statements on what to do once somebody has helped."""

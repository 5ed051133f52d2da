"""Forms: the ordered sets of items that people take."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from .. import families
from ..problems import Place
from .before_you_send import Check
from .fields import (
    NOT_EMPTY,
    PAGE_TITLE,
    UNWRITTEN,
    Blanks,
    Count,
    Distinct,
    Flag,
    Names,
    Plain,
    Text,
    own_id,
    ref,
)
from .item_models import ItemModel
from .items import Bank, Item
from .rule_words import Accepted, RuleWords
from .written import WrittenItem

QUIZ_WORDS = (
    "form_title",
    "title_of_type",
    "title_in_list",
    "embed_site",
    "group_principles",
    "right",
    "not_here",
    "another_set",
    "practice_more",
    "write_to_one",
    "paper_key",
    "paper_run",
    "paper_box_readme",
)
"""The interface words of quizzes that code names; templates name the others."""

QUIZ_BLANKS = {
    "question_of": ("number", "total"),
    "question_again": ("number", "total"),
    "fits": ("right",),
    "progress": ("number", "total"),
    "how_long": ("questions", "minutes"),
    "guide_says": ("title",),
    "more_in": ("title",),
    "right_at_once": ("right", "total"),
    "right_in_all": ("right", "total", "more"),
    "try_of": ("number", "how"),
    "sure": ("title", "right", "total"),
    "once_more": ("number", "total"),
    "sort_first": ("open", "total"),
    "sorted": ("right", "total"),
    "form_title": ("title", "number"),
    "title_of_type": ("title", "type"),
    "title_in_list": ("short", "title"),
    "open_yourself": ("address",),
    "book": ("host",),
    "embed_unknown": ("site",),
    "embed_forward_text": ("title", "site", "script", "integrity", "frame_only"),
    "one_place": ("number", "total"),
    "stale": ("dropped",),
    "round_heading": ("round",),
    "round_title": ("round", "right", "total"),
    "topic_sure": ("sure", "begun", "total"),
    "doubtless": ("count",),
    "waiting": ("count",),
    "how_far_length": ("points", "sets"),
    "welcome_far": ("begun", "points", "sure"),
    "report_title": ("title",),
    "report_first": ("right", "total"),
    "report_topic": ("title", "right", "total"),
    "report_confusion": ("question", "chosen", "right", "statement"),
    "report_read": ("title", "address"),
    "report_when": ("date",),
    "report_more": ("shown", "total"),
    "results_told": ("results", "quizzes"),
    "results_unread": ("line",),
    "results_unread_lines": ("line", "last"),
    "results_same": ("line",),
    "results_unknown": ("line",),
    "results_cut": ("line", "dropped"),
    "results_more": ("more",),
    "results_people": ("people",),
    "results_topic": ("title", "right", "total"),
    "results_missed": ("number", "missed", "total"),
    "results_missed_rows": ("number", "missed", "total"),
    "results_chosen": ("count", "total"),
    "asks_shown": ("shown", "total"),
    "check_reading_parts": ("enough",),
    "check_state": ("title", "state"),
    "filter_shown": ("shown", "total"),
    "people_name_means": ("most",),
    "people_added": ("name",),
    "people_there": ("name",),
    "people_remove": ("name", "title"),
    "people_removed": ("name", "title"),
    "people_count": ("count",),
    "planner_no": ("question",),
    "planner_told": ("kinds",),
    "paper_run": ("title",),
    "paper_page": ("code", "page", "pages"),
    "paper_key": ("title",),
    "draft_mend": ("count",),
    "draft_todo": ("part", "field"),
    "draft_at_most": ("most",),
    "draft_settled": ("count", "total"),
    "draft_for": ("kinds",),
    "draft_for_no": ("kinds",),
    "draft_can": ("need",),
    "draft_cannot": ("need",),
    "draft_combined": ("text",),
    "draft_long": ("count", "mean"),
    "draft_short": ("count", "mean"),
    "draft_frequency": ("text",),
    "draft_absolute": ("word",),
    "draft_shared": ("word",),
    "draft_opening": ("word",),
    "draft_openings": ("told",),
    "draft_negative": ("word", "upper"),
    "draft_words": ("count", "most"),
    "draft_judging": ("word",),
    "draft_surname": ("name",),
    "draft_a_title": ("word",),
    "draft_real": ("word",),
    "draft_capital": ("word",),
    "draft_usage": ("word", "instead"),
}
"""The names in braces that templates, the player and forms fill in, by word."""
QuizWords = Annotated[Mapping[str, Text], Names(QUIZ_WORDS, more=True), Blanks(QUIZ_BLANKS)]
"""The words of quizzes, by key."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Blueprint:
    """What a form is made of."""

    id: Annotated[str, own_id(families.BLUEPRINT)]
    title: Annotated[Text, Distinct(PAGE_TITLE)]
    intro: Text
    """What readers are told before they begin."""
    size: Count
    """How many items a form has."""
    kinds: Annotated[tuple[Annotated[str, ref(families.KIND)], ...], NOT_EMPTY]
    """The kinds of items it draws from."""
    balance: Flag = False
    """Whether each closed-set key must come up equally often, give or take one."""
    per_type: Flag = False
    """Whether each contact type has a form of its own, shown on its page."""
    most: Count | None = None
    """How many forms are wanted at most, where each contact type has none of its own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DrawnItem:
    """An item in a form, with the order of its options or rows."""

    id: Annotated[str, ref(families.DRAWN_ITEM)]
    options: tuple[Plain, ...]
    """Its options or rows in the order that was drawn."""
    place: Place = field(compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class DrawnForm:
    """A committed draw: item ids and option order, never moved again."""

    id: Annotated[str, own_id(families.FORM, families.PAGE)]
    blueprint: Annotated[str, ref(families.BLUEPRINT)]
    items: tuple[DrawnItem, ...]
    """Its items in order; never changed."""
    path: str
    shortened: Annotated[bool, UNWRITTEN] = False
    """Whether an edition leaves out some of its items, so that it is no longer what its blueprint asks for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """A form ready to show: items with their options in the drawn order."""

    id: str
    title: str
    blueprint: Blueprint
    items: tuple[Item, ...]
    path: str
    contact_type: str = ""
    """The contact type that it is about, where each has one of its own."""

    @property
    def short(self) -> str:
        """What its title says beyond that of its blueprint."""
        return self.title.removeprefix(self.blueprint.title).strip(" ·") or self.title


@dataclass(frozen=True, kw_only=True, slots=True)
class QuizSource:
    """Everything in quiz/, as its authors wrote it."""

    written: tuple[WrittenItem, ...]
    models: tuple[ItemModel, ...]
    blueprints: tuple[Blueprint, ...]
    drawn: tuple[DrawnForm, ...]
    words: Mapping[str, str]
    check: Check
    rule_words: RuleWords
    accepted: tuple[Accepted, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Quizzes:
    """The whole bank and the forms drawn from it."""

    bank: Bank
    forms: tuple[Form, ...]
    check: Check
    words: Mapping[str, str]
    rules: RuleWords
    """The words that rules of its language go by."""

    def of_type(self, contact_type: str) -> Form | None:
        """Return the short form shown on a contact type's page, if one is drawn."""
        return next((form for form in self.forms if form.contact_type == contact_type), None)

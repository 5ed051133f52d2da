"""Forms: the ordered sets of items that people take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..problems import Place
from .before_you_send import Check
from .items import Bank, Item
from .rule_words import Accepted, RuleWords
from .scenes import ItemModel, WrittenItem

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


@dataclass(frozen=True, kw_only=True, slots=True)
class Blueprint:
    """What a form is made of."""

    id: str
    title: str
    intro: str
    size: int
    kinds: tuple[str, ...]
    balance: bool
    """Whether each closed-set key must come up equally often, give or take one."""
    per_type: bool
    """Whether each contact type has a form of its own, shown on its page."""
    most: int | None = None
    """How many forms are wanted at most, where each contact type has none of its own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DrawnItem:
    """An item in a form, with the order of its options or rows."""

    id: str
    options: tuple[str, ...]
    place: Place = field(compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class DrawnForm:
    """A committed draw: item ids and option order, never moved again."""

    id: str
    blueprint: str
    items: tuple[DrawnItem, ...]
    path: str


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

    def of_type(self, contact_type: str) -> Form | None:
        """Return the short form shown on a contact type's page, if one is drawn."""
        return next((form for form in self.forms if form.contact_type == contact_type), None)

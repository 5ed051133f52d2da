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
    Count,
    Distinct,
    Flag,
    Plain,
    Text,
    own_id,
    ref,
)
from .item_models import ItemModel
from .items import Bank, Item
from .rule_words import Accepted, RuleWords
from .written import WrittenItem


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
    """The highest number of forms, if they are not one for each contact type."""


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
    """The contact type that it is about, if each has a form of its own."""

    @property
    def short(self) -> str:
        """Its title without that of its blueprint."""
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
    """The word lists for the rules of its language."""

    def of_type(self, contact_type: str) -> Form | None:
        """Return the short form shown on a contact type's page, if one is drawn."""
        return next((form for form in self.forms if form.contact_type == contact_type), None)

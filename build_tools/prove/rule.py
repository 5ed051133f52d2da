"""Rules of the bank: what one is, what it looks at, and what it finds."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import Literal, Self

from ..derive.draw import Series
from ..derive.table import Table
from ..model.edition import is_of_edition
from ..model.forms import Form
from ..model.items import Choice, Grid, Item, Option
from ..model.language import GUIDE_LANGUAGE
from ..model.library import Library
from ..model.rule_words import Measures, RuleWords
from ..model.typed import Typed
from ..problems import Place, Problem
from .language import reading_grade, words

Severity = Literal["error", "warning"]
_SHORT = 2


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Subject:
    """What rules look at: items, the forms drawn from them, and the facts they rest on."""

    library: Library
    table: Table
    items: Sequence[Item]
    forms: Sequence[Form]
    series: Sequence[Series]
    """The items that one form may be drawn from, by blueprint."""
    words: RuleWords

    @property
    def choices(self) -> list[Choice]:
        """The items with options and one key."""
        return [item for item in self.items if isinstance(item, Choice)]

    @property
    def grids(self) -> list[Grid]:
        return [item for item in self.items if isinstance(item, Grid)]

    def of(self, items: Sequence[Item]) -> Self:
        """Return the same facts with these items and no forms."""
        return replace(self, items=items, forms=(), series=())

    def of_its_language(self) -> Self:
        """Return the same with the items that are written in its language, for rules that go by its words.

        What nobody has translated is as the guide has it.
        """
        if self.library.language.name == GUIDE_LANGUAGE.name:
            return self
        written = [item for item in self.items if is_of_edition(item.place.path)]
        return replace(self, items=written)

    def listed(self, name: str) -> tuple[str, ...]:
        """Return one of the word lists, empty where the language has none."""
        return self.words.lists.get(name, ())

    def content(self, text: str) -> frozenset[str]:
        """Return the words that carry content: neither short nor listed as function words."""
        return _content(text, self.listed("function"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One thing that breaks a rule."""

    place: Place
    item: str
    """The item, form or bank that breaks it."""
    what: str
    instead: str
    text: str = ""
    """The one text that breaks it; “” where several do so together."""

    @classmethod
    def of(cls, item: Item, what: str, instead: str, text: str = "") -> Self:
        return cls(place=item.place, item=item.id, what=what, instead=instead, text=text)

    def problem(self, rule: str, typed: Iterable[Typed]) -> Problem:
        """Return it as a problem, at the line of its text if that stands in a file as it is."""
        same = (one.place for one in typed if one.text == self.text)
        here = (at for at in same if at.path == self.place.path and at.line >= self.place.line)
        at = next(here, self.place)
        return Problem(place=at, where=self.item, what=self.what, instead=self.instead, rule=rule)


Findings = Iterator[Finding]
Find = Callable[[Subject], Findings]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `find` yields what breaks it."""

    id: str
    severity: Severity
    find: Find
    needs: str = ""
    """The list that it goes by, without which it rests; see `LISTS`."""


def grade_of(item: Item, measures: Measures) -> float:
    """Return the grade that reading an item takes, with all that it explains."""
    return reading_grade(f"{item.stem} {item.question} {explanation(item)}", measures.formula)


def each(find: Callable[[Item, Subject], Findings]) -> Find:
    """Return what yields what `find` yields of each item."""
    return lambda subject: chain.from_iterable(find(one, subject) for one in subject.items)


def each_choice(find: Callable[[Choice, Subject], Findings]) -> Find:
    """Return what yields what `find` yields of each item with options."""
    return lambda subject: chain.from_iterable(find(one, subject) for one in subject.choices)


def phrases_in(text: str, phrases: Iterable[str]) -> list[str]:
    """Return the phrases that stand in a text as whole words."""
    spaced = _spaced(text)
    return [phrase for phrase, wanted in _wanted(tuple(phrases)) if wanted in spaced]


@lru_cache(maxsize=4096)
def _content(text: str, function: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for word in words(text) if len(word) > _SHORT).difference(function)


@lru_cache(maxsize=4096)
def _spaced(text: str) -> str:
    # Many rules look at one text, and this is most of what they cost.
    return f" {' '.join(words(text))} "


@lru_cache(maxsize=64)
def _wanted(phrases: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return phrases with what stands for each in a spaced text."""
    return tuple((phrase, f" {phrase.casefold()} ") for phrase in phrases)


def explanation(item: Item) -> str:
    """Return the rationales of an item as one text."""
    return " ".join(part.rationale for part in item.parts)


def with_phrase(phrase: str, texts: Iterable[str]) -> str:
    """Return the first text that holds a phrase, or “”."""
    return next((text for text in texts if phrases_in(text, (phrase,))), "")


def distractors(item: Choice) -> list[Option]:
    return [option for option in item.options if not option.right]


def fitting_nobody(item: Choice) -> list[Option]:
    """Return the distractors that would be right for nobody; a closed set offers who is there."""
    return [] if item.closed else [one for one in distractors(item) if not one.right_for]


def rests_on(item: Item) -> set[str]:
    """Return the ids of every statement that an item asks about or leans on."""
    return {*item.about, *(part.rests_on for part in item.parts)}

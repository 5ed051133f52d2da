"""All quizzes as the page shows them that puts results together: each question once, and which of them each quiz asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .addresses import PRACTICE
from .items import ItemView
from .views import Views


@dataclass(frozen=True, kw_only=True, slots=True)
class QuizTokens:
    """A quiz by the name that it has in addresses, with the tokens of its questions in their order."""

    id: str
    title: str
    tokens: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Results:
    quizzes: tuple[QuizTokens, ...]
    items: tuple[ItemView, ...]


def results_view(views: Views) -> Results:
    """Return every quiz, practice last, and every question that one of them asks."""
    items = tuple(views.quizzes.bank.items.values())
    return Results(
        quizzes=tuple(_quizzes(views)),
        items=views.form(PRACTICE, "", items).items,
    )


def _quizzes(views: Views) -> Iterator[QuizTokens]:
    for form in views.quizzes.forms:
        tokens = tuple(item.token for item in form.items)
        yield QuizTokens(id=form.id, title=views.title_of(form), tokens=tokens)
    tokens = tuple(item.token for item in views.quizzes.bank.items.values())
    yield QuizTokens(id=PRACTICE, title=views.addresses.titles[PRACTICE], tokens=tokens)

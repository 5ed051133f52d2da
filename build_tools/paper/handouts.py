"""Sheets about the guide as a whole: the table, the check, the update, the routine, and cards to sort."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..addresses import CHECK, TABLE
from ..check_view import check_view
from ..model.facts import Message
from ..views import RowView
from .sheet import PaperSource, Sheet

_CARDS = "cards"
_UPDATE = "update"
_ROUTINE = "routine"


@dataclass(frozen=True, kw_only=True, slots=True)
class RowGroupView:
    title: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PartView:
    """A paragraph of a message; `label` is what stands before its colon, “” where there is none."""

    label: str
    text: str


def table(source: PaperSource) -> Iterator[Sheet]:
    """Yield the table of who can help with what: one page, verdicts only."""
    words, views = source.content.library.words, source.views
    groups = (
        RowGroupView(title=words["table_requests"], rows=views.rows("request", "step")),
        RowGroupView(title=words["table_warnings"], rows=views.rows("overreach")),
    )
    yield Sheet(
        id=TABLE,
        kind="table",
        code=TABLE,
        title=words["table_title"],
        href=source.address(TABLE),
        context={"groups": groups, "types": source.content.library.types},
    )


def check(source: PaperSource) -> Iterator[Sheet]:
    """Yield the check before sending: its lines on one page, how to read them on the next."""
    yield Sheet(
        id=CHECK,
        kind="check",
        code=CHECK,
        title=source.content.library.words["before_title"],
        href=source.address(CHECK),
        context={"check": check_view(source.content, source.views, source.problems)},
    )


def update(source: PaperSource) -> Iterator[Sheet]:
    """Yield the update with room to write each of its parts."""
    library = source.content.library
    told = library.handouts.update
    message = next(one for one in library.messages if one.id == told.message)
    statements = (library.statements[name] for name in told.about)
    yield Sheet(
        id=_UPDATE,
        kind="update",
        code=_UPDATE,
        title=told.title,
        href=source.address(told.page),
        context={
            "about": tuple(source.views.statement(one) for one in statements),
            "parts": tuple(_parts(message)),
        },
    )


def routine(source: PaperSource) -> Iterator[Sheet]:
    """Yield the weekly routine, with what its page answers first."""
    library = source.content.library
    told = library.handouts.routine
    answers = (page.answer for page in library.pages if page.id == told.page)
    yield Sheet(
        id=_ROUTINE,
        kind="routine",
        code=_ROUTINE,
        title=told.title,
        href=source.address(told.page),
        context={"steps": told.steps, "lead": next(answers, "")},
    )


def cards(source: PaperSource) -> Iterator[Sheet]:
    """Yield cards to cut out: contact types as headings, and a card for each ask."""
    library = source.content.library
    yield Sheet(
        id=_CARDS,
        kind="cards",
        code=_CARDS,
        title=source.content.quizzes.words["paper_cards"],
        href=source.address(TABLE),
        context={"types": library.types, "asks": library.asks},
    )


def _parts(message: Message) -> Iterator[PartView]:
    for paragraph in message.text.split("\n\n"):
        label, colon, text = paragraph.strip().partition(": ")
        yield PartView(label=label if colon else "", text=text if colon else label)

"""The pages that are one component of quiz/components/ each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ...show.addresses import (
    BANK,
    CHECK,
    PEOPLE,
    PLANNER,
    PRACTICE,
    RESULTS,
    TABLE,
    WRITE_QUESTION,
    bank_page,
)
from ...show.bank import bank_view
from ...show.before_you_send import check_view
from ...show.items import FormView
from ...show.people_map import people_view
from ...show.planner import planner_view
from ...show.practice import practice_view
from ...show.ties import own_case_view
from ...show.write_question import question_form
from ..asked import ASKED
from ..prose_calls import form_groups, parts
from .page import GuidePage, Head, Loads
from .writer import TOP, PageWriter

_CHECK = Head(
    id=CHECK,
    template=CHECK,
    edit="quiz/components/before-you-send/check.yml",
    loads=Loads(("credibility",), ("player", "credibility")),
    embeds=True,
)
_PLANNER = Head(
    id=PLANNER,
    template=PLANNER,
    edit="content/asks.yml",
    loads=Loads(
        ("planner", "credibility", "message"), ("player", "credibility", "message", "planner")
    ),
    embeds=True,
)
_PEOPLE = Head(
    id=PEOPLE,
    template=PEOPLE,
    edit="content/words.yml",
    loads=Loads(("people-map",), ("player", "people-map")),
)
_RESULTS = Head(
    id=RESULTS,
    template=RESULTS,
    edit="content/words.yml",
    loads=Loads(("results",), ("player", "results")),
)

_WRITE_QUESTION = Head(
    id=WRITE_QUESTION,
    template=WRITE_QUESTION,
    edit="content/words.yml",
    loads=Loads(("write-question",), ("player", "write-question")),
)
_ABOUT = Head(
    id=BANK,
    template="item-bank-about",
    edit="content/words.yml",
    loads=Loads(styles=("bank-filter",)),
)
"""The questions about one of them; each page has an id of its own."""


def planner(writer: PageWriter) -> GuidePage:
    macros: Any = parts(writer)
    context = {
        "planner": planner_view(writer.views),
        "guide": writer.views.library.words,
        "message": macros.message,
        "whole": True,
    }
    return writer.page(_PLANNER, planner=writer.component("planner/planner", context))


def table(writer: PageWriter) -> GuidePage:
    loads = Loads(("table-filter",), ("bank-filter", "table-filter"))
    head = Head(id=TABLE, template="who-can-help", edit="content/asks.yml", loads=loads)
    library = writer.views.library
    context = {"groups": library.guide.wishes, "types": library.types}
    return writer.page(
        head,
        filter=writer.component("table-filter/filter", context),
        rows=writer.views.rows("request", "step"),
        warnings=writer.views.rows("overreach"),
    )


def people(writer: PageWriter) -> GuidePage:
    context = {
        "people": people_view(writer.views),
        "guide": writer.views.library.words,
    }
    return writer.page(_PEOPLE, people=writer.component("people-map/people-map", context))


def check(writer: PageWriter) -> GuidePage:
    check = check_view(writer.views)
    context = {"check": check, "level": TOP, "whole": True, "steps": False}
    return writer.page(_CHECK, check=writer.component("before-you-send/before-you-send", context))


def practice(writer: PageWriter) -> GuidePage:
    title = writer.views.addresses.titles[PRACTICE]
    view = practice_view(writer.views, title)
    head = Head(
        id=PRACTICE,
        template="practice",
        edit="content/words.yml",
        loads=Loads(
            ("practice", "own-case", "report"), ("player", "practice", "own-case", "report")
        ),
    )
    own = own_case_view(writer.views)
    context = {"practice": view, "form": view.form, "topics": view.topics, "own": own, "level": 3}
    groups = form_groups((), writer.views.quizzes, writer.views)
    markup = writer.component("practice/practice", context)
    return writer.page(head, practice=markup, groups=groups)


def bank(writer: PageWriter) -> Iterator[GuidePage]:
    """Yield the page of all questions, and those with their reasons: one for each contact type, and one for the rest."""
    bank = bank_view(writer.views)
    controls = writer.component("bank-filter/filter", {"bank": bank})
    head = Head(
        id=BANK,
        template="item-bank",
        edit="content/words.yml",
        loads=Loads.of("bank-filter"),
    )
    yield writer.page(head, bank=bank, filter=controls)
    for about in bank.types:
        part = bank.about(about)
        if part.groups:
            yield writer.page(replace(_ABOUT, id=bank_page(about)), bank=part)


def results(writer: PageWriter) -> GuidePage:
    context = {"asked": ASKED}
    return writer.page(_RESULTS, results=writer.component("results/results", context))


def write_question(writer: PageWriter) -> GuidePage:
    view = question_form(writer.views)
    form = FormView(id=WRITE_QUESTION, title="", items=(view.preview,))
    context = {"asked": view, "item": view.preview, "form": form, "level": 3}
    markup = writer.component("write-question/write-question", context)
    return writer.page(_WRITE_QUESTION, write_question=markup)

"""Ids of what is known only once quizzes and pages are: each must exist, and all are looked up in one place."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ...model.forms import QuizSource
from ...model.rule_words import BANK
from ...problems import Problems, note_unknown
from ...read.guide import MENU, MENU_GROUPS
from ...read.handouts import PAGE
from ...read.rule_words import ACCEPTED
from ...read.workshop import HANDED_OUT, SHOWN, item_family
from ...show.addresses import Addresses
from ...show.content import Content
from ..exporters import EXPORTERS

_MORE_PAGES = ("ask", "session", "page")
"""Families of which each record has a page, whose ids no file name tells."""


def note_unknown_ids(
    content: Content, quiz: QuizSource, addresses: Addresses, problems: Problems
) -> None:
    """Note each format, item, form and page that a record names and that does not exist.

    What an author drew counts as a form, whether or not it could be made.
    """
    known = {"format": EXPORTERS, **_items(content, quiz, addresses)}
    if not problems.lacks(*_MORE_PAGES):
        known |= _pages(quiz, addresses)
    note_unknown(problems, known)


def drawn_blueprints(quiz: QuizSource, problems: Problems) -> Collection[str]:
    """Return the ids of the blueprints that forms name; of all, where a form names none that exists.

    A form that could not be read may name the one that its id begins with.
    """
    every = {blueprint.id for blueprint in quiz.blueprints}
    named = {form.blueprint for form in quiz.drawn}
    unread = {one for one in every if any(name.startswith(one) for name in problems.unread)}
    return every if named - every else named | unread


def _items(
    content: Content, quiz: QuizSource, addresses: Addresses
) -> Mapping[str, Collection[str]]:
    bank = content.quizzes.bank.items
    forms = {form.id: [item.id for item in form.items] for form in quiz.drawn}
    # Where a form names an item that does not exist, another name may be the right one.
    of_forms = {
        item_family(form): items if bank.keys() >= set(items) else {*items, *bank}
        for form, items in forms.items()
    }
    return {
        "item": bank,
        "twin": bank,
        ACCEPTED: {*bank, *forms, *addresses.titles, BANK, *_files(quiz)},
        **{item_family(page): () for page in addresses.titles},
        **of_forms,
    }


def _pages(quiz: QuizSource, addresses: Addresses) -> Mapping[str, Collection[str]]:
    pages = {
        *addresses.titles,
        *(form.id for form in quiz.drawn if not _on_another_page(form.blueprint, quiz)),
    }
    return {
        MENU: {*pages, *MENU_GROUPS},
        PAGE: pages,
        "step page": pages,
        HANDED_OUT: pages,
        SHOWN: {*pages, *(form.id for form in quiz.drawn)},
    }


def _on_another_page(name: str, quiz: QuizSource) -> bool:
    return any(one.per_type for one in quiz.blueprints if one.id == name)


def _files(quiz: QuizSource) -> Collection[str]:
    """Return what accepted warnings name that is a file: warnings of texts name theirs."""
    return [one.item for one in quiz.accepted if one.item.endswith(".yml")]

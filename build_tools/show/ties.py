"""Ties as pages show them: the questions, what a request needs, and how a contact type answers."""

from dataclasses import dataclass

from ..derive.ties import ties_of
from ..model.library import Ask, ContactType
from ..model.ties import Need, Tie
from .addresses import Link
from .needs import need_text
from .views import Views


@dataclass(frozen=True, kw_only=True, slots=True)
class NeedView:
    """What a request needs of whoever is asked, in one sentence."""

    text: str
    badge: str
    """What it rests on: “source” or “advice”."""
    href: str | None
    """The statement that gives the reason, if one does."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TieAnswer:
    """How one of the questions is answered for a contact type."""

    question: str
    answer: str
    brought: bool
    href: str | None
    """The statement that says so, where it is brought."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnCase:
    """What a reader needs to think of one person they know."""

    ties: tuple[Tie, ...]
    asks: tuple[tuple[Link, Need, str], ...]
    """Requests whose need rests on a source, each with that need, and with the sentence that says it."""


def own_case_view(views: Views) -> OwnCase:
    library = views.library
    return OwnCase(
        ties=library.ties,
        asks=tuple(
            (
                Link(title=ask.say, href=views.addresses.ask(ask.id)),
                ask.needs,
                need_text(ask, library),
            )
            for ask in library.asks
            if ask.needs and ask.needs.rests_on
        ),
    )


def need_view(ask: Ask, views: Views) -> NeedView | None:
    """Return what a request needs, or None for an overreach."""
    if ask.needs is None:
        return None
    statement = views.library.statements.get(ask.needs.rests_on or "")
    return NeedView(
        text=need_text(ask, views.library),
        badge="source" if statement else "advice",
        href=views.addresses.statement(statement) if statement else None,
    )


def tie_answers(contact_type: ContactType, views: Views) -> tuple[TieAnswer, ...]:
    """Return the answer of a contact type to each of the questions."""
    named = {brought.tie: brought.rests_on for brought in contact_type.brings}
    statements = views.library.statements
    return tuple(
        TieAnswer(
            question=tie.question,
            answer=tie.brought if tie.id in ties_of(contact_type) else tie.lacking,
            brought=tie.id in ties_of(contact_type),
            href=views.addresses.statement(statements[named[tie.id]]) if tie.id in named else None,
        )
        for tie in views.library.ties
    )

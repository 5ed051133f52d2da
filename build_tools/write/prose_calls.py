"""What a prose page may call, as functions from ids to rendered records."""

from collections.abc import Mapping
from typing import Any

from ..model.forms import Blueprint, Form, Quizzes
from ..model.records import grouped
from ..model.workshop import Session
from ..show.addresses import Link, session_page
from ..show.cards import card_people
from ..show.items import StatementView
from ..show.views import Views
from .writer import Writer

FormGroup = tuple[Blueprint, tuple[tuple[Form, str], ...]]
"""A blueprint with the forms drawn from it, each with its address."""


def make_calls(writer: Writer) -> Mapping[str, Any]:
    """Return every name of `prose.known_calls`; each renders a macro of parts.md.j2."""
    views, library, quizzes = writer.views, writer.views.library, writer.views.quizzes
    macros: Any = parts(writer)
    messages, studies = library.every_message, library.evidence.by_id
    asks, sources = library.asks.by_id, library.sources.by_id
    lines = quizzes.check.brief.items

    def see(name: str) -> StatementView:
        return views.statement(library.statements[name])

    return {
        # A section of prose says more than the statements it shows, and marks what is ours.
        "statement": lambda *names: macros.statements(
            [see(name) for name in names], "principle", whole=False
        ),
        "point": lambda name: macros.point(see(name)),
        "finding": lambda name: macros.finding(studies[name], views.addresses.study(name)),
        "message": lambda name: macros.message(messages.by_id[name], lines),
        "messages": lambda name: macros.messages(
            [message for message in messages if message.id.startswith(f"{name}/")], lines
        ),
        "sourced": lambda name: macros.sourced(sources[name.split("/", 1)[0]]),
        "ask": lambda name: macros.ask(asks[name], views.addresses.ask(name)),
        "verdict": lambda name: library.words[f"verdict_{name}"],
        "forms": lambda *names: macros.forms(form_groups(names, quizzes, views)),
        "cards": lambda: macros.cards(card_people(views)),
        "routine": lambda: macros.routine(library.handouts.routine.steps),
        "downloads": lambda: macros.downloads(views.settings.downloads, views.settings.paper),
        "sessions": lambda: macros.sessions(_sessions(views)),
        "advice": macros.advice,
        "inferred": lambda: macros.badge("inferred"),
        "evidence": lambda: macros.evidence(library.evidence),
        "sources": lambda: macros.sources(library.sources),
        "contact": lambda: macros.contact(views.settings.contact),
        "types": library.types,
    }


def parts(writer: Writer) -> object:
    """Return the macros of parts.md.j2, with the words of the guide."""
    words = {"words": writer.views.library.words}
    return writer.templates.markdown.get_template("parts.md.j2", globals=words).module


def form_groups(names: tuple[str, ...], quizzes: Quizzes, views: Views) -> list[FormGroup]:
    """Return the named blueprints with their forms, all of them where no name is given."""
    shown = (form for form in quizzes.forms if not form.blueprint.per_type)
    wanted = (form for form in shown if not names or form.blueprint.id in names)
    return [
        (
            forms[0].blueprint,
            tuple((form, views.addresses.page(form.id)) for form in forms),
        )
        for _, forms in grouped(wanted, lambda form: form.blueprint.id, names)
    ]


def _sessions(views: Views) -> list[tuple[Session, Link]]:
    pages = [(one, session_page(one.id)) for one in views.library.workshop.sessions]
    return [
        (session, Link(title=views.addresses.titles[page], href=views.addresses.page(page)))
        for session, page in pages
    ]

"""What a prose page may call, as functions from ids to rendered records."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup

from ..model.forms import Blueprint, Form, Quizzes
from ..model.language import Language
from ..model.library import ContactType
from ..model.pages import session_page
from ..model.records import grouped
from ..model.workshop import Session
from ..show.addresses import Link
from ..show.cards import card_people
from ..show.items import SectionView
from ..show.views import Views
from .prose import TYPE_WORDS
from .render import as_markdown
from .writer import Writer

_BLOCK = re.compile(r"^<(dl|figure|ol|p|right-ask-\w+|section|ul)\b", re.MULTILINE)
"""What begins a part of a page that a call is replaced with, where it is more than words of a sentence."""
FormGroup = tuple[Blueprint, tuple[tuple[Form, str], ...]]
"""A blueprint with the forms drawn from it, each with its address."""


def make_calls(writer: Writer) -> dict[str, Any]:
    """Return every name of `prose.known_calls` that says something on paper too; each renders a macro of parts.md.j2."""
    views, library, quizzes = writer.views, writer.views.library, writer.views.quizzes
    macros = macros_of(writer)
    messages, studies = library.every_message, library.evidence.by_id
    asks, sources = library.asks.by_id, library.sources.by_id
    lines = quizzes.check.brief.items

    return {
        # A section of prose says more than the statements it shows, and marks what is ours.
        "statement": lambda *names: macros.statements(
            SectionView(lists=(("principle", tuple(map(views.statement_of, names))),), whole=False)
        ),
        "point": lambda name: macros.point(views.statement_of(name)),
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


def calls_in(calls: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """Return calls whose results are marked with their language, for a page that is in another one."""
    says = f'lang="{language.tag}" dir="{language.direction}"'
    called = {name: partial(_said, call, says) for name, call in calls.items() if callable(call)}
    return called | {"types": [_typed(one, says) for one in calls["types"]]}


def _typed(one: ContactType, says: str) -> SimpleNamespace:
    words = {name: _said(partial(getattr, one), says, name) for name in TYPE_WORDS}
    return SimpleNamespace(**words, id=one.id)


def _said(call: Callable[..., object], says: str, *ids: str) -> Markup:
    html = str(as_markdown(call(*ids)))
    if _BLOCK.search(html):
        return Markup(_BLOCK.sub(rf"<\1 {says}", html))  # noqa: S704 - ours
    return Markup(f"<span {says}>{html}</span>" if html.strip() else html)  # noqa: S704 - ours


def macros_of(writer: Writer) -> Any:
    """Return the macros of parts.md.j2, with the words of the guide."""
    words = {"words": writer.views.library.words}
    return writer.templates.markdown.get_template("parts.md.j2", globals=words).module


def form_groups(names: tuple[str, ...], quizzes: Quizzes, views: Views) -> list[FormGroup]:
    """Return the named blueprints with their forms, all of them where no name is given."""
    shown = (form for form in quizzes.forms if not form.blueprint.per_type)
    wanted = (form for form in shown if not names or form.blueprint.id in names)
    return [
        (forms[0].blueprint, tuple((form, views.addresses.page(form.id)) for form in forms))
        for _, forms in grouped(wanted, lambda form: form.blueprint.id, names)
    ]


def _sessions(views: Views) -> list[tuple[Session, Link]]:
    pages = [(one, session_page(one.id)) for one in views.library.workshop.sessions]
    return [
        (session, Link(title=views.addresses.titles[page], href=views.addresses.page(page)))
        for session, page in pages
    ]

"""The standalone pages: one self-contained file for each form, and for the check before sending."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Any

from .addresses import CHECK, Addresses
from .check_view import check_view
from .content import Content
from .errors import Problems
from .model.forms import Form
from .model.items import Grid
from .views import Views

FOLDER = "embed"
"""Where they lie, below the pages of the guide."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Standalone:
    """One standalone page: a component, with what surrounds it."""

    id: str
    title: str
    lead: tuple[str, ...]
    guide: str
    """The same in the guide."""
    template: str
    script: str
    styles: tuple[str, ...]
    """The files of its component, below quiz/."""
    context: Callable[[], Mapping[str, Any]]
    """What its template is handed; made when asked for, since a list of pages needs none of it."""
    grids: bool = False
    """Whether it shows sort grids, which its script then needs to know."""
    plain: bool = False
    """Whether it still says something as plain HTML, so that there is a file of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StandaloneSource:
    """What standalone pages are made of; the addresses in `views` lead from one to the guide."""

    content: Content
    views: Views
    problems: Problems


def standalone_pages(source: StandaloneSource, *, every: bool) -> Iterator[Standalone]:
    """Yield every standalone page, or the first one of each kind."""
    for kind in _KINDS:
        yield from islice(kind(source), None if every else 1)


def standalone_source(
    content: Content, addresses: Addresses, problems: Problems
) -> StandaloneSource:
    """Return what standalone pages are made of, with addresses for wherever a person keeps one."""
    views = Views(
        library=content.library,
        table=content.table,
        addresses=replace(addresses, base=addresses.site or "../"),
        words=content.quizzes.words,
        alone=True,
    )
    return StandaloneSource(content=content, views=views, problems=problems)


def _forms(source: StandaloneSource) -> Iterator[Standalone]:
    for form in source.content.quizzes.forms:
        title = source.content.quizzes.full_title(form, source.content.library.types)
        yield Standalone(
            id=form.id,
            title=title,
            lead=(form.blueprint.intro,),
            guide=source.views.addresses.page(
                source.content.quizzes.page_of(form, source.content.library.types)
            ),
            template="player/form.html.j2",
            script="player/player.js",
            styles=("player/player.css",),
            context=partial(_form, form, title, source),
            grids=any(isinstance(item, Grid) for item in form.items),
            plain=True,
        )


def _form(form: Form, title: str, source: StandaloneSource) -> dict[str, Any]:
    view = source.views.form(form.id, title, form.items)
    return {"form": view, "level": 2, "summary": True, "report": False}


def _check(source: StandaloneSource) -> Iterator[Standalone]:
    words = source.content.library.words
    yield Standalone(
        id=CHECK,
        title=words["before_title"],
        lead=(words["before_lead"], words["before_limits"]),
        guide=source.views.addresses.page(CHECK),
        template="credibility/credibility.html.j2",
        script="credibility/credibility.js",
        styles=("player/player.css", "credibility/credibility.css"),
        context=lambda: {
            "check": check_view(source.content, source.views, source.problems),
            "level": 2,
            "whole": True,
        },
    )


_KINDS: tuple[Callable[[StandaloneSource], Iterator[Standalone]], ...] = (_forms, _check)
"""What there is as a standalone page. To add a component, write a function like these."""

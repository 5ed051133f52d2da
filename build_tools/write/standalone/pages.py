"""The standalone pages: one self-contained file for each form, for the check before sending, and for the planner."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from ...model.items import Grid
from ...problems import Problems
from ...show.addresses import CHECK, PLANNER
from ...show.before_you_send import check_view
from ...show.items import FormView
from ...show.next_steps import steps_after
from ...show.planner import planner_view
from ...show.views import Views

_ROWS = ("components/player/rows.css", "channels/standalone/rows.css")
FOLDER = "embed"
"""Where they lie, below the pages of the guide."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Standalone:
    """One standalone page: a component, with what surrounds it."""

    id: str
    title: str
    lead: tuple[str, ...]
    guide: str
    """The same in the guide; “” where nothing leads there."""
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
    oembed: str | None = None
    """Where it tells other sites how to embed it, if it does."""

    @property
    def canonical(self) -> str | None:
        """The same in the guide, where that has a whole address."""
        return self.guide if "://" in self.guide else None


@dataclass(frozen=True, kw_only=True, slots=True)
class StandaloneSource:
    """What standalone pages are made of; the addresses in `views` lead from one to the guide."""

    views: Views
    problems: Problems


def standalone_pages(source: StandaloneSource) -> Iterator[Standalone]:
    """Yield every standalone page."""
    for kind in _KINDS:
        yield from kind(source)


def standalone_source(views: Views, problems: Problems) -> StandaloneSource:
    """Return what standalone pages are made of, with addresses for wherever a person keeps one."""
    views = views.leading(views.addresses.site or "../", alone=True)
    return StandaloneSource(views=views, problems=problems)


def _forms(source: StandaloneSource) -> Iterator[Standalone]:
    views, addresses = source.views, source.views.addresses
    for form in views.quizzes.forms:
        title = views.title_of(form)
        yield form_page(
            partial(
                source.views.form,
                form.id,
                title,
                form.items,
                steps_after(form, views),
            ),
            id=form.id,
            title=title,
            lead=(form.blueprint.intro,),
            guide=addresses.page(views.page_of(form)),
            grids=any(isinstance(item, Grid) for item in form.items),
            oembed=addresses.oembed(form.id),
        )


def form_page(view: Callable[[], FormView], *, grids: bool, **about: Any) -> Standalone:
    """Return the standalone page of a form, from its view and what else a `Standalone` says."""
    rows = _ROWS if grids else ()
    return Standalone(
        grids=grids,
        template="components/player/form.html.j2",
        script="player/player",
        styles=("components/player/player.css", *rows),
        context=lambda: {"form": view(), "level": 2, "summary": True, "report": False},
        plain=True,
        **about,
    )


def _check(source: StandaloneSource) -> Iterator[Standalone]:
    words = source.views.library.words
    yield Standalone(
        id=CHECK,
        title=words["before_title"],
        lead=(words["before_lead"], words["before_limits"]),
        guide=source.views.addresses.page(CHECK),
        oembed=source.views.addresses.oembed(CHECK),
        template="components/before-you-send/before-you-send.html.j2",
        script="before-you-send/before-you-send",
        styles=(
            "components/player/player.css",
            _ROWS[0],
            "components/before-you-send/before-you-send.css",
            _ROWS[1],
        ),
        context=lambda: {
            "check": check_view(source.views),
            "level": 2,
            "whole": True,
            "steps": True,
        },
    )


def _planner(source: StandaloneSource) -> Iterator[Standalone]:
    words = source.views.library.words
    yield Standalone(
        id=PLANNER,
        title=words["planner_title"],
        lead=(words["planner_alone"],),
        guide=source.views.addresses.page(PLANNER),
        oembed=source.views.addresses.oembed(PLANNER),
        template="components/planner/planner.html.j2",
        script="planner/planner",
        styles=(
            "components/player/player.css",
            "components/planner/planner.css",
            "components/planner/alone.css",
        ),
        context=lambda: {
            "planner": planner_view(source.views),
            "guide": words,
            "whole": False,
        },
    )


_KINDS: tuple[Callable[[StandaloneSource], Iterator[Standalone]], ...] = (_forms, _check, _planner)
"""What there is as a standalone page. To add a component, write a function like these."""

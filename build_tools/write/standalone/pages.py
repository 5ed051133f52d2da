"""The standalone pages: one self-contained file for each form, for the check before sending, and for the planner."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...model.pages import CHECK, PLANNER
from ...show.before_you_send import check_view
from ...show.items import FormView
from ...show.next_steps import steps_after
from ...show.planner import planner_view
from ..writer import Writer

_PLAYER = "components/player/player.css"
_ROWS = ("components/player/rows.css", "channels/standalone/rows.css")


@dataclass(frozen=True, kw_only=True, slots=True)
class Standalone:
    """One standalone page: a component, with what surrounds it."""

    id: str
    title: str
    lead: tuple[str, ...]
    guide: str
    """Where its content is in the guide; “” where nothing leads there."""
    template: str
    script: str
    styles: tuple[str, ...]
    """The files of its component, below quiz/."""
    context: Mapping[str, Any]
    """What its template is handed."""
    grids: bool = False
    """Whether it shows grids, for which its script needs more pieces."""
    plain: bool = False
    """Whether it still says something as plain HTML, so that there is a file of it."""
    oembed: str | None = None
    """The address at which it tells other sites how to embed it, if it does."""

    @property
    def canonical(self) -> str | None:
        """Where its content is in the guide, if that is a whole address."""
        return self.guide if "://" in self.guide else None


def standalone_pages(writer: Writer) -> Iterator[Standalone]:
    """Yield every standalone page. To add a component, write a function like those of the last two."""
    yield from _forms(writer)
    yield _check(writer)
    yield _planner(writer)


def standalone_writer(writer: Writer) -> Writer:
    """Return what writes pages of one file, whose links lead to the guide from wherever a person keeps one."""
    return writer.leading(writer.views.addresses.site or "../", standalone=True)


def _forms(writer: Writer) -> Iterator[Standalone]:
    views, addresses = writer.views, writer.views.addresses
    for form in views.quizzes.forms:
        yield form_page(
            views.form(form.id, views.title_of(form), form.items, steps_after(form, views)),
            intro=form.blueprint.intro,
            guide=addresses.page(views.page_of(form)),
            oembed=addresses.oembed(form.id),
        )


def form_page(form: FormView, *, intro: str, guide: str, oembed: str | None = None) -> Standalone:
    grids = any(item.grid for item in form.items)
    return Standalone(
        id=form.id,
        title=form.title,
        lead=(intro,),
        guide=guide,
        template="components/player/form.html.j2",
        script="player/player",
        styles=(_PLAYER, *_ROWS) if grids else (_PLAYER,),
        context={"form": form, "level": 2, "summary": True, "report": False, "reach": False},
        grids=grids,
        plain=True,
        oembed=oembed,
    )


def _check(writer: Writer) -> Standalone:
    words = writer.views.library.words
    return Standalone(
        id=CHECK,
        title=words["before_title"],
        lead=(words["before_lead"], words["before_limits"]),
        guide=writer.views.addresses.page(CHECK),
        oembed=writer.views.addresses.oembed(CHECK),
        template="components/before-you-send/before-you-send.html.j2",
        script="before-you-send/before-you-send",
        styles=(_PLAYER, _ROWS[0], "components/before-you-send/before-you-send.css", _ROWS[1]),
        context={
            "check": check_view(writer.views.quizzes.check, writer.views),
            "level": 2,
            "whole": True,
            "steps": True,
        },
    )


def _planner(writer: Writer) -> Standalone:
    words = writer.views.library.words
    return Standalone(
        id=PLANNER,
        title=words["planner_title"],
        lead=(words["planner_alone"],),
        guide=writer.views.addresses.page(PLANNER),
        oembed=writer.views.addresses.oembed(PLANNER),
        template="components/planner/planner.html.j2",
        script="planner/planner",
        styles=(_PLAYER, "components/planner/planner.css", "components/planner/standalone.css"),
        context={"planner": planner_view(writer.views), "guide": words, "whole": False},
    )

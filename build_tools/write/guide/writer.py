"""One page of the guide, rendered: from its head and what its template is handed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from ...problems import Place, Problems
from ...show.corrections import corrections
from ...show.items import FormView
from ...show.views import Views
from ..exporters.downloads import Downloads
from ..paper.box import Papers
from ..paper.qr import qr_code
from ..paper.sheet import Sheet
from ..render import render
from .page import GuidePage, Head

TOP = 2
"""The level of the headings of a component that has a page of its own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintedView:
    """Where a page that somebody printed is on the web."""

    address: str
    qr: Markup


@dataclass(frozen=True, kw_only=True, slots=True)
class PageWriter:
    """Renders pages and the components on them; what cannot be rendered is a problem."""

    root: Path
    views: Views
    env: Environment
    html: Environment
    problems: Problems
    downloads: Downloads | None
    """The files that the site offers, if it does."""
    papers: Papers | None
    """The sheets to print that it offers besides."""
    sheets: tuple[Sheet, ...]
    """Every sheet, which is a page for browsers in any case."""

    def page(self, head: Head, **context: Any) -> GuidePage:
        """Return a page from its template, which is handed `context` and what every page needs."""
        library = self.views.library
        title = self.views.addresses.titles[head.id]
        common = {
            "title": title,
            "edit": head.edit,
            "loads": head.loads,
            "words": library.words,
            "checked": library.guide.checked,
            "types": library.types,
            "ties": library.ties,
            "lines": self.views.quizzes.check.brief.items,
            "link": self.views.addresses,
            "offered": self.downloads is not None,
            "printed": self.papers is not None,
            "corrections": corrections(head.id, self.views),
            "printed_at": self._printed_at(head.id),
            "oembed": self.views.addresses.oembed(head.id) if head.embeds else None,
        }
        return GuidePage(
            id=head.id,
            title=title,
            markdown=render(self.env, f"{head.template}.md.j2", common | context, self.problems),
            edit=head.edit,
            bound=head.bound or library.guide.grades.get(head.template),
            place=head.place or Place(path=head.edit),
        )

    def _printed_at(self, page: str) -> PrintedView | None:
        """Return what leads from a print of a page to the page, where it has a whole address."""
        site = self.views.settings.site_url
        if not site:
            return None
        address = f"{site}{self.views.addresses.page(page)}"
        return PrintedView(address=address, qr=qr_code(address, named=False))

    def form(self, form: FormView | None, *, level: int, summary: bool) -> Markup | None:
        """Return the markup of a form whose headings begin at `level`."""
        if form is None:
            return None
        context = {"form": form, "level": level, "summary": summary, "report": level == TOP}
        return self.component("player/form", context)

    def component(self, name: str, context: dict[str, Any]) -> Markup:
        """Return the markup of a template in quiz/components/ with its words."""
        words = self.views.quizzes.words
        template = f"components/{name}.html.j2"
        rendered = render(self.html, template, context | {"words": words}, self.problems)
        return Markup(rendered)  # noqa: S704 - rendered by us

"""One page of the guide, rendered: from its head and what its template is handed."""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from ...problems import Place
from ...show.changes import changes
from ...show.corrections import corrections
from ...show.items import FormView
from ..exporters.downloads import Downloads
from ..paper.box import Papers
from ..paper.qr import qr_code
from ..paper.sheet import Sheet
from ..writer import Writer
from .page import GuidePage, Head

TOP = 2
"""The level of the headings of a component that has a page of its own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PageWriter(Writer):
    """Renders pages and the components on them."""

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
        place = head.place or Place(path=head.edit)
        template = head.template or head.id
        common = {
            "title": title,
            "edit": _line(place),
            "loads": head.loads,
            "words": library.words,
            "checked": library.guide.checked,
            "types": library.types,
            "ties": library.ties,
            "lines": self.views.quizzes.check.brief.items,
            "link": self.views.addresses,
            "offered": self.downloads is not None,
            "printed": self.papers is not None,
            "brand": self.views.brand,
            "corrections": corrections(head.id, self.views),
            "changes": {name: _line(one) for name, one in changes(head.id, self.views).items()},
            "printed_at": self._printed_at(head.id),
            "oembed": self.views.addresses.oembed(head.id) if head.embeds else None,
        }
        return GuidePage(
            id=head.id,
            title=title,
            markdown=self.markdown(f"{template}.md.j2", common | context),
            bound=head.bound or library.guide.grades.get(template),
            place=place,
        )

    def _printed_at(self, page: str) -> tuple[str, Markup] | None:
        """Return what a print of a page says of where the page is: its address, and that as a QR code; None if the address is not known."""
        site = self.views.settings.site_url
        if not site:
            return None
        address = f"{site}{self.views.addresses.page(page)}"
        return address, qr_code(address, named=False)

    def form(self, form: FormView | None, *, level: int, summary: bool) -> Markup | None:
        """Return the markup of a form whose headings begin at `level`."""
        if form is None:
            return None
        offers = {"summary": summary, "reach": summary, "report": level == TOP}
        context = {"form": form, "level": level, **offers}
        return self.component("player/form", context)

    def component(self, name: str, context: dict[str, Any]) -> Markup:
        """Return the markup of a template in quiz/components/ with its words."""
        return Markup(self.html(f"components/{name}.html.j2", context))  # noqa: S704 - rendered by us


def _line(place: Place) -> str:
    """Return a place as the last part of an editor’s web address."""
    return f"{place.path}#L{place.line}" if place.line > 1 else place.path

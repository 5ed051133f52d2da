"""The guide: its prose pages read, and every page of it rendered."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from . import prose
from .addresses import Addresses, locate
from .content import Content
from .errors import Problems
from .exporters import EXPORTERS
from .exporters.export import Downloads, make_downloads
from .guide_page import GuidePage
from .guide_writer import GuideWriter
from .load.handouts import PAGE
from .lookup import note_unknown
from .page_writer import PageWriter
from .paper.workshop_box import Papers, make_papers
from .render import html_environment, markdown_environment
from .session_view import note_unknown_materials
from .views import Views


@dataclass(frozen=True, kw_only=True, slots=True)
class Guide:
    pages: tuple[GuidePage, ...]
    addresses: Addresses
    downloads: Downloads | None = None
    """The files that it offers, where it offers any."""
    papers: Papers | None = None
    """The sheets to print that it offers besides."""


def build_guide(
    root: Path, content: Content, problems: Problems, *, every_form: bool = True
) -> Guide:
    """Return every page of the guide; what cannot be rendered is a problem.

    Without `every_form` only the first form is rendered and the others stay empty: they repeat one
    template with items that the item bank shows, so nothing more can be wrong with them.
    """
    library, quizzes = content.library, content.quizzes
    env = markdown_environment(root, {page.path: page.body for page in library.pages})
    known = prose.known_calls(library, [form.blueprint.id for form in quizzes.forms])
    made = {page.id: prose.calls(page, env, known, problems) for page in library.pages}
    shown = prose.homes(made, library, problems)
    addresses = locate(content, shown)
    note_unknown(problems, {"format": EXPORTERS})
    note_unknown_materials(content, addresses, problems)
    if problems.found:
        return Guide(pages=(), addresses=addresses)
    note_unknown(problems, {PAGE: addresses.titles})
    offered = content.settings.downloads
    downloads = make_downloads(root, content, addresses) if offered else None
    papers = make_papers(root, content, addresses) if content.settings.paper else None
    writer = PageWriter(
        root=root,
        content=content,
        views=Views.of(content, addresses),
        env=env,
        html=html_environment(root),
        problems=problems,
        downloads=downloads,
        papers=papers,
    )
    pages = GuideWriter(writer=writer, every_form=every_form).pages()
    return Guide(pages=tuple(pages), addresses=addresses, downloads=downloads, papers=papers)

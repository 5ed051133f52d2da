"""The guide: every page of it, rendered, and the files that it offers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from jinja2 import Environment

from ...model.forms import QuizSource
from ...model.library import Library
from ...problems import Problems
from ...prove.references import drawn_blueprints
from ...show.addresses import DOWNLOADS_FOLDER, PAPER_FOLDER, Addresses
from .. import prose
from ..exporters.downloads import Downloads, export, export_forms
from ..paper.box import BOX, Papers, make_papers
from ..paper.press import browser_pages, on_paper
from ..paper.sheets import every_sheet
from ..writer import Writer
from .page import GuidePage
from .pages import GuideWriter


@dataclass(frozen=True, kw_only=True, slots=True)
class Guide:
    pages: tuple[GuidePage, ...]
    addresses: Addresses
    offered: dict[str, bytes] = field(default_factory=dict)
    """The files that it offers for download, by path, if it does."""
    moved: dict[str, str] = field(default_factory=dict)
    """The pages at addresses that pages had before, by path."""
    sheets: dict[str, str] = field(default_factory=dict)
    """The sheets as pages for browsers, by path, before they are finished."""


def find_homes(
    library: Library, quiz: QuizSource, env: Environment, problems: Problems
) -> Mapping[str, str]:
    """Return the page that shows each principle, found by the calls in prose pages; `env` holds those pages."""
    known = prose.known_calls(library, drawn_blueprints(quiz, problems))
    handed_out = library.workshop.handed_out
    calls = {
        page.id: prose.calls(page, env, known, problems, on_paper=page.id in handed_out)
        for page in library.pages
    }
    return prose.homes(calls, library, problems)


def write_guide(writer: Writer) -> Guide:
    """Return every page of the guide; what cannot be rendered is a problem."""
    views, templates, problems = writer.views, writer.templates, writer.problems
    paper = on_paper(views, templates)
    downloads = None
    if views.settings.downloads:
        forms = export_forms(views)
        downloads = Downloads(forms=forms, files=export(templates, forms))
    papers = make_papers(paper) if views.settings.paper else None
    paper = replace(paper, problems=problems)
    sheets = tuple(every_sheet(paper))
    pages = GuideWriter(
        views=views,
        templates=templates,
        problems=problems,
        downloads=downloads,
        papers=papers,
        sheets=sheets,
    )
    return Guide(
        pages=tuple(pages.pages()),
        addresses=views.addresses,
        offered=dict(_offered(downloads, papers)),
        moved=dict(_moved(writer)),
        sheets=browser_pages(paper, sheets),
    )


def _offered(downloads: Downloads | None, papers: Papers | None) -> Iterator[tuple[str, bytes]]:
    for name, data in downloads.files.items() if downloads else ():
        yield f"{DOWNLOADS_FOLDER}/{name}", data
    if papers:
        yield from ((f"{PAPER_FOLDER}/{paper.name}", paper.data) for paper in papers.files)
        yield f"{PAPER_FOLDER}/{BOX}", papers.box


def _moved(writer: Writer) -> Iterator[tuple[str, str]]:
    """Yield a page for each address that the guide had before: it leads on to the page that took its place."""
    addresses, library = writer.views.addresses, writer.views.library
    for one in library.guide.moved:
        context = {
            "title": addresses.titles.get(one.page, ""),
            "href": addresses.page(one.page, one.anchor),
            "words": library.words,
        }
        yield f"{one.old}.html", writer.markdown("moved.html.j2", context)

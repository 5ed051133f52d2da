"""Sheets to files: rendered, made on every core, and kept until what they are made of changes."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections.abc import Collection, Iterable, Mapping
from concurrent import futures
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from ...problems import Problems
from ...show.views import Views
from ..files import write_file
from ..render import html_environment, markdown_environment, render
from . import engine, every_sheet
from .qr import qr_code
from .sheet import SIZES, PaperSource, Sheet, Size

KEPT = ".build/paper"
INLINE = ("<style>",)
"""All that may stand inline in a sheet as a page."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PaperFile:
    """A sheet in one size, as PDF."""

    sheet: Sheet
    size: Size
    data: bytes

    @property
    def name(self) -> str:
        return self.sheet.file(self.size)


def paper_source(root: Path, views: Views) -> PaperSource:
    """Return what sheets are made of, with addresses that lead from paper to the guide."""
    views = views.leading(views.settings.site_url)
    bodies = {page.path: page.body for page in views.library.pages}
    prose = markdown_environment(root, bodies)
    return PaperSource(views=views, prose=prose, problems=Problems())


def press_all(root: Path, views: Views) -> tuple[PaperFile, ...]:
    """Return every sheet in every size."""
    source = paper_source(root, views)
    return press(root, source, in_sizes(every_sheet(source), SIZES))


def in_sizes(sheets: Iterable[Sheet], sizes: Collection[Size]) -> list[tuple[Sheet, Size]]:
    """Return each sheet in those of these sizes that it comes in."""
    return [(sheet, size) for sheet in sheets for size in sheet.sizes if size in sizes]


def press(
    root: Path, source: PaperSource, wanted: Iterable[tuple[Sheet, Size]]
) -> tuple[PaperFile, ...]:
    """Return these sheets in these sizes as PDF; raise `ContentError` where one cannot be rendered."""
    listed = tuple(wanted)
    pages = sheet_pages(root, source, listed)
    source.problems.raise_any()
    style = _joined(root, "press.css", "paper.css")
    made = _made(root / KEPT, pages, style)
    return tuple(
        PaperFile(sheet=sheet, size=size, data=made[sheet.file(size)]) for sheet, size in listed
    )


def sheet_pages(
    root: Path, source: PaperSource, wanted: Iterable[tuple[Sheet, Size]]
) -> dict[str, str]:
    """Return the HTML of sheets, by the name of the PDF that it becomes."""
    env = html_environment(root)
    common = _common(source)
    return {
        sheet.file(size): _page(env, sheet, common | {"size": size, "style": ""}, source)
        for sheet, size in wanted
    }


def browser_pages(root: Path, source: PaperSource, sheets: Iterable[Sheet]) -> dict[str, str]:
    """Return each sheet as a page that any browser prints, by its path; as its template gives it."""
    env = html_environment(root)
    style = Markup(_joined(root, "paper.css", "browser.css"))  # noqa: S704 - ours
    common = _common(source) | {"size": "web", "style": style}
    return {sheet.page: _page(env, sheet, common, source) for sheet in sheets}


def _common(source: PaperSource) -> dict[str, Any]:
    views = source.views
    return {
        "words": views.quizzes.words,
        "guide": views.library.words,
        "site_name": views.library.words["site_name"],
        "made": views.settings.made,
        "linked": bool(views.settings.site_url),
    }


def _page(env: Environment, sheet: Sheet, common: Mapping[str, Any], source: PaperSource) -> str:
    own = {"sheet": sheet, "qr": qr_code(sheet.href) if sheet.href else None}
    template = f"channels/paper/{sheet.kind}.html.j2"
    return render(env, template, dict(sheet.context) | dict(common) | own, source.problems)


def _joined(root: Path, *styles: str) -> str:
    return "".join((root / f"quiz/channels/paper/{name}").read_text("utf-8") for name in styles)


def _made(folder: Path, pages: Mapping[str, str], style: str) -> dict[str, bytes]:
    kept = {name: folder / f"{name}.{_hash(page, style)}" for name, page in pages.items()}
    new = [name for name, path in kept.items() if not path.is_file()]
    # The longest first, so that no process is left alone with one at the end.
    new.sort(key=lambda name: -len(pages[name]))
    for name, data in _print([pages[name] for name in new], new, style):
        for old in folder.glob(f"{name}.*"):
            old.unlink()
        write_file(kept[name], data)
    return {name: path.read_bytes() for name, path in kept.items()}


def _print(pages: list[str], names: list[str], style: str) -> Iterable[tuple[str, bytes]]:
    if not pages:
        return
    workers = min(len(pages), os.cpu_count() or 1)
    # Started afresh: a copy of this process would have its threads and its fonts.
    context = multiprocessing.get_context("spawn")
    with futures.ProcessPoolExecutor(workers, mp_context=context, initializer=engine.start) as pool:
        yield from zip(names, pool.map(partial(engine.pdf, style=style), pages), strict=True)


def _hash(page: str, style: str) -> str:
    return hashlib.sha256(f"{engine.revision()}\n{style}\n{page}".encode()).hexdigest()[:32]

"""Sheets to files: rendered, made on every core, and kept until what they are made of changes."""

import hashlib
import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from ...problems import Problems
from ...show.addresses import PAPER_FOLDER
from ...show.views import Views
from ..files import kilobytes, write_file
from ..render import Templates
from ..writer import Writer
from . import engine
from .qr import qr_code
from .sheet import Sheet, Size

KEPT = ".build/paper"
_PRINTED = ("channels/paper/press.css", "channels/paper/paper.css")
_BROWSED = ("channels/paper/paper.css", "channels/paper/browser.css")


@dataclass(frozen=True, kw_only=True, slots=True)
class PaperFile:
    """A sheet in one size, as PDF."""

    sheet: Sheet
    size: Size
    data: bytes

    @property
    def name(self) -> str:
        return self.sheet.file(self.size)

    @property
    def href(self) -> str:
        """Where the site offers it, below the pages of the guide."""
        return f"{PAPER_FOLDER}/{self.name}"

    @property
    def kilobytes(self) -> int:
        return kilobytes(self.data)


def on_paper(views: Views, templates: Templates) -> Writer:
    """Return what writes sheets, whose links lead from paper to the guide."""
    views = views.leading(views.settings.site_url)
    return Writer(views=views, templates=templates, problems=Problems())


def in_sizes(sheets: Iterable[Sheet], sizes: Collection[Size]) -> list[tuple[Sheet, Size]]:
    """Return each sheet in those of these sizes that it comes in."""
    return [(sheet, size) for sheet in sheets for size in sheet.sizes if size in sizes]


def press(writer: Writer, wanted: Iterable[tuple[Sheet, Size]]) -> tuple[PaperFile, ...]:
    """Return these sheets in these sizes as PDF; raise `ContentError` where one cannot be rendered."""
    listed = tuple(wanted)
    pages = sheet_pages(writer, listed)
    writer.problems.raise_any()
    own = writer.html("channels/paper/brand.css.j2", {}) if writer.views.brand.any else ""
    style = writer.templates.joined(*_PRINTED) + own
    pdfs = _pdfs(_kept(writer), pages, style)
    return tuple(
        PaperFile(sheet=sheet, size=size, data=pdfs[sheet.file(size)]) for sheet, size in listed
    )


def sheet_pages(writer: Writer, wanted: Iterable[tuple[Sheet, Size]]) -> dict[str, str]:
    """Return the HTML of sheets, by the name of the PDF that it becomes."""
    common = _common(writer)
    return {
        sheet.file(size): _page(sheet, common | {"size": size, "style": ""}, writer)
        for sheet, size in wanted
    }


def browser_pages(writer: Writer, sheets: Iterable[Sheet]) -> dict[str, str]:
    """Return each sheet as a page that any browser prints, by its path, before it is finished."""
    style = writer.templates.joined(*_BROWSED)
    common = _common(writer) | {"size": "web", "style": style}
    return {sheet.page: _page(sheet, common, writer) for sheet in sheets}


def _common(writer: Writer) -> dict[str, Any]:
    views = writer.views
    return {
        "guide": views.library.words,
        "site_name": views.library.words["site_name"],
        "made": views.settings.day,
        "linked": bool(views.settings.site_url),
    }


def _page(sheet: Sheet, common: Mapping[str, Any], writer: Writer) -> str:
    own = {"sheet": sheet, "qr": qr_code(sheet.href) if sheet.href else None}
    template = f"channels/paper/{sheet.kind}.html.j2"
    return writer.html(template, dict(sheet.context) | dict(common) | own)


def _kept(writer: Writer) -> Path:
    """Return the folder in which the PDFs of an edition are kept; two editions may be made at the same time."""
    edition = writer.views.library.edition
    return writer.templates.root / KEPT / (edition.id if edition else "guide")


def _pdfs(folder: Path, pages: Mapping[str, str], style: str) -> dict[str, bytes]:
    kept = {name: folder / f"{name}.{_hash(page, style)}" for name, page in pages.items()}
    new = [name for name, path in kept.items() if not path.is_file()]
    # The longest first, so that no process works on one while the others rest.
    new.sort(key=lambda name: -len(pages[name]))
    for name, data in _print([pages[name] for name in new], new, style):
        for old in folder.glob(f"{name}.*"):
            old.unlink()
        write_file(kept[name], data)
    return {name: path.read_bytes() for name, path in kept.items()}


def _print(pages: list[str], names: list[str], style: str) -> Iterable[tuple[str, bytes]]:
    if not pages:
        return
    # Imported here, since most commands print nothing.
    import multiprocessing  # noqa: PLC0415
    from concurrent import futures  # noqa: PLC0415

    workers = min(len(pages), os.cpu_count() or 1)
    # New processes, since a fork would have the threads and the fonts of this one.
    context = multiprocessing.get_context("spawn")
    with futures.ProcessPoolExecutor(workers, mp_context=context, initializer=engine.start) as pool:
        yield from zip(names, pool.map(partial(engine.pdf, style=style), pages), strict=True)


def _hash(page: str, style: str) -> str:
    return hashlib.sha256(f"{engine.revision()}\n{style}\n{page}".encode()).hexdigest()[:32]

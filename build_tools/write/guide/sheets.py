"""The sheets to print as their page offers them: those about the guide, then those of each quiz."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...model.pages import session_page
from ...model.records import grouped
from ...model.workshop import Session, Workshop
from ...show.addresses import PAPER_FOLDER
from ..files import kilobytes
from ..paper.box import BOX, Papers
from ..paper.sheet import Sheet, Size

_FOR_THE_LEADER = ("run", "session")
"""The kinds of sheets that a plan names first: to hold in the hand."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PaperFileView:
    size: Size
    href: str
    kilobytes: int


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetView:
    title: str
    kind: str
    href: str
    """The sheet as a page that any browser prints."""
    files: tuple[PaperFileView, ...]
    """The same as PDF, where this build has any."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintPage:
    handouts: tuple[SheetView, ...]
    quizzes: tuple[tuple[str, tuple[SheetView, ...]], ...]
    """Both sheets of each quiz, by its title."""
    box: tuple[str, int] | None
    """Where the archive for sessions is, and its size in kilobytes, where this build has it."""


def print_view(sheets: Iterable[Sheet], papers: Papers | None) -> PrintPage:
    """Return what the page shows of sheets."""
    (_, handouts), *quizzes = grouped(sheets, lambda sheet: sheet.quiz)
    return PrintPage(
        handouts=tuple(_sheet(one, papers) for one in handouts),
        quizzes=tuple((quiz, tuple(_sheet(one, papers) for one in both)) for quiz, both in quizzes),
        box=(f"{PAPER_FOLDER}/{BOX}", kilobytes(papers.box)) if papers else None,
    )


def worksheet_of(form: str, sheets: Iterable[Sheet], papers: Papers | None) -> SheetView | None:
    """Return the worksheet of a form."""
    mine = (sheet for sheet in sheets if sheet.code == form and sheet.kind == "worksheet")
    return next((_sheet(sheet, papers) for sheet in mine), None)


def sheets_of(
    session: Session, sheets: Iterable[Sheet], workshop: Workshop
) -> tuple[SheetView, ...]:
    """Return what a plan needs on paper: itself, what it hands out, and both sheets of the quiz it shows."""
    activities = workshop.activities_of(session)
    quizzes = {one.page for activity in activities for one in activity.show}
    handed = {one.at or one.page for activity in activities for one in activity.hand_out}
    wanted = quizzes | handed | {session_page(session.id)}
    needed = (
        sheet
        for sheet in sheets
        if sheet.code in wanted and (sheet.quiz or sheet.code not in quizzes - handed)
    )
    views = (_sheet(one, None) for one in needed)
    return tuple(sorted(views, key=lambda view: view.kind not in _FOR_THE_LEADER))


def _sheet(sheet: Sheet, papers: Papers | None) -> SheetView:
    files = papers.files if papers else ()
    return SheetView(
        title=sheet.title,
        kind=sheet.kind,
        href=sheet.page,
        files=tuple(
            PaperFileView(
                size=one.size, href=f"{PAPER_FOLDER}/{one.name}", kilobytes=kilobytes(one.data)
            )
            for one in files
            if one.sheet.id == sheet.id
        ),
    )

"""The sheets to print as their page offers them: those about the guide, then those of each quiz."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...model.pages import session_page
from ...model.records import grouped
from ...model.workshop import Session, Workshop
from ...show.addresses import PAPER_FOLDER
from ..files import kilobytes
from ..paper.box import BOX, Papers
from ..paper.press import PaperFile
from ..paper.sheet import Sheet

_FOR_THE_LEADER = ("run", "session")
"""The kinds of sheets that come first in a plan: the leader holds them in the hand."""


Offered = tuple[Sheet, tuple[PaperFile, ...]]
"""A sheet, which is a page that any browser prints, and the same as PDF, where this build has any."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintPage:
    handouts: tuple[Offered, ...]
    quizzes: tuple[tuple[str, tuple[Offered, ...]], ...]
    """Both sheets of each quiz, by its title."""
    box: tuple[str, int] | None
    """Where the archive for sessions is, and its size in kilobytes, where this build has it."""


def print_view(sheets: Iterable[Sheet], papers: Papers | None) -> PrintPage:
    (_, handouts), *quizzes = grouped(sheets, lambda sheet: sheet.quiz)
    return PrintPage(
        handouts=tuple(_offered(one, papers) for one in handouts),
        quizzes=tuple(
            (quiz, tuple(_offered(one, papers) for one in both)) for quiz, both in quizzes
        ),
        box=(f"{PAPER_FOLDER}/{BOX}", kilobytes(papers.box)) if papers else None,
    )


def worksheet_of(form: str, sheets: Iterable[Sheet], papers: Papers | None) -> Offered | None:
    mine = (sheet for sheet in sheets if sheet.code == form and sheet.kind == "worksheet")
    return next((_offered(sheet, papers) for sheet in mine), None)


def sheets_of(session: Session, sheets: Iterable[Sheet], workshop: Workshop) -> list[Sheet]:
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
    return sorted(needed, key=lambda sheet: sheet.kind not in _FOR_THE_LEADER)


def _offered(sheet: Sheet, papers: Papers | None) -> Offered:
    files = papers.files if papers else ()
    return sheet, tuple(one for one in files if one.sheet.id == sheet.id)

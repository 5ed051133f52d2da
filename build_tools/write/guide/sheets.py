"""The sheets to print as their page offers them: those about the guide, then those of each quiz."""

from __future__ import annotations

from dataclasses import dataclass

from ...show.addresses import PAPER_FOLDER
from ..files import kilobytes
from ..paper.box import BOX, Papers
from ..paper.press import PaperFile
from ..paper.sheet import Size


@dataclass(frozen=True, kw_only=True, slots=True)
class PaperFileView:
    kind: str
    size: Size
    href: str
    kilobytes: int


@dataclass(frozen=True, kw_only=True, slots=True)
class PaperGroupView:
    """All files of one sheet, or of one form."""

    title: str
    files: tuple[PaperFileView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PaperView:
    box: str
    """Where the archive for sessions is."""
    box_kilobytes: int
    handouts: tuple[PaperGroupView, ...]
    quizzes: tuple[PaperGroupView, ...]


def paper_view(papers: Papers) -> PaperView:
    """Return what the page shows of sheets."""
    groups: dict[tuple[bool, str], list[PaperFileView]] = {}
    for file in papers.files:
        quiz = file.sheet.quiz
        groups.setdefault((bool(quiz), quiz or file.sheet.title), []).append(_file(file))
    views = [
        (of_quiz, PaperGroupView(title=title, files=tuple(listed)))
        for (of_quiz, title), listed in groups.items()
    ]
    return PaperView(
        box=f"{PAPER_FOLDER}/{BOX}",
        box_kilobytes=kilobytes(papers.box),
        handouts=tuple(view for of_quiz, view in views if not of_quiz),
        quizzes=tuple(view for of_quiz, view in views if of_quiz),
    )


def worksheets_of(form: str, papers: Papers) -> tuple[PaperFileView, ...]:
    """Return the worksheet of a form in each size."""
    mine = (file for file in papers.files if file.sheet.code == form)
    return tuple(_file(file) for file in mine if file.sheet.kind == "worksheet")


def _file(file: PaperFile) -> PaperFileView:
    return PaperFileView(
        kind=file.sheet.kind,
        size=file.size,
        href=f"{PAPER_FOLDER}/{file.name}",
        kilobytes=kilobytes(file.data),
    )

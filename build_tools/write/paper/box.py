"""Sheets to offer: each as a file, and all that a session with a group needs in one archive."""

from dataclasses import dataclass

from ..archive import archive_of
from ..writer import Writer
from .press import PaperFile, in_sizes, press
from .sheet import SIZES
from .sheets import every_sheet

BOX = "right-ask-workshop.zip"
_FOLDER = "right-ask-workshop"
_PARTS = {"session": "plans", "run": "plans", "key": "answers", "cards-key": "answers"}
"""The folder of a kind of sheet."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Papers:
    files: tuple[PaperFile, ...]
    box: bytes
    """The archive for sessions."""


def make_papers(writer: Writer) -> Papers:
    """Return every sheet in every size, and the archive for sessions: plans, handouts and answers, by size of paper.

    Of the quizzes the archive holds those that a plan shows or hands out.
    """
    files, views = press(writer, in_sizes(every_sheet(writer), SIZES)), writer.views
    activities = views.library.workshop.activities
    shown = {
        material.page
        for activity in activities
        for material in (*activity.show, *activity.hand_out)
    }
    readme = views.quizzes.words["paper_box_readme"]
    members = {
        f"{_FOLDER}/{file.size}/{_PARTS.get(file.sheet.kind, 'handouts')}/{file.name}": file.data
        for file in files
        if not file.sheet.quiz or file.sheet.code in shown
    }
    members[f"{_FOLDER}/readme.txt"] = f"{readme}\n".encode()
    return Papers(files=files, box=archive_of(members, views.settings.made))

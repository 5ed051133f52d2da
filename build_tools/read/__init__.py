"""YAML and Markdown to records: one file per kind of input, one entry for all of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ..model.forms import QuizSource
from ..model.guide import GuideText, GuideWords
from ..model.handouts import Handouts
from ..model.library import PRINCIPLES, Ask, Library, Principle, Reason
from ..model.sources import Evidence, Source
from ..model.targets import Target
from ..model.ties import Tie
from ..model.workshop import Workshop
from ..problems import Problems
from . import references
from .claims import Claims
from .contact_types import load_contact_types
from .files import SourceTree
from .judgeable import judgeable
from .messages import read_message
from .pages import load_pages
from .quiz import load_quiz
from .reading import Reading
from .statements import read_statement

_WORKED_WITH = ("content", "quiz")
"""The folders that authors and designers work in."""


def load(root: Path, problems: Problems) -> tuple[Library, QuizSource]:
    """Return everything below `root`'s content/ and quiz/; what is wrong goes to `problems`."""
    claims = Claims(problems=problems)
    reading = Reading(tree=SourceTree(root=root, problems=problems), claims=claims)
    reading.tree.note_merge_marks(_WORKED_WITH)
    types = load_contact_types(reading)
    owners = tuple(kind.id for kind in types)
    library = Library(
        types=types,
        principles=tuple(
            read_statement(Principle, each, (PRINCIPLES, PRINCIPLES), owners)
            for each in reading.records("content/principles.yml", "statement", "fit")
        ),
        ties=reading.all(Tie, "content/ties.yml", "tie"),
        asks=reading.all(Ask, "content/asks.yml", "ask"),
        reasons=reading.all(Reason, "content/reasons.yml", "reason"),
        sources=reading.all(Source, "content/sources.yml", "source", "source"),
        evidence=reading.all(Evidence, "content/evidence.yml", "evidence", "source"),
        messages=tuple(map(read_message, reading.records("content/messages.yml", "message"))),
        pages=load_pages(reading),
        guide=reading.one("content/guide.yml", "menu").read(GuideText),
        targets=reading.all(Target, "content/downloads.yml", "target"),
        workshop=reading.one("content/workshop.yml", "session", "plan").read(Workshop),
        handouts=reading.one("content/handouts.yml", "handout").read(Handouts),
        words=reading.mapping(GuideWords, "content/words.yml"),
    )
    quiz = load_quiz(reading)
    library = replace(library, typed=tuple(reading.typed))
    doubtful = references.check(library, quiz, problems)
    return library, judgeable(library, quiz, doubtful, problems)

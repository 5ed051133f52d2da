"""YAML and Markdown to records: one file per kind of input, one entry for all of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ..model.forms import QuizSource
from ..model.guide import GUIDE_BLANKS, GUIDE_WORDS
from ..model.library import Library
from ..problems import Problems
from . import references
from .asks import load_asks, load_principles, load_reasons, load_words
from .contact_types import load_contact_types
from .files import SourceTree
from .guide import load_guide, load_pages
from .handouts import load_handouts
from .judgeable import judgeable
from .messages import load_messages
from .quiz import load_quiz
from .reading import Reading
from .sources import load_evidence, load_sources
from .targets import load_targets
from .ties import load_ties
from .workshop import load_workshop

_WORKED_WITH = ("content", "quiz")
"""The folders that authors and designers work in."""


def load(root: Path, problems: Problems) -> tuple[Library, QuizSource]:
    """Return everything below `root`'s content/ and quiz/; what is wrong goes to `problems`."""
    reading = Reading(tree=SourceTree(root=root, problems=problems), problems=problems)
    reading.tree.note_merge_marks(_WORKED_WITH)
    types = load_contact_types(reading)
    library = Library(
        types=types,
        principles=load_principles(reading, tuple(kind.id for kind in types)),
        ties=load_ties(reading),
        asks=load_asks(reading),
        reasons=load_reasons(reading),
        sources=load_sources(reading),
        evidence=load_evidence(reading),
        messages=load_messages(reading),
        pages=load_pages(reading),
        guide=load_guide(reading),
        targets=load_targets(reading),
        workshop=load_workshop(reading),
        handouts=load_handouts(reading),
        words=load_words(reading, "content/words.yml", GUIDE_WORDS, GUIDE_BLANKS),
    )
    quiz = load_quiz(reading)
    library = replace(library, typed=tuple(reading.typed))
    doubtful = references.check(library, quiz, problems)
    return library, judgeable(library, quiz, doubtful, problems)

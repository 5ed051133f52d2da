"""YAML and Markdown to records: one file per kind of input, one entry for all of it."""

from dataclasses import replace
from pathlib import Path

from .. import families
from ..model.edition import EDITIONS, Edition
from ..model.forms import Blueprint, QuizSource
from ..model.library import PRINCIPLES, Library, Principle
from ..model.records import Records
from ..problems import Place, Problems
from . import references
from .contact_types import load_contact_types
from .editions import arrange, as_one, language_of, over, read_editions
from .inputs import copied, meant_by, meant_names, misnamed, unread
from .judgeable import judgeable
from .messages import read_message
from .pages import PAGES, load_pages
from .quiz import blueprints, load_quiz
from .reading import begin
from .statements import read_statement
from .strays import note_copies

_WORKED_WITH = ("content", "quiz")
"""The folders that authors and designers work in."""
_RULES = "quiz/rules"
"""With a folder for each language."""


def load_blueprints(root: Path, edition: str = "") -> tuple[Blueprint, ...]:
    """Return only the blueprints, as an edition has them."""
    reading = begin(root, Problems())
    return blueprints(over(reading, read_editions(reading, edition)))


def load(root: Path, problems: Problems, edition: str = "") -> tuple[Library, QuizSource]:
    """Return everything below `root`'s content/ and quiz/ as an edition has it; what is wrong goes to `problems`."""
    reading = begin(root, problems)
    editions = read_editions(reading, edition)
    reading = over(reading, editions)
    reading.tree.note_merge_marks(_WORKED_WITH)
    types = load_contact_types(reading)
    owners = tuple(type_.id for type_ in types)
    library = Library(
        types=Records(types),
        principles=tuple(
            read_statement(Principle, each, (PRINCIPLES, PRINCIPLES), owners)
            for each in reading.records("content/principles.yml", families.STATEMENT, families.FIT)
        ),
        ties=Records(reading.all("content/ties.yml", families.TIE)),
        asks=Records(reading.all("content/asks.yml", families.ASK, families.NEED)),
        reasons=Records(reading.all("content/reasons.yml", families.REASON)),
        sources=Records(reading.all("content/sources.yml", families.SOURCE, families.SOURCE)),
        evidence=Records(reading.all("content/evidence.yml", families.EVIDENCE, families.SOURCE)),
        messages=Records(
            map(read_message, reading.records("content/messages.yml", families.MESSAGE))
        ),
        # Before the pages: those of an edition say where in the menu they stand.
        guide=reading.all("content/guide.yml", families.MENU, families.ASK_PAGE),
        pages=Records(load_pages(reading)),
        targets=reading.all("content/downloads.yml", families.TARGET),
        workshop=reading.all("content/workshop.yml", families.SESSION, families.PLAN),
        handouts=reading.all("content/handouts.yml"),
        words=reading.all("content/words.yml"),
    )
    quiz = load_quiz(reading, language_of(editions))
    if editions:
        library = arrange(library, editions, reading)
    _note_unread(root, problems)
    note_copies(root, problems)
    library = replace(library, typed=tuple(reading.typed))
    doubtful = references.check(library, quiz, problems)
    return library, judgeable(library, quiz, doubtful, problems)


def _note_unread(root: Path, problems: Problems) -> None:
    """Note files that nobody reads, except one that may be a missing file under a wrong name: that is told there."""
    languages = (f"{_RULES}/{one.name}" for one in sorted((root / _RULES).glob("*/")))
    for path in unread(root, (*_WORKED_WITH, _RULES, *languages)):
        near = meant_by(path)
        if near and misnamed(root, near) == path and not (root / near).exists():
            continue
        what, instead = "nobody reads a file of this name", "move it away"
        if near:
            instead = f"write what it says into {near}, or move it away"
        first = copied(path)
        if first != path and (root / first).exists():
            what, instead = f"it is a copy of {first}", "delete it, or move it away"
        if path.endswith((".po", ".pot")):
            own = next(name for name in meant_names(path) if name.endswith(".po"))
            what = "the guide itself has no translations"
            instead = f"move it to the folder of an edition, such as {EDITIONS}/es/{own}"
        if path.endswith(".md"):
            instead = f"move it to {PAGES}/, where pages stand"
        problems.add(Place(path=path), "file", what, instead)


def edition_of(root: Path, name: str) -> Edition | None:
    """Return an edition as its own file describes it, or None for the guide; faults of it are noted elsewhere."""
    editions = read_editions(begin(root, Problems()), name)
    return as_one(editions) if editions else None

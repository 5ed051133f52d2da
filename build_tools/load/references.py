"""Ids that name a record of another file: each must exist."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..errors import Place, Problems
from ..fields import did_you_mean
from ..model.facts import Library
from ..model.forms import QuizSource

_SETTLING = ("content/contact-types/", "content/principles.yml")


def check(library: Library, quiz: QuizSource, problems: Problems) -> frozenset[Place]:
    """Note every id that leads nowhere, and return the records that hold one.

    Where a record of a family could not be read, an id that is missing may be its own.
    Pages and the question of the home page are known only to the rules, when all is made.
    """
    known = _known(library, quiz)
    doubtful: set[Place] = set()
    for reference in problems.references:
        names = known.get(reference.family)
        if names is None or reference.name in names:
            continue
        doubtful.add(reference.holder)
        if not problems.lacks(reference.family):
            what = f"unknown {reference.family} “{reference.name}”"
            instead = did_you_mean(reference.name, names)
            problems.add(reference.place, reference.where, what, instead)
        _lose(reference.family, reference.place, problems)
    return frozenset(doubtful)


def _known(library: Library, quiz: QuizSource) -> Mapping[str, Collection[str]]:
    parts = [f"{source.id}/{part}" for source in library.sources for part in source.parts]
    written = [one.item.kind for one in quiz.written]
    return {
        "type": [kind.id for kind in library.types],
        "tie": [kind.known_by for kind in library.types],
        "ask": [ask.id for ask in library.asks],
        "statement": list(library.statements),
        "reason": [reason.id for reason in library.reasons],
        "source": parts + [f"research/{study.id}" for study in library.evidence],
        "kind": [*written, *(model.kind for model in quiz.models)],
        "blueprint": [blueprint.id for blueprint in quiz.blueprints],
    }


def _lose(family: str, place: Place, problems: Problems) -> None:
    """Note what else an unknown id leaves open, so that no rule calls it missing."""
    if place.path.startswith(_SETTLING):
        if family in ("ask", "type"):
            problems.lose("fit")
        if family == "reason":
            problems.lose("why")
        if family == "source":
            problems.lose("told")
    if family == "kind":
        problems.lose("recipe")
    if family == "blueprint":
        problems.lose("form")

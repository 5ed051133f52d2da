"""Ids that name a record of another file: each must exist."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..errors import Place, Problems, Reference
from ..lookup import note_unknown
from ..model.facts import Library, fits_of
from ..model.forms import QuizSource

_TYPES = "content/contact-types/"
_SETTLING = (_TYPES, "content/principles.yml")


def check(library: Library, quiz: QuizSource, problems: Problems) -> frozenset[Place]:
    """Note every id that leads nowhere; return its places, and those of the records that hold it.

    What is known only later, such as items and pages, is looked up by `unknown_ids` and `items`.
    """
    unknown = note_unknown(problems, _known(library, quiz))
    for reference in unknown:
        problems.lose(*_left_open(reference))
    return frozenset(place for one in unknown for place in (one.place, one.holder))


def _known(library: Library, quiz: QuizSource) -> Mapping[str, Collection[str]]:
    parts = [f"{source.id}/{part}" for source in library.sources for part in source.parts]
    written = [one.item.kind for one in quiz.written]
    return {
        "type": [kind.id for kind in library.types],
        "tie": [kind.known_by for kind in library.types],
        "ask": [ask.id for ask in library.asks],
        "statement": list(library.statements),
        "message": [message.id for message in library.messages],
        "reason": [reason.id for reason in library.reasons],
        "source": parts + [f"research/{study.id}" for study in library.evidence],
        "kind": [*written, *(model.kind for model in quiz.models)],
        "dimension": [dimension.id for dimension in quiz.check.dimensions],
        "blueprint": [blueprint.id for blueprint in quiz.blueprints],
        "activity": list(library.workshop.activities),
    }


def _left_open(unknown: Reference) -> tuple[str, ...]:
    """Return what else an unknown id leaves open, so that no rule calls it missing."""
    path = unknown.place.path
    if path.startswith(_TYPES) and unknown.family == "ask":
        return (fits_of(path),)
    if path.startswith(_SETTLING):
        return _LEFT_OPEN_BY_FACTS.get(unknown.family, ())
    return _LEFT_OPEN_BY_QUIZ.get(unknown.family, ())


_LEFT_OPEN_BY_FACTS = {"ask": ("fit",), "type": ("fit",), "reason": ("why",), "source": ("told",)}
_LEFT_OPEN_BY_QUIZ = {"kind": ("recipe",), "activity": ("plan",)}

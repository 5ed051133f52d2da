"""Ids that records of one file hold of those of another: each must exist, and what hangs on one that does not is left open."""

from collections.abc import Collection, Mapping

from ..model.edition import guide_path
from ..model.fields import fits_of
from ..model.forms import QuizSource
from ..model.library import Library
from ..problems import Place, Problems, Reference
from .unknown import note_each_or_all, note_unknown, renamed

_MANY = 9
"""So many places that name a contact type are no slip of the pen."""
_TYPES = "content/contact-types/"
_SETTLING = (_TYPES, "content/principles.yml")


def check(library: Library, quiz: QuizSource, problems: Problems) -> frozenset[Place]:
    """Note every id that leads nowhere; return its places, and those of the records that hold it.

    Ids of what is made only later, such as forms and pages, are looked up in `prove/references.py`.
    """
    known = _known(library, quiz)
    _note_missing_types(known, problems)
    unknown = note_unknown(problems, known)
    for reference in unknown:
        problems.lose(*_left_open(reference))
        if reference.family == "kind":  # Its items are as unknown, and follow from it.
            problems.excuse(reference.name)
    return frozenset(place for one in unknown for place in (one.place, one.holder))


def _note_missing_types(known: Mapping[str, Collection[str]], problems: Problems) -> None:
    """Note a contact type that many name, or parts of it, and that is not there: its file is gone."""
    named = [reference for reference in problems.references if reference.family in known]
    missing = {one.name for one in named if one.family == "type"}.difference(known["type"])
    for name in sorted(missing) if not problems.lacks("type") else ():
        of_it = [one for one in named if one.name.split("/", 1)[0] == name]
        if len(of_it) > _MANY and not problems.excuses(name):
            types = [reference for reference in of_it if reference.name == name]
            back = f"bring back {_TYPES}{name}.yml, or take its name out everywhere"
            instead = renamed(problems, types, known["type"]) or back
            note_each_or_all(problems, of_it, f"there is no type “{name}”", instead)
            problems.excuse(name)
            problems.lose("bond", "claim")


def _known(library: Library, quiz: QuizSource) -> Mapping[str, Collection[str]]:
    parts = [f"{source.id}/{part}" for source in library.sources for part in source.parts]
    written = [one.kind for one in quiz.written]
    return {
        "type": [type_.id for type_ in library.types],
        "bond": [type_.known_by for type_ in library.types],
        "tie": [tie.id for tie in library.ties],
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
    path = guide_path(unknown.place.path)
    if path.startswith(_TYPES) and unknown.family == "ask":
        return (fits_of(path),)
    if path.startswith(_SETTLING):
        return _LEFT_OPEN_BY_FACTS.get(unknown.family, ())
    return _LEFT_OPEN_BY_QUIZ.get(unknown.family, ())


_LEFT_OPEN_BY_FACTS = {
    "ask": ("fit",),
    "type": ("fit",),
    "reason": ("why",),
    "source": ("claim",),
    "tie": ("tie",),
}
_LEFT_OPEN_BY_QUIZ = {"kind": ("recipe",), "activity": ("plan",), "tie": ("tie",)}

"""References between records: each id must exist, and what depends on one that does not is not judged."""

import re
from collections.abc import Collection, Mapping

from .. import families
from ..families import Families, Family
from ..model.edition import guide_path
from ..model.fields import fits_of
from ..model.forms import QuizSource
from ..model.guide import MENU
from ..model.library import Library
from ..problems import Place, Problems, Reference
from .unknown import note_each_or_all, note_unknown, renamed

_MANY = 9
"""An unknown contact type with more references than this was renamed or left out, and is no typo."""
_SEVERAL = re.compile(r"[\w’' -]+(?:,[\w’' -]+)+")
"""Words with commas between them, and nothing else."""
_TYPES = "content/contact-types/"
_GUIDE = "content/guide.yml"
_OWN = (families.ASK, families.TWIN)
"""The families in which a record may name another one like it."""
_SETTLING = (_TYPES, "content/principles.yml")


def check(library: Library, quiz: QuizSource, problems: Problems) -> frozenset[Place]:
    """Note every id that leads nowhere; return its places, and those of the records that hold it.

    Ids of what is made only later, such as forms and pages, are looked up in `prove/references.py`.
    """
    known = _known(library, quiz)
    _note_idle(library, quiz, problems)
    _note_joined(library, problems)
    _note_missing_types(known, problems)
    unknown = note_unknown(problems, known)
    for reference in unknown:
        problems.lose(*_left_open(reference))
        if reference.family == families.KIND:  # Its items are as unknown, and follow from it.
            problems.excuse(reference.name)
    return frozenset(place for one in unknown for place in (one.place, one.holder))


def _note_joined(library: Library, problems: Problems) -> None:
    """Note synonyms that stand in one entry, as in one pair of quotes: search would look for all of them at once."""
    for one in library.typed:
        if one.key == "synonyms" and _SEVERAL.fullmatch(one.text):
            each = f"write each by itself: [{one.text}]"
            problems.add(one.place, one.key, f"“{one.text}” is one entry", each)


def _note_idle(library: Library, quiz: QuizSource, problems: Problems) -> None:
    """Note ids without use: that of the record itself, and those that a list has twice.

    What the guide lists of pages and asks is held across its lists, where all pages are known.
    """
    own = {ask.place: ask.id for ask in library.asks} | {one.place: one.id for one in quiz.written}
    listed = set[tuple[Place, str, str]]()
    for one in problems.references:
        itself = own.get(one.holder) == one.name and not problems.lacks(one.family)
        if one.family in _OWN and itself:
            problems.add(one.place, one.where, f"“{one.name}” is this one itself", "leave it out")
        elif one.place.path != _GUIDE or one.family not in (MENU, families.ASK):
            named = (one.holder, one.where, one.name)
            if named in listed:
                problems.add(
                    one.place, one.where, f"“{one.name}” stands here twice", "leave one out"
                )
            listed.add(named)


def _note_missing_types(known: Mapping[Family, Collection[str]], problems: Problems) -> None:
    """Note a contact type that many name, or parts of it, and that is not there: its file is gone."""
    named = [reference for reference in problems.references if reference.family in known]
    missing = {one.name for one in named if one.family == families.TYPE}.difference(
        known[families.TYPE]
    )
    for name in sorted(missing) if not problems.lacks(families.TYPE) else ():
        of_it = [one for one in named if one.name.split("/", 1)[0] == name]
        if len(of_it) > _MANY and not problems.excuses(name):
            types = [reference for reference in of_it if reference.name == name]
            back = f"bring back {_TYPES}{name}.yml, or take its name out everywhere"
            instead = renamed(problems, types, known[families.TYPE]) or back
            note_each_or_all(problems, of_it, f"there is no type “{name}”", instead)
            problems.excuse(name)
            problems.lose(families.BOND, families.CLAIM)


def _known(library: Library, quiz: QuizSource) -> Mapping[Family, Collection[str]]:
    parts = [f"{source.id}/{part}" for source in library.sources for part in source.parts]
    written = [one.kind for one in quiz.written]
    return {
        families.TYPE: [type_.id for type_ in library.types],
        families.BOND: [type_.known_by for type_ in library.types],
        families.TIE: [tie.id for tie in library.ties],
        families.ASK: [ask.id for ask in library.asks],
        families.STATEMENT: list(library.statements),
        families.MESSAGE: [message.id for message in library.messages],
        families.REASON: [reason.id for reason in library.reasons],
        families.SOURCE: parts + [f"research/{study.id}" for study in library.evidence],
        families.KIND: [*written, *(model.kind for model in quiz.models)],
        families.DIMENSION: [dimension.id for dimension in quiz.check.dimensions],
        families.BLUEPRINT: [blueprint.id for blueprint in quiz.blueprints],
        families.ACTIVITY: [activity.id for activity in library.workshop.activities],
    }


def _left_open(unknown: Reference) -> Families:
    """Return the families that an unknown id leaves incomplete, so that no rule calls their records missing."""
    path = guide_path(unknown.place.path)
    if path.startswith(_TYPES) and unknown.family == families.ASK:
        return (fits_of(path),)
    if path.startswith(_SETTLING):
        return _LEFT_OPEN_BY_FACTS.get(unknown.family, ())
    return _LEFT_OPEN_BY_QUIZ.get(unknown.family, ())


_LEFT_OPEN_BY_FACTS = {
    families.ASK: (families.FIT,),
    families.TYPE: (families.FIT,),
    families.REASON: (families.WHY,),
    families.SOURCE: (families.CLAIM,),
    families.TIE: (families.TIE,),
}
_LEFT_OPEN_BY_QUIZ = {
    families.KIND: (families.RECIPE,),
    families.ACTIVITY: (families.PLAN,),
    families.TIE: (families.TIE,),
}

"""The part of a quiz that can be judged when some of the facts could not be read."""

from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import product

from .. import families
from ..model.fields import fits_of
from ..model.forms import QuizSource
from ..model.item_models import ItemModel
from ..model.library import Ask, Library
from ..model.scenes import Scene
from ..problems import Place, Problems
from .files import stem_of

_FACTS = (
    families.TYPE,
    families.BOND,
    families.ASK,
    families.STATEMENT,
    families.REASON,
    families.FIT,
    families.WHY,
)


def judgeable(
    library: Library, quiz: QuizSource, doubtful: frozenset[Place], problems: Problems
) -> QuizSource:
    """Return the quiz without what rests on a lost fact, so that no item is blamed for it.

    `doubtful` are the places of unknown ids and of the records that hold one. An id that an item left
    out may have had is excused, so that whoever names it is not blamed either.
    """
    fits = (fits_of(type_.path) for type_ in library.types)
    facts_lost = problems.lacks(*_FACTS, *fits)
    types = {type_.id for type_ in library.types} | problems.unread
    doubted = {ask.id for ask in library.asks if _rests_on_unknown(ask, library)}
    models = []
    for model in quiz.models:
        scenes = () if facts_lost else model.scenes
        sound = tuple(one for one in scenes if _is_sound(one, doubtful, doubted))
        left_out = [one for one in model.scenes if one not in sound]
        problems.excuse(*possible_ids(model, left_out, types))
        models.append(replace(model, scenes=sound))
    written = []
    for item in quiz.written:
        lost = facts_lost or item.place in doubtful
        places = {option.place for option in item.options} if lost else ()
        written.append(replace(item, unjudged=doubtful.union(places)))
    return replace(quiz, models=tuple(models), written=tuple(written))


def _is_sound(scene: Scene, doubtful: AbstractSet[Place], doubted: AbstractSet[str]) -> bool:
    """Return whether nothing in a scene stands at a doubtful place, or asks for a request that is in doubt."""
    rows, people = (row.place for row in scene.rows), (person.place for person in scene.company)
    known = doubtful.isdisjoint((scene.place, *rows, *people))
    return known and doubted.isdisjoint(row.ask for row in scene.rows)


def _rests_on_unknown(ask: Ask, library: Library) -> bool:
    """Return whether the needs of a request are unknown: it names no tie, an unknown one, or an unknown statement."""
    if ask.needs is None:
        return False
    basis = ask.needs.rests_on
    known = basis is None or basis in library.statements
    return not (known and ask.needs.ties and library.ties.by_id.keys() >= set(ask.needs.ties))


def possible_ids(
    model: ItemModel, scenes: Collection[Scene], types: AbstractSet[str]
) -> Iterator[str]:
    """Yield each id that an item of one of these scenes may have.

    Its contact type is in doubt, and so may the id of the model be; its file has the same name.
    """
    names = {model.id, *(stem_of(scene.place.path) for scene in scenes)}
    for scene, type_id, name in product(scenes, (*types, ""), names):
        parts = [part for part in (type_id, scene.id) if part]
        if parts:
            yield "/".join((name, *parts))

"""What of a quiz can be judged when some of the facts could not be read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ..errors import Place, Problems
from ..model.forms import QuizSource
from ..model.scenes import AskedOption, ItemModel, Scene, WrittenItem

_FACTS = ("type", "tie", "ask", "statement", "reason", "fit", "why")


def judgeable(quiz: QuizSource, doubtful: frozenset[Place], problems: Problems) -> QuizSource:
    """Return the quiz without what rests on a lost fact, so that no item is blamed for it.

    `doubtful` are the places of unknown ids and of the records that hold one.
    """
    facts_lost = problems.lacks(*_FACTS)
    models = () if facts_lost else tuple(_model(model, doubtful) for model in quiz.models)
    if models != quiz.models:
        problems.lose("item")
    written = tuple(
        _unasked(one, one.options)
        if facts_lost or one.item.place in doubtful
        else _unasked(one, [asked for asked in one.options if asked.place in doubtful])
        for one in quiz.written
    )
    return replace(quiz, models=models, written=written)


def _model(model: ItemModel, doubtful: frozenset[Place]) -> ItemModel:
    scenes = tuple(scene for scene in model.scenes if doubtful.isdisjoint(_places(scene)))
    return replace(model, scenes=scenes)


def _places(scene: Scene) -> list[Place]:
    return [scene.place, *(row.place for row in scene.rows)]


def _unasked(one: WrittenItem, options: Collection[AskedOption]) -> WrittenItem:
    """Return the item without the asks of `options`, which would be held against the table."""
    return replace(
        one,
        options=tuple(
            replace(asked, option=replace(asked.option, ask=None)) if asked in options else asked
            for asked in one.options
        ),
    )

"""What of a quiz can be judged when some of the facts could not be read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ..errors import Place, Problems
from ..model.forms import QuizSource
from ..model.items import ItemModel, WrittenItem

_FACTS = ("type", "tie", "ask", "statement", "reason", "fit", "why")


def judgeable(quiz: QuizSource, doubtful: Collection[Place], problems: Problems) -> QuizSource:
    """Return the quiz without what rests on a lost fact, so that no item is blamed for it.

    `doubtful` are the records that name something unknown, as was noted already.
    """
    facts_lost = problems.lacks(*_FACTS)
    models = () if facts_lost else tuple(_model(model, doubtful) for model in quiz.models)
    written = tuple(_written(one, doubtful, facts_lost=facts_lost) for one in quiz.written)
    ids = {one.item.id for one in quiz.written}
    if facts_lost or problems.lacks("item"):
        lost: tuple[str, ...] = ("",)
    else:
        pairs = zip(quiz.models, models, strict=True)
        lost = tuple(f"{old.id}/" for old, new in pairs if len(new.scenes) < len(old.scenes))
    drawn = tuple(
        form
        for form in quiz.drawn
        if not problems.lacks("recipe", "blueprint")
        and not any(item.id not in ids and item.id.startswith(lost) for item in form.items)
    )
    if len(drawn) < len(quiz.drawn):
        problems.lose("form")
    return replace(quiz, models=models, written=written, drawn=drawn)


def _model(model: ItemModel, doubtful: Collection[Place]) -> ItemModel:
    return replace(
        model, scenes=tuple(scene for scene in model.scenes if scene.place not in doubtful)
    )


def _written(one: WrittenItem, doubtful: Collection[Place], *, facts_lost: bool) -> WrittenItem:
    """Return the item; where the table cannot be trusted, without the asks that are held against it."""
    if not facts_lost and one.item.place not in doubtful:
        return one
    return replace(one, options=tuple(replace(asked, ask=None) for asked in one.options))

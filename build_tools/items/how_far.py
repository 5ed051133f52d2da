"""How far can one count on it? The verdict that settles the fit, among those that say too much or too little."""

from __future__ import annotations

from ..fits import Fit
from ..model.facts import VERDICTS
from ..model.items import Choice, Item, Option
from ..model.scenes import ItemModel, Scene
from .facts import Facts, item_id, told

_BETWEEN = VERDICTS[1:-1]
"""Verdicts with something stronger and something weaker beside them."""


def how_far(scene: Scene, model: ItemModel, facts: Facts) -> Item | None:
    """Return an item whose options are verdicts in the model's words; the table's own is right."""
    name = item_id(model.id, scene.contact_type, scene.ask, scene.id)
    fit = facts.settled(scene.contact_type, scene.ask, name, scene.at("ask"))
    if fit is None:
        return None
    if fit.verdict not in _BETWEEN:
        what = f"is settled “{fit.verdict}”, which nothing can say too strongly or too weakly"
        facts.refuse(name, scene.at("ask"), what, f"choose one settled {' or '.join(_BETWEEN)}")
        return None
    verdicts = (fit.verdict, *facts.distractors(scene, model, fit))
    return facts.proven(
        Choice(
            id=name,
            **told(scene, model),
            contact_type=scene.contact_type,
            about=(fit.settling.id,),
            fits=((scene.contact_type, scene.ask),),
            options=tuple(_option(verdict, scene, model, fit) for verdict in verdicts),
        )
    )


def _option(verdict: str, scene: Scene, model: ItemModel, fit: Fit) -> Option:
    right = verdict == fit.verdict
    return Option(
        id=verdict,
        text=model.words.get(verdict, ""),
        right=right,
        rationale=scene.rationale(verdict, right=right),
        rests_on=fit.settling.id,
    )

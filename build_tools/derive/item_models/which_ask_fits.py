"""Which ask fits this contact type? One that a source says it can do, among two it cannot."""

from __future__ import annotations

from ...model.items import Choice, Option
from ...model.scenes import ItemModel, Scene
from ..proof import Facts, item_id, told
from ..table import FITTING, Fit


def which_ask_fits(scene: Scene, model: ItemModel, facts: Facts) -> Choice | None:
    """Return an item whose options are requests, of which the table says that one fits."""
    name = item_id(model.id, scene.contact_type, scene.ask, scene.id)
    asked = facts.settled(scene.contact_type, scene.ask, name, scene.at("ask"))
    if asked is None:
        return None
    others = [
        facts.settled(scene.contact_type, ask, name, scene.at("distractors"))
        for ask in facts.distractors(scene, model, asked)
    ]
    fits = [fit for fit in (asked, *others) if fit]
    if len(fits) <= len(others):
        return None
    return facts.proven(
        Choice(
            id=name,
            **told(scene, model),
            contact_type=scene.contact_type,
            about=tuple(dict.fromkeys(fit.settling.id for fit in fits)),
            fits=tuple((scene.contact_type, fit.ask) for fit in fits),
            options=tuple(_option(fit, scene, facts) for fit in fits),
        )
    )


def _option(fit: Fit, scene: Scene, facts: Facts) -> Option:
    right = fit.verdict in FITTING
    return Option(
        id=fit.ask,
        text=scene.says.get(fit.ask) or facts.ask(fit.ask).say,
        right=right,
        rationale=scene.rationale(fit.ask, right=right) or fit.settling.full_text,
        rests_on=fit.settling.id,
        ask=fit.ask,
        right_for="" if right else scene.right_for.get(fit.ask) or facts.who_can(fit.ask),
    )

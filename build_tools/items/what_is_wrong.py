"""What is wrong with this request? The reason that settles the fit, among two that do not."""

from __future__ import annotations

from ..fits import Fit
from ..model.items import Item, ItemModel, Option, Scene
from ..pools import POOLS
from .facts import Facts

_DISTRACTORS = 2


def what_is_wrong(scene: Scene, model: ItemModel, facts: Facts) -> Item | None:
    """Return an item whose options are reasons; the settling statement carries the right one."""
    where = f"{model.id}: {scene.contact_type} × {scene.ask}"
    fit = facts.settled(scene.contact_type, scene.ask, scene.place, where)
    if fit is None:
        return None
    if fit.verdict != "cannot" or not fit.reasons or fit.basis is None:
        what = "needs a fit that is settled “cannot” with a reason"
        facts.problems.add(scene.place, where, what, "choose another request")
        return None
    pool = scene.distractors or POOLS[model.distractors](fit, facts.library, facts.table)
    key = fit.basis.reason or min(fit.reasons)
    names = (key, *pool[:_DISTRACTORS])
    made = [_option(name, scene, fit, facts) for name in names]
    options = tuple(option for option in made if option)
    if len(options) < len(names):
        return None
    return facts.proven(
        Item(
            id=f"{model.id}/{scene.contact_type}/{scene.ask}"
            + (f"/{scene.id}" if scene.id else ""),
            kind=model.kind,
            model=model.id,
            names=scene.names,
            stem=scene.stem,
            question=scene.question,
            contact_type=scene.contact_type,
            about=(fit.basis.id,),
            options=options,
            closed=False,
            place=scene.place,
        )
    )


def _option(name: str, scene: Scene, fit: Fit, facts: Facts) -> Option | None:
    reason = facts.reason(name)
    right = name in fit.reasons
    bearer = fit.basis if right else facts.bearer(name)
    rationale = scene.rationales.get(name) or (scene.because if right else "")
    if reason is None or bearer is None or not rationale:
        where = f"what-is-wrong: {scene.contact_type} × {scene.ask}: {name}"
        what = "a reason that does not exist, that no statement gives, or without a rationale"
        facts.problems.add(scene.place, where, what, "write it under “rationales”")
        return None
    return Option(id=name, text=reason.text, right=right, rationale=rationale, rests_on=bearer.id)

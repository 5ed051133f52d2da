"""Which ask fits this contact type? One that a source says it can do, among two it cannot."""

from __future__ import annotations

from ..fits import FITTING, Fit
from ..model.items import Item, ItemModel, Option, Scene
from ..pools import POOLS
from .facts import Facts

_DISTRACTORS = 2


def which_ask_fits(scene: Scene, model: ItemModel, facts: Facts) -> Item | None:
    """Return an item whose options are requests; the table says which one fits."""
    where = f"{model.id}: {scene.contact_type} × {scene.ask}"
    asked = facts.settled(scene.contact_type, scene.ask, scene.place, where)
    if asked is None:
        return None
    names = scene.distractors or POOLS[model.distractors](asked, facts.library, facts.table)
    others = [
        facts.settled(scene.contact_type, name, scene.place, where) for name in names[:_DISTRACTORS]
    ]
    fits = [asked, *(fit for fit in others if fit)]
    if len(fits) <= len(others):
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
            about=tuple(dict.fromkeys(fit.basis.id for fit in fits if fit.basis)),
            options=tuple(_option(fit, scene, facts) for fit in fits),
            closed=False,
            place=scene.place,
        )
    )


def _option(fit: Fit, scene: Scene, facts: Facts) -> Option:
    ask = facts.ask(fit.ask)
    right = fit.verdict in FITTING
    told = fit.basis.full_text if fit.basis else ""
    return Option(
        id=fit.ask,
        text=ask.say if ask else "",
        right=right,
        rationale=scene.rationales.get(fit.ask) or (scene.because if right else told) or told,
        rests_on=fit.basis.id if fit.basis else "",
    )

"""Who is best for this ask? The one contact type that can, among those that cannot."""

from __future__ import annotations

from ..fits import FITTING, Fit
from ..model.facts import ContactType
from ..model.items import Item, ItemModel, Option, Scene
from .facts import FEWEST_OPTIONS, Facts


def who_is_best(scene: Scene, model: ItemModel, facts: Facts) -> Item | None:
    """Return an item whose options are the contact types that a source settles for the ask."""
    cells = [(kind, facts.table.get((kind.id, scene.ask))) for kind in facts.types]
    settled = [(kind, fit) for kind, fit in cells if fit and fit.settled and fit.basis]
    able = [kind for kind, fit in settled if fit.verdict in FITTING]
    if len(settled) < FEWEST_OPTIONS or len(able) != 1:
        what = f"{len(able)} of {len(settled)} settled contact types can do it"
        instead = "ask it only where one can and two cannot"
        facts.problems.add(scene.place, f"{model.id}: {scene.ask}", what, instead)
        return None
    options = tuple(_option(kind, fit, scene) for kind, fit in settled)
    key = next(option for option in options if option.right)
    return facts.proven(
        Item(
            id=f"{model.id}/{scene.ask}" + (f"/{scene.id}" if scene.id else ""),
            kind=model.kind,
            model=model.id,
            names=scene.names,
            stem=scene.stem,
            question=scene.question,
            contact_type=able[0].id,
            about=tuple(dict.fromkeys((key.rests_on, *(each.rests_on for each in options)))),
            options=options,
            closed=True,
            place=scene.place,
        )
    )


def _option(kind: ContactType, fit: Fit, scene: Scene) -> Option:
    basis = fit.basis
    told = basis.full_text if basis else ""
    right = fit.verdict in FITTING
    return Option(
        id=kind.id,
        text=scene.people.get(kind.id, kind.title),
        right=right,
        rationale=scene.rationales.get(kind.id) or (scene.because if right else told) or told,
        rests_on=basis.id if basis else "",
    )

"""Which kind of contact is this? The tie that is true in the scene decides."""

from __future__ import annotations

from ..fields import did_you_mean
from ..model.facts import ContactType
from ..model.items import Item, ItemModel, Option, Scene
from .facts import Facts


def which_kind(scene: Scene, model: ItemModel, facts: Facts) -> Item | None:
    """Return an item whose key is the one contact type with a tie named in the scene."""
    where = f"{model.id}: {scene.id}"
    ties = [kind.known_by for kind in facts.types]
    for tie in scene.known_by:
        if tie not in ties:
            facts.problems.add(scene.place, where, f"unknown tie “{tie}”", did_you_mean(tie, ties))
    matching = [kind for kind in facts.types if kind.known_by in scene.known_by]
    if len(matching) != 1 or not scene.about or not scene.because:
        what = f"{len(matching)} contact types match, and it needs “about” and “because”"
        facts.problems.add(scene.place, where, what, "name one tie under “known_by”")
        return None
    right = matching[0]
    return facts.proven(
        Item(
            id=f"{model.id}/{right.id}/{scene.id}",
            kind=model.kind,
            model=model.id,
            names=scene.names,
            stem=scene.stem,
            question=scene.question,
            contact_type=right.id,
            about=scene.about,
            options=tuple(_option(kind, scene, right=kind is right) for kind in facts.types),
            closed=True,
            place=scene.place,
        )
    )


def _option(kind: ContactType, scene: Scene, *, right: bool) -> Option:
    written = scene.rationales.get(kind.id)
    general = scene.because if right else f"{kind.mark} {scene.because}"
    return Option(
        id=kind.id,
        text=kind.title,
        right=right,
        rationale=written or general,
        rests_on=scene.about[0] if right else _tells_apart(kind, scene),
    )


def _tells_apart(kind: ContactType, scene: Scene) -> str:
    who = sorted(kind.part("who"), key=lambda one: one.tier != "core")
    return who[0].id if who else scene.about[0]

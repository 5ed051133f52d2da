"""The item model “which-kind”: which contact type somebody is, by the bond that the scene names."""

from ...model.item_models import ItemModel
from ...model.items import Choice, Option
from ...model.library import ContactType
from ...model.scenes import Scene
from ..proof import Facts, item_id, scene_fields


def which_kind(scene: Scene, model: ItemModel, facts: Facts) -> Choice | None:
    """Return an item whose key is the one contact type with a bond of the scene, or None after noting why there is none."""
    matching = [type_ for type_ in facts.library.types if type_.known_by in scene.known_by]
    if len(matching) != 1:
        # Its id holds the right contact type, so any of these may be the one that a form drew.
        facts.problems.excuse(
            *(item_id(model.id, type_.id, scene.id) for type_ in facts.library.types)
        )
        what = f"{len(matching)} contact types are known by what this scene names"
        name = item_id(model.id, scene.id)
        facts.refuse(name, scene.at("known_by"), what, "name what one contact type is known by")
        return None
    right = matching[0]
    return facts.proven(
        Choice(
            id=item_id(model.id, right.id, scene.id),
            **scene_fields(scene, model),
            contact_type=right.id,
            about=tuple(dict.fromkeys((scene.rests_on, *scene.about))),
            fits=(),
            options=tuple(
                _option(type_, scene, right=type_ is right) for type_ in facts.library.types
            ),
            closed=True,
        )
    )


def _option(contact_type: ContactType, scene: Scene, *, right: bool) -> Option:
    return Option(
        id=contact_type.id,
        text=contact_type.title,
        right=right,
        rationale=scene.rationale(contact_type.id, right=right)
        or f"{contact_type.mark} {scene.because}",
        rests_on=scene.rests_on if right else contact_type.mark_rests_on,
    )

"""Who is best for this ask? The one contact type that can, among those that cannot."""

from collections.abc import Sequence

from ...model.item_models import ItemModel
from ...model.items import Choice, Option
from ...model.library import ContactType
from ...model.scenes import Scene
from ..proof import FEWEST_OPTIONS, Facts, item_id, scene_fields
from ..table import FITTING, Fit


def who_is_best(scene: Scene, model: ItemModel, facts: Facts) -> Choice | None:
    """Return an item whose options are the contact types that a source settles for the ask."""
    name = item_id(model.id, scene.ask, scene.id)
    cells = [(type_, facts.table.get((type_.id, scene.ask))) for type_ in facts.library.types]
    settled = [(type_, fit) for type_, fit in cells if fit and fit.settled]
    able = [(type_, fit) for type_, fit in settled if fit.verdict in FITTING]
    if len(settled) < FEWEST_OPTIONS or len(able) != 1:
        what = f"{len(able)} of {len(settled)} settled contact types can do it"
        facts.refuse(name, scene.at("ask"), what, "ask it only where one can and two cannot")
        return None
    if not _says_of_all_or_none(scene, settled, name, facts):
        return None
    (right, basis), *_ = able
    about = (basis.settling.id, *(fit.settling.id for _, fit in settled))
    return facts.proven(
        Choice(
            id=name,
            **scene_fields(scene, model),
            contact_type=right.id,
            about=tuple(dict.fromkeys(about)),
            fits=tuple((type_.id, scene.ask) for type_, _ in settled),
            options=tuple(_option(type_, fit, scene) for type_, fit in settled),
            closed=True,
        )
    )


def _says_of_all_or_none(
    scene: Scene, settled: Sequence[tuple[ContactType, Fit]], name: str, facts: Facts
) -> bool:
    """Return whether the scene says of all who they are, or of none; else an option stands out."""
    silent = [type_.id for type_, _ in settled if type_.id not in scene.people]
    if scene.people and silent:
        what = f"the scene does not say who of {', '.join(silent)} is meant"
        facts.refuse(name, scene.at("people"), what, "add a line for each under “people”")
        return False
    return True


def _option(contact_type: ContactType, fit: Fit, scene: Scene) -> Option:
    right = fit.verdict in FITTING
    return Option(
        id=contact_type.id,
        text=scene.people.get(contact_type.id, contact_type.title),
        right=right,
        rationale=scene.rationale(contact_type.id, right=right) or fit.settling.full_text,
        rests_on=fit.settling.id,
    )

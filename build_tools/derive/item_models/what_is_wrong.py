"""What is wrong with this request? The reason that settles the fit, among two that do not."""

from ...model.item_models import ItemModel
from ...model.items import Choice, Option
from ...model.scenes import Scene
from ..proof import Facts, item_id, scene_fields
from ..table import Fit


def what_is_wrong(scene: Scene, model: ItemModel, facts: Facts) -> Choice | None:
    """Return an item whose options are reasons; the settling statement carries the right one."""
    name = item_id(model.id, scene.contact_type, scene.ask, scene.id)
    fit = facts.settled(scene.contact_type, scene.ask, name, scene.at("ask"))
    if fit is None:
        return None
    if fit.verdict != "cannot" or not fit.reasons:
        what = "needs a fit that is settled “cannot” with a reason"
        facts.refuse(name, scene.at("ask"), what, "choose another request")
        return None
    key = fit.settling.reason or min(fit.reasons)
    reasons = (key, *facts.distractors(scene, model, fit))
    by_reason = {reason: _option(reason, scene, fit, facts) for reason in reasons}
    lacking = [reason for reason, option in by_reason.items() if option is None]
    if lacking:
        what = f"“{lacking[0]}” has no rationale here, or is a reason that no statement gives"
        facts.refuse(name, scene.at("rationales"), what, "write it under “rationales”")
        return None
    return facts.proven(
        Choice(
            id=name,
            **scene_fields(scene, model),
            contact_type=scene.contact_type,
            about=(fit.settling.id,),
            fits=((scene.contact_type, scene.ask),),
            options=tuple(option for option in by_reason.values() if option),
        )
    )


def _option(name: str, scene: Scene, fit: Fit, facts: Facts) -> Option | None:
    right = name in fit.reasons
    bearer = fit.settling if right else facts.bearer(name)
    rationale = scene.rationale(name, right=right)
    if bearer is None or not rationale:
        return None
    return Option(
        id=name,
        text=facts.library.reasons.by_id[name].text,
        right=right,
        rationale=rationale,
        rests_on=bearer.id,
        right_for="" if right else scene.right_for.get(name, ""),
    )

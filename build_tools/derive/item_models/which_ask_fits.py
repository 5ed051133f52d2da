"""Which ask fits this contact type? One that a source says it can do, among two that others can."""

from ...model.item_models import ItemModel
from ...model.items import Choice, Option
from ...model.library import Ask, Statement
from ...model.scenes import Scene, ScenePerson
from ..people import basis_of, is_able
from ..proof import Facts, item_id, scene_fields
from ..table import FITTING, Fit


def which_ask_fits(scene: Scene, model: ItemModel, facts: Facts) -> Choice | None:
    """Return an item whose options are requests, of which the table says that one fits.

    A wrong one is what a source says this contact type cannot do, or what takes a link that somebody else in the scene has.
    """
    name = item_id(model.id, scene.contact_type, scene.ask, scene.id)
    asked = facts.settled(scene.contact_type, scene.ask, name, scene.at("ask"))
    if asked is None:
        return None
    others = facts.distractors(scene, model, asked)
    attempts = [_settled(asked, scene, facts), *(_other(ask, scene, name, facts) for ask in others)]
    options = tuple(option for option in attempts if option)
    if len(options) < len(attempts):
        return None
    return facts.proven(
        Choice(
            id=name,
            **scene_fields(scene, model),
            contact_type=scene.contact_type,
            about=tuple(dict.fromkeys(option.rests_on for option in options)),
            fits=tuple(
                (scene.contact_type, one.id) for one in options if one.id not in scene.links
            ),
            options=options,
        )
    )


def _settled(fit: Fit, scene: Scene, facts: Facts) -> Option:
    right = fit.verdict in FITTING
    whom = None if right else _whom(fit.ask, scene, facts)
    return _option(facts.ask(fit.ask), fit.settling, scene, whom)


def _other(ask: str, scene: Scene, name: str, facts: Facts) -> Option | None:
    """Return what somebody else in the scene is there for, or None after refusing the item."""
    able = _able(ask, scene, facts)
    link = scene.links.get(ask)
    if not able and (link or (scene.company and facts.ask(ask).needs)):
        what = f"nobody under “others” can do “{ask}”"
        facts.refuse(name, scene.at("others"), what, "change a tie or a link until one can", "I45")
        return None
    if not link:
        fit = facts.settled(scene.contact_type, ask, name, scene.at("distractors"))
        return _settled(fit, scene, facts) if fit else None
    basis = basis_of(able[0], facts.ask(ask), facts, able=True)
    if basis:
        return _option(facts.ask(ask), basis, scene, _whom(ask, scene, facts))
    what = f"that {able[0].name} can do “{ask}” rests on no source"
    facts.refuse(name, scene.at("others"), what, "ask what a sourced statement settles", "I19")
    return None


def _able(ask: str, scene: Scene, facts: Facts) -> list[ScenePerson]:
    link = scene.links.get(ask, "")
    return [person for person in scene.company if is_able(person, facts.ask(ask), link, facts)]


def _whom(ask: str, scene: Scene, facts: Facts) -> str:
    """Return for whom a wrong option would be right, best somebody in the scene."""
    able = "; ".join(one.name for one in _able(ask, scene, facts))
    return able or scene.right_for.get(ask) or facts.who_can(ask)


def _option(ask: Ask, basis: Statement, scene: Scene, whom: str | None) -> Option:
    """Return an option; `whom` is None where it is right."""
    right = whom is None
    return Option(
        id=ask.id,
        text=scene.says.get(ask.id) or ask.say,
        right=right,
        rationale=scene.rationale(ask.id, right=right) or basis.full_text,
        rests_on=basis.id,
        ask=ask.id,
        right_for=whom or "",
    )

"""The item model “one-fact”: what to ask a person, in two scenes that differ in the one fact that changes the answer."""

from ...model.item_models import ItemModel
from ...model.items import Choice, Option
from ...model.library import Statement
from ...model.scenes import Scene, WrittenRow
from ..people import basis_of, is_able
from ..proof import Facts, item_id, scene_fields


def one_fact(scene: Scene, model: ItemModel, facts: Facts) -> Choice | None:
    """Return an item about what to ask one person, or None after noting why there is none.

    The key is the request that the seeker wants, if the ties of the person are enough for it, and else the one other request for
    which they are. Each rationale begins with the fact that decides.
    """
    name, (person, *_) = item_id(model.id, scene.id), scene.company
    can = {row.ask: is_able(person, facts.ask(row.ask), row.link, facts) for row in scene.rows}
    right = {scene.ask} if can.get(scene.ask) else {ask for ask, able in can.items() if able}
    bases = {ask: basis_of(person, facts.ask(ask), facts, able=able) for ask, able in can.items()}
    unproven = [ask for ask, basis in bases.items() if basis is None]
    if groundless := [scene.ask] if scene.ask not in can else unproven:
        what = f"no option for “{groundless[0]}” that rests on a source"
        facts.refuse(name, scene.at("options"), what, "offer another request", "I19")
        return None
    options = tuple(
        _option(row, basis, scene, facts, right=row.ask in right)
        for row in scene.rows
        if (basis := bases[row.ask])
    )
    return facts.proven(
        Choice(
            id=name,
            **scene_fields(scene, model),
            contact_type=person.types[0] if len(person.types) == 1 else None,
            about=tuple(dict.fromkeys(option.rests_on for option in options)),
            fits=(),
            options=options,
            pair=item_id(model.id, scene.pair),
        )
    )


def _option(
    row: WrittenRow, basis: Statement, scene: Scene, facts: Facts, *, right: bool
) -> Option:
    return Option(
        id=row.ask,
        text=row.text or facts.ask(row.ask).say,
        right=right,
        rationale=f"{scene.because} {row.rationale}",
        rests_on=basis.id,
        ask=row.ask,
        right_for="" if right else row.right_for,
    )

"""The item model “who-can-do-it”: requests to match with the people of a scene, by the ties of each."""

from collections import Counter
from collections.abc import Sequence

from ...model.item_models import ItemModel
from ...model.items import Grid, Person, Row
from ...model.library import Ask, Statement
from ...model.scenes import Scene, WrittenRow
from ..people import basis_of, is_able
from ..proof import Facts, item_id, read_alike, scene_fields

FEWEST_PEOPLE = 3
FEWEST_ROWS = 5
NOBODY = "nobody"
"""The bin of what nobody in a scene can do."""


def who_can_do_it(scene: Scene, model: ItemModel, facts: Facts) -> Grid | None:
    """Return a grid of requests, each for the one person who can do it or for nobody, or None after noting why there is none.

    Ties prove who can do a request. A source has to say so too, of the contact type of that person or of the need of the request;
    for a row that is for nobody, of each person that they cannot.
    """
    name = item_id(model.id, scene.id)
    attempts = [_row(written, scene, name, facts) for written in scene.rows]
    rows = tuple(row for row in attempts if row)
    fault = "" if len(rows) < len(attempts) else _fault(rows, scene)
    if fault:
        facts.refuse(name, scene.at("rows"), fault, "change the rows or the people", "I02")
    if fault or len(rows) < len(attempts):
        return None
    people = [Person(id=one.id, name=one.name) for one in scene.company]
    if any(row.bin == NOBODY for row in rows):
        people.append(Person(id=NOBODY, name=model.nobody))
    return Grid(
        id=name,
        **scene_fields(scene, model),
        contact_type=None,
        about=tuple(dict.fromkeys(row.rests_on for row in rows)),
        fits=tuple(_fits(rows, scene, facts)),
        rows=rows,
        people=tuple(people),
    )


def _row(written: WrittenRow, scene: Scene, grid: str, facts: Facts) -> Row | None:
    ask = facts.ask(written.ask)
    able = [person for person in scene.company if is_able(person, ask, written.link, facts)]
    if len(able) != (0 if written.nobody else 1):
        named = f" ({', '.join(one.name for one in able)})" if able else ""
        count = "1 person" if len(able) == 1 else f"{len(able)} people"
        what = f"{count} can do “{ask.id}”{named}"
        instead = "change a tie or a link until " + ("none can" if written.nobody else "one can")
        facts.refuse(grid, written.place, what, instead, "I01")
        return None
    basis = (
        _refusal(scene, ask, facts) if written.nobody else basis_of(able[0], ask, facts, able=True)
    )
    if basis is None:
        who = "nobody here" if written.nobody else able[0].name
        what = f"that {who} can do “{ask.id}” rests on no source"
        facts.refuse(grid, written.place, what, "ask what a sourced statement settles", "I19")
        return None
    return Row(
        id=ask.id,
        text=written.text or ask.say,
        bin=NOBODY if written.nobody else able[0].id,
        rationale=written.rationale,
        rests_on=basis.id,
    )


def _refusal(scene: Scene, ask: Ask, facts: Facts) -> Statement | None:
    """Return the statement that the first person cannot do it, or None unless a source says so of each person."""
    bases = [basis_of(one, ask, facts, able=False) for one in scene.company]
    return bases[0] if all(bases) else None


def _fits(rows: Sequence[Row], scene: Scene, facts: Facts) -> list[tuple[str, str]]:
    """Return (contact type, ask) of each row that the table settles for the person who can."""
    types = {person.id: person.types for person in scene.company}
    cells = [(type_id, row.id) for row in rows for type_id in types.get(row.bin, ())]
    return [cell for cell in cells if (fit := facts.table.get(cell)) and fit.settled]


def _fault(rows: Sequence[Row], scene: Scene) -> str:
    """Return why the rows make no fair question; “” if they make one."""
    people = [person.id for person in scene.company]
    ids = Counter([*people, NOBODY, *(row.id for row in rows)])
    taken = {row.bin for row in rows}
    if len(people) < FEWEST_PEOPLE or len(rows) < FEWEST_ROWS:
        return f"{len(people)} people and {len(rows)} rows, fewer than {FEWEST_PEOPLE} and {FEWEST_ROWS}"
    if max(ids.values()) > 1:
        return f"“{ids.most_common(1)[0][0]}” stands twice among the people and rows"
    if alike := read_alike(row.text for row in rows):
        return f"two rows read “{alike}”"
    if len(taken) == 1:
        return "one person can do all of it"
    return ""

"""What can this contact type be asked, and what better not? Requests to sort, as the table has them."""

from collections import Counter

from ...model.item_models import ItemModel
from ...model.items import BINS, VERDICT_OF, Grid, Row
from ...model.scenes import Scene, WrittenRow
from ...problems import Place
from ..proof import Facts, item_id, read_alike, scene_fields

FEWEST_ROWS = 2
"""In each bin: with one, the last row needs no thought."""

_BIN_OF = {verdict: bin_ for bin_, verdict in VERDICT_OF.items()}


def can_or_better_not(scene: Scene, model: ItemModel, facts: Facts) -> Grid | None:
    """Return a grid whose rows are requests that a source settles as “can” or “cannot”."""
    name = item_id(model.id, scene.contact_type, scene.id)
    attempts = [_row(written, scene, name, facts) for written in scene.rows]
    rows = tuple(row for row in attempts if row)
    if len(rows) < len(attempts):
        return None
    return _proven(
        Grid(
            id=name,
            **scene_fields(scene, model),
            contact_type=scene.contact_type,
            about=tuple(dict.fromkeys(row.rests_on for row in rows)),
            fits=tuple((scene.contact_type, row.id) for row in rows),
            rows=rows,
        ),
        scene.at("rows"),
        facts,
    )


def _row(written: WrittenRow, scene: Scene, grid: str, facts: Facts) -> Row | None:
    fit = facts.settled(scene.contact_type, written.ask, grid, written.place)
    if fit is None:
        return None
    if fit.verdict not in _BIN_OF:
        what = f"“{fit.ask}” is settled as “{fit.verdict}”, which belongs in neither bin"
        facts.refuse(grid, written.place, what, "choose a request that is settled can or cannot")
        return None
    return Row(
        id=fit.ask,
        text=written.text or facts.ask(fit.ask).say,
        bin=_BIN_OF[fit.verdict],
        rationale=written.rationale,
        rests_on=fit.settling.id,
    )


def _proven(grid: Grid, place: Place, facts: Facts) -> Grid | None:
    """Return the grid if both bins have rows enough and no two rows are the same, or refuse it."""
    counts = Counter(row.bin for row in grid.rows)
    few = [name for name in BINS if counts[name] < FEWEST_ROWS]
    asks = Counter(row.id for row in grid.rows)
    twice = [ask for ask, count in asks.items() if count > 1]
    alike = read_alike(row.text for row in grid.rows)
    if twice:
        rule, what, instead = "I03", f"two rows ask “{twice[0]}”", "keep one of them"
    elif alike:
        rule, what, instead = "I03", f"two rows read “{alike}”", "word them differently"
    elif few:
        rule, what = "I02", f"the bin “{few[0]}” gets {counts[few[0]]} of {len(grid.rows)} rows"
        instead = f"give each bin {FEWEST_ROWS} or more"
    else:
        return grid
    facts.refuse(grid.id, place, what, instead, rule)
    return None

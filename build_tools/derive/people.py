"""People in a scene: what they can do by ties of their own, and what that rests on."""

from ..model.library import Ask, Statement
from ..model.scenes import ScenePerson
from .proof import Facts
from .table import FITTING
from .ties import can_do, ties_of


def is_able(one: ScenePerson, ask: Ask, link: str, facts: Facts) -> bool:
    """Return whether somebody can do it: by their ties, or as an exception that a source makes.

    `link` is the place or field that the request is about, which only some have a link to; “” where that does not matter.
    """
    if link and link not in one.links:
        return False
    types = [type_ for type_ in facts.library.types if type_.id in one.types]
    ties = frozenset().union(*map(ties_of, types), one.plus) - set(one.minus)
    return can_do(ask, ties) or any(
        fit.exception for type_id in one.types if (fit := facts.table.get((type_id, ask.id)))
    )


def basis_of(one: ScenePerson, ask: Ask, facts: Facts, *, able: bool) -> Statement | None:
    """Return the sourced statement that says that this person can, or cannot, or None.

    What settles it for a kind that they are comes first, and then what the need of the request rests on.
    """
    fits = (facts.table.get((type_id, ask.id)) for type_id in one.types)
    settled = [
        fit.settling for fit in fits if fit and fit.settled and (fit.verdict in FITTING) == able
    ]
    need = facts.library.statements.get(ask.needs.rests_on or "") if ask.needs else None
    return next((basis for basis in (*settled, need) if basis and basis.source), None)

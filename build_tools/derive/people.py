"""People in a scene: whether they can do a request, and which statement says so."""

from ..model.library import Ask, Statement
from ..model.scenes import ScenePerson
from .proof import Facts
from .table import FITTING
from .ties import can_do, ties_of


def is_able(one: ScenePerson, ask: Ask, link: str, facts: Facts) -> bool:
    """Return whether a person can do what is asked: by their ties, or by an exception of the table.

    `link` is the place or field of the request, to which the person needs a link; “” if it needs none.
    """
    if link and link not in one.links:
        return False
    types = [type_ for type_ in facts.library.types if type_.id in one.types]
    ties = frozenset().union(*map(ties_of, types), one.plus) - set(one.minus)
    return can_do(ask, ties) or any(
        fit.exception for type_id in one.types if (fit := facts.table.get((type_id, ask.id)))
    )


def basis_of(one: ScenePerson, ask: Ask, facts: Facts, *, able: bool) -> Statement | None:
    """Return the sourced statement that says that a person can do it, or cannot; None if there is none.

    One that settles it for a contact type of the person comes before the one on which the need of the request rests.
    """
    fits = (facts.table.get((type_id, ask.id)) for type_id in one.types)
    settled = [
        fit.settling for fit in fits if fit and fit.settled and (fit.verdict in FITTING) == able
    ]
    need = facts.library.statements.get(ask.needs.rests_on or "") if ask.needs else None
    return next((basis for basis in (*settled, need) if basis and basis.source), None)

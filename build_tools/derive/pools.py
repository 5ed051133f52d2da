"""Named pools of distractors: what a scene is offered when it names none itself."""

from collections.abc import Callable, Mapping

from ..model.library import Library
from ..model.tokens import content_hash
from .table import Fit, Table

Pool = Callable[[Fit, Library, Table], tuple[str, ...]]
"""(the fit asked about, library, table) → ids of options that are wrong for it."""


def asks_it_cannot_do(fit: Fit, library: Library, table: Table) -> tuple[str, ...]:
    """Return the asks that a source says this contact type cannot do, in a fixed mixed order.

    What others can do comes first: what is too much for anybody is struck out on sight.
    """
    cells = ((ask, table.get((fit.contact_type, ask.id))) for ask in library.asks)
    wrong = [ask for ask, cell in cells if cell and cell.settled and cell.verdict == "cannot"]
    mixed = sorted(wrong, key=lambda ask: content_hash(fit.contact_type, fit.ask, ask.id))
    return tuple(ask.id for ask in sorted(mixed, key=lambda ask: ask.needs is None))


def reasons_not_carried(fit: Fit, library: Library, table: Table) -> tuple[str, ...]:  # noqa: ARG001
    """Return the reasons that no statement settling this fit gives, in a fixed mixed order."""
    wrong = [reason.id for reason in library.reasons if reason.id not in fit.reasons]
    return tuple(sorted(wrong, key=lambda name: content_hash(fit.contact_type, fit.ask, name)))


POOLS: Mapping[str, Pool] = {
    "asks-it-cannot-do": asks_it_cannot_do,
    "reasons-not-carried": reasons_not_carried,
}

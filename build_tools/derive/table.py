"""The table of asks × contact types, derived from what statements settle."""

from collections.abc import Mapping
from dataclasses import dataclass

from .. import families
from ..model.fields import fits_of
from ..model.library import TIERS, Advice, ContactType, Library, Settlement, Statement, Verdict
from ..problems import Problems

FITTING: tuple[Verdict, ...] = ("can", "sometimes")
"""Verdicts that suit: the request is worth making."""
LISTED: tuple[Verdict, ...] = (*FITTING, "rarely")
"""Verdicts of the requests that lists offer: all but those that are better not made."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fit:
    """How one ask suits one contact type, and what that rests on."""

    contact_type: str
    ask: str
    verdict: Verdict
    statements: tuple[Statement, ...]
    """The statements that settle it; empty if it is only our advice."""
    advice: Advice | None
    inferred: bool = False
    """Whether we inferred it from a source that does not say so itself."""
    exception: str | None = None
    """Why the verdict stands although the ties say otherwise."""

    @property
    def settled(self) -> bool:
        return any(statement.source for statement in self.statements)

    @property
    def basis(self) -> Statement | None:
        """The statement to show for this fit, or None if it is only our advice."""
        return self.settling if self.statements else None

    @property
    def settling(self) -> Statement:
        """The statement to show for a settled fit: one with a source first, then by tier, then by id."""
        return min(
            self.statements,
            key=lambda one: (one.source is None, TIERS.index(one.tier), one.id),
        )


Table = Mapping[tuple[str, str], Fit]
"""Fits by (contact type id, ask id)."""
_Settled = list[tuple[Statement, Settlement]]


def derive(library: Library, problems: Problems) -> Table:
    """Return every fit; note each that is missing, or settled in two ways."""
    settled = _settlements(library)
    table: dict[tuple[str, str], Fit] = {}
    for type_ in library.types:
        advice = _advice(type_, problems)
        for ask in library.asks:
            cell = settled.get((type_.id, ask.id), [])
            fit = _fit(type_.id, ask.id, cell, advice.get(ask.id))
            if fit:
                table[type_.id, ask.id] = fit
                _check_agreement(fit, cell, problems)
            elif not problems.lacks(
                families.ASK, families.STATEMENT, families.FIT, fits_of(type_.path)
            ):
                what = "no statement settles this fit and no advice is given"
                instead = f"add {{ask: {ask.id}, …}} under “open”"
                problems.add(type_.place, f"{type_.id} × {ask.id}", what, instead)
    return table


def _advice(contact_type: ContactType, problems: Problems) -> dict[str, Advice]:
    advice: dict[str, Advice] = {}
    for one in contact_type.open:
        first = advice.setdefault(one.ask, one)
        if first is not one:
            what = f"advice is given twice (first at {first.place})"
            problems.add(one.place, f"{contact_type.id} × {one.ask}", what, "keep one of them")
    return advice


def _settlements(library: Library) -> dict[tuple[str, str], _Settled]:
    cells: dict[tuple[str, str], _Settled] = {}
    for statement in library.statements.values():
        for settlement in statement.settles:
            for contact_type in settlement.types:
                cell = cells.setdefault((contact_type, settlement.ask), [])
                cell.append((statement, settlement))
    return cells


def _fit(contact_type: str, ask: str, cell: _Settled, advice: Advice | None) -> Fit | None:
    verdicts = [settlement.verdict for _, settlement in cell]
    if advice:
        verdicts.append(advice.verdict)
    if not verdicts:
        return None
    sourced = [settlement for statement, settlement in cell if statement.source]
    return Fit(
        contact_type=contact_type,
        ask=ask,
        verdict=verdicts[0],
        statements=tuple(statement for statement, _ in cell),
        advice=advice,
        exception=next((one.exception for _, one in cell if one.exception), None),
        inferred=bool(sourced) and all(settlement.inferred for settlement in sourced),
    )


def _check_agreement(fit: Fit, cell: _Settled, problems: Problems) -> None:
    where = f"{fit.contact_type} × {fit.ask}"
    for statement, settlement in cell:
        if settlement.verdict != fit.verdict:
            speaker, first = cell[0]
            what = f"settled as “{settlement.verdict}”, but as “{fit.verdict}” at {first.place}"
            instead = f"let one of them speak: {speaker.id} or {statement.id}"
            problems.add(settlement.place, where, what, instead)
    if cell and fit.advice:
        what = f"advice on what {cell[0][0].id} settles"
        problems.add(fit.advice.place, where, what, "delete it from “open”")

"""The table of asks × contact types, derived from what statements settle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .errors import Problems
from .model.facts import Advice, Ask, ContactType, Library, Settlement, Statement, Verdict

FITTING: tuple[Verdict, ...] = ("can", "sometimes")


@dataclass(frozen=True, kw_only=True, slots=True)
class Fit:
    """How one ask suits one contact type, and what that rests on."""

    contact_type: str
    ask: str
    verdict: Verdict
    statements: tuple[Statement, ...]
    """What settles it; empty where only our advice speaks."""
    advice: Advice | None

    @property
    def settled(self) -> bool:
        return any(statement.source for statement in self.statements)

    @property
    def basis(self) -> Statement | None:
        """The statement to show for this fit: a sourced one before one of our own."""
        return min(self.statements, key=lambda one: one.source is None, default=None)

    @property
    def reasons(self) -> frozenset[str]:
        """Ids of the reasons that the settling statements give."""
        return frozenset(one.reason for one in self.statements if one.reason)


Table = Mapping[tuple[str, str], Fit]
"""Fits by (contact type id, ask id)."""


def derive(library: Library, problems: Problems) -> Table:
    """Return every fit; one that is missing, or settled in two ways, is a problem."""
    settled = _settlements(library)
    table: dict[tuple[str, str], Fit] = {}
    for kind in library.types:
        advice = _advice(kind, problems)
        for ask in library.asks:
            found = settled.get((kind.id, ask.id), [])
            fit = _fit(kind, ask, found, advice.get(ask.id), problems)
            if fit:
                table[kind.id, ask.id] = fit
    return table


def _advice(kind: ContactType, problems: Problems) -> dict[str, Advice]:
    found: dict[str, Advice] = {}
    for one in kind.open:
        first = found.setdefault(one.ask, one)
        if first is not one:
            what = f"advice is given twice (first at {first.place})"
            problems.add(one.place, f"{kind.id} × {one.ask}", what, "keep one of them")
    return found


_Settled = list[tuple[Statement, Settlement]]


def _settlements(library: Library) -> dict[tuple[str, str], _Settled]:
    found: dict[tuple[str, str], _Settled] = {}
    for statement, settlement in _all(library):
        for contact_type in settlement.types:
            found.setdefault((contact_type, settlement.ask), []).append((statement, settlement))
    return found


def _all(library: Library) -> Iterator[tuple[Statement, Settlement]]:
    for statement in library.statements.values():
        for settlement in statement.settles:
            yield statement, settlement


def _fit(
    kind: ContactType, ask: Ask, found: _Settled, advice: Advice | None, problems: Problems
) -> Fit | None:
    where = f"{kind.id} × {ask.id}"
    if found:
        verdict = found[0][1].verdict
        _check_agreement(where, found, advice, problems)
    elif advice:
        verdict = advice.verdict
    elif problems.lacks("ask", "statement", "fit"):
        return None
    else:
        what = "no statement settles this fit and no advice is given"
        problems.add(kind.place, where, what, f"add {{ask: {ask.id}, …}} under “open”")
        return None
    return Fit(
        contact_type=kind.id,
        ask=ask.id,
        verdict=verdict,
        statements=tuple(statement for statement, _ in found),
        advice=advice,
    )


def _check_agreement(
    where: str, found: _Settled, advice: Advice | None, problems: Problems
) -> None:
    (speaker, first), *others = found
    for statement, settlement in others:
        if settlement.verdict != first.verdict:
            what = f"settled as “{settlement.verdict}”, but as “{first.verdict}” at {first.place}"
            instead = f"let one of them speak: {speaker.id} or {statement.id}"
            problems.add(settlement.place, where, what, instead)
    if advice:
        what = f"advice on what {speaker.id} settles"
        problems.add(advice.place, where, what, "delete it from “open”")

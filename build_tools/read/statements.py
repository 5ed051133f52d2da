"""Statements, wherever they stand."""

from __future__ import annotations

from typing import cast

from ..model.library import VERDICTS, Settlement, Statement, Tier, Verdict
from .reading import Reading
from .record import Fields

_TIERS = ("core", "supporting")


def read_statement(
    record: Fields, reading: Reading, home: tuple[str, str], types: tuple[str, ...]
) -> Statement:
    """Return one statement; `home` is its owner and list, `types` whom its fits are about."""
    owner, part = home
    name = record.slug("id")
    if not record.sound and owner == part:
        reading.problems.lose("statement")
    elif not record.sound:
        reading.problems.excuse(owner)
    full = f"{owner}/{name}" if owner == part else f"{owner}/{part}/{name}"
    statement = Statement(
        id=reading.claim(full, record.place("id"), "statement"),
        owner=owner,
        part=part,
        text=record.text("text"),
        because=record.optional_text("because"),
        source=record.optional_reference("source", "source"),
        because_source=record.optional_reference("because_source", "source"),
        tier=cast("Tier", record.choice("tier", _TIERS, "supporting")),
        reason=record.optional_reference("reason", "reason"),
        settles=_settlements(record, types, principle=owner == part),
        place=record.place_of_record,
    )
    if statement.because_source and not statement.because:
        record.note("because_source", "no reason that it could be the source of", "add “because:”")
    record.close()
    return statement


def _settlements(
    record: Fields, types: tuple[str, ...], *, principle: bool
) -> tuple[Settlement, ...]:
    """Return what a statement settles; one whose words are not understood settles nothing."""
    ours = "source" not in record.names
    found = (
        (_settlement(each, types, principle=principle, ours=ours), each)
        for each in record.each("settles")
    )
    return tuple(settlement for settlement, each in found if each.sound)


def _settlement(
    record: Fields, types: tuple[str, ...], *, principle: bool, ours: bool
) -> Settlement:
    named = record.references("types", "type") if principle else ()
    settlement = Settlement(
        ask=record.reference("ask", "ask"),
        verdict=read_verdict(record),
        types=named or types,
        inferred=record.flag("inferred"),
        exception=record.optional_text("exception"),
        place=record.place_of_record,
    )
    if settlement.inferred and ours:
        record.note("inferred", "no source to read it from", "take it out, or name a source")
    record.close()
    return settlement


def read_verdict(record: Fields) -> Verdict:
    return cast("Verdict", record.choice("verdict", VERDICTS))

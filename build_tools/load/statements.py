"""Statements, wherever they stand."""

from __future__ import annotations

from typing import cast

from ..fields import Fields
from ..model.facts import VERDICTS, Settlement, Statement, Tier, Verdict
from .tree import Reading

_TIERS = ("core", "supporting")


def read_statement(
    record: Fields, reading: Reading, home: tuple[str, str], types: tuple[str, ...]
) -> Statement:
    """Return one statement; `home` is its owner and list, `types` whom its fits are about."""
    owner, part = home
    name = record.slug("id")
    full = f"{owner}/{name}" if owner == part else f"{owner}/{part}/{name}"
    statement = Statement(
        id=reading.claim(full, record.place("id"), "statement"),
        owner=owner,
        part=part,
        text=record.text("text"),
        because=record.optional_text("because"),
        source=record.optional_text("source"),
        tier=cast("Tier", record.choice("tier", _TIERS, "supporting")),
        reason=record.optional_text("reason"),
        settles=tuple(
            _settlement(each, types, principle=owner == part) for each in record.each("settles")
        ),
        place=record.place_of_record,
    )
    record.close()
    return statement


def _settlement(record: Fields, types: tuple[str, ...], *, principle: bool) -> Settlement:
    settlement = Settlement(
        ask=record.slug("ask"),
        verdict=read_verdict(record),
        types=record.texts("types") if principle else types,
        place=record.place_of_record,
    )
    if principle and not settlement.types:
        record.note("types", "a principle settles fits of named contact types", "add “types: […]”")
    record.close()
    return settlement


def read_verdict(record: Fields) -> Verdict:
    return cast("Verdict", record.choice("verdict", VERDICTS))

"""`coverage`: what the bank asks too seldom, and how many forms it allows."""

from __future__ import annotations

import argparse
from itertools import groupby
from pathlib import Path

from ..derive.bank import build_bank
from ..generate import read_facts
from ..problems import ContentError, Problems
from ..prove.coverage import Allowed, Asked, cover


def run(root: Path, options: argparse.Namespace) -> None:  # noqa: ARG001
    """Print a report; raise `ContentError` if too few items ask a statement or a settled fit."""
    problems = Problems()
    library, table, quiz = read_facts(root, problems)
    bank = build_bank(library, quiz, table, problems)
    problems.raise_any()
    coverage = cover(library, table, quiz, bank)
    print(f"{len(bank.items)} items ask")
    for group, asked in groupby(coverage.asked, key=lambda one: one.group):
        print(f"  {_line(group, list(asked))}")
    print("Disjoint forms")
    for allowed in coverage.allowed:
        print(f"  {_forms(allowed)}")
    if coverage.short:
        raise ContentError(coverage.short)


def _line(group: str, asked: list[Asked]) -> str:
    counts = [one.items for one in asked]
    enough = sum(not one.short for one in asked)
    return (
        f"{enough} of {len(asked)} {group}s often enough ({asked[0].wanted} wanted): "
        f"from {min(counts)} to {max(counts)} items each"
    )


def _forms(allowed: Allowed) -> str:
    more = f" and {allowed.more} to draw with “forms”" if allowed.more else ""
    return f"{allowed.blueprint}: {allowed.drawn} drawn{more}. Why no more: {allowed.why}."

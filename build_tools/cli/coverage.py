"""`coverage`: what the bank asks too seldom, and how many forms it allows."""

import argparse
from itertools import groupby
from pathlib import Path

from ..derive.bank import build_bank
from ..generate import read_facts
from ..problems import ContentError, Problems
from ..prove.coverage import Covered, coverage_of, forms_allowed, uncovered


def run(root: Path, options: argparse.Namespace) -> None:  # noqa: ARG001
    """Print a report; raise `ContentError` if too few items ask a statement or a settled fit."""
    problems = Problems()
    library, table, quiz = read_facts(root, problems)
    bank = build_bank(library, quiz, table, problems)
    problems.raise_any()
    every = coverage_of(library, table, bank)
    print(f"{len(bank.items)} items ask")
    for group, covered in groupby(every, key=lambda one: one.group):
        print(f"  {_line(group, list(covered))}")
    print("Disjoint forms")
    for one in forms_allowed(library, quiz, bank):
        more = f" and {one.more} to draw with “forms”" if one.more else ""
        print(f"  {one.blueprint}: {one.drawn} drawn{more}. Why no more: {one.why}.")
    if short := uncovered(every):
        raise ContentError(short)


def _line(group: str, covered: list[Covered]) -> str:
    counts = [one.items for one in covered]
    enough = sum(not one.short for one in covered)
    return (
        f"{enough} of {len(covered)} {group}s often enough ({covered[0].wanted} wanted): "
        f"from {min(counts)} to {max(counts)} items each"
    )

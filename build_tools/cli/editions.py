"""`editions`: the editions of centers, and what each does to the guide."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..problems import Problems
from ..read import load
from ..read.editions import edition_ids


def run(root: Path, options: argparse.Namespace) -> None:  # noqa: ARG001
    """Print a line for each edition, and where one cannot be read, how many errors keep it from that."""
    names = edition_ids(root)
    for name in names:
        problems = Problems()
        edition = load(root, problems, name)[0].edition
        counts = edition.counts if edition else None
        if edition and counts:
            print(
                f"{name}: {edition.name}. {counts.changed} changed, {counts.added} added, "
                f"{counts.left_out} left out, {counts.stale} stale."
            )
        if problems.found:
            count = len(problems.found)
            told = f"{count} error{'s' if count > 1 else ''} in what it holds"
            print(f"  {told}: python -m build_tools check --edition {name}")
    if not names:
        print("There is none yet: docs/recipes/make-your-own-edition.md says how to make one.")

"""`forms`: draw what can be drawn, and commit it for ever."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..draw import draw_missing
from ..errors import Problems
from ..items import build_bank
from ..model.forms import DrawnForm
from ..tree import read_facts
from ..writer import write_new

_HEADER = "# Drawn once by “forms” and kept: the same questions in the same order everywhere. Do not edit.\n"


def run(root: Path, options: argparse.Namespace) -> None:  # noqa: ARG001
    """Write a file for each form that can be drawn beside the committed ones."""
    problems = Problems()
    library, table, quiz = read_facts(root, problems)
    bank = build_bank(library, quiz, table, problems)
    problems.raise_any()
    drawn = draw_missing(quiz, bank, library.types)
    for form in drawn:
        write_new(root / form.path, _yaml(form).encode())
    named = ", ".join(form.id for form in drawn)
    print(f"Drew {len(drawn)} forms{': ' + named if named else ''}.")


def _yaml(form: DrawnForm) -> str:
    lines = [f"id: {form.id}", f"blueprint: {form.blueprint}", "items:"]
    for item in form.items:
        lines += [f"  - id: {item.id}", f"    options: [{', '.join(item.options)}]"]
    return _HEADER + "\n".join(lines) + "\n"

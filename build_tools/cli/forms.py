"""`forms`: draw what can be drawn, and commit it for ever."""

import argparse
from pathlib import Path

from ..derive.bank import build_bank
from ..derive.draw import draw_missing
from ..generate import read_facts
from ..model.forms import DrawnForm
from ..problems import Problems
from ..read.schemas import schema_path
from ..write.files import write_new

_HEADER = f"# yaml-language-server: $schema=../../{schema_path('quiz/forms/*.yml')}\n# Drawn once by “forms” and kept: the same questions in the same order everywhere. Do not edit.\n"


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
    for blueprint in quiz.blueprints:
        forms = [form for form in (*quiz.drawn, *drawn) if form.blueprint == blueprint.id]
        held = {item.id for form in forms for item in form.items}
        suiting = {name for name, item in bank.items.items() if item.kind in blueprint.kinds}
        waiting = len(suiting - held)
        if waiting and not blueprint.per_type and not blueprint.most:
            print(f"{blueprint.id}: {waiting} items wait; one more form takes {blueprint.size}.")


def _yaml(form: DrawnForm) -> str:
    lines = [f"id: {form.id}", f"blueprint: {form.blueprint}", "items:"]
    for item in form.items:
        lines += [f"  - id: {item.id}", f"    options: [{', '.join(item.options)}]"]
    return _HEADER + "\n".join(lines) + "\n"

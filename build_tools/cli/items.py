"""`items`: questions of a spreadsheet as a file of the bank."""

import argparse
import os
import shutil
import tempfile
from functools import partial
from pathlib import Path

from ..generate import make_project, read_facts
from ..model.edition import EDITION, EDITIONS
from ..problems import ContentError, Problem, Problems, UsageError, counted
from ..read.editions import edition_ids
from ..read.files import IN_CLOUD, in_cloud
from ..read.questions import read_questions
from ..write.bank_file import BankFile, bank_file, bank_name, is_made_from
from ..write.files import write_file
from .where import said, written

_BANK = "quiz/bank"
_READ = ("content", "quiz")
"""What a check of the whole reads."""


def run(root: Path, options: argparse.Namespace) -> None:
    """Write the questions of a spreadsheet into the bank of an edition; with any fault, raise `ContentError` and write nothing."""
    edition = os.environ.get(EDITION, "")
    if edition not in edition_ids(root):
        known = ", ".join(edition_ids(root)) or "none yet"
        raise UsageError(f"say for which edition, with --edition ID; there is: {known}")
    if not options.source.is_file():
        instead = IN_CLOUD if in_cloud(options.source) else "name one that the spreadsheet saved"
        raise UsageError(f"there is no file {options.source}; {instead}")
    bank = _bank_of(root, edition, options.source)
    warnings = _held(root, bank)
    write_file(written(bank.path, root, options), bank.data)
    for warning in warnings:
        print(f"warning: {warning}")
    print(said(f"{bank.path}: {counted(bank.count, 'question')}.", options))


def _bank_of(root: Path, edition: str, source: Path) -> BankFile:
    name = f"{_BANK}/{bank_name(source.stem)}.yml"
    path = f"{EDITIONS}/{edition}/{name}"
    # In whatever encoding somebody saved that file, it only has to differ from what was made.
    there = (root / path).read_text("utf-8", "replace") if (root / path).is_file() else ""
    if (root / name).is_file() or (there and not is_made_from(there, source.name)):
        raise UsageError(
            f"{name} is no file made of {source.name}; give the spreadsheet another name"
        )
    problems = Problems()
    questions = read_questions(source.as_posix(), source.read_bytes(), problems)
    if not questions and not problems.errors:
        raise UsageError(f"{source} holds no question; write one in each row below the first")
    _, _, quiz = read_facts(root, Problems())
    bank = partial(bank_file, path, source.name, names=quiz.rule_words.names)
    if problems.errors:
        wrong = {one.place.line for one in problems.errors}
        right = [one for one in questions if not {cell.place.line for cell in one.values()} & wrong]
        problems.errors += _also_wrong(root, bank(right)) if right else []
        problems.raise_any()
    return bank(questions)


def _also_wrong(root: Path, made: BankFile) -> list[Problem]:
    """Return what is wrong with the rows whose cells are right, so that all is told in one run."""
    try:
        _held(root, made)
    except ContentError as error:
        sources = {place.path for _, place, _ in made.lines}
        return [one for one in error.problems if one.place.path in sources]
    return []


def _held(root: Path, bank: BankFile) -> tuple[Problem, ...]:
    """Return the warnings of the new file, after all rules looked at it where it will stand: in a copy of the project."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in _READ:
            shutil.copytree(root / name, copy / name)
        write_file(copy / bank.path, bank.data)
        try:
            warned = make_project(copy, os.environ).warnings
        except ContentError as error:
            raise ContentError(
                # Two places in the file may come from one cell, and are then told once.
                tuple(dict.fromkeys(map(bank.at_its_cell, error.problems))),
                tuple(dict.fromkeys(map(bank.at_its_cell, error.warnings))),
            ) from error
    return tuple(bank.at_its_cell(warning) for warning in warned if warning.place.path == bank.path)

"""`check`: the content only, without a site."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from ..tree import read_project


def run(root: Path, options: argparse.Namespace) -> None:  # noqa: ARG001
    """Print what there is; raise `ContentError` if anything is wrong."""
    project = read_project(root, os.environ)
    library, quizzes = project.content.library, project.content.quizzes
    fits = project.content.table.values()
    settled = sum(fit.settled for fit in fits)
    print(
        f"Fine: {len(project.guide.pages)} pages, {len(library.statements)} statements, "
        f"{len(fits)} fits ({settled} settled), {len(quizzes.bank.items)} quiz items, "
        f"{len(quizzes.forms)} forms."
    )

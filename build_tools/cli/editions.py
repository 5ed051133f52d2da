"""`editions`: the editions of centers, and what each does to the guide."""

import argparse
from pathlib import Path

from ..problems import Problems, counted
from ..publish.history import texts_at
from ..read import load
from ..read.editions import edition_ids
from ..read.moved import moved


def run(root: Path, options: argparse.Namespace) -> None:
    """Print a line for each edition, and where one cannot be read, how many errors keep it from that.

    With a commit: the texts that an edition says over some of the guide that have moved since.
    """
    names = edition_ids(root)
    then = texts_at(root, options.since) if options.since else None
    for name in names:
        print_edition(root, name)
        texts = list(moved(root, name, then)) if then else []
        for text in texts:
            print(f"  {text}")
        if then and not texts:
            print(f"  Nothing that it changes has moved since {options.since}.")
    if not names:
        print("There is none yet: docs/recipes/make-your-own-edition.md says how to make one.")


def print_edition(root: Path, name: str) -> None:
    """Print a line for one edition, and one more where it cannot be read."""
    problems = Problems()
    edition = load(root, problems, name)[0].edition
    if edition:
        print(edition.summary)
    if problems.errors:
        errors = f"{counted(len(problems.errors), 'error')} in what it holds"
        print(f"  {errors}: python -m build_tools check --edition {name}")

"""`check`: the content only, without a site."""

import argparse
import os
from collections import Counter
from pathlib import Path

from ..generate import Project, make_project
from ..problems import ContentError
from ..prove.coverage import coverage_of
from ..prove.guesser import guess
from ..prove.registry import resting
from .findings import FORMATS
from .where import said

_NAMED = 3
"""How many of the uncovered one line names."""


def run(root: Path, options: argparse.Namespace) -> None:
    """Print what there is; raise `ContentError` if anything is wrong."""
    form = FORMATS[options.format]
    try:
        project = _read(root, strict=options.strict)
    except ContentError as error:
        _print(said(form(error.problems, error.warnings), options))
        raise
    _print(said(form((), project.warnings), options))
    if options.format == "text":
        _print_summary(project)


def _read(root: Path, *, strict: bool) -> Project:
    project = make_project(root, os.environ)
    if strict and project.warnings:
        raise ContentError(project.warnings)
    return project


def _print(text: str) -> None:
    if text:
        print(text)


def _print_summary(project: Project) -> None:
    library, quizzes = project.views.library, project.views.quizzes
    fits = project.views.table.values()
    settled = sum(fit.settled for fit in fits)
    rules = Counter(warning.rule for warning in project.warnings if warning.rule)
    by_rule = ", ".join(f"{rule} {count}" for rule, count in sorted(rules.items()))
    print(
        f"Fine: {len(project.guide.pages)} pages, {len(library.statements)} statements, "
        f"{len(fits)} fits ({settled} settled), {len(quizzes.bank.items)} quiz items, "
        f"{len(quizzes.forms)} forms."
    )
    print(
        f"Warnings: {len(project.warnings)}{f' ({by_rule})' if by_rule else ''}, "
        f"and {project.accepted} accepted."
    )
    _print_uncovered(project)
    _print_incomplete_forms(project)
    if library.edition and (count := library.edition.counts.untranslated):
        print(f"Still in English: {count} of all texts and pages.")
    if rest := resting(project.subject.words):
        folder = f"quiz/rules/{library.language.name}"
        print(f"These rules rest, as {folder} lacks the lists they go by: {', '.join(rest)}.")
    print(f"Guessing from options alone: {guess(project.subject)}")


def _print_incomplete_forms(project: Project) -> None:
    """Print which forms go on without what an edition leaves out."""
    forms = project.views.quizzes.forms
    shortened = [
        f"{form.id} ({len(form.items)} of {form.blueprint.size})"
        for form in forms
        if len(form.items) < form.blueprint.size
    ]
    if shortened:
        print(f"Without the questions that are left out: {', '.join(shortened)}.")


def _print_uncovered(project: Project) -> None:
    """Print in one line what `coverage` lists with its places."""
    views = project.views
    covered = coverage_of(views.library, views.table, views.quizzes.bank)
    short = [one.name for one in covered if one.short]
    if short:
        more = f" and {len(short) - _NAMED} more" if len(short) > _NAMED else ""
        print(f"Asked too seldom: {', '.join(short[:_NAMED])}{more} (make coverage says where).")

"""`stress`: draw forms again and again, and hold each against everything a form must be."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from ..draw import Series, all_series, draw
from ..errors import BuildError, ContentError, Place, Problem, Problems
from ..items import build_bank
from ..lookup import did_you_mean
from ..model.forms import QuizSource
from ..rules.rule import Subject
from ..stress import try_seed
from ..tally import Spread, Tally
from ..tree import read_facts
from .progress import with_bar

DRAWS = 1000
_BLUEPRINTS = Place(path="quiz/blueprints.yml")


def run(root: Path, options: argparse.Namespace) -> None:
    """Print what the draws come to; raise `ContentError` if one is not what it must be."""
    start = time.perf_counter()
    quiz, subject, every = _read(root)
    chosen = _chosen(every, options.blueprint)
    seeds = _seeds(options.seed, options.draws)
    trials = (try_seed(series, seed, quiz, subject) for series in chosen for seed in seeds)
    tallies = {series.id: Tally(series=series) for series in chosen}
    for trial in with_bar(trials, len(chosen) * len(seeds), sys.stderr):
        tallies[trial.series.id].add(trial)
    if len(seeds) == 1:
        _print_forms(chosen, seeds[0])
    _print_report(tuple(tallies.values()), [kind.id for kind in subject.library.types])
    faults = tuple(problem for tally in tallies.values() for problem in _problems(tally))
    print(f"Errors: {len(faults)}. Seconds: {time.perf_counter() - start:.1f}.", flush=True)
    if faults:
        raise ContentError(faults)


def _read(root: Path) -> tuple[QuizSource, Subject, tuple[Series, ...]]:
    problems = Problems()
    library, table, quiz = read_facts(root, problems)
    bank = build_bank(library, quiz, table, problems)
    problems.raise_any()
    subject = Subject(
        library=library,
        table=table,
        items=tuple(bank.items.values()),
        forms=(),
        words=quiz.rule_words,
    )
    return quiz, subject, tuple(all_series(quiz, bank, library.types))


def _chosen(every: Sequence[Series], name: str | None) -> list[Series]:
    """Return the series of a blueprint, or the one series of that name; all, where none is named."""
    chosen = [series for series in every if name in (None, series.id, series.blueprint.id)]
    if not chosen:
        known = {name for series in every for name in (series.id, series.blueprint.id)}
        raise BuildError(f"no blueprint is called “{name}”; {did_you_mean(name or '', known)}")
    return chosen


def _seeds(first: int | None, draws: int | None) -> range:
    """Return the seeds to draw with: from 1 on, or one that is named, or as many from there on."""
    if first is None:
        return range(1, (draws or DRAWS) + 1)
    return range(first, first + (draws or 1))


def _print_forms(chosen: Sequence[Series], seed: int) -> None:
    for series in chosen:
        for form in draw(series, seed):
            print(f"{form.id}: {', '.join(item.id for item in form.items)}")


def _print_report(tallies: Sequence[Tally], types: Sequence[str]) -> None:
    letters = []
    for tally in tallies:
        print(_summary(tally))
        letters += _print_spreads([tally.letters()])
        if not tally.series.blueprint.per_type:
            _print_spreads([tally.types_as_key(types), tally.types_asked(types)])
    intervals = sum(len(spread.shares) for spread in letters)
    uneven = sum(len(spread.uneven) for spread in letters)
    if intervals:
        told = f"Letters: {uneven} of {intervals} intervals leave out the even share"
        print(f"{told}; by chance, one in twenty does.")


def _summary(tally: Tally) -> str:
    forms = tally.forms
    found = f"{min(forms)} to {max(forms)} forms each (median {median(forms):g})"
    errors = sum(fault.times for fault in tally.faults.values())
    rules = ", ".join(f"{rule} {count}" for rule, count in sorted(tally.warnings.items()))
    warnings = f"warnings: {tally.warnings.total()}{f' ({rules})' if rules else ''}"
    return f"{tally.series.id}: {len(forms)} draws, {found}, errors: {errors}, {warnings}"


def _print_spreads(spreads: Iterable[Spread | None]) -> list[Spread]:
    there = [spread for spread in spreads if spread]
    for spread in there:
        shares = ", ".join(f"{name} {share}" for name, share in spread.shares.items())
        print(f"  {spread.what}, even share {spread.even:.1%}: {shares}; {_judged(spread)}")
    return there


def _judged(spread: Spread) -> str:
    """Say in words whether an interval leaves out the even share, and what the bank has there."""
    if not spread.uneven:
        return "no interval leaves it out"
    bank = {name: f" ({one.count} of {one.total} items)" for name, one in spread.bank.items()}
    named = ", ".join(f"{name}{bank.get(name, '')}" for name in spread.uneven)
    return f"left out by {named}"


def _problems(tally: Tally) -> Iterator[Problem]:
    """Yield each error once, with the seed that repeats it."""
    for fault in tally.faults.values():
        name = tally.series.id
        yield replace(
            fault.problem,
            # The form is not kept, so there is no file of it to name.
            place=_BLUEPRINTS,
            where=f"{fault.problem.where} with seed {fault.seed}",
            what=f"{fault.problem.what} ({fault.times} of {len(tally.forms)} draws)",
            instead=f"{fault.problem.instead}; stress --blueprint {name} --seed {fault.seed} repeats it",
        )

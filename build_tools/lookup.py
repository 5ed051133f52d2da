"""Names that must exist, and the nearest one where one does not."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Mapping

from .errors import Problems, Reference

_SHORT_LIST = 12


def note_unknown(problems: Problems, known: Mapping[str, Collection[str]]) -> tuple[Reference, ...]:
    """Return the references to names that are not in `known`, by family, and note each.

    Where a record of a family could not be read, a name that is missing may be its own.
    """
    unknown = tuple(
        reference
        for reference in problems.references
        if reference.family in known and reference.name not in known[reference.family]
    )
    for reference in unknown:
        if not problems.lacks(reference.family) and not problems.excuses(reference.name):
            what = f"unknown {reference.family} “{reference.name}”"
            instead = did_you_mean(reference.name, known[reference.family])
            problems.add(reference.place, reference.where, what, instead)
    return unknown


def did_you_mean(value: str, known: Iterable[str]) -> str:
    """Return advice that names the nearest known word, or all of a short list."""
    options = sorted(set(known))
    near = nearest(value, options)
    if near:
        return f"did you mean “{near}”?"
    if 0 < len(options) <= _SHORT_LIST:
        return "use one of: " + ", ".join(options)
    return "use one that exists"


def nearest(value: str, known: Iterable[str]) -> str | None:
    """Return the known word that `value` may be a misspelling or the end of, if there is one."""
    options = list(known)
    whole = [option for option in options if option.endswith(f"/{value}")]
    return next(iter(whole or difflib.get_close_matches(value, options, n=1)), None)

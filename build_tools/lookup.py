"""Names that must exist, and the nearest one where one does not."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Mapping, Sequence

from .problems import Problems, Reference

_SHORT_LIST = 12
_FEW = 3
"""So many places with one wrong name are told one by one."""


def note_unknown(problems: Problems, known: Mapping[str, Collection[str]]) -> tuple[Reference, ...]:
    """Return the references to names that are not in `known`, by family, and note each.

    Where a record of a family could not be read, a name that is missing may be its own.
    """
    unknown = tuple(
        reference
        for reference in problems.references
        if reference.family in known and reference.name not in known[reference.family]
    )
    told = [
        one for one in unknown if not problems.lacks(one.family) and not problems.excuses(one.name)
    ]
    for (family, name), same in _by_name(told).items():
        instead = renamed(problems, same, known[family]) or did_you_mean(name, known[family])
        note_each_or_all(problems, same, f"unknown {family} “{name}”", instead)
    return unknown


def note_each_or_all(
    problems: Problems, references: Sequence[Reference], what: str, instead: str
) -> None:
    """Note a few references one by one, and many with one cause as one problem at the first of them."""
    shown = references
    if len(references) > _FEW:
        shown = sorted(references, key=lambda one: one.place)[:1]
        what = f"{what}, and so in {len(references) - 1} more places that follow from it"
    for one in shown:
        problems.add(one.place, one.where, what, instead)


def renamed(problems: Problems, same: Sequence[Reference], known: Collection[str]) -> str:
    """Return advice where many name what is gone, and one new id of the family is named by nobody."""
    family, name = same[0].family, same[0].name
    named = {one.name for one in problems.references if one.family == family}
    new = set(known) - named
    if len(same) == 1 or len(new) != 1:
        return ""
    return f"nothing names “{new.pop()}”: if “{name}” was renamed so, restore its id"


def _by_name(references: Iterable[Reference]) -> dict[tuple[str, str], list[Reference]]:
    found: dict[tuple[str, str], list[Reference]] = {}
    for one in references:
        found.setdefault((one.family, one.name), []).append(one)
    return found


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

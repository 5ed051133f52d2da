"""Unknown names: ids that lead nowhere, and keys that no record has."""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from textwrap import shorten

from ..families import Family
from ..model.records import grouped
from ..problems import LISTED, Place, Problems, Reference, did_you_mean, nearest
from .declared import declaration
from .yaml_braces import QUOTE_ALL
from .yaml_nodes import Node, ScalarNode

_SHOWN = 40
_FEW = 3
"""Up to this many uses of one unknown name get a problem each; more are counted in one."""


def note_unknown(
    problems: Problems, known: Mapping[Family, Collection[str]]
) -> tuple[Reference, ...]:
    """Return the references to names that are not in `known`, by family, and note each.

    Where a record of a family could not be read, a name that is missing may be its own.
    """
    unknown = tuple(
        reference
        for reference in problems.references
        if reference.family in known and reference.name not in known[reference.family]
    )
    to_blame = [
        one for one in unknown if not problems.lacks(one.family) and not problems.excuses(one.name)
    ]
    for (family, name), same in grouped(to_blame, lambda one: (one.family, one.name)):
        instead = renamed(problems, same, known[family]) or problems.advice(
            name, known[family], LISTED.get(family, "")
        )
        note_each_or_all(problems, same, f"unknown {family} “{name}”", instead)
    return unknown


def note_each_or_all(
    problems: Problems, references: Sequence[Reference], what: str, instead: str
) -> None:
    """Note a few references one by one; many are one problem, at the first of them."""
    shown = references
    if len(references) > _FEW:
        shown = sorted(references, key=lambda one: one.place)[:1]
        what = f"{what}, and so in {len(references) - 1} more places that follow from it"
    for one in shown:
        problems.add(one.place, one.where, what, instead)


def renamed(problems: Problems, same: Sequence[Reference], known: Collection[str]) -> str:
    """Return advice for an id with many references, if a similar id of the family has none: it may have been renamed."""
    family, name = same[0].family, same[0].name
    named = {reference.name for reference in problems.references if reference.family == family}
    new = sorted(set(known) - named)
    likely = new[0] if len(new) == 1 else nearest(name, new)
    if len(same) == 1 or not likely:
        return ""
    return f"nothing names “{likely}”: if “{name}” was renamed so, restore its id"


def note_unknown_keys(
    keys: Mapping[str, Place],
    values: Mapping[str, Place],
    known: Collection[str],
    record: tuple[Place, str],
    problems: Problems,
) -> bool:
    """Note each key that is not `known` of a record, which is given by place and name.

    Return whether one of them is a misspelled key, whose absence is then not told as well.
    """
    place, where = record
    lacking = set(known) - keys.keys()
    meant = {key: _meant(key, lacking) for key in keys if key not in known}
    cut = {key for key in meant if not meant[key] and _has_no_colon(key, keys[key], values[key])}
    # In { } a comma ends a text, and the rest of it is a key without a colon; of a text it is told once, and of one that is
    # no color or the like, that alone.
    wrong = {one.place for one in problems.errors}
    same_text = {
        key
        for before, key in pairwise(keys)
        if key in cut and (before in cut or values[before] in wrong)
    }
    for key, name in meant.items():
        if key in same_text:
            continue
        what, instead = "unknown key", did_you_mean(key, lacking if name else known)
        if name and key.startswith(f"{name}:"):
            what, instead = "no space after the colon", f"write “{name}: …” with a space"
        elif key in cut:
            what, instead = "the comma before this cuts a text in { }", QUOTE_ALL
        problems.add(keys[key], f"{where}: {key}", what, instead)
        if name:
            problems.forget(place, f"{where}: {name}", "missing")
    return any(meant.values())


def _meant(key: str, lacking: Collection[str]) -> str | None:
    """Return the missing key that an unknown one stands for; in { }, YAML reads “key:value” as one key."""
    name = key.partition(":")[0]
    return name if name in lacking else nearest(key, lacking)


def _has_no_colon(key: str, at: Place, value: Place) -> bool:
    return value.line == at.line and value.column <= at.column + len(key)


def keys_for(node: Node, of: type | None) -> str:
    """Return which keys belong in the place of what was written where a record of this class is expected."""
    fields = declaration(of).fields.values() if of else ()
    keys = ", ".join(key for field in fields if not field.lacks for key in field.keys)
    given = "the list"
    if isinstance(node, ScalarNode):
        given = f"“{shorten(node.value, _SHOWN, placeholder='…')}”" if node.value else "nothing"
    return f"write its keys{f' ({keys})' if keys else ''} in place of {given}"

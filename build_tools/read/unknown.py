"""Unknown names: ids that lead nowhere, and keys that no record has."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from textwrap import shorten
from typing import Any

from ..families import Family
from ..model.records import grouped
from ..problems import LISTED, Place, Problems, Reference, UnfitError, did_you_mean, nearest
from . import values
from .declared import Shape, declaration
from .yaml_braces import QUOTE_ALL
from .yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode

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


@dataclass(slots=True)
class Written:
    """A record as its author wrote it, and the one that it stands in."""

    place: Place
    where: str
    entries: Mapping[str, Node]
    keys: Mapping[str, Place]
    of: Callable[..., Any] | None
    """The class that says which keys it has; None for a mapping."""
    around: "Written | None" = None
    told: set[str] = field(default_factory=set)
    """Keys that it lacks, and of which that was said where they stand."""

    @property
    def inside(self) -> str:
        """Where the record around begins; “” for none."""
        return str(self.around.place) if self.around else ""


@dataclass(frozen=True, slots=True)
class _Home:
    """Where a key belongs: among the keys of a record, or below some of them."""

    holder: Written
    path: tuple[str, ...]
    advice: str
    with_it: tuple[str, ...] = ()
    """Keys that stand below it."""

    def excuse(self, names: Collection[str], problems: Problems) -> None:
        """Take back that these keys are missing there, or that the record is."""
        holder = self.holder
        holder.told.update(self.path[:1] or names)
        places, where = [holder.place], holder.where
        for key in self.path:
            problems.forget(places[-1], f"{where}: {key}", "missing")
            node = holder.entries.get(key)
            places, where = [*places, *([node.place] if node else [])], f"{where}: {key}"
        for name in (*names, *self.with_it):
            problems.forget(places[-1], f"{where}: {name}", "missing")


def note_unknown_keys(record: Written, known: Collection[str], problems: Problems) -> bool:
    """Note each key that is not `known` of a record.

    Return whether one of them stands for another key, or in another record, whose absence is then not told as well.
    """
    keys = record.keys
    unknown = [key for key in keys if key not in known]
    places = {key: node.place for key, node in record.entries.items()} if unknown else {}
    homes = {key: home for key in unknown if (home := _home(record, key))}
    lacking = set(known) - keys.keys()
    meant = {key: _meant(record, key, lacking, problems) for key in unknown if key not in homes}
    cut = {key for key in meant if not meant[key] and _has_no_colon(key, keys[key], places[key])}
    # In { } a comma ends a text, and the rest of it is a key without a colon; of a text it is told once, and of one that is
    # no color or the like, that alone.
    wrong = {one.place for one in problems.errors} if cut else set()
    same_text = {
        key
        for before, key in pairwise(keys)
        if key in cut and (before in cut or places[before] in wrong)
    }
    for key, names in meant.items():
        if key in same_text:
            continue
        what, instead = "unknown key", did_you_mean(key, names or known)
        if names and key.startswith(f"{names[0]}:"):
            what, instead = "no space after the colon", f"write “{names[0]}: …” with a space"
        elif names and not nearest(key, names):
            listed = " or ".join(f"“{name}”" for name in names)
            instead = f"did you mean {listed}, which is missing?"
        elif key in cut:
            what, instead = "the comma before this cuts a text in { }", QUOTE_ALL
        problems.add(keys[key], f"{record.where}: {key}", what, instead)
        _Home(record, (), "").excuse(names, problems)
    for _, same in grouped(homes, lambda key: homes[key].advice):
        what = ", as ".join(["unknown key here", *filter(None, [" and ".join(same[1:])])])
        problems.add(keys[same[0]], f"{record.where}: {same[0]}", what, homes[same[0]].advice)
        homes[same[0]].excuse(same, problems)
    return bool(homes) or any(meant.values())


def _home(record: Written, key: str) -> _Home | None:
    """Return the one place where a key belongs that a record does not have: in one around it, or below another key."""
    node, homes = record.entries[key], list[_Home]()
    own = declaration(record.of).by_key if record.of else {}
    if isinstance(node, MappingNode) and node.entries and node.entries.keys() <= own.keys():
        advice = "delete this line, and begin what stands below it where it begins"
        return _Home(record, (), advice, tuple(node.entries))
    holder = record.around
    while holder:
        if holder.of and key in declaration(holder.of).by_key and key not in holder.entries:
            advice = f"begin it exactly under “{next(iter(holder.entries))}:”"
            homes.append(_Home(holder, (), advice))
        holder = holder.around
    homes += _below(record, record.of, record.entries, key)
    return homes[0] if len(homes) == 1 and key not in own else None


def _below(
    holder: Written,
    of: Callable[..., Any] | None,
    entries: Mapping[str, Node],
    key: str,
    *path: str,
) -> Iterator[_Home]:
    """Yield where a key belongs in the records below one of a class, to which a path of keys leads."""
    for name, field_ in (declaration(of).by_key if of else {}).items():
        node = entries.get(name)
        if (inner := field_.shape.record) and (node is None or isinstance(node, MappingNode)):
            there, way = _entries(node), (*path, name)
            if key in declaration(inner).by_key:
                advice = f"write it two spaces further in, below “{': '.join(way)}:”"
                if key in there:
                    advice = f"leave it out, as it stands below “{': '.join(way)}:” already"
                yield _Home(holder, way, advice if node else f"{advice}, which is missing")
            yield from _below(holder, inner, there, key, *way)


def _entries(node: Node | None) -> Mapping[str, Node]:
    return node.entries if isinstance(node, MappingNode) else {}


def _meant(
    record: Written, key: str, lacking: Collection[str], problems: Problems
) -> tuple[str, ...]:
    """Return the missing keys that an unknown one may stand for: one that is spelled like it, or those whose value it has.

    In { }, YAML reads “key:value” as one key.
    """
    name = key.partition(":")[0]
    if near := name if name in lacking else nearest(key, lacking):
        return (near,)
    fields = declaration(record.of).by_key if record.of else {}
    missed = {one.where for one in problems.errors if one.what == "missing"}
    return tuple(
        name
        for name, field_ in fields.items()
        if name in lacking
        and (f"{record.where}: {name}" in missed or field_.shape.value_type.name == "flag")
        and _fits(record.entries[key], field_.shape)
    )


def _fits(node: Node, shape: Shape) -> bool:
    """Whether what an author wrote may be the value of a key."""
    if not shape.value_type.name:
        kind = SequenceNode if shape.listed else MappingNode
        return isinstance(node, kind)
    if shape.value_type.name == "flag":
        return isinstance(node, ScalarNode) and node.yaml_type == "truth"
    try:
        values.reader(shape.value_type.name, shape.allowed)(node)
    except UnfitError:
        return False
    return True


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

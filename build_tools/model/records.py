"""Records of one kind: in their order, by id, and by what they share."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Protocol, TypeVar


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_Record = TypeVar("_Record", bound=_Named)
_Value = TypeVar("_Value")
_Shared = TypeVar("_Shared")


class Records(tuple[_Record, ...]):  # noqa: SLOT001 - keeps the mapping that it was asked for
    """Records of one kind in their order, and by id."""

    @cached_property
    def by_id(self) -> Mapping[str, _Record]:
        return {one.id: one for one in self}


def grouped(
    values: Iterable[_Value], shared: Callable[[_Value], _Shared], order: Iterable[_Shared] = ()
) -> tuple[tuple[_Shared, tuple[_Value, ...]], ...]:
    """Return (shared key, values) for each group: the groups of `order` first, the others as they come."""
    groups: dict[_Shared, list[_Value]] = {one: [] for one in order}
    for value in values:
        groups.setdefault(shared(value), []).append(value)
    return tuple((one, tuple(group)) for one, group in groups.items() if group)

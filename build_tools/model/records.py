"""Records of one kind: in their order, and by id."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Protocol, TypeVar


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_Record = TypeVar("_Record", bound=_Named)


class Records(tuple[_Record, ...]):  # noqa: SLOT001 - keeps the mapping that it was asked for
    """Records of one kind in their order, each to be had by its id as well."""

    @cached_property
    def by_id(self) -> Mapping[str, _Record]:
        return {one.id: one for one in self}

"""Rules of one sort grid."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.items import Grid
from .rule import Finding, Subject

_MOST_ROWS = 6


def rows_are_few(grid: Grid, _subject: Subject) -> Iterator[Finding]:
    """I02, for grids: six rows or fewer; that each bin gets two is proven where a grid is made."""
    if len(grid.rows) > _MOST_ROWS:
        yield Finding.of(grid, f"{len(grid.rows)} rows", f"keep the {_MOST_ROWS} that teach most")

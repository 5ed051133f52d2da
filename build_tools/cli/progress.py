"""A bar that shows a waiting person how far a command is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

_WIDTH = 40
_Step = TypeVar("_Step")


def with_bar(steps: Iterable[_Step], total: int, out: TextIO) -> Iterator[_Step]:
    """Yield each step; where `out` is a terminal, show there how many of `total` are done.

    The bar is plain characters that write over themselves, so every terminal can show it.
    """
    if not out.isatty():
        yield from steps
        return
    shown = ""
    for done, step in enumerate(steps, start=1):
        yield step
        filled = done * _WIDTH // total
        bar = f"[{'#' * filled}{'.' * (_WIDTH - filled)}] {done * 100 // total:3}%"
        if bar != shown:
            print(f"\r{bar}", end="", file=out, flush=True)
            shown = bar
    print(f"\r{' ' * len(shown)}\r", end="", file=out, flush=True)

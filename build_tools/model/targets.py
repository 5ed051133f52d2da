"""Where quizzes can be taken: the programs that read their files."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """A program, and how a file gets into it."""

    id: str
    title: str
    format: str
    """The id of the exporter that writes for it."""
    steps: tuple[str, ...]
    tried: str
    """What was tested with it, and what was not."""

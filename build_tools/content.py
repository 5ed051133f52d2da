"""Everything that output is made of, in one hand."""

from __future__ import annotations

from dataclasses import dataclass

from .fits import Table
from .model.facts import Library
from .model.forms import Quizzes
from .settings import Settings


@dataclass(frozen=True, kw_only=True, slots=True)
class Content:
    """The facts, the table derived from them, the quizzes, and what the host has set."""

    library: Library
    table: Table
    quizzes: Quizzes
    settings: Settings

"""What statements rest on: sources with their parts, and studies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Something statements rest on, with the parts that statements name."""

    id: str
    title: str
    note: str
    url: str | None
    parts: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """One study: what it found, and how far that reaches."""

    id: str
    title: str
    citation: str
    url: str | None
    finding: str
    limits: str
    read: str

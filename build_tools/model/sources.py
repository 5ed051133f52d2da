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
    doi: str | None
    url: str | None
    """Where it can be read, if not by its DOI."""
    finding: str
    limits: str
    read: str
    checked: bool
    """Whether figures and names were held against a copy once more."""

    @property
    def address(self) -> str | None:
        """Where readers find it."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url

"""Sources of statements with their parts, and studies."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from .. import families
from .fields import Distinct, Doi, Flag, Text, Url, own_id, ref


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """A source of statements, with the parts that they name."""

    id: Annotated[str, own_id(families.SOURCE)]
    title: Annotated[Text, Distinct("source")]
    note: Text
    """What it is and how it is used here."""
    url: Url | None
    parts: Mapping[Annotated[str, ref(families.PART)], Text]
    """What it says, claim by claim, under the name that statements use."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """One study: what it found, and the limits of that."""

    id: Annotated[str, own_id(families.EVIDENCE)]
    title: Annotated[Text, Distinct("study")]
    citation: Text
    """Who wrote it, when, and where it was published."""
    doi: Doi | None
    """As 10.1086/225469, without an address before it."""
    url: Url | None
    """Where it can be read, if not by its DOI."""
    finding: Text
    """What was found."""
    limits: Text
    """What it applies to, and what not."""
    read: Literal["full", "abstract", "summary"]
    checked: Flag = True
    """Whether figures and names were compared with a copy a second time."""

    @property
    def address(self) -> str | None:
        return f"https://doi.org/{self.doi}" if self.doi else self.url

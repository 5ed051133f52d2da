"""The check before sending: what it asks about one person and one request, and what the answers mean."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..problems import Place


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """One of the answers that every item offers."""

    id: str
    title: str
    points: float | None
    """None leaves the item out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Dimension:
    """One side of credibility that several items ask about."""

    id: str
    title: str
    step: str
    """What somebody can do about it today."""
    see: str
    """The id of the page that helps with the step."""
    lowers: bool
    """Whether it counts against a band when it is open."""
    place: Place = field(compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckItem:
    """One sentence that somebody says yes to, or not yet."""

    id: str
    dimension: str
    text: str
    about: tuple[str, ...]
    """Ids of the statements it rests on."""
    short: bool
    """Whether the short form asks it too."""
    stops: bool
    """Whether something else comes first where it gets no points."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Band:
    """One result, and what leads to it."""

    id: str
    title: str
    feedback: str
    when: str
    """What leads to it, in words."""
    most_open: float | None
    """How many dimensions may be open; None for any number."""
    needs: tuple[str, ...]
    """Ids of dimensions that must be in place."""
    place: Place = field(compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """All of it: dimensions in the order of ties, items in the order of the page, bands from the best."""

    strong: float
    growing: float
    enough: int
    """How many dimensions need an answer before there is a result."""
    enough_short: int
    """The same for the short form."""
    answers: tuple[Answer, ...]
    dimensions: tuple[Dimension, ...]
    items: tuple[CheckItem, ...]
    bands: tuple[Band, ...]

    @property
    def most(self) -> float:
        """The points of the best answer."""
        return max((one.points for one in self.answers if one.points), default=0)

    @property
    def brief(self) -> Check:
        """The short form, as a check of its own."""
        items = tuple(item for item in self.items if item.short)
        named = {item.dimension for item in items}
        dimensions = tuple(one for one in self.dimensions if one.id in named)
        return replace(self, enough=self.enough_short, items=items, dimensions=dimensions)

    def of(self, dimension: str) -> tuple[CheckItem, ...]:
        """Return the items of a dimension, in the order of the page."""
        return tuple(item for item in self.items if item.dimension == dimension)

"""The check before sending: what it asks about one person and one request, and what the answers mean."""

from dataclasses import dataclass, field, replace
from typing import Annotated, Self

from .. import families
from ..problems import Place
from .fields import NOT_EMPTY, Count, Flag, Number, StatementId, Text, own_id, ref

DimensionId = Annotated[str, ref(families.DIMENSION)]


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """One of the answers that every item offers."""

    id: Annotated[str, own_id(families.CHECK_ANSWER)]
    title: Text
    points: Number | None
    """How many points it gives; an answer without points leaves the item out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Dimension:
    """One side of credibility that several items ask about."""

    id: Annotated[str, own_id(families.DIMENSION)]
    title: Text
    step: Text
    """What somebody can do about it today."""
    see: Annotated[str, ref(families.STEP_PAGE)]
    """The id of the page that helps with the step."""
    lowers: Flag = True
    """Whether it counts toward `most_open` of a band while it is open."""
    place: Place = field(compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckItem:
    """One sentence that somebody says yes to, or not yet."""

    id: Annotated[str, own_id(families.CHECK_ITEM)]
    dimension: DimensionId
    text: Text
    about: Annotated[tuple[StatementId, ...], NOT_EMPTY]
    """Ids of the statements it rests on."""
    short: Flag = False
    """Whether the short form asks it too."""
    stops: Flag = False
    """Whether the rest has to wait if it gets no points."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Band:
    """One result, and when it is given."""

    id: Annotated[str, own_id(families.BAND)]
    title: Text
    feedback: Text
    """What it means."""
    when: Text
    """When it is given, in words."""
    most_open: Number | None
    """How many dimensions may be open; without it, any number."""
    needs: tuple[DimensionId, ...]
    """Ids of dimensions that must be in place."""
    place: Place = field(compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """The whole check: dimensions in the order that breaks ties, items in the order of the page, bands from the best."""

    strong: Number
    """The lowest share of points at which a dimension is in place."""
    growing: Number
    """The lowest share at which it is partly in place."""
    enough: Count
    """How many dimensions need an answer before there is a result."""
    enough_short: Count
    """The same for the short form."""
    answers: tuple[Answer, ...]
    dimensions: tuple[Dimension, ...]
    items: tuple[CheckItem, ...]
    bands: tuple[Band, ...]
    """Results, from the best; the last one takes whatever is left."""

    @property
    def most(self) -> float:
        """The points of the best answer."""
        return max((answer.points for answer in self.answers if answer.points), default=0)

    @property
    def brief(self) -> Self:
        """The short form, as a check of its own."""
        items = tuple(item for item in self.items if item.short)
        named = {item.dimension for item in items}
        dimensions = tuple(dimension for dimension in self.dimensions if dimension.id in named)
        return replace(self, enough=self.enough_short, items=items, dimensions=dimensions)

    def of(self, dimension: str) -> tuple[CheckItem, ...]:
        """Return the items of a dimension, in the order of the page."""
        return tuple(item for item in self.items if item.dimension == dimension)

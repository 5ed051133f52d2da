"""The check before sending as its page shows it: by dimension, each with its step and the reason for it."""

from dataclasses import dataclass

from ..model.before_you_send import Check, CheckItem, Dimension
from ..model.pages import HOME, PLANNER
from .items import StatementView
from .views import Views


@dataclass(frozen=True, kw_only=True, slots=True)
class DimensionView:
    """A dimension with its items, why it counts, and the page that helps with its step."""

    dimension: Dimension
    items: tuple[CheckItem, ...]
    why: tuple[StatementView, ...]
    see: str
    page: str
    """The title of the page that `see` leads to."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckView:
    check: Check
    dimensions: tuple[DimensionView, ...]
    """In the order of the page."""
    steps: tuple[DimensionView, ...]
    """In the order of ties."""
    stops: tuple[str, ...]
    """The items that come before everything else, in words."""
    uncounted: tuple[str, ...]
    """The titles of dimensions that never lower a band."""
    planner: str


def check_view(check: Check, views: Views) -> CheckView:
    """Return all that the page shows of the check, or of its short form."""
    steps = tuple(
        _dimension(dimension, check.of(dimension.id), views) for dimension in check.dimensions
    )
    return CheckView(
        check=check,
        dimensions=tuple(sorted(steps, key=lambda one: check.items.index(one.items[0]))),
        steps=steps,
        stops=tuple(item.text for item in check.items if item.stops),
        uncounted=tuple(one.title for one in check.dimensions if not one.lowers),
        planner=views.addresses.page(PLANNER),
    )


def _dimension(dimension: Dimension, items: tuple[CheckItem, ...], views: Views) -> DimensionView:
    page = views.addresses.titles.get(dimension.see, "")
    about = dict.fromkeys(name for item in items for name in item.about)
    return DimensionView(
        dimension=dimension,
        items=items,
        why=tuple(map(views.statement_of, about)),
        see=views.addresses.page(dimension.see if page else HOME),
        page=page,
    )

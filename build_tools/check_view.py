"""The check before sending as its page shows it: by dimension, each with its step and the reason for it."""

from __future__ import annotations

from dataclasses import dataclass

from .addresses import PLANNER
from .content import Content
from .model.credibility import Check, CheckItem, Dimension
from .views import StatementView, Views


@dataclass(frozen=True, kw_only=True, slots=True)
class DimensionView:
    """A dimension with its items, and the statement that tells why it counts."""

    dimension: Dimension
    items: tuple[CheckItem, ...]
    why: StatementView


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckView:
    check: Check
    asked: tuple[DimensionView, ...]
    """In the order of the page."""
    steps: tuple[DimensionView, ...]
    """In the order of ties."""
    stops: tuple[str, ...]
    """The items that come before everything else, in words."""
    uncounted: tuple[str, ...]
    """The titles of dimensions that never lower a band."""
    planner: str


def check_view(content: Content, views: Views) -> CheckView:
    """Return all that the page shows of the check."""
    check = content.quizzes.check

    def see(dimension: Dimension) -> DimensionView:
        items = check.of(dimension.id)
        why = views.statement(content.library.statements[items[0].about[0]])
        return DimensionView(dimension=dimension, items=items, why=why)

    steps = tuple(see(dimension) for dimension in check.dimensions)
    return CheckView(
        check=check,
        asked=tuple(sorted(steps, key=lambda one: check.items.index(one.items[0]))),
        steps=steps,
        stops=tuple(item.text for item in check.items if item.stops),
        uncounted=tuple(one.title for one in check.dimensions if not one.lowers),
        planner=views.addresses.page(PLANNER),
    )

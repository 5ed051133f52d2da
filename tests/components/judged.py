"""What the answers to the check before sending mean: the sum that the page is held against."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from build_tools.model.before_you_send import Band, Check, Dimension

SHOWN = 2
"""How many steps a result names, so that it can be done today."""

Reason = Literal["stopped", "too-few"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """A band with steps, or the reason why there is none."""

    band: Band | None
    reason: Reason | None
    shares: Mapping[str, float]
    """From 0 to 1, by the id of each dimension that has an answer with points."""
    lowest: tuple[Dimension, ...]
    """Where to begin; empty without a band."""


def judge(check: Check, answers: Mapping[str, str]) -> Result:
    """Return what answers mean; `answers` are ids of answers by ids of items, others are left out.

    An answer gives points, or leaves its item out. The share of a dimension is its points out of
    those that its answered items could give; below `growing` it is open, from `strong` on it is in
    place. An item that `stops` and has no points comes before everything else, then a check with
    fewer than `enough` dimensions answered. The band is the first one that allows so many open
    dimensions, counting those that lower it, and has what it needs in place. The lowest are the
    two with the smallest shares, equal ones in the order of `check.dimensions`; a dimension with
    a full share has no step left and is never one of them.
    It is our own sum of yes and not yet: nobody has held it against how requests turned out.
    """
    shares = _shares(check, answers)
    reason = _reason(check, _points(check, answers), shares)
    if reason:
        return Result(band=None, reason=reason, shares=shares, lowest=())
    return Result(
        band=_band(check, shares), reason=None, shares=shares, lowest=_lowest(check, shares)
    )


def _points(check: Check, answers: Mapping[str, str]) -> dict[str, float]:
    """Return the points of each item whose answer gives some or none of them."""
    worth = {answer.id: answer.points for answer in check.answers}
    given = ((item.id, worth.get(answers.get(item.id, ""))) for item in check.items)
    return {item: points for item, points in given if points is not None}


def _shares(check: Check, answers: Mapping[str, str]) -> dict[str, float]:
    points = _points(check, answers)
    shares = {}
    for dimension in check.dimensions:
        own = [points[item.id] for item in check.of(dimension.id) if item.id in points]
        if own:
            shares[dimension.id] = sum(own) / (check.most * len(own))
    return shares


def _reason(
    check: Check, points: Mapping[str, float], shares: Mapping[str, float]
) -> Reason | None:
    if any(item.stops and points.get(item.id) == 0 for item in check.items):
        return "stopped"
    return "too-few" if len(shares) < check.enough else None


def _band(check: Check, shares: Mapping[str, float]) -> Band | None:
    lowering = (one.id for one in check.dimensions if one.lowers)
    open_ones = sum(shares.get(name, 1) < check.growing for name in lowering)
    for band in check.bands:
        allowed = band.most_open is None or open_ones <= band.most_open
        if allowed and all(shares.get(name, 0) >= check.strong for name in band.needs):
            return band
    return None


def _lowest(check: Check, shares: Mapping[str, float]) -> tuple[Dimension, ...]:
    unfinished = [one for one in check.dimensions if shares.get(one.id, 1) < 1]
    return tuple(sorted(unfinished, key=lambda one: shares[one.id])[:SHOWN])

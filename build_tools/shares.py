"""Shares of a count, and how far chance alone may move them."""

from __future__ import annotations

import math
from dataclasses import dataclass

_DEVIATIONS = 1.959964
"""Of the normal distribution, around the 95% in its middle."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """How often something came up, and its 95% interval.

    Source: E. B. Wilson, “Probable inference, the law of succession, and statistical inference”,
    Journal of the American Statistical Association 22 (1927), 209-212. Unlike the usual interval
    it stays between 0 and 1, and also holds for a small count. It takes each one that was counted
    as drawn by itself; where they are drawn without putting back, it is wider than it has to be.
    """

    count: int
    total: int

    @property
    def value(self) -> float:
        return self.count / self.total

    @property
    def low(self) -> float:
        return max(0.0, self._middle - self._reach)

    @property
    def high(self) -> float:
        return min(1.0, self._middle + self._reach)

    def leaves_out(self, value: float) -> bool:
        """Return whether `value` is outside the interval."""
        return not self.low <= value <= self.high

    def __str__(self) -> str:
        return f"{self.value:.1%} ({self.low:.1%} to {self.high:.1%})"

    @property
    def _squared(self) -> float:
        return _DEVIATIONS**2 / self.total

    @property
    def _middle(self) -> float:
        return (self.value + self._squared / 2) / (1 + self._squared)

    @property
    def _reach(self) -> float:
        spread = self.value * (1 - self.value) / self.total
        return (
            math.sqrt(spread + self._squared / (4 * self.total)) * _DEVIATIONS / (1 + self._squared)
        )

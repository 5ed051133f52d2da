"""What many draws of one series come to: forms, faults, and how evenly the keys are spread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from string import ascii_uppercase

from .draw import Series
from .errors import Problem
from .model.items import Choice, Item
from .shares import Share
from .stress import Trial


@dataclass(frozen=True, kw_only=True, slots=True)
class Spread:
    """How often each of some names came up."""

    what: str
    shares: Mapping[str, Share]
    bank: Mapping[str, Share]
    """The same among the items that were drawn from; empty where these do not decide it."""

    @property
    def even(self) -> float:
        return 1 / len(self.shares)

    @property
    def uneven(self) -> tuple[str, ...]:
        """Return the names whose interval leaves out the even share."""
        return tuple(name for name, share in self.shares.items() if share.leaves_out(self.even))


@dataclass(slots=True)
class Fault:
    """An error that draws of one series have, with the first seed that shows it."""

    problem: Problem
    seed: int
    times: int = 0


@dataclass(kw_only=True, slots=True)
class Tally:
    """Counts the trials of one series, and keeps none of them."""

    series: Series
    forms: list[int] = field(default_factory=list)
    """How many forms each seed drew."""
    warnings: Counter[str] = field(default_factory=Counter)
    """By rule."""
    faults: dict[tuple[str, str], Fault] = field(default_factory=dict)
    """By rule and what is wrong."""
    _drawn: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By item and letter of its key."""

    def add(self, trial: Trial) -> None:
        self.forms.append(len(trial.forms))
        self.warnings.update(warning.rule for warning in trial.warnings)
        self._drawn.update((item.id, _letter(item)) for form in trial.forms for item in form.items)
        for error in trial.errors:
            fault = Fault(problem=error, seed=trial.seed)
            self.faults.setdefault((error.rule, error.what), fault).times += 1

    def letters(self) -> Spread | None:
        """Return how often the key of an open set stands at each letter; None without such items."""
        counts: Counter[str] = Counter()
        for (_, letter), times in self._drawn.items():
            counts[letter] += times
        longest = max((len(item.parts) for item in self.series.items if _letter(item)), default=0)
        return _spread("letter of the key", counts, ascii_uppercase[:longest])

    def types_as_key(self, types: Sequence[str]) -> Spread | None:
        """Return how often each contact type is the key; None where none is."""
        return self._types("contact type as key", _type_as_key, types)

    def types_asked(self, types: Sequence[str]) -> Spread | None:
        """Return how often each contact type is asked about, but not the key; None where none is."""
        return self._types("contact type asked about", _type_asked, types)

    def _types(
        self, what: str, type_of: Callable[[Item], str | None], types: Sequence[str]
    ) -> Spread | None:
        kinds = {item.id: type_of(item) or "" for item in self.series.items}
        counts: Counter[str] = Counter()
        for (name, _), times in self._drawn.items():
            counts[kinds[name]] += times
        return _spread(what, counts, types, Counter(kinds.values()))


def _spread(
    what: str, counts: Counter[str], names: Iterable[str], bank: Counter[str] | None = None
) -> Spread | None:
    shares = _shares(counts, names)
    return (
        Spread(what=what, shares=shares, bank=_shares(bank or Counter(), names)) if shares else None
    )


def _shares(counts: Counter[str], names: Iterable[str]) -> dict[str, Share]:
    total = sum(counts[name] for name in names)
    return {name: Share(count=counts[name], total=total) for name in names} if total else {}


def _letter(item: Item) -> str:
    """Return the letter at which the key of an item was drawn, or “” where drawing moves none."""
    if item.closed or not isinstance(item, Choice):
        return ""
    return ascii_uppercase[item.options.index(item.key)]


def _type_as_key(item: Item) -> str | None:
    is_key = isinstance(item, Choice) and item.key.id == item.contact_type
    return item.contact_type if is_key else None


def _type_asked(item: Item) -> str | None:
    return None if _type_as_key(item) else item.contact_type

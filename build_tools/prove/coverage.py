"""Whether the bank covers enough: of each statement, of each settled fit, and for each blueprint.

An item covers a statement that is in its `about`, or in the `rests_on` of an option or a row. It covers a settled fit if it asks
about that request of that contact type: in a row, or in an option of a hand-written item with `ask:`. To cover the statement behind
a fit is not enough, since one statement may settle many. Fits of overreaches do not count: they are the same for every type.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..derive.draw import draw_missing
from ..derive.forms import stratum
from ..derive.table import Fit, Table
from ..model.forms import Blueprint, DrawnForm, QuizSource
from ..model.items import Bank, Item
from ..model.library import TIERS, Library, Tier
from ..problems import Place, Problem, counted
from .rule import rests_on

WANTED: dict[Tier, int] = {"core": 2, "supporting": 1}
"""How many items cover each statement of a tier."""
WANTED_OF_FIT = 1
_FIT = "settled fit"


@dataclass(frozen=True, kw_only=True, slots=True)
class Covered:
    """How many items cover one statement or fit, and how many should."""

    name: str
    group: str
    """The group that it is counted in: its tier, or “settled fit”."""
    place: Place
    items: int
    wanted: int

    @property
    def short(self) -> bool:
        return self.items < self.wanted


@dataclass(frozen=True, kw_only=True, slots=True)
class Allowed:
    """The disjoint forms of one blueprint: those committed, those still to draw, and why no more."""

    blueprint: str
    drawn: int
    more: int
    why: str


def coverage_of(library: Library, table: Table, bank: Bank) -> tuple[Covered, ...]:
    """Return how often each sourced statement and each settled fit is covered."""
    items = tuple(bank.items.values())
    return (*statements_covered(library, items), *_fits(library, table, items))


def statements_covered(library: Library, items: Iterable[Item]) -> list[Covered]:
    """Return how many items cover each sourced statement, by tier."""
    counts = Counter(name for item in items for name in rests_on(item))
    sourced = (statement for statement in library.statements.values() if statement.source)
    return [
        Covered(
            name=one.id,
            group=f"{one.tier} statement",
            place=one.place,
            items=counts[one.id],
            wanted=WANTED[one.tier],
        )
        for one in sorted(sourced, key=lambda one: TIERS.index(one.tier))
    ]


def _fits(library: Library, table: Table, items: Iterable[Item]) -> Iterator[Covered]:
    counts = Counter(cell for item in items for cell in set(item.fits))
    too_much = {ask.id for ask in library.asks if ask.kind == "overreach"}
    for cell, fit in table.items():
        if fit.settled and fit.ask not in too_much:
            yield Covered(
                name=" × ".join(cell),
                group=_FIT,
                place=_place(fit),
                items=counts[cell],
                wanted=WANTED_OF_FIT,
            )


def _place(fit: Fit) -> Place:
    return next(
        settlement.place
        for settlement in fit.settling.settles
        if settlement.ask == fit.ask and fit.contact_type in settlement.types
    )


def uncovered(covered: Iterable[Covered]) -> tuple[Problem, ...]:
    """Return what too few items cover, in the order of the files."""
    return tuple(sorted(_problem(one) for one in covered if one.short))


def _problem(one: Covered) -> Problem:
    what = f"{one.group} asked by {counted(one.items, 'item')} instead of {one.wanted}"
    instead = "name it in “about” or “rests_on” of an item"
    if one.group == _FIT:
        instead = "add an item that offers this request, with “ask:”"
    return Problem(place=one.place, where=one.name, what=what, instead=instead)


def forms_allowed(library: Library, quiz: QuizSource, bank: Bank) -> Iterator[Allowed]:
    """Yield what forms the bank allows, blueprint by blueprint."""
    more = draw_missing(quiz, bank, library.types)
    for blueprint in quiz.blueprints:
        drawn = [form for form in quiz.drawn if form.blueprint == blueprint.id]
        new = [form for form in more if form.blueprint == blueprint.id]
        forms = (*drawn, *new)
        per_type = blueprint.per_type
        why = _why_of_types(forms, library, bank) if per_type else _why(blueprint, forms, bank)
        yield Allowed(blueprint=blueprint.id, drawn=len(drawn), more=len(new), why=why)


def _why_of_types(forms: Sequence[DrawnForm], library: Library, bank: Bank) -> str:
    there = {bank.items[item.id].contact_type for form in forms for item in form.items}
    lacking = [type_.id for type_ in library.types if type_.id not in there]
    if lacking:
        return f"too few items that go together for {', '.join(lacking)}"
    return f"one for each of {counted(len(library.types), 'contact type')}"


def _why(blueprint: Blueprint, forms: Sequence[DrawnForm], bank: Bank) -> str:
    """Return what keeps the items that stand in no form from making one more."""
    if blueprint.most and len(forms) >= blueprint.most:
        return f"{counted(blueprint.most, 'form')} at most"
    taken = {item.id for form in forms for item in form.items}
    usable = [item for item in bank.items.values() if item.kind in blueprint.kinds]
    left = Counter(stratum(item, blueprint) for item in usable if item.id not in taken)
    left_over = f"{left.total()} of {counted(len(usable), 'item')} left"
    if left.total() < blueprint.size:
        return f"{left_over}, and a form takes {blueprint.size}"
    gone = sorted({stratum(item, blueprint) for item in usable} - set(left))
    if gone:
        return f"{left_over}, but none for {', '.join(gone)}"
    share = blueprint.size // len(left)
    scarce = [f"{count} for {key}" for key, count in sorted(left.items()) if count < share]
    if blueprint.balance and scarce:
        return f"{left_over}, but only {', '.join(scarce)}, and a form takes {share} for each"
    return (
        f"{left_over}, but no {blueprint.size} were found that share neither a name nor a statement"
    )

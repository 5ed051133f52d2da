"""Rules over ties: what requests need and contact types bring says the same as the table, or an exception says why not."""

from collections import Counter
from collections.abc import Iterator

from .. import families
from ..derive.ties import can_do, ties_of
from ..model.library import Advice, Ask, ContactType, Library, Settlement
from ..problems import Problems

_DECIDED = ("can", "cannot")
"""What is true sometimes or rarely is neither for nor against a tie."""
_CHANGE = "change what the ask “needs” or the type “brings”"


def ties_agree(library: Library, problems: Problems) -> None:
    """Hold each fit that a statement settles, and each of our own, against the ties."""
    if problems.lacks(
        families.TYPE, families.ASK, families.STATEMENT, families.TIE, families.NEED, families.FIT
    ):
        return
    for said, types in _verdicts(library):
        if ask := library.asks.by_id.get(said.ask):
            _differing(said, ask, types, problems)


def _verdicts(library: Library) -> Iterator[tuple[Settlement | Advice, list[ContactType]]]:
    """Yield all that says a verdict, with the contact types it is about."""
    types = library.types.by_id
    for statement in library.statements.values():
        for one in statement.settles:
            yield one, [types[name] for name in one.types if name in types]
    for type_ in library.types:
        times = Counter(advice.ask for advice in type_.open)
        # Advice that is given twice is a fault of its own.
        yield from ((advice, [type_]) for advice in type_.open if times[advice.ask] == 1)


def _differing(
    said: Settlement | Advice, ask: Ask, types: list[ContactType], problems: Problems
) -> None:
    decided, can = said.verdict in _DECIDED, said.verdict == "can"
    differing = [one for one in types if decided and can_do(ask, ties_of(one)) != can]
    if isinstance(said, Settlement) and said.exception:
        if types and not differing:
            what = "an exception, but ties say the same as the verdict"
            problems.add(said.place, f"{types[0].id} × {ask.id}", what, "take “exception” out")
        return
    # What a source says stands, and our own word can be changed.
    own = "this verdict" if isinstance(said, Advice) else "say why under “exception”"
    for type_ in differing:
        having = "lacks a tie" if can else "brings every tie"
        what = f"the verdict is “{said.verdict}”, but the contact type {having} that this needs"
        instead = f"{_CHANGE}, or {own}"
        problems.add(said.place, f"{type_.id} × {ask.id}", what, instead)

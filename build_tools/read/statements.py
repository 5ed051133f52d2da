"""Statements, wherever they stand."""

from collections.abc import Iterator
from typing import TypeVar

from .. import families
from ..model.library import Principle, Ruling, Settlement, Statement
from .record import RecordReader

_Statement = TypeVar("_Statement", bound=Statement)


def read_statement(
    statement_class: type[_Statement],
    record: RecordReader,
    home: tuple[str, str],
    types: tuple[str, ...],
) -> _Statement:
    """Return one statement; `home` is its owner and list, `types` whom its fits are about."""
    owner, part = home
    name: str = record.field(statement_class, "id")
    if not record.sound and owner == part:
        record.problems.lose(families.STATEMENT)
    elif not record.sound:
        record.problems.excuse(owner)
    full = f"{owner}/{name}" if owner == part else f"{owner}/{part}/{name}"
    statement = record.read(
        statement_class,
        id=record.claim(full, "id", families.STATEMENT),
        owner=owner,
        part=part,
        settles=tuple(_settlements(statement_class, record, types)),
    )
    if statement.because_source and not statement.because:
        record.note("because_source", "no reason that it could be the source of", "add “because:”")
    return statement


def _settlements(
    statement_class: type[Statement], record: RecordReader, types: tuple[str, ...]
) -> Iterator[Settlement]:
    """Yield what a statement settles; nothing for a verdict that cannot be read."""
    rules = issubclass(statement_class, Principle)
    for each in record.each("settles"):
        named = each.field(Ruling, "types") if rules else ()
        settlement = each.read(Ruling if rules else Settlement, types=named or types)
        if settlement.inferred and "source" not in record.names:
            each.note("inferred", "no source to read it from", "take it out, or name a source")
        if each.sound:
            yield settlement

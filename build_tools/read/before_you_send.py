"""What must hold for the check before sending as a whole."""

from .. import families
from ..model.before_you_send import Check
from ..problems import Problems
from .reading import Reading
from .record import RecordReader

_PATH = "quiz/components/before-you-send/check.yml"


def load_check(reading: Reading) -> Check:
    """Return the check; one that could not be read is empty."""
    record = reading.one(_PATH, families.DIMENSION)
    check = record.read(Check)
    if not all(item.dimension for item in check.items):
        reading.problems.lose(families.CHECK_ITEM)
    if not record.missing:
        _judge_numbers(check, record)
        _judge_dimensions(check, reading.problems)
        _judge_bands(check, reading.problems)
    return check


def _judge_numbers(check: Check, record: RecordReader) -> None:
    # A share that is no number is told already.
    told = {error.place for error in record.problems.errors}
    unread = told & {record.place("growing"), record.place("strong")}
    if not unread and not 0 < check.growing < check.strong <= 1:
        instead = "write two shares above 0 and up to 1, the smaller one as “growing”"
        record.note("growing", "not below “strong”", instead)
    if check.enough > len(check.dimensions):
        record.note(
            "enough", "more dimensions than there are", f"write {len(check.dimensions)} or less"
        )
    if not check.most:
        record.note("answers", "no answer gives points", "give the best answer “points: 2”")


def _judge_dimensions(check: Check, problems: Problems) -> None:
    named = {item.dimension for item in check.items}
    # A name that is no dimension's may be meant for the one that nobody names.
    if problems.lacks(families.CHECK_ITEM) or named - {one.id for one in check.dimensions}:
        return
    for dimension in check.dimensions:
        if dimension.id not in named:
            what, instead = "no item asks about it", "add an item, or delete this"
            problems.add(dimension.place, dimension.id, what, instead)


def _judge_bands(check: Check, problems: Problems) -> None:
    """Note a band that takes in no more than the one before, and a last one that does not take all the rest."""
    before = -1.0
    for band in check.bands[:-1]:
        if band.most_open is None or band.most_open <= before:
            instead = "write a higher “most_open” than that of the band before"
            problems.add(band.place, band.id, "nothing leads to a band after this", instead)
        before = band.most_open or 0.0
    for band in check.bands[-1:]:
        if band.most_open is not None or band.needs:
            what = "some answers lead to no band"
            instead = "leave out “most_open” and “needs” in the last one"
            problems.add(band.place, band.id, what, instead)

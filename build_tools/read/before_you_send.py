"""The check before sending, in one file."""

from __future__ import annotations

from ..model.before_you_send import Answer, Band, Check, CheckItem, Dimension
from .reading import Reading
from .record import Fields

_PATH = "quiz/components/before-you-send/check.yml"
_NOTHING = Check(
    strong=1,
    growing=0,
    enough=1,
    enough_short=1,
    answers=(),
    dimensions=(),
    items=(),
    bands=(),
)


def load_check(reading: Reading) -> Check:
    """Return the check; one that could not be read is empty."""
    record = reading.record(_PATH, "dimension")
    if record is None:
        return _NOTHING
    check = Check(
        strong=record.number("strong"),
        growing=record.number("growing"),
        enough=record.count("enough"),
        enough_short=record.count("enough_short"),
        answers=tuple(_answer(each, reading) for each in record.each("answers")),
        dimensions=tuple(_dimension(each, reading) for each in record.each("dimensions")),
        items=tuple(_item(each, reading) for each in record.each("items")),
        bands=tuple(_band(each, reading) for each in record.each("bands")),
    )
    _judge_numbers(check, record)
    _judge_dimensions(check, reading)
    _judge_bands(check, reading)
    record.close()
    return check


def _answer(record: Fields, reading: Reading) -> Answer:
    answer = Answer(
        id=reading.new_id(record, "check answer"),
        title=record.text("title"),
        points=_optional_number(record, "points"),
    )
    record.close()
    return answer


def _dimension(record: Fields, reading: Reading) -> Dimension:
    dimension = Dimension(
        id=reading.new_id(record, "dimension"),
        title=record.text("title"),
        step=record.text("step"),
        see=record.reference("see", "step page"),
        lowers="lowers" not in record.names or record.flag("lowers"),
        place=record.place_of_record,
    )
    record.close()
    return dimension


def _item(record: Fields, reading: Reading) -> CheckItem:
    item = CheckItem(
        id=reading.new_id(record, "check item"),
        dimension=record.reference("dimension", "dimension"),
        text=record.text("text"),
        about=record.references("about", "statement", required=True),
        short=record.flag("short"),
        stops=record.flag("stops"),
    )
    if not item.dimension:
        reading.problems.lose("check item")
    record.close()
    return item


def _band(record: Fields, reading: Reading) -> Band:
    band = Band(
        id=reading.new_id(record, "band"),
        title=record.text("title"),
        feedback=record.text("feedback"),
        when=record.text("when"),
        most_open=_optional_number(record, "most_open"),
        needs=record.references("needs", "dimension"),
        place=record.place_of_record,
    )
    record.close()
    return band


def _optional_number(record: Fields, key: str) -> float | None:
    return record.number(key) if key in record.names else None


def _judge_numbers(check: Check, record: Fields) -> None:
    if not 0 < check.growing < check.strong <= 1:
        instead = "write two shares above 0 and up to 1, the smaller one as “growing”"
        record.note("growing", "not below “strong”", instead)
    if check.enough > len(check.dimensions):
        record.note(
            "enough", "more dimensions than there are", f"write {len(check.dimensions)} or less"
        )
    if not check.most:
        record.note("answers", "no answer gives points", "give the best answer “points: 2”")


def _judge_dimensions(check: Check, reading: Reading) -> None:
    named = {item.dimension for item in check.items}
    # A name that is no dimension's may be meant for the one that nobody names.
    if reading.problems.lacks("check item") or named - {one.id for one in check.dimensions}:
        return
    for dimension in check.dimensions:
        if dimension.id not in named:
            reading.problems.add(
                dimension.place,
                dimension.id,
                "no item asks about it",
                "add an item, or delete this",
            )


def _judge_bands(check: Check, reading: Reading) -> None:
    """Hold that each band takes in more than the one before, and the last one whatever is left."""
    before = -1.0
    for band in check.bands[:-1]:
        if band.most_open is None or band.most_open <= before:
            instead = "write a higher “most_open” than that of the band before"
            reading.problems.add(band.place, band.id, "nothing leads to a band after this", instead)
        before = band.most_open or 0.0
    for band in check.bands[-1:]:
        if band.most_open is not None or band.needs:
            reading.problems.add(
                band.place,
                band.id,
                "some answers lead to no band",
                "leave out “most_open” and “needs” in the last one",
            )

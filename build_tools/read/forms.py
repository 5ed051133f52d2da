"""Forms as they were drawn."""

from .. import families
from ..model.forms import DrawnForm, DrawnItem
from .reading import Reading
from .record import RecordReader


def load_drawn(reading: Reading) -> tuple[DrawnForm, ...]:
    """Return the committed forms, by file name."""
    return tuple(
        _drawn(path, record) for path, record in reading.folder("quiz/forms", (families.FORM,))
    )


def _drawn(path: str, record: RecordReader) -> DrawnForm:
    listed = tuple(record.each("items"))
    items = tuple(item for item in map(_drawn_item, listed) if item.id)
    form = record.read(DrawnForm, items=items, path=path)
    if not all(each.sound for each in (record, *listed)):
        record.problems.excuse(form.id)
    return form


def _drawn_item(record: RecordReader) -> DrawnItem:
    item = record.read(DrawnItem)
    if len(set(item.options)) < len(item.options):
        record.note("options", "an option stands there twice", "restore this file")
    return item

"""Forms as they were drawn, and the blueprints they were drawn by."""

from __future__ import annotations

from ..model.forms import Blueprint, DrawnForm, DrawnItem
from .reading import PAGE_TITLE, Reading
from .record import Fields


def load_blueprints(reading: Reading) -> tuple[Blueprint, ...]:
    return tuple(
        _blueprint(record, reading)
        for record in reading.records("quiz/blueprints.yml", "blueprint", "recipe")
    )


def _blueprint(record: Fields, reading: Reading) -> Blueprint:
    blueprint = Blueprint(
        id=reading.new_id(record, "blueprint"),
        title=record.text("title"),
        intro=record.text("intro"),
        size=record.count("size"),
        kinds=record.references("kinds", "kind", required=True),
        balance=record.flag("balance"),
        per_type=record.flag("per_type"),
        most=record.count("most") if "most" in record.names else None,
    )
    record.close()
    reading.distinct(record, PAGE_TITLE, title=blueprint.title)
    return blueprint


def load_drawn(reading: Reading) -> tuple[DrawnForm, ...]:
    """Return the committed forms, by file name."""
    return tuple(
        _drawn(path, record, reading) for path, record in reading.folder("quiz/forms", ("form",))
    )


def _drawn(path: str, record: Fields, reading: Reading) -> DrawnForm:
    listed = tuple(record.each("items"))
    form = DrawnForm(
        id=reading.claim(reading.new_id(record, "form"), record.place("id"), "page"),
        blueprint=record.reference("blueprint", "blueprint"),
        items=tuple(item for item in map(_drawn_item, listed) if item.id),
        path=path,
    )
    record.close()
    if not all(each.sound for each in (record, *listed)):
        reading.problems.excuse(form.id)
    return form


def _drawn_item(record: Fields) -> DrawnItem:
    item = DrawnItem(
        id=record.reference("id", "drawn item"),
        options=record.texts("options"),
        place=record.place_of_record,
    )
    if len(set(item.options)) < len(item.options):
        record.note("options", "an option stands there twice", "restore this file")
    record.close()
    return item

"""Scenes of sort grids: the rows as their authors wrote them."""

from __future__ import annotations

from ..model.scenes import Scene, WrittenRow
from .record import Fields


def grid_scene(record: Fields, question: str) -> Scene:
    """Return a scene whose answer is where its rows belong; `question` is as readers see it."""
    scene = Scene(
        id=record.optional_slug("id") or "",
        names=record.texts("names"),
        stem=record.text("stem"),
        question=question,
        contact_type=record.reference("contact_type", "type"),
        ask="",
        known_by=(),
        about=(),
        because="",
        distractors=(),
        rationales={},
        people={},
        rows=_rows(record),
        place=record.place_of_record,
        places=record.places,
    )
    record.close()
    return scene


def _rows(record: Fields) -> tuple[WrittenRow, ...]:
    if "rows" not in record.names:
        record.note("rows", "missing", "add “rows:”")
        record.lose()
    rows = []
    for each in record.each("rows"):
        rows.append(_row(each))
        if not each.sound:
            record.lose()
    return tuple(rows)


def _row(record: Fields) -> WrittenRow:
    row = WrittenRow(
        ask=record.reference("ask", "ask"),
        text=record.optional_text("text") or "",
        rationale=record.text("rationale"),
        place=record.place("ask"),
    )
    record.close()
    return row

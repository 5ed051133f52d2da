"""The programs that quizzes can be taken to."""

from __future__ import annotations

from ..model.targets import Target
from .reading import Reading
from .record import Fields


def load_targets(reading: Reading) -> tuple[Target, ...]:
    return tuple(
        _target(record, reading) for record in reading.records("content/downloads.yml", "target")
    )


def _target(record: Fields, reading: Reading) -> Target:
    target = Target(
        id=reading.new_id(record, "target"),
        title=record.text("title"),
        format=record.reference("format", "format"),
        steps=record.texts("steps"),
        tried=record.text("tried"),
    )
    record.close()
    return target

"""What statements rest on: sources with their parts, and studies."""

from __future__ import annotations

from ..model.sources import Evidence, Source
from .reading import Reading
from .record import Fields

_READ = ("full", "abstract", "summary")


def load_sources(reading: Reading) -> tuple[Source, ...]:
    return tuple(
        _source(record, reading)
        for record in reading.records("content/sources.yml", "source", "source")
    )


def _source(record: Fields, reading: Reading) -> Source:
    source = Source(
        id=reading.new_id(record, "source"),
        title=record.text("title"),
        note=record.text("note"),
        url=record.url("url"),
        parts=record.text_map("parts", "part"),
    )
    record.close()
    reading.distinct(record, "source", title=source.title)
    return source


def load_evidence(reading: Reading) -> tuple[Evidence, ...]:
    return tuple(
        _study(record, reading)
        for record in reading.records("content/evidence.yml", "evidence", "source")
    )


def _study(record: Fields, reading: Reading) -> Evidence:
    study = Evidence(
        id=reading.new_id(record, "evidence"),
        title=record.text("title"),
        citation=record.text("citation"),
        doi=record.doi("doi"),
        url=record.url("url"),
        finding=record.text("finding"),
        limits=record.text("limits"),
        read=record.choice("read", _READ),
        checked=record.flag("checked", default=True),
    )
    record.close()
    reading.distinct(record, "study", title=study.title)
    return study

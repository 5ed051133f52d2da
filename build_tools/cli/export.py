"""`export`: forms as files for other programs."""

import argparse
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from ..generate import read_project, read_writer
from ..model.records import Records
from ..problems import UsageError, did_you_mean
from ..read.settings import SITE_URL
from ..write.exporters import EXPORTERS
from ..write.exporters.downloads import export, export_forms
from ..write.exporters.exporter import Exporter, ExportForm
from ..write.files import write_file

_COLUMN = 28
_Named = TypeVar("_Named")


def run(root: Path, options: argparse.Namespace) -> None:
    """Write the chosen forms in the chosen formats, or list both; raise `UsageError` if there is none."""
    exporters = _scored(_chosen("format", options.format, EXPORTERS), options)
    project = (read_writer if options.list else read_project)(root, os.environ)
    every = export_forms(project.views)
    forms = _chosen("form", options.form, Records(every).by_id)
    if options.list:
        _print_list(forms)
        return
    if options.out is None:
        raise UsageError("say where to write, with --out FOLDER")
    files = export(project.templates, forms, exporters)
    if not files:
        raise UsageError(f"{options.format} has no file of “{options.form}”; name a quiz")
    for name, data in files.items():
        write_file(options.out / name, data)
    if not project.views.settings.site_url:
        print(f"Left out, as not set: links to the guide ({SITE_URL}).")
    size = sum(map(len, files.values()))
    print(f"{options.out}: {len(files)} files, {size / 1e6:.1f} MB.")


def _chosen(what: str, name: str | None, known: Mapping[str, _Named]) -> tuple[_Named, ...]:
    """Return the one of that name; all, where none is named."""
    if name is None:
        return tuple(known.values())
    if name not in known:
        raise UsageError(f"no {what} is called “{name}”; {did_you_mean(name, known)}")
    return (known[name],)


def _scored(exporters: tuple[Exporter, ...], options: argparse.Namespace) -> tuple[Exporter, ...]:
    """Return these formats with scores, if those or a pass mark are asked for."""
    mark = options.pass_mark
    if mark is None and not options.score:
        return exporters
    scored = tuple(exporter.scored(mark) for exporter in exporters if exporter.scored)
    if len(scored) < len(exporters):
        able = ", ".join(exporter.id for exporter in EXPORTERS.values() if exporter.scored)
        what = "tell a score" if mark is None else "hold a pass mark"
        raise UsageError(f"only {able} can {what}; add --format {able}")
    return scored


def _print_list(forms: Iterable[ExportForm]) -> None:
    print("Formats: " + ", ".join(EXPORTERS))
    print("Forms:")
    for form in forms:
        print(f"  {form.id:<{_COLUMN}} {form.title}")

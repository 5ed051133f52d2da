"""`export`: forms as files for other programs."""

import argparse
import os
from pathlib import Path

from ..generate import make_project, read_writer
from ..model.records import Records
from ..problems import UsageError
from ..write.exporters import EXPORTERS
from ..write.exporters.downloads import export, export_forms
from ..write.exporters.exporter import Exporter
from .files_out import chosen, folder_of, print_list, write_out


def run(root: Path, options: argparse.Namespace) -> None:
    """Write the chosen forms in the chosen formats, or list both; raise `UsageError` if there is none."""
    exporters = _scored(chosen("format", options.format, EXPORTERS), options)
    project = (read_writer if options.list else make_project)(root, os.environ)
    every = export_forms(project.views)
    forms = chosen("form", options.form, Records(every).by_id)
    if options.list:
        print_list("Formats", EXPORTERS, "Forms", {form.id: form.title for form in forms})
        return
    folder = folder_of(options.out)
    files = export(project.templates, forms, exporters)
    if not files:
        raise UsageError(f"{options.format} has no file of “{options.form}”; name a quiz")
    write_out(folder, files, project.views.settings, "links to the guide")


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

"""`paper`: worksheets and other sheets as PDF."""

import argparse
from pathlib import Path

from ..generate import make_project, read_writer
from ..model.records import grouped
from ..problems import BuildError, UsageError
from ..publish.site import mkdocs_environment
from ..write.paper import engine
from ..write.paper.press import in_sizes, on_paper, press
from ..write.paper.sheet import SIZES
from ..write.paper.sheets import every_sheet
from .files_out import chosen, folder_of, print_list, write_out


def run(root: Path, options: argparse.Namespace) -> None:
    """Write the chosen sheets in the chosen sizes, or list them; raise `UsageError` if there is none."""
    environment = mkdocs_environment(root)
    project = (read_writer if options.list else make_project)(root, environment)
    writer = on_paper(project.views, project.templates)
    by_code = dict(grouped(every_sheet(writer), lambda sheet: sheet.code))
    sheets = [sheet for same in chosen("form or sheet", options.form, by_code) for sheet in same]
    if options.list:
        titles = {sheet.code: sheet.quiz or sheet.title for sheet in sheets}
        print_list("Paper", SIZES, "Forms and other sheets", titles)
        return
    folder = folder_of(options.out)
    lacking = engine.missing()
    if lacking:
        raise BuildError(f"{lacking} is not there; {engine.REMEDY}")
    wanted = in_sizes(sheets, chosen("paper", options.paper, {size: size for size in SIZES}))
    if not wanted:
        raise UsageError(f"“{options.form}” does not come in the size “{options.paper}”")
    files = {file.name: file.data for file in press(writer, wanted)}
    write_out(folder, files, project.views.settings, "the address of the guide")

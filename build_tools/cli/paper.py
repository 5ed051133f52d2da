"""`paper`: worksheets and other sheets as PDF."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from ..generate import read_project, read_writer
from ..problems import BuildError, UsageError, did_you_mean
from ..publish.site import mkdocs_environment
from ..read.settings import SITE_URL
from ..write.files import write_file
from ..write.paper import engine
from ..write.paper.press import in_sizes, on_paper, press
from ..write.paper.sheet import SIZES, Sheet, Size
from ..write.paper.sheets import every_sheet

_COLUMN = 28


def run(root: Path, options: argparse.Namespace) -> None:
    """Write the chosen sheets in the chosen sizes, or list them; raise `UsageError` if there is none."""
    environment = mkdocs_environment(root)
    project = (read_writer if options.list else read_project)(root, environment)
    writer = on_paper(project.views, project.templates)
    sheets = _chosen(options.form, tuple(every_sheet(writer)))
    if options.list:
        _print_list(sheets)
        return
    if options.out is None:
        raise UsageError("say where to write, with --out FOLDER")
    lacking = engine.missing()
    if lacking:
        raise BuildError(f"{lacking} is not there; {engine.REMEDY}")
    wanted = in_sizes(sheets, _sizes(options.paper))
    if not wanted:
        raise UsageError(f"“{options.form}” does not come in the size “{options.paper}”")
    files = press(writer, wanted)
    for file in files:
        write_file(options.out / file.name, file.data)
    if not project.views.settings.site_url:
        print(f"Left out, as not set: the address of the guide ({SITE_URL}).")
    size = sum(len(file.data) for file in files)
    print(f"{options.out}: {len(files)} files, {size / 1e6:.1f} MB.")


def _chosen(code: str | None, sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """Return the sheets of that form, or the one of that name; all, where none is named."""
    if code is None:
        return sheets
    chosen = tuple(sheet for sheet in sheets if sheet.code == code)
    if not chosen:
        known = {sheet.code for sheet in sheets}
        raise UsageError(f"no form or sheet is called “{code}”; {did_you_mean(code, known)}")
    return chosen


def _sizes(name: str | None) -> tuple[Size, ...]:
    sizes = tuple(size for size in SIZES if name in (None, size))
    if not sizes:
        raise UsageError(f"no paper is called “{name}”; {did_you_mean(str(name), SIZES)}")
    return sizes


def _print_list(sheets: Iterable[Sheet]) -> None:
    print("Paper: " + ", ".join(SIZES))
    print("Forms and other sheets:")
    titles = {sheet.code: sheet.quiz or sheet.title for sheet in sheets}
    for code, title in titles.items():
        print(f"  {code:<{_COLUMN}} {title}")

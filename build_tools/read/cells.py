"""Cells of a spreadsheet, and those around which somebody put other than straight quotes."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..problems import Place, Problems
from .unseen import mended

_DELIMITERS = ",;\t|"
_EXCEL_SAYS = re.compile(
    rf'"?sep ?= ?(?:[{_DELIMITERS}]|\\t)"?[{_DELIMITERS}]*(?:\n|$)', re.IGNORECASE
)
"""A first line by which Excel knows what stands between cells, and which may be wrong."""
_QUOTED = re.compile('"[^"]*"')
SAVE = "in the spreadsheet, choose “Save as” and “CSV UTF-8”"
_BEGINS = "“”„«»‹›‘’‚`´'″＂\""
_ENDS = "“”«»‹›‘’`´'″＂\""
_NOTE = re.compile(r"(?:#|//)\s")
_MANY = 5
"""From this many signs on that stand between cells, a cell is a whole row."""
_ID = re.compile(r"[\w-]+(?:/[\w-]+)*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    text: str
    place: Place
    """Row and column, both from 1."""
    spaced: bool = False
    """Whether a space stands before the text, as behind a comma within a sentence."""


def beginning(text: str) -> tuple[str, str, int]:
    """Return the text from the first row on, what stands between its cells, and the number of that row."""
    said = _EXCEL_SAYS.match(text)
    text = text[said.end() :] if said else text
    lines = text.partition("\n")[0], *(one for one in text.split("\n") if "wrong" in one.casefold())
    head = lines[min(1, len(lines) - 1)]
    # Quotes around the whole row are told of; what stands between cells is not within them.
    bare = _QUOTED.sub("", head)
    return text, max(_DELIMITERS, key=(bare if bare.strip() else head).count), 2 if said else 1


def split(
    path: str, text: str, delimiter: str, first: int, problems: Problems
) -> Iterator[list[Cell]]:
    """Yield the rows that are not empty, up to the first that cannot be split into cells."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = first
    try:
        for number, row in enumerate(reader, start=first):
            if any(map(str.strip, row)):
                yield [
                    Cell(
                        text=" ".join(mended(one)[0].split()),
                        place=Place(path=path, line=number, column=column),
                        spaced=one[:1] == " ",
                    )
                    for column, one in enumerate(row, start=1)
                ]
    except csv.Error as error:
        place = Place(path=path, line=number + 1)
        what = "a quotation mark that does not end, or stands in the middle of a text"
        if "limit" in str(error):
            what = f"a cell of more than {csv.field_size_limit():,} signs, or {what}"
        problems.add(place, "row", what, f"write it twice, or {SAVE}")


def note_quotes(row: Sequence[Cell], columns: int, problems: Problems) -> bool:
    """Note the first text of a row that stands in other than straight quotes; return whether there is one.

    In a row with more cells than there are `columns` it is one that is cut into several; in any other an id, which has none.
    A text may well be between quotes, since people speak in it.
    """
    cut = _cut(row) if len(row) > columns else None
    cell = cut or next((one for one in row[:1] if _is_quoted_id(one.text)), None)
    if not cell:
        return False
    what = f"a cell begins with {cell.text[0]}"
    if cut:
        what = f"a text that begins with {cell.text[0]} is cut into several cells"
    instead = 'put straight quotes around it, with nothing before or behind them: "…"'
    called = row[0].text.strip(f"{_BEGINS} ") or "row"
    problems.add(cell.place, called, what, instead)
    return True


def note_row(row: Sequence[Cell], problems: Problems) -> bool:
    """Note a row that is a note, or that stands in one cell as a whole; return whether it is."""
    text, place = row[0].text, row[0].place
    if _NOTE.match(text):
        problems.add(place, "row", "a note stands in place of a question", "delete the row")
        return True
    whole = not any(cell.text for cell in row[1:]) and max(map(text.count, _DELIMITERS)) >= _MANY
    if whole:
        what = "the whole row stands in one cell"
        instead = "leave out the quotes around all of it, and write between cells what stands between names"
        problems.add(place, "row", what, instead)
    return whole


def cut_at(row: Sequence[Cell], columns: int) -> Cell | None:
    """Return the cell in which a text begins that is cut into several, in a row with more cells than columns."""
    spaced = [at for at, cell in enumerate(row) if cell.spaced]
    return row[spaced[0] - 1] if 0 < len(spaced) <= len(row) - columns else None


def _cut(row: Sequence[Cell]) -> Cell | None:
    """Return the first cell that begins with a quote that a later cell closes."""
    for at, cell in enumerate(row):
        begins = cell.text[:1] and cell.text[0] in _BEGINS and not _ends(cell)
        if begins and any(map(_ends, row[at + 1 :])):
            return cell
    return None


def _ends(cell: Cell) -> bool:
    return len(cell.text) > 1 and cell.text[-1] in _ENDS


def _is_quoted_id(text: str) -> bool:
    within = text[1:-1]
    return bool(
        within and text[0] in _BEGINS and text[-1] in _ENDS and _ID.fullmatch(within.strip())
    )

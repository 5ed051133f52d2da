"""Cells of a spreadsheet, and those around which somebody put other than straight quotes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..problems import Place, Problems

_BEGINS = "“”„«»‹›‘’‚`´'″＂\""
_ENDS = "“”«»‹›‘’`´'″＂\""
_ID = re.compile(r"[\w-]+(?:/[\w-]+)*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    text: str
    place: Place
    """Row and column, both from 1."""


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

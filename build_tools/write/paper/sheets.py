"""Every sheet of paper: a new one is a function in this list, and a template in quiz/channels/paper/."""

from collections.abc import Callable, Iterator

from ..writer import Writer
from .handouts import cards, check, routine, runs, sessions, table, update
from .prose_sheets import pages
from .sheet import Sheet
from .worksheets import worksheets

SHEETS: tuple[Callable[[Writer], Iterator[Sheet]], ...] = (
    table,
    check,
    update,
    routine,
    pages,
    sessions,
    runs,
    cards,
    worksheets,
)
"""Every kind of sheet, in the order of the page that offers them."""


def every_sheet(writer: Writer) -> Iterator[Sheet]:
    for sheets in SHEETS:
        yield from sheets(writer)

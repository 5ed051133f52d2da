"""CSV: a row for each item, which a spreadsheet opens as it is."""

import csv
import io
import re
from collections.abc import Iterator

from ...show.items import ChoiceView, ItemView
from ..render import Templates
from .exporter import Exporter, ExportForm

_HEAD = ("id", "version", "kind", "topic", "stem", "question", "guide_says", "link")
_PART = ("id", "text", "answer", "reason", "guide_says", "link")
_RUNS = tuple("=+-@\t\r\n＝＋－＠'")
"""What a spreadsheet may take for the beginning of a formula, and our mark that it is none."""
_VALUE = re.compile(r"[\d.,]+e[+-]?\d+|[\d:]+ [ap]|true|false|verdadero|falso|#.*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_OF_DATES = re.compile(
    "jan|ene|feb|mar|apr|abr|may|jun|jul|aug|ago|sep|oct|nov|dec|dic|(?:de|am|pm)$", re.IGNORECASE
)
"""With digits beside them, such words alone are a date or a time of day."""


def _write(form: ExportForm, templates: Templates) -> bytes:  # noqa: ARG001
    most = max((len(view.item.parts) for view in form.items), default=0)
    numbered = [f"part_{number}_{name}" for number in range(1, most + 1) for name in _PART]
    head = [*_HEAD, *numbered]
    written = io.StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(head)
    for view in form.items:
        cells = [_harmless(cell) for cell in (*_item(view, form), *_parts(view, form))]
        # Strict readers take no row that is shorter than the first.
        rows.writerow(cells + [""] * (len(head) - len(cells)))
    # Without this mark Excel reads a file in the code page of its machine.
    return written.getvalue().encode("utf-8-sig")


def _item(view: ItemView, form: ExportForm) -> Iterator[str]:
    yield from (view.id, view.token, view.item.kind, view.topic, view.stem, view.question)
    if isinstance(view, ChoiceView):
        yield from (view.statement.with_reason, _link(view.statement.href, form))
    else:
        yield from ("", "")


def _parts(view: ItemView, form: ExportForm) -> Iterator[str]:
    if isinstance(view, ChoiceView):
        for option in view.options:
            answer = form.words["right" if option.right else "not_here"]
            yield from (option.id, option.text, answer, option.feedback)
            yield from ("", _link(option.href, form))
        return
    for row in view.rows:
        yield from (row.id, row.text, row.bin.label, row.rationale)
        yield from (row.statement.with_reason, _link(row.statement.href, form))


def _link(href: str, form: ExportForm) -> str:
    return href if form.linked else ""


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet runs or changes; whoever reads the file drops a quote in front."""
    return f"'{cell}" if cell.startswith(_RUNS) or _changes(cell) else cell


def _changes(cell: str) -> bool:
    """Return whether a spreadsheet may take a text for a number, a date, a truth value or an error: “01” would become 1."""
    counts = any(sign.isdigit() for sign in cell)
    return bool(_VALUE.fullmatch(cell)) or (
        counts and all(_OF_DATES.match(word) for word in _WORD.findall(cell))
    )


CSV = Exporter(id="csv", suffix="csv", write=_write, lost=frozenset({"title", "intro", "license"}))

"""Each form on paper: a worksheet, and its key as a sheet of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any, Generic, TypeVar

from ...model.forms import Form
from ...show.items import ChoiceView, ItemView, OptionView, SortRow
from ..writer import Writer
from .sheet import PLAIN, SIZES, Sheet, address

_Part = TypeVar("_Part", OptionView, SortRow)


@dataclass(frozen=True, kw_only=True, slots=True)
class Lettered(Generic[_Part]):
    """An option or a row, with its letter on worksheet and key."""

    letter: str
    part: _Part


@dataclass(frozen=True, kw_only=True, slots=True)
class KeyLine:
    """The letters of what is right, or of what goes into one bin."""

    label: str
    """The bin; “” for an item without bins."""
    letters: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PaperItem:
    item: ItemView
    parts: tuple[Lettered[OptionView], ...] | tuple[Lettered[SortRow], ...]
    answers: tuple[KeyLine, ...]


def worksheets(writer: Writer) -> Iterator[Sheet]:
    """Yield the worksheet and the key of each form."""
    for form in writer.views.quizzes.forms:
        yield from _sheets(form, writer)


def paper_item(item: ItemView) -> PaperItem:
    """Return an item with letters in the order of its form, which is that of the web."""
    parts = _lettered(item.options) if isinstance(item, ChoiceView) else _lettered(item.rows)
    return PaperItem(item=item, parts=parts, answers=tuple(_answers(item)))


def _sheets(form: Form, writer: Writer) -> Iterator[Sheet]:
    views = writer.views
    title = views.title_of(form)
    items = writer.views.form(form.id, title, form.items).items
    page = views.page_of(form)
    context: dict[str, Any] = {
        "items": tuple(paper_item(item) for item in items),
        "intro": form.blueprint.intro,
        "grids": all(item.grid for item in items),
    }
    for part, heading in (("worksheet", "{title}"), ("key", views.quizzes.words["paper_key"])):
        yield Sheet(
            id=f"{form.id}-{part}",
            kind=part,
            code=form.id,
            title=heading.format(title=title),
            href=address(page, writer),
            context=context,
            quiz=title,
            # A key is read on a screen as well, where it can be made larger.
            sizes=PLAIN if part == "key" else SIZES,
        )


def _answers(item: ItemView) -> Iterator[KeyLine]:
    if isinstance(item, ChoiceView):
        right = (option.letter for option in _lettered(item.options) if option.part.right)
        yield KeyLine(label="", letters=tuple(right))
        return
    rows = _lettered(item.rows)
    for bin_ in item.bins:
        letters = (row.letter for row in rows if row.part.bin == bin_)
        yield KeyLine(label=bin_.label, letters=tuple(letters))


def _lettered(parts: Iterable[_Part]) -> tuple[Lettered[_Part], ...]:
    lettered = zip(ascii_uppercase, parts, strict=False)
    return tuple(Lettered(letter=letter, part=part) for letter, part in lettered)

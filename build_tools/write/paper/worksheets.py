"""Each form on paper: a worksheet, and its key as a sheet of its own."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from string import ascii_uppercase

from ...show.items import ChoiceView, ItemView, OptionView, SortRow
from ..writer import Writer
from .sheet import PLAIN, Sheet, address


@dataclass(frozen=True, kw_only=True, slots=True)
class PaperItem:
    """An item with letters in the order of its form, which is that of the web."""

    item: ItemView
    parts: tuple[tuple[str, OptionView | SortRow], ...]
    """Its options or rows, each behind its letter on worksheet and key."""
    answers: tuple[tuple[str, tuple[str, ...]], ...]
    """The letters of what is right; of a grid, those of each bin behind its label."""


def worksheets(writer: Writer) -> Iterator[Sheet]:
    views = writer.views
    for form in views.quizzes.forms:
        title = views.title_of(form)
        items = views.form(form.id, title, form.items).items
        worksheet = Sheet(
            id=f"{form.id}-worksheet",
            kind="worksheet",
            of=form.id,
            title=title,
            href=address(views.page_of(form), writer),
            context={
                "items": tuple(map(_item, items)),
                "intro": form.blueprint.intro,
                "grids": all(item.grid for item in items),
            },
            quiz=title,
        )
        yield worksheet
        title = views.quizzes.words["paper_key"].format(title=title)
        # A key is read on a screen as well, where it can be made larger.
        yield replace(worksheet, id=f"{form.id}-key", kind="key", title=title, sizes=PLAIN)


def _item(item: ItemView) -> PaperItem:
    if isinstance(item, ChoiceView):
        options = tuple(zip(ascii_uppercase, item.options, strict=False))
        right = tuple(letter for letter, option in options if option.right)
        return PaperItem(item=item, parts=options, answers=(("", right),))
    rows = tuple(zip(ascii_uppercase, item.rows, strict=False))
    answers = tuple(
        (one.label, tuple(letter for letter, row in rows if row.bin == one)) for one in item.bins
    )
    return PaperItem(item=item, parts=rows, answers=answers)

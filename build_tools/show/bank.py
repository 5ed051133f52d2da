"""The item bank as its page shows it: every item by kind, with its source and the forms that hold it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Self

from ..model.forms import Form
from ..model.items import Item
from ..model.library import Library, Statement
from ..model.pages import bank_page
from ..model.records import grouped
from .addresses import Link
from .items import GridView, ItemView, StatementView
from .views import Views


@dataclass(frozen=True, kw_only=True, slots=True)
class PartView:
    """One option or row; `label` says what is right about it, “” for a distractor."""

    fits: bool
    """Whether it is a key, or a request that suits this contact."""
    label: str
    text: str
    rationale: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BankItem:
    item: ItemView
    parts: tuple[PartView, ...]
    claims: tuple[tuple[Link | None, tuple[StatementView, ...]], ...]
    """Statements that end an answer, by the one source they rest on; None is our advice."""
    type: str
    """The topic by which the filter finds it."""
    href: str
    """Where it is with its reasons and its source."""
    forms: tuple[Link, ...]
    """The forms that hold it; that of a contact type is named with the type."""


@dataclass(frozen=True, kw_only=True, slots=True)
class BankGroup:
    """The items of one kind."""

    kind: str
    title: str
    items: tuple[BankItem, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class BankView:
    groups: tuple[BankGroup, ...]
    types: Mapping[str, str]
    """The title of each topic of items, by topic."""

    def about(self, type_: str) -> Self:
        groups = (
            replace(group, items=tuple(item for item in group.items if item.type == type_))
            for group in self.groups
        )
        return replace(self, groups=tuple(group for group in groups if group.items))


def bank_view(views: Views) -> BankView:
    """Return every item, by kind and id.

    Kinds come in the order of the quizzes that ask them, and those of no quiz at the end.
    """
    quizzes = views.quizzes
    forms = _forms_of_items(quizzes.forms)
    kinds = (kind for form in quizzes.forms for kind in form.blueprint.kinds)
    listed = sorted(quizzes.bank.items.values(), key=lambda one: one.id)
    items = (_item(item, forms.get(item.id, ()), views) for item in listed)
    return BankView(
        groups=tuple(
            BankGroup(kind=kind, title=quizzes.words[f"kind_{kind}"], items=of_kind)
            for kind, of_kind in grouped(items, lambda one: one.item.item.kind, kinds)
        ),
        types=views.topics,
    )


def _item(item: Item, forms: Iterable[Form], views: Views) -> BankItem:
    view = views.item(item, 1)
    parts, truths = _answers(view, views.library.words["bank_key"])
    return BankItem(
        item=view,
        parts=parts,
        claims=grouped(
            truths, lambda one: _source(views.library, views.library.statements[one.id])
        ),
        type=item.topic,
        href=views.addresses.page(bank_page(item.topic), view.dom_id),
        forms=tuple(_place(form, view.dom_id, views) for form in forms),
    )


def _answers(view: ItemView, key: str) -> tuple[tuple[PartView, ...], tuple[StatementView, ...]]:
    """Return the options or rows of an item, and the statements that end its answer; `key` is the label of a right option."""
    if isinstance(view, GridView):
        truths = {row.statement.id: row.statement for row in view.rows}
        rows = (
            PartView(fits=True, label=row.bin.label, text=row.text, rationale=row.rationale)
            for row in view.rows
        )
        return tuple(rows), tuple(truths.values())
    options = (
        PartView(
            fits=one.right, label=key if one.right else "", text=one.text, rationale=one.feedback
        )
        for one in view.options
    )
    return tuple(options), (view.statement,)


def _place(form: Form, anchor: str, views: Views) -> Link:
    contact_type = views.library.types.by_id.get(form.contact_type)
    return Link(
        title=f"{form.title} ({contact_type.title})" if contact_type else form.title,
        href=views.addresses.page(form.contact_type or form.id, anchor),
    )


def _forms_of_items(forms: Iterable[Form]) -> dict[str, list[Form]]:
    forms_of: dict[str, list[Form]] = {}
    for form in forms:
        for item in form.items:
            forms_of.setdefault(item.id, []).append(form)
    return forms_of


def _source(library: Library, statement: Statement) -> Link | None:
    """Return the study or the source that a statement names."""
    if statement.source is None:
        return None
    name, part = statement.source.split("/", 1)
    if study := library.evidence.by_id.get(part):
        return Link(title=study.citation, href=study.address)
    source = library.sources.by_id[name]
    return Link(title=source.title, href=source.url)

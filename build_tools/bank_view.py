"""The item bank as its page shows it: every item by kind, with its source and the forms it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .content import Content
from .errors import Place, Problems
from .model.facts import PRINCIPLES, Library, Statement
from .model.forms import Form
from .model.items import Item
from .views import ItemView, Views


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceView:
    title: str
    href: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceView:
    """Where an item stands in a form; `page` names the page a form is part of, “” if it is its own."""

    title: str
    page: str
    href: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BankItemView:
    item: ItemView
    type: str
    """What the filter knows its contact type by."""
    source: SourceView | None
    """What the closing statement rests on; None is our advice."""
    forms: tuple[PlaceView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class BankGroupView:
    """The items of one kind."""

    kind: str
    title: str
    items: tuple[BankItemView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class BankView:
    groups: tuple[BankGroupView, ...]
    types: Mapping[str, str]
    """Titles of what items are about, by what the filter knows each by."""


def bank_view(content: Content, views: Views, problems: Problems) -> BankView:
    """Return every item, by kind and id; a kind that has no title is a problem.

    Kinds come in the order of the quizzes that ask them, and those of no quiz at the end.
    """
    quizzes, library = content.quizzes, content.library
    maker = _Maker(content=content, views=views, forms=_forms_of_items(quizzes.forms))
    kinds: dict[str, list[BankItemView]] = {
        kind: [] for form in quizzes.forms for kind in form.blueprint.kinds
    }
    for item in sorted(quizzes.bank.items.values(), key=lambda one: one.id):
        kinds.setdefault(item.kind, []).append(maker.item(item))
    return BankView(
        groups=tuple(
            BankGroupView(kind=kind, title=_title(kind, quizzes.words, problems), items=tuple(made))
            for kind, made in kinds.items()
            if made
        ),
        types={kind.id: kind.title for kind in library.types}
        | {PRINCIPLES: quizzes.words["group_principles"]},
    )


def _title(kind: str, words: Mapping[str, str], problems: Problems) -> str:
    word = f"kind_{kind}"
    if word not in words:
        what = f"no title for items of the kind “{kind}”"
        problems.add(Place(path="quiz/words.yml"), word, what, f"add “{word}: …”")
    return words.get(word, "")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Maker:
    content: Content
    views: Views
    forms: Mapping[str, list[Form]]
    """The forms that hold each item, by its id."""

    def item(self, item: Item) -> BankItemView:
        view = self.views.item(item, 1)
        return BankItemView(
            item=view,
            type=item.contact_type or PRINCIPLES,
            source=_source(self.content.library, self.content.library.statements[item.about[0]]),
            forms=tuple(self._place(form, view.dom_id) for form in self.forms.get(item.id, ())),
        )

    def _place(self, form: Form, anchor: str) -> PlaceView:
        types = {kind.id: kind.title for kind in self.content.library.types}
        part_of = form.id.removeprefix(f"{form.blueprint.id}-") if form.blueprint.per_type else ""
        return PlaceView(
            title=form.title,
            page=types.get(part_of, ""),
            href=self.views.addresses.page(part_of or form.id, anchor),
        )


def _forms_of_items(forms: Iterable[Form]) -> dict[str, list[Form]]:
    found: dict[str, list[Form]] = {}
    for form in forms:
        for item in form.items:
            found.setdefault(item.id, []).append(form)
    return found


def _source(library: Library, statement: Statement) -> SourceView | None:
    """Return the study or the source that a statement names."""
    if statement.source is None:
        return None
    name, part = statement.source.split("/", 1)
    source = next(one for one in library.sources if one.id == name)
    study = next((one for one in library.evidence if one.id == part), None)
    return SourceView(
        title=study.citation if study else source.title,
        href=study.url if study else source.url,
    )

"""Views of facts and quizzes, with the addresses that they lead to."""

from dataclasses import dataclass, replace
from typing import Self

from ..derive.table import Fit, Table
from ..model.forms import Form, Quizzes
from ..model.items import Grid, Item, Option, Row
from ..model.library import PRINCIPLES, Ask, ContactType, Library, Statement, Verdict
from ..model.pages import HOME
from ..read.settings import Settings
from .addresses import Addresses, Link
from .brand import Brand, brand_of
from .items import (
    Bin,
    ChoiceView,
    FormView,
    GridView,
    ItemView,
    OptionView,
    SectionView,
    SortRow,
    StatementView,
)
from .needs import need_text


@dataclass(frozen=True, kw_only=True, slots=True)
class FitView:
    """One cell of the table."""

    type: str
    type_title: str
    verdict: Verdict
    badge: str
    """What the verdict rests on: “source”, “inferred” (read from one) or “advice”."""
    text: str
    """The reason for it."""
    text_badge: str
    """What the reason rests on; “” where one badge speaks for both."""
    exception: str | None
    """Why the verdict stands although ties would have it otherwise."""
    href: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class TableRow:
    """One row of the table."""

    ask: Ask
    href: str | None
    """The page of the ask, if there is one."""
    group: str
    """The group of asks that it is in; “” for an ask that is in none."""
    fits: tuple[FitView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Views:
    """Makes views from records, with the addresses that they lead to."""

    library: Library
    table: Table
    quizzes: Quizzes
    settings: Settings
    addresses: Addresses
    standalone: bool = False
    """Whether all this is for a standalone page."""

    def leading(self, base: str, *, nowhere: bool = False, standalone: bool = False) -> Self:
        """Return the views for files elsewhere, from which `base` is the path to the pages of the guide."""
        addresses = replace(self.addresses, base=base, nowhere=nowhere)
        return replace(self, addresses=addresses, standalone=standalone)

    @property
    def brand(self) -> Brand:
        return brand_of(self.library.edition, self.library.words["appointment"])

    @property
    def topics(self) -> dict[str, str]:
        """The title of each topic of items, by topic: the contact types, and networking as a whole."""
        types = {type_.id: type_.title for type_ in self.library.types}
        return types | {PRINCIPLES: self.quizzes.words["group_principles"]}

    def title_of(self, form: Form) -> str:
        """Return the title of a form with the contact type that it is about, for places that do not say it."""
        type_ = self._type_of(form)
        pattern = self.quizzes.words["title_of_type"]
        return pattern.format(title=form.title, type=type_.title) if type_ else form.title

    def page_of(self, form: Form) -> str:
        """Return the id of the page that shows a form: its own, or that of its contact type."""
        type_ = self._type_of(form)
        return type_.id if type_ else form.id

    def statement(self, statement: Statement) -> StatementView:
        return StatementView(
            id=statement.id,
            anchor=statement.anchor,
            text=statement.text,
            because=statement.because,
            badge=_badge(statement.source),
            because_badge=_of_reason(statement),
            href=self.addresses.statement(statement),
            home=self.addresses.title_of_home(statement),
        )

    def statement_of(self, name: str) -> StatementView:
        return self.statement(self.library.statements[name])

    def statements(self, contact_type: ContactType, part: str) -> tuple[StatementView, ...]:
        return tuple(self.statement(one) for one in contact_type.part(part))

    def section(self, contact_type: ContactType, *parts: str) -> SectionView:
        """Return these lists of a contact type, as far as it has them, under one heading."""
        lists = ((part, self.statements(contact_type, part)) for part in parts)
        return SectionView(lists=tuple(one for one in lists if one[1]))

    def rows(self, *ask_kinds: str) -> tuple[TableRow, ...]:
        return tuple(self._row(ask) for ask in self.library.asks if ask.kind in ask_kinds)

    def _row(self, ask: Ask) -> TableRow:
        fits = tuple(self.fit(type_, fit) for type_, fit in self.fits_of(ask))
        href = self.addresses.ask(ask.id) if ask.id in self.addresses.asks else None
        groups = self.library.guide.ask_groups
        group = next((group.id for group in groups if ask.id in group.asks), "")
        return TableRow(ask=ask, href=href, group=group, fits=fits)

    def fits_of(self, ask: Ask) -> list[tuple[ContactType, Fit]]:
        """Return each contact type for which the table has a fit of this ask, with that fit."""
        fits = ((type_, self.table.get((type_.id, ask.id))) for type_ in self.library.types)
        return [(type_, fit) for type_, fit in fits if fit]

    def fit(self, contact_type: ContactType, fit: Fit) -> FitView:
        basis = fit.basis
        reason = (basis.because or basis.text) if basis else ""
        badge = "inferred" if fit.inferred else "source" if fit.settled else "advice"
        return FitView(
            type=contact_type.id,
            type_title=contact_type.title,
            verdict=fit.verdict,
            badge=badge,
            text=fit.advice.because if fit.advice else reason,
            text_badge=_of_reason(basis) if basis else "",
            exception=fit.exception,
            href=self.addresses.statement(basis) if basis else None,
        )

    def form(
        self, name: str, title: str, items: tuple[Item, ...], after: tuple[Link, ...] = ()
    ) -> FormView:
        """Return a form; each item is numbered from 1."""
        views = tuple(self.item(item, number) for number, item in enumerate(items, start=1))
        return FormView(id=name, title=title, items=views, after=after)

    def item(self, item: Item, number: int) -> ItemView:
        """Return an item of any kind as its template shows it."""
        page = item.contact_type or self.addresses.homes.get(item.main, HOME)
        group = Link(href=self.addresses.page(page), title=self.topics[item.topic])
        if isinstance(item, Grid):
            bins = {one.id: Bin(id=one.id, label=one.name) for one in item.people}
            return GridView(
                item=item,
                number=number,
                group=group,
                standalone=self.standalone,
                rows=tuple(self._sorted(row, bins[row.bin]) for row in item.rows),
                bins=tuple(bins.values()),
            )
        return ChoiceView(
            item=item,
            number=number,
            group=group,
            standalone=self.standalone,
            spare=self.standalone,
            options=tuple(self._option(option) for option in item.options),
            statement=self.statement_of(item.main),
        )

    def _sorted(self, row: Row, own_bin: Bin) -> SortRow:
        return SortRow(
            id=row.id,
            text=row.text,
            bin=own_bin,
            rationale=row.rationale,
            statement=self.statement_of(row.rests_on),
        )

    def _option(self, option: Option) -> OptionView:
        basis, asks = self.library.statements[option.rests_on], self.library.asks.by_id
        # Of a wrong request, what it takes is told as well.
        ask = None if option.right else asks.get(option.ask or "")
        need = need_text(ask, self.library) if ask else ""
        who = self.library.words["right_for"].format(who=option.right_for)
        return OptionView(
            id=option.id,
            text=option.text,
            right=option.right,
            rationale=f"{option.rationale} {need}".rstrip(),
            right_for=who if option.right_for else "",
            href=self.addresses.statement(basis),
            link_text=self.addresses.title_of_home(basis),
        )

    def _type_of(self, form: Form) -> ContactType | None:
        """Return the contact type that a form is about, if it is about one."""
        return self.library.types.by_id.get(form.contact_type)


def _badge(source: str | None) -> str:
    return "source" if source else "advice"


def _of_reason(statement: Statement) -> str:
    """Return the badge of a reason that rests on something else than its statement, or “”."""
    badge = _badge(statement.because_source)
    return badge if statement.because and badge != _badge(statement.source) else ""

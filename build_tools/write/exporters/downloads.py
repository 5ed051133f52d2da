"""From the facts to files: every form, and the whole bank as one more, in every format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ...model.forms import Form
from ...model.items import Item
from ...show.addresses import BANK, Addresses
from ...show.content import Content
from ...show.items import NextView
from ...show.next_steps import steps_after
from ...show.views import Views
from . import EXPORTERS
from .exporter import ALL, Exporter, ExportForm
from .templates import Templates, templates


@dataclass(frozen=True, kw_only=True, slots=True)
class Downloads:
    """Every form and the bank, and the files of all of them by name."""

    forms: tuple[ExportForm, ...]
    files: Mapping[str, bytes]


def make_downloads(root: Path, content: Content, addresses: Addresses) -> Downloads:
    """Return every form in every format."""
    forms = export_forms(content, addresses)
    return Downloads(forms=forms, files=export(root, forms))


def export(
    root: Path,
    forms: Iterable[ExportForm],
    exporters: Iterable[Exporter] = tuple(EXPORTERS.values()),
) -> dict[str, bytes]:
    """Return each form in each of these formats, by file name, and what these files speak of."""
    found, every = templates(root), tuple(forms)
    files: dict[str, bytes] = {}
    for exporter in exporters:
        files |= _files(exporter, every, found)
        files |= exporter.beside
    return files


def _files(exporter: Exporter, forms: tuple[ExportForm, ...], found: Templates) -> dict[str, bytes]:
    if exporter.together:
        forms = tuple(form for form in forms if form.id != BANK)
    files = {exporter.file(form.id): exporter.write(form, found) for form in forms}
    if exporter.together and len(forms) > 1:
        files[exporter.file(ALL)] = exporter.together(forms, found)
    return files


def export_forms(content: Content, addresses: Addresses) -> tuple[ExportForm, ...]:
    """Return every form, in the order of the quizzes, and after them the bank in the order of ids."""
    site = content.settings.site_url
    maker = _Maker(content=content, addresses=replace(addresses, base=site, nowhere=not site))
    return (*(maker.form(form) for form in content.quizzes.forms), maker.bank())


@dataclass(frozen=True, kw_only=True, slots=True)
class _Maker:
    content: Content
    addresses: Addresses

    def form(self, form: Form) -> ExportForm:
        return self._export(
            form.items,
            mixed=False,
            id=form.id,
            title=self.content.title_of(form),
            group=form.blueprint.title,
            intro=form.blueprint.intro,
            guide=self.addresses.page(self.content.page_of(form)),
            after=steps_after(form, self.content, self.addresses),
        )

    def bank(self) -> ExportForm:
        words, bank = self.content.library.words, self.content.quizzes.bank
        return self._export(
            tuple(bank.items[name] for name in sorted(bank.items)),
            mixed=True,
            id=BANK,
            title=words["bank_title"],
            group=words["bank_title"],
            intro=words["bank_description"],
            guide=self.addresses.page(BANK),
        )

    def _export(
        self,
        items: tuple[Item, ...],
        *,
        mixed: bool,
        after: tuple[NextView, ...] = (),
        **about: str,
    ) -> ExportForm:
        library, quizzes = self.content.library, self.content.quizzes
        views = Views.of(self.content, self.addresses)
        return ExportForm(
            site=library.words["site_name"],
            license=library.words["license_files"],
            items=views.form(about["id"], about["title"], items).items,
            linked=bool(self.addresses.base),
            words=quizzes.words,
            mixed=mixed,
            after=after,
            **about,
        )

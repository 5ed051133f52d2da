"""From the facts to files: every form, and the whole bank as one more, in every format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import Environment

from ..addresses import BANK, Addresses
from ..content import Content
from ..model.forms import Form
from ..model.items import Item
from ..render import xml_environment
from ..views import Views
from . import EXPORTERS
from .exporter import Exporter, ExportForm
from .identifiers import identifier, number


@dataclass(frozen=True, kw_only=True, slots=True)
class Downloads:
    """Every form, and the files of all of them by name."""

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
    env, every = templates(root), tuple(forms)
    files: dict[str, bytes] = {}
    for exporter in exporters:
        files |= {exporter.file(form.id): exporter.write(form, env) for form in every}
        files |= exporter.beside
    return files


def templates(root: Path) -> Environment:
    """Return the environment of the templates of all exporters."""
    env = xml_environment(root)
    env.filters |= {"identifier": identifier, "number": number}
    return env


def export_forms(content: Content, addresses: Addresses) -> tuple[ExportForm, ...]:
    """Return every form, in the order of the quizzes, and after them the bank in the order of ids."""
    maker = _Maker(content=content, addresses=replace(addresses, base=content.settings.site_url))
    return (*(maker.form(form) for form in content.quizzes.forms), maker.bank())


@dataclass(frozen=True, kw_only=True, slots=True)
class _Maker:
    content: Content
    addresses: Addresses

    def form(self, form: Form) -> ExportForm:
        blueprint = form.blueprint
        title = self.content.quizzes.full_title(form, self.content.library.types)
        return self._export(form.id, (blueprint.title, title), blueprint.intro, form.items)

    def bank(self) -> ExportForm:
        words, bank = self.content.library.words, self.content.quizzes.bank
        items = tuple(bank.items[name] for name in sorted(bank.items))
        title = words["bank_title"]
        return self._export(BANK, (title, title), words["bank_description"], items)

    def _export(
        self, name: str, titles: tuple[str, str], intro: str, items: tuple[Item, ...]
    ) -> ExportForm:
        library, quizzes = self.content.library, self.content.quizzes
        views = Views(
            library=library,
            table=self.content.table,
            addresses=self.addresses,
            words=quizzes.words,
        )
        return ExportForm(
            id=name,
            title=titles[1],
            group=titles[0],
            site=library.words["site_name"],
            license=library.words["license_files"],
            intro=intro,
            items=views.form(name, titles[1], items).items,
            linked=bool(self.addresses.base),
            words=quizzes.words,
        )

"""From the facts to files: every form, and the whole bank as one more, in every format."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...model.forms import Form
from ...model.items import Item
from ...model.pages import BANK
from ...show.addresses import Link
from ...show.next_steps import steps_after
from ...show.views import Views
from ..render import Templates
from . import EXPORTERS
from .exporter import ALL, Exporter, ExportForm


@dataclass(frozen=True, kw_only=True, slots=True)
class Downloads:
    """Every form and the bank, and each in every format by the name of its file."""

    forms: tuple[ExportForm, ...]
    files: Mapping[str, bytes]


def export(
    templates: Templates,
    forms: Iterable[ExportForm],
    exporters: Iterable[Exporter] = tuple(EXPORTERS.values()),
) -> dict[str, bytes]:
    """Return each form in each of these formats, by file name, and what these files speak of."""
    every = tuple(forms)
    files: dict[str, bytes] = {}
    for exporter in exporters:
        files |= _files(exporter, every, templates)
        files |= exporter.beside
    return files


def _files(
    exporter: Exporter, forms: tuple[ExportForm, ...], templates: Templates
) -> dict[str, bytes]:
    if exporter.together:
        forms = tuple(form for form in forms if form.id != BANK)
    files = {exporter.file(form.id): exporter.write(form, templates) for form in forms}
    if exporter.together and len(forms) > 1:
        files[exporter.file(ALL)] = exporter.together(forms, templates)
    return files


def export_forms(views: Views) -> tuple[ExportForm, ...]:
    """Return every form, in the order of the quizzes, and after them the bank in the order of ids."""
    site = views.settings.site_url
    views = views.leading(site, nowhere=not site)
    return (*(_of_form(form, views) for form in views.quizzes.forms), _of_bank(views))


def _of_form(form: Form, views: Views) -> ExportForm:
    return _export(
        form.items,
        views,
        after=steps_after(form, views),
        id=form.id,
        title=views.title_of(form),
        group=form.blueprint.title,
        intro=form.blueprint.intro,
        guide=views.addresses.page(views.page_of(form)),
    )


def _of_bank(views: Views) -> ExportForm:
    words, bank = views.library.words, views.quizzes.bank
    return _export(
        tuple(bank.items[name] for name in sorted(bank.items)),
        views,
        mixed=True,
        id=BANK,
        title=words["bank_title"],
        group=words["bank_title"],
        intro=words["bank_description"],
        guide=views.addresses.page(BANK),
    )


def _export(
    items: tuple[Item, ...],
    views: Views,
    *,
    mixed: bool = False,
    after: tuple[Link, ...] = (),
    **about: str,
) -> ExportForm:
    return ExportForm(
        site=views.library.words["site_name"],
        license=views.library.words["license_files"],
        items=views.form(about["id"], about["title"], items).items,
        linked=bool(views.addresses.base),
        words=views.quizzes.words,
        brand=views.brand,
        made=views.settings.made,
        mixed=mixed,
        after=after,
        **about,
    )

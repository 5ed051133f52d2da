"""Downloads: every form, and the whole bank as one more, in every format."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ...model.forms import Form
from ...model.pages import BANK
from ...show.items import FormView
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
    """Return each form in each of these formats by file name, with the files that they refer to."""
    every = tuple(forms)
    files: dict[str, bytes] = {}
    for exporter in exporters:
        own = tuple(form for form in every if not exporter.together or form.id != BANK)
        files |= {exporter.file(form.id): exporter.write(form, templates) for form in own}
        if exporter.together and len(own) > 1:
            files[exporter.file(ALL)] = exporter.together(own, templates)
        files |= exporter.beside
    return files


def export_forms(views: Views) -> tuple[ExportForm, ...]:
    """Return every form, in the order of the quizzes, and after them the bank in the order of ids."""
    site = views.settings.site_url
    views = views.leading(site, nowhere=not site)
    return (*(_of_form(form, views) for form in views.quizzes.forms), _of_bank(views))


def _of_form(form: Form, views: Views) -> ExportForm:
    view = views.form(form.id, views.title_of(form), form.items, steps_after(form, views))
    page, about = views.page_of(form), form.blueprint
    return _export(view, views, page=page, group=about.title, intro=about.intro)


def _of_bank(views: Views) -> ExportForm:
    words, bank = views.library.words, views.quizzes.bank
    title, intro = words["bank_title"], words["bank_description"]
    view = views.form(BANK, title, tuple(bank.items[name] for name in sorted(bank.items)))
    return replace(_export(view, views, page=BANK, group=title, intro=intro), mixed=True)


def _export(form: FormView, views: Views, *, page: str, group: str, intro: str) -> ExportForm:
    return ExportForm(
        id=form.id,
        title=form.title,
        group=group,
        site=views.library.words["site_name"],
        license=views.library.words["license_files"],
        intro=intro,
        items=form.items,
        guide=views.addresses.page(page),
        linked=bool(views.addresses.base),
        words=views.quizzes.words,
        brand=views.brand,
        made=views.settings.made,
        after=form.after,
    )

"""SCORM 1.2: the standalone page of a quiz, with a driver that tells a platform how it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...archive import archive_of
from ...errors import Problems
from ...item_views import FormView
from ...standalone import Standalone, form_page
from ...standalone_writer import StandaloneWriter, finished
from ..exporter import ALL, Exporter, ExportForm
from ..templates import Templates

_DRIVER = "scorm/driver.js"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Package:
    """Forms that a platform offers under one title."""

    id: str
    title: str
    forms: tuple[ExportForm, ...]
    pass_mark: int | None

    def archive(self, templates: Templates) -> bytes:
        manifest = templates.xml.get_template("scorm12/imsmanifest.xml.j2").render(package=self)
        pages = {f"{form.id}.html": _page(form, templates).encode() for form in self.forms}
        return archive_of({"imsmanifest.xml": manifest.encode()} | pages)


def scorm12(pass_mark: int | None = None) -> Exporter:
    """Return the exporter; without a pass mark a platform says who is done, and not who has passed."""

    def write(form: ExportForm, templates: Templates) -> bytes:
        package = _Package(id=form.id, title=form.title, forms=(form,), pass_mark=pass_mark)
        return package.archive(templates)

    def together(forms: Sequence[ExportForm], templates: Templates) -> bytes:
        every = tuple(forms)
        package = _Package(id=ALL, title=every[0].site, forms=every, pass_mark=pass_mark)
        return package.archive(templates)

    return Exporter(
        id="scorm12", suffix="scorm12.zip", write=write, together=together, passing=scorm12
    )


def _page(form: ExportForm, templates: Templates) -> str:
    writer = StandaloneWriter(
        root=templates.root,
        html=templates.html,
        scripts=templates.scripts,
        site_name=form.site,
        words=form.words,
        more=(_DRIVER,),
    )
    problems = Problems()
    page = writer.page(_standalone(form), problems)
    problems.raise_any()
    return finished(page)


def _standalone(form: ExportForm) -> Standalone:
    items = tuple(replace(view, alone=True) for view in form.items)
    view = FormView(id=form.id, title=form.title, items=items)
    return form_page(
        lambda: view,
        id=form.id,
        title=form.title,
        lead=(form.intro,),
        guide=form.guide,
        grids=any(item.grid for item in items),
    )


SCORM12 = scorm12()

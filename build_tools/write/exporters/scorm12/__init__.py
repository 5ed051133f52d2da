"""SCORM 1.2: the standalone page of a quiz, with a driver that tells a platform who is done, and a score where one is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ....show.items import FormView
from ...archive import archive_of
from ...render import Templates
from ...standalone.file import TEMPLATE, finished, with_code
from ...standalone.pages import Standalone, form_page
from ..exporter import ALL, Exporter, ExportForm, fitting

_DRIVER = "channels/scorm/driver.js"
_COMPLETION = "channels/scorm/completion.js"
_SCORE = "channels/scorm/score.js"
_STYLE = "channels/scorm/refused.css"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Package:
    """Forms that a platform offers under one title."""

    id: str
    title: str
    forms: tuple[ExportForm, ...]
    scored: bool
    pass_mark: int | None

    def title_of(self, form: ExportForm) -> str:
        """Return the title of a form in the list of this package."""
        if len(self.forms) == 1 or form.short == form.title:
            return fitting(form.title)
        return fitting(form.words["title_in_list"].format(short=form.short, title=form.group))

    def archive(self, templates: Templates) -> bytes:
        manifest = templates.xml.get_template("scorm12/imsmanifest.xml.j2").render(package=self)
        pages = {f"{form.id}.html": self._page(form, templates).encode() for form in self.forms}
        return archive_of({"imsmanifest.xml": manifest.encode()} | pages, self.forms[0].made)

    def _page(self, form: ExportForm, templates: Templates) -> str:
        more = (_DRIVER, _SCORE if self.scored else _COMPLETION)
        common = {"site_name": form.site, "words": form.words, "brand": form.brand}
        context = with_code(_standalone(form), templates, more) | common | {"platform": self}
        return finished(templates.html.get_template(TEMPLATE).render(context))


def _exporter(*, scored: bool, pass_mark: int | None = None) -> Exporter:
    """Return the exporter; without a pass mark a platform says who is done, and not who has passed."""

    def package(name: str, title: str, *forms: ExportForm) -> _Package:
        return _Package(
            id=name, title=fitting(title), forms=forms, scored=scored, pass_mark=pass_mark
        )

    def write(form: ExportForm, templates: Templates) -> bytes:
        return package(form.id, form.title, form).archive(templates)

    def together(forms: Sequence[ExportForm], templates: Templates) -> bytes:
        return package(ALL, forms[0].site, *forms).archive(templates)

    return Exporter(
        id="scorm12",
        suffix="scorm12.zip",
        write=write,
        together=together,
        scored=lambda mark: _exporter(scored=True, pass_mark=mark),
    )


def _standalone(form: ExportForm) -> Standalone:
    items = tuple(replace(view, standalone=True) for view in form.items)
    view = FormView(id=form.id, title=form.title, items=items, after=form.after)
    page = form_page(view, intro=form.intro, guide=form.guide)
    return replace(page, styles=(*page.styles, _STYLE))


SCORM12 = _exporter(scored=False)

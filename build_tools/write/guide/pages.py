"""Every page of the guide: Markdown and the markup of components, rendered from the records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from ...model.forms import Form
from ...model.guide import ProsePage
from ...model.library import STATEMENT_LISTS, Ask, ContactType
from ...model.workshop import Session
from ...show.addresses import DOWNLOADS, HOME, PRACTICE, PRINT, session_page
from ...show.ask_pages import AskPageView, ask_pages
from ...show.asks import verdicts_of
from ...show.items import FormView
from ...show.next_steps import steps_after
from ...show.sessions import session_view
from ...show.ties import tie_answers
from ..prose_calls import make_calls
from . import components as component_pages
from .builder import builder_view
from .downloads import downloads_view
from .page import GuidePage, Head, Loads
from .sheets import SheetView, print_view, sheets_of, worksheet_of
from .writer import TOP, PageWriter

_FORM = Loads.of("player", "report")
_MESSAGE = "message"
_WIDE = "<right-ask-builder"
"""What takes the whole width of its page."""
_PROSE_LOADS = {
    f"<right-ask-{_MESSAGE}": Loads.of(_MESSAGE),
    _WIDE: Loads(("embed-builder",), ("player", "embed-builder")),
}
"""What a prose page needs for an element in it."""
_TRY_ONE = "try-one"


@dataclass(frozen=True, kw_only=True, slots=True)
class GuideWriter:
    """Writes pages from the records; what cannot be rendered is a problem."""

    writer: PageWriter

    def pages(self) -> list[GuidePage]:
        """Return every page, in the order of the site."""
        writer, library = self.writer, self.writer.views.library
        return [
            self._home(),
            component_pages.planner(writer),
            *(self._ask(page) for page in ask_pages(writer.views)),
            component_pages.table(writer),
            component_pages.people(writer),
            *(self._contact_type(kind) for kind in library.types),
            *(self._prose(page) for page in library.pages),
            *(self._session(session) for session in library.workshop.sessions),
            *(
                self._form(form)
                for form in self.writer.views.quizzes.forms
                if not form.blueprint.per_type
            ),
            component_pages.check(writer),
            component_pages.practice(writer),
            self._print(),
            component_pages.results(writer),
            component_pages.bank(writer),
            *self._downloads(),
        ]

    def _home(self) -> GuidePage:
        library = self.writer.views.library
        items = self.writer.views.quizzes.bank.of(library.guide.try_one)
        form = self.writer.views.form(_TRY_ONE, library.words["try_one_title"], items)
        form = replace(form, teaser=True)
        loads = Loads(("player", "welcome"), ("player",))
        head = Head(id=HOME, template="index", edit="content/words.yml", loads=loads)
        greeting = {"practice": PRACTICE, "href": self.writer.views.addresses.page(PRACTICE)}
        return self.writer.page(
            head,
            form=self.writer.form(form, level=3, summary=False),
            needed=self._asks(library.guide.most_needed),
            welcome=self.writer.component("welcome/welcome", greeting),
        )

    def _asks(self, names: tuple[str, ...]) -> list[Ask]:
        asks = self.writer.views.library.asks.by_id
        return [asks[name] for name in names if name in asks]

    def _ask(self, page: AskPageView) -> GuidePage:
        head = Head(id=page.id, template="ask", edit="content/asks.yml", loads=Loads.of(_MESSAGE))
        return self.writer.page(head, view=page)

    def _contact_type(self, kind: ContactType) -> GuidePage:
        drawn = self.writer.views.quizzes.of_type(kind.id)
        form = self._view(drawn) if drawn else None
        loads = Loads.of("player", _MESSAGE) if form else Loads.of(_MESSAGE)
        head = Head(id=kind.id, template="contact-type", edit=kind.path, loads=loads)
        return self.writer.page(
            head,
            type=kind,
            ties=tie_answers(kind, self.writer.views),
            could=verdicts_of(kind, self.writer.views),
            part={name: self.writer.views.statements(kind, name) for name in STATEMENT_LISTS},
            form=self.writer.form(form, level=3, summary=True),
            presented=self.writer.views.addresses.presented(drawn.id) if drawn else None,
            worksheet=self._worksheet(drawn),
        )

    def _form(self, form: Form) -> GuidePage:
        view = self._view(form)
        head = Head(id=form.id, template="form", edit=form.path, loads=_FORM, embeds=True)
        markup = self.writer.form(view, level=TOP, summary=True)
        return self.writer.page(
            head,
            intro=form.blueprint.intro,
            form=markup,
            presented=self.writer.views.addresses.presented(form.id),
            worksheet=self._worksheet(form),
        )

    def _view(self, form: Form) -> FormView:
        views = self.writer.views
        after = steps_after(form, views)
        return views.form(form.id, form.title, form.items, after)

    def _worksheet(self, form: Form | None) -> SheetView | None:
        writer = self.writer
        return worksheet_of(form.id, writer.sheets, writer.papers) if form else None

    def _session(self, session: Session) -> GuidePage:
        page = session_page(session.id)
        head = Head(id=page, template="session", edit="content/workshop.yml", place=session.place)
        views = self.writer.views
        view = session_view(session, views)
        sheets = sheets_of(session, self.writer.sheets, views.library.workshop)
        return self.writer.page(head, view=view, sheets=sheets)

    def _print(self) -> GuidePage:
        head = Head(id=PRINT, template=PRINT, edit="content/handouts.yml")
        return self.writer.page(head, view=print_view(self.writer.sheets, self.writer.papers))

    def _downloads(self) -> Iterator[GuidePage]:
        if self.writer.downloads:
            targets = self.writer.views.library.targets
            yield self.writer.page(
                Head(id=DOWNLOADS, template=DOWNLOADS, edit="content/downloads.yml"),
                view=downloads_view(targets, self.writer.downloads),
            )

    def _prose(self, page: ProsePage) -> GuidePage:
        calls = {
            **make_calls(self.writer),
            "embedding": self._builder,
        }
        body = self.writer.templates.markdown.get_template(page.path).render(calls)
        loads = Loads.all(one for tag, one in _PROSE_LOADS.items() if tag in body)
        head = Head(id=page.id, template="prose", edit=page.path, loads=loads, bound=page.grade)
        wide = _WIDE in body
        return self.writer.page(head, page=page, body=Markup(body), wide=wide)  # noqa: S704 - ours

    def _builder(self) -> Markup:
        view = builder_view(self.writer)
        return self.writer.component("builder/builder", {"builder": view})

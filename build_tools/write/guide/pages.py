"""Every page of the guide: Markdown and the markup of components, rendered from the records."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from ...model.edition import is_of_edition
from ...model.forms import Form
from ...model.guide import ProsePage
from ...model.language import GUIDE_LANGUAGE
from ...model.library import ContactType
from ...model.pages import DOWNLOADS, HOME, PRACTICE, PRINT, STUCK, session_page
from ...model.workshop import Session
from ...show.ask_pages import AskPageView, ask_pages
from ...show.asks import verdicts_of
from ...show.items import FormView
from ...show.next_steps import steps_after
from ...show.sessions import session_view
from ...show.ties import tie_answers
from ..prose import EMBEDDING
from ..prose_calls import calls_in, make_calls
from . import components as component_pages
from .builder import builder_view
from .downloads import downloads_view
from .page import GuidePage, Head, Loads
from .sheets import Offered, print_view, sheets_of, worksheet_of
from .writer import TOP, PageWriter

_FORM = Loads.of("player", "report")
_MESSAGE = "message"
_WIDE = "<right-ask-builder"
"""The element whose page has the whole width of a window."""
_PROSE_LOADS = {
    f"<right-ask-{_MESSAGE}": Loads.of(_MESSAGE),
    _WIDE: Loads(("embed-builder",), ("player", "embed-builder")),
}
"""What a prose page loads for an element that it holds."""
_TRY_ONE = "try-one"


@dataclass(frozen=True, kw_only=True, slots=True)
class GuideWriter(PageWriter):
    """Writes every page from the records."""

    def pages(self) -> list[GuidePage]:
        """Return every page, in the order of the site."""
        library = self.views.library
        return [
            self._home(),
            component_pages.planner(self),
            *(self._ask(page) for page in ask_pages(self.views)),
            component_pages.table(self),
            component_pages.people(self),
            *(self._contact_type(type_) for type_ in library.types),
            *(self._prose(page) for page in library.pages),
            *(self._session(session) for session in library.workshop.sessions),
            *(self._form(form) for form in self.views.quizzes.forms if not form.blueprint.per_type),
            component_pages.check(self),
            component_pages.practice(self),
            self._print(),
            component_pages.results(self),
            *component_pages.bank(self),
            component_pages.write_question(self),
            *self._downloads(),
        ]

    def _home(self) -> GuidePage:
        library, asks = self.views.library, self.views.library.asks.by_id
        items = self.views.quizzes.bank.of(library.guide.try_one)
        form = self.views.form(_TRY_ONE, library.words["try_one_title"], items)
        form = replace(form, teaser=True)
        loads = Loads(("player", "welcome"), ("player",))
        head = Head(id=HOME, loads=loads)
        greeting = {"practice": PRACTICE, "href": self.views.addresses.page(PRACTICE)}
        return self.page(
            head,
            form=self.form(form, level=3, summary=False),
            needed=[asks[name] for name in library.guide.most_needed if name in asks],
            welcome=self.component("welcome/welcome", greeting),
        )

    def _ask(self, page: AskPageView) -> GuidePage:
        first = page.parts[0].ask
        edit, loads = first.place.path, Loads.of(_MESSAGE)
        head = Head(id=page.id, template="ask", edit=edit, loads=loads, place=first.place)
        return self.page(head, view=page)

    def _contact_type(self, contact_type: ContactType) -> GuidePage:
        drawn = self.views.quizzes.of_type(contact_type.id)
        form = self._view(drawn) if drawn else None
        loads = Loads.of("player", _MESSAGE) if form else Loads.of(_MESSAGE)
        head = Head(
            id=contact_type.id, template="contact-type", edit=contact_type.path, loads=loads
        )
        return self.page(
            head,
            type=contact_type,
            ties=tie_answers(contact_type, self.views),
            could=verdicts_of(contact_type, self.views),
            section=partial(self.views.section, contact_type),
            form=self.form(form, level=3, summary=True),
            presented=self.views.addresses.presented(drawn.id) if drawn else None,
            worksheet=self._worksheet(drawn),
        )

    def _form(self, form: Form) -> GuidePage:
        view = self._view(form)
        head = Head(id=form.id, template="form", edit=form.path, loads=_FORM, embeds=True)
        markup = self.form(view, level=TOP, summary=True)
        return self.page(
            head,
            intro=form.blueprint.intro,
            form=markup,
            presented=self.views.addresses.presented(form.id),
            worksheet=self._worksheet(form),
        )

    def _view(self, form: Form) -> FormView:
        views = self.views
        after = steps_after(form, views)
        return views.form(form.id, form.title, form.items, after)

    def _worksheet(self, form: Form | None) -> Offered | None:
        return worksheet_of(form.id, self.sheets, self.papers) if form else None

    def _session(self, session: Session) -> GuidePage:
        page = session_page(session.id)
        head = Head(id=page, template="session", edit="content/workshop.yml", place=session.place)
        views = self.views
        view = session_view(session, views)
        sheets = sheets_of(session, self.sheets, views.library.workshop)
        return self.page(head, view=view, sheets=sheets)

    def _print(self) -> GuidePage:
        head = Head(id=PRINT, edit="content/handouts.yml")
        return self.page(head, view=print_view(self.sheets, self.papers))

    def _downloads(self) -> Iterator[GuidePage]:
        if self.downloads:
            targets = self.views.library.targets
            yield self.page(
                Head(id=DOWNLOADS, edit="content/downloads.yml"),
                view=downloads_view(targets, self.downloads),
            )

    def _prose(self, page: ProsePage) -> GuidePage:
        language = self.views.library.language
        of_guide = self.views.library.foreign and not is_of_edition(page.path)
        calls = make_calls(self) | {
            EMBEDDING: lambda: self.component("builder/builder", {"builder": builder_view(self)})
        }
        calls = calls_in(calls, language) if of_guide else calls
        body = self.templates.markdown.get_template(page.path).render(calls)
        held = [one for tag, one in _PROSE_LOADS.items() if tag in body]
        loads = Loads(
            tuple(name for one in held for name in one.scripts),
            tuple(name for one in held for name in one.styles),
        )
        head = Head(id=page.id, template="prose", edit=page.path, loads=loads, bound=page.grade)
        wide, reached = _WIDE in body, page.id == STUCK and self.views.brand.reached
        foreign = GUIDE_LANGUAGE if of_guide else None
        view = {"page": page, "foreign": foreign, "wide": wide, "reached": reached}
        return self.page(head, body=Markup(body), **view)  # noqa: S704 - ours

"""Every page of the guide: Markdown and the markup of components, rendered from the records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from .addresses import BANK, HOME, PRACTICE, TABLE
from .ask_view import ask_view, wishes_of
from .bank_view import bank_view
from .builder_view import builder_view
from .check_view import CHECK_HEAD, check_view
from .content import Content
from .corrections import corrections
from .downloads_view import DOWNLOADS_HEAD, downloads_view
from .errors import Place, Problems
from .exporters.export import Downloads
from .guide_page import GuidePage, Head, Loads
from .item_views import FormView
from .model.facts import STATEMENT_LISTS, Ask, ContactType
from .model.forms import Form
from .model.guide import ProsePage
from .people_view import PEOPLE_HEAD, people_view
from .planner_view import PLANNER_HEAD, planner_view
from .practice_view import practice_view
from .prose_calls import make_calls, parts
from .render import render
from .views import Views

_FORM = Loads.of("player", "report")
_MESSAGE = "message"
_PROSE_LOADS = {
    f"<right-ask-{_MESSAGE}": Loads.of(_MESSAGE),
    "<right-ask-builder": Loads(("embed-builder",), ("player", "embed-builder")),
}
"""What a prose page needs for an element in it."""
_TRY_ONE = "try-one"
_TOP = 2
"""The level of the headings of a form that has a page of its own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class GuideWriter:
    """Writes pages from the records; what cannot be rendered is a problem."""

    root: Path
    content: Content
    views: Views
    env: Environment
    html: Environment
    problems: Problems
    every_form: bool
    """Whether each form is rendered, or the first one only; see `build_guide`."""
    downloads: Downloads | None

    def pages(self) -> list[GuidePage]:
        """Return every page, in the order of the site."""
        library = self.content.library
        return [
            self._home(),
            self._planner(),
            *(self._ask(ask) for ask in library.asks if ask.id in self.views.addresses.asks),
            self._table(),
            self._people(),
            *(self._contact_type(kind) for kind in library.types),
            *(self._prose(page) for page in library.pages),
            *self._forms(),
            self._check(),
            self._practice(),
            self._bank(),
            *self._downloads(),
        ]

    def _home(self) -> GuidePage:
        library = self.content.library
        item = self.content.quizzes.bank.items.get(library.guide.try_one)
        form = None
        if item:
            form = self.views.form(_TRY_ONE, library.words["try_one_title"], (item,))
        loads = Loads.of("player") if form else Loads()
        head = Head(id=HOME, template="index", edit="content/words.yml", loads=loads)
        return self._page(head, form=self._markup(form, level=3, summary=False))

    def _planner(self) -> GuidePage:
        macros: Any = parts(self.env, self.content)
        context = {
            "planner": planner_view(self.content, self.views),
            "guide": self.content.library.words,
            "message": macros.message,
            "badge": macros.badge,
        }
        return self._page(PLANNER_HEAD, planner=self._component("planner/planner", context))

    def _ask(self, ask: Ask) -> GuidePage:
        page = self.views.addresses.asks[ask.id]
        head = Head(id=page, template="ask", edit="content/asks.yml", loads=Loads.of(_MESSAGE))
        return self._page(head, view=ask_view(ask, self.content, self.views))

    def _table(self) -> GuidePage:
        loads = Loads(("table-filter",), ("bank-filter", "table-filter"))
        head = Head(id=TABLE, template="who-can-help", edit="content/asks.yml", loads=loads)
        library = self.content.library
        context = {"groups": library.guide.wishes, "types": library.types}
        return self._page(
            head,
            filter=self._component("table-filter/filter", context),
            rows=self.views.rows("request", "step"),
            warnings=self.views.rows("overreach"),
        )

    def _people(self) -> GuidePage:
        context = {
            "people": people_view(self.content, self.views),
            "guide": self.content.library.words,
        }
        return self._page(PEOPLE_HEAD, people=self._component("people-map/people-map", context))

    def _contact_type(self, kind: ContactType) -> GuidePage:
        drawn = self.content.quizzes.of_type(kind.id)
        form = self.views.form(drawn.id, drawn.title, drawn.items) if drawn else None
        loads = Loads.of("player", _MESSAGE) if form else Loads.of(_MESSAGE)
        head = Head(id=kind.id, template="contact-type", edit=kind.path, loads=loads)
        return self._page(
            head,
            type=kind,
            wishes=wishes_of(kind, self.content, self.views),
            part={name: self.views.statements(kind, name) for name in STATEMENT_LISTS},
            form=self._markup(form, level=3, summary=True),
        )

    def _forms(self) -> Iterator[GuidePage]:
        forms = [form for form in self.content.quizzes.forms if not form.blueprint.per_type]
        for number, form in enumerate(forms):
            yield self._form(form) if self.every_form or not number else GuidePage.unmade(form)

    def _form(self, form: Form) -> GuidePage:
        view = self.views.form(form.id, form.title, form.items)
        head = Head(id=form.id, template="form", edit=form.path, loads=_FORM, embeds=True)
        markup = self._markup(view, level=_TOP, summary=True)
        return self._page(head, intro=form.blueprint.intro, form=markup)

    def _check(self) -> GuidePage:
        check = check_view(self.content, self.views, self.problems)
        context = {"check": check, "level": _TOP, "whole": True}
        return self._page(CHECK_HEAD, check=self._component("credibility/credibility", context))

    def _practice(self) -> GuidePage:
        title = self.views.addresses.titles[PRACTICE]
        view = practice_view(self.content, self.views, title)
        head = Head(
            id=PRACTICE,
            template="practice",
            edit="content/words.yml",
            loads=Loads(("practice", "report"), ("player", "practice", "report")),
        )
        context = {"form": view.form, "topics": view.topics, "level": 3}
        return self._page(head, practice=self._component("practice/practice", context))

    def _bank(self) -> GuidePage:
        bank = bank_view(self.content, self.views, self.problems)
        controls = self._component("bank-filter/filter", {"bank": bank})
        head = Head(
            id=BANK,
            template="item-bank",
            edit="content/words.yml",
            loads=Loads.of("bank-filter"),
        )
        return self._page(head, bank=bank, filter=controls)

    def _downloads(self) -> Iterator[GuidePage]:
        if self.downloads:
            targets = self.content.library.targets
            yield self._page(DOWNLOADS_HEAD, view=downloads_view(targets, self.downloads))

    def _prose(self, page: ProsePage) -> GuidePage:
        calls = {
            **make_calls(self.env, self.content, self.views),
            "embedding": self._builder,
        }
        body = self.env.get_template(page.path).render(calls)
        loads = next((one for tag, one in _PROSE_LOADS.items() if tag in body), Loads())
        head = Head(id=page.id, template="prose", edit=page.path, loads=loads, bound=page.grade)
        return self._page(head, page=page, body=Markup(body))  # noqa: S704 - rendered by us

    def _builder(self) -> Markup:
        view = builder_view(self.root, self.content, self.views, self.problems)
        return self._component("embed/builder", {"builder": view})

    def _page(self, head: Head, **context: Any) -> GuidePage:
        library = self.content.library
        title = self.views.addresses.titles[head.id]
        common = {
            "title": title,
            "edit": head.edit,
            "loads": head.loads,
            "words": library.words,
            "checked": library.guide.checked,
            "types": library.types,
            "link": self.views.addresses,
            "offered": self.downloads is not None,
            "corrections": corrections(head.id, self.content, self.views),
            "oembed": self.views.addresses.oembed(head.id) if head.embeds else None,
        }
        return GuidePage(
            id=head.id,
            title=title,
            markdown=render(self.env, f"{head.template}.md.j2", common | context, self.problems),
            edit=head.edit,
            bound=head.bound or library.guide.grades.get(head.template),
            place=Place(path=head.edit),
        )

    def _markup(self, form: FormView | None, *, level: int, summary: bool) -> Markup | None:
        if form is None:
            return None
        context = {"form": form, "level": level, "summary": summary, "report": level == _TOP}
        return self._component("player/form", context)

    def _component(self, name: str, context: dict[str, Any]) -> Markup:
        """Return the markup of a component of quiz/ with its words."""
        words = self.content.quizzes.words
        rendered = render(self.html, f"{name}.html.j2", context | {"words": words}, self.problems)
        return Markup(rendered)  # noqa: S704 - rendered by us

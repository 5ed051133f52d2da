"""The guide's pages: Markdown and form markup, rendered from the records."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from . import prose
from .addresses import BANK, HOME, TABLE, Addresses, locate
from .bank_view import bank_view
from .content import Content
from .errors import Place, Problems
from .item_views import FormView
from .model.facts import STATEMENT_LISTS, ContactType, Library
from .model.forms import Form, Quizzes
from .model.guide import ProsePage
from .prose_calls import make_calls
from .render import html_environment, markdown_environment, render
from .views import Views

PLAYER = ("assets/player.js", "assets/player.css")
FILTER = ("assets/bank-filter.js", "assets/bank-filter.css")
_TRY_ONE = "try-one"


@dataclass(frozen=True, kw_only=True, slots=True)
class GuidePage:
    """One generated page: its Markdown, and the file an author edits to change it."""

    id: str
    title: str
    markdown: str
    edit: str
    bound: float | None
    """The reading grade it must not pass; None for pages that are questions."""
    place: Place = field(compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Guide:
    pages: tuple[GuidePage, ...]
    addresses: Addresses


def build_guide(root: Path, content: Content, problems: Problems) -> Guide:
    """Return every page of the guide; what cannot be rendered is a problem."""
    library, quizzes = content.library, content.quizzes
    env = markdown_environment(root, {page.path: page.body for page in library.pages})
    known = prose.known_calls(library, [form.blueprint.id for form in quizzes.forms])
    made = {page.id: prose.calls(page, env, known, problems) for page in library.pages}
    shown = prose.homes(made, library, problems)
    addresses = locate(library, shown, _titles(library, quizzes))
    if problems.found:
        return Guide(pages=(), addresses=addresses)
    writer = _Writer(
        content=content,
        views=Views(library=library, table=content.table, addresses=addresses, words=quizzes.words),
        env=env,
        html=html_environment(root),
        problems=problems,
    )
    return Guide(pages=tuple(writer.pages()), addresses=addresses)


def _titles(library: Library, quizzes: Quizzes) -> dict[str, str]:
    words = library.words
    own = {HOME: "home_title", TABLE: "table_title", BANK: "bank_title"}
    titles = {page: words.get(word, "") for page, word in own.items()}
    titles |= {page.id: page.title for page in library.pages}
    titles |= {kind.id: kind.title for kind in library.types}
    return titles | {form.id: form.title for form in quizzes.forms if not form.blueprint.per_type}


@dataclass(frozen=True, kw_only=True, slots=True)
class _Writer:
    content: Content
    views: Views
    env: Environment
    html: Environment
    problems: Problems

    def pages(self) -> list[GuidePage]:
        library, forms = self.content.library, self.content.quizzes.forms
        return [
            self._home(),
            self._table(),
            *(self._contact_type(kind) for kind in library.types),
            *(self._prose(page) for page in library.pages),
            *(self._form(form) for form in forms if not form.blueprint.per_type),
            self._bank(),
        ]

    def _home(self) -> GuidePage:
        library = self.content.library
        item = self.content.quizzes.bank.items.get(library.guide.try_one)
        form = None
        if item:
            form = self.views.form(_TRY_ONE, library.words["try_one_title"], (item,))
        head = _Head(id=HOME, template="index", edit="content/words.yml", component=_player(form))
        return self._page(head, form=self._markup(form, level=3, summary=False))

    def _table(self) -> GuidePage:
        head = _Head(id=TABLE, template="who-can-help", edit="content/asks.yml")
        return self._page(
            head, rows=self.views.rows("request", "step"), warnings=self.views.rows("overreach")
        )

    def _contact_type(self, kind: ContactType) -> GuidePage:
        drawn = self.content.quizzes.of_type(kind.id)
        form = self.views.form(drawn.id, drawn.title, drawn.items) if drawn else None
        head = _Head(id=kind.id, template="contact-type", edit=kind.path, component=_player(form))
        return self._page(
            head,
            type=kind,
            part={name: self.views.statements(kind, name) for name in STATEMENT_LISTS},
            form=self._markup(form, level=3, summary=True),
        )

    def _form(self, form: Form) -> GuidePage:
        view = self.views.form(form.id, form.title, form.items)
        head = _Head(id=form.id, template="form", edit=form.path, component=PLAYER)
        markup = self._markup(view, level=2, summary=True)
        return self._page(head, intro=form.blueprint.intro, form=markup)

    def _bank(self) -> GuidePage:
        bank = bank_view(self.content, self.views, self.problems)
        context = {"bank": bank, "words": self.content.quizzes.words}
        controls = render(self.html, "bank-filter/filter.html.j2", context, self.problems)
        head = _Head(id=BANK, template="item-bank", edit="content/words.yml", component=FILTER)
        return self._page(head, bank=bank, filter=Markup(controls))  # noqa: S704 - rendered by us

    def _prose(self, page: ProsePage) -> GuidePage:
        calls = make_calls(self.env, self.content, self.views)
        body = self.env.get_template(page.path).render(calls)
        head = _Head(id=page.id, template="prose", edit=page.path, bound=page.grade)
        return self._page(head, page=page, body=Markup(body))  # noqa: S704 - rendered by us

    def _page(self, head: _Head, **context: Any) -> GuidePage:
        library = self.content.library
        title = self.views.addresses.titles[head.id]
        common = {
            "title": title,
            "edit": head.edit,
            "component": head.component,
            "words": library.words,
            "checked": library.guide.checked,
            "types": library.types,
            "link": self.views.addresses,
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
        words = self.content.quizzes.words
        context = {"form": form, "words": words, "level": level, "summary": summary}
        return Markup(render(self.html, "player/form.html.j2", context, self.problems))  # noqa: S704


@dataclass(frozen=True, kw_only=True, slots=True)
class _Head:
    """What tells one page from another before its content."""

    id: str
    template: str
    edit: str
    component: tuple[str, ...] = ()
    """The script and the style that it needs besides the theme's."""
    bound: float | None = None


def _player(form: FormView | None) -> tuple[str, ...]:
    return PLAYER if form else ()

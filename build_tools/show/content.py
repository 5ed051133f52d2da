"""Everything that output is made of, in one hand."""

from __future__ import annotations

from dataclasses import dataclass

from ..derive.table import Table
from ..model.forms import Form, Quizzes
from ..model.library import ContactType, Library
from ..read.settings import Settings


@dataclass(frozen=True, kw_only=True, slots=True)
class Content:
    """The facts, the table derived from them, the quizzes, and what the host has set."""

    library: Library
    table: Table
    quizzes: Quizzes
    settings: Settings

    def title_of(self, form: Form) -> str:
        """Return the title of a form where its page does not say which contact type it is about."""
        kind = self._type_of(form)
        pattern = self.quizzes.words["title_of_type"]
        return pattern.format(title=form.title, type=kind.title) if kind else form.title

    def page_of(self, form: Form) -> str:
        """Return the id of the page that shows a form: its own, or that of its contact type."""
        kind = self._type_of(form)
        return kind.id if kind else form.id

    def _type_of(self, form: Form) -> ContactType | None:
        types = self.library.types
        return next((kind for kind in types if kind.id == form.contact_type), None)

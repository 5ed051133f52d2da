"""The writer of all output: views, templates, and the problems to which faults are added."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from jinja2 import Environment

from .. import families
from ..problems import ContentError, Problems
from ..show.views import Views
from .render import Templates


@dataclass(frozen=True, kw_only=True, slots=True)
class Writer:
    """Renders templates; what cannot be rendered is a problem."""

    views: Views
    templates: Templates
    problems: Problems

    def leading(self, base: str, *, standalone: bool = False) -> Self:
        """Return the writer for files elsewhere, from which `base` is the path to the pages of the guide."""
        return replace(self, views=self.views.leading(base, standalone=standalone))

    def markdown(self, name: str, context: Mapping[str, Any]) -> str:
        """Return the rendered template of the guide, or the rendered body of a prose page."""
        return self._rendered(self.templates.markdown, name, context)

    def html(self, name: str, context: Mapping[str, Any]) -> str:
        """Return the rendered template of a component or a channel, which has the words of quizzes."""
        common = {"words": self.views.quizzes.words, "brand": self.views.brand}
        return self._rendered(self.templates.html, name, common | dict(context))

    def _rendered(self, env: Environment, name: str, context: Mapping[str, Any]) -> str:
        """Return the rendered template; a fault in it is a problem at its own line, and gives “”."""
        try:
            return env.get_template(name).render(context)
        except ContentError as error:
            self.problems.errors += error.problems
            self.problems.lose(families.TEMPLATE)
            return ""

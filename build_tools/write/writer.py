"""What every output is written with: views of all there is to show, templates, and where faults are noted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..problems import Problems
from ..show.views import Views
from .render import Templates, render


@dataclass(frozen=True, kw_only=True, slots=True)
class Writer:
    """Renders templates; what cannot be rendered is a problem."""

    views: Views
    templates: Templates
    problems: Problems

    def leading(self, base: str, *, alone: bool = False) -> Writer:
        """Return the same for elsewhere, from where `base` leads to the pages of the guide."""
        return replace(self, views=self.views.leading(base, alone=alone))

    def markdown(self, name: str, context: Mapping[str, Any]) -> str:
        """Return the rendered template of the guide, or the rendered body of a prose page."""
        return render(self.templates.markdown, name, context, self.problems)

    def html(self, name: str, context: Mapping[str, Any]) -> str:
        """Return the rendered template of a component or a channel, which has the words of quizzes."""
        common = {"words": self.views.quizzes.words, "brand": self.views.brand}
        return render(self.templates.html, name, common | dict(context), self.problems)

"""Forms for the screen of a room: one large item at a time, in one file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from ..model.forms import Form
from ..problems import Problems
from ..show.addresses import PRESENT
from ..show.views import Views
from .render import html_environment, render

INLINE = ("<style>", "<script>")
"""All that may stand inline in such a page."""
_STYLES = ("shared/colors.css", "channels/present/present.css")
_SCRIPT = "channels/present/keys.js"


def presented_pages(root: Path, views: Views, problems: Problems) -> dict[str, str]:
    """Return the pages by path, as their templates give them.

    Links lead to the folder above, and never to a site on the web: a room may have no network.
    """
    views = views.leading("../", alone=True)
    writer = _Writer(root=root, views=views, html=html_environment(root), problems=problems)
    return {f"{PRESENT}/{form.id}.html": writer.page(form) for form in views.quizzes.forms}


@dataclass(frozen=True, kw_only=True, slots=True)
class _Writer:
    root: Path
    views: Views
    html: Environment
    problems: Problems

    def page(self, form: Form) -> str:
        context = {
            "form": self.views.form(form.id, self.views.title_of(form), form.items),
            "intro": form.blueprint.intro,
            "guide": self.views.addresses.page(self.views.page_of(form)),
            "site_name": self.views.library.words["site_name"],
            "style": self._joined(*_STYLES),
            "script": self._joined(_SCRIPT),
            "words": self.views.quizzes.words,
        }
        return render(self.html, "channels/present/page.html.j2", context, self.problems)

    def _joined(self, *names: str) -> Markup:
        paths = (self.root / f"quiz/{name}" for name in names)
        return Markup("".join(path.read_text("utf-8") for path in paths))  # noqa: S704 - ours

"""Standalone pages as text: all of a page in one file, and the policy that lets only that run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from ...problems import BuildError, Problems
from .. import minified
from ..inline_code import hash_source, read_inline_code
from ..render import html_environment, render
from ..scripts import GRIDS, script_of
from .pages import FOLDER, Standalone, StandaloneSource, standalone_pages

_STYLES = ("shared/colors.css", "channels/standalone/standalone.css")
_FRAME = "channels/standalone/frame.js"
"""What stands in the script of a component besides its own."""
_INLINE = ("<style>", "<script>")
"""All that may stand inline, in the order of the page."""


def render_standalone(root: Path, source: StandaloneSource) -> dict[str, str]:
    """Return standalone pages by path, as their templates give them."""
    writer = StandaloneWriter(
        root=root,
        html=html_environment(root),
        site_name=source.views.library.words["site_name"],
        words=source.views.quizzes.words,
    )
    pages = standalone_pages(source)
    return {f"{FOLDER}/{page.id}.html": writer.page(page, source.problems) for page in pages}


def finished(page: str, allowed: tuple[str, ...] = _INLINE) -> str:
    """Return a rendered page as it is published: minified, with the hashes of what stands inline.

    Raises `BuildError` where that is not what is `allowed`: its hash would be in the policy as well.
    """
    small = minified.page(page)
    inline = read_inline_code(small)
    if inline.found != allowed:
        what = ", ".join(inline.found)
        raise BuildError(
            f"a page of one file holds {what}; it may hold {' and '.join(allowed)}, each once"
        )
    for tag, text in inline.texts:
        small = small.replace(f"{{{tag}-hash}}", hash_source(text))
    return small


@dataclass(frozen=True, kw_only=True, slots=True)
class StandaloneWriter:
    """Renders standalone pages; a fault in a template is a problem."""

    root: Path
    html: Environment
    site_name: str
    words: Mapping[str, str]
    more: tuple[str, ...] = ()
    """What else stands in the script of each page; files below quiz/."""

    def page(self, page: Standalone, problems: Problems) -> str:
        context = {
            "page": page,
            "site_name": self.site_name,
            "style": self._style(page),
            "script": self._script(page),
            "component": page.template,
            "words": self.words,
        }
        template = "channels/standalone/page.html.j2"
        return render(self.html, template, context | dict(page.context()), problems)

    def _style(self, page: Standalone) -> Markup:
        paths = (self.root / f"quiz/{name}" for name in (*page.styles, *_STYLES))
        return Markup("".join(path.read_text("utf-8") for path in paths))  # noqa: S704 - ours

    def _script(self, page: Standalone) -> Markup:
        more = (*self.more, _FRAME)
        without = () if page.grids else GRIDS
        return Markup(script_of(self.root, page.script, without=without, more=more))  # noqa: S704 - ours

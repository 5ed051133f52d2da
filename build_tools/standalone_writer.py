"""Standalone pages as text: all of a page in one file, and the policy that lets only that run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from . import minified
from .errors import BuildError
from .inline_code import hash_source, read_inline_code
from .render import html_environment, render, script_environment
from .standalone import FOLDER, Standalone, StandaloneSource, standalone_pages

_STYLE = "standalone/standalone.css"
_FRAME = "standalone/frame.js"
_STEPS = "standalone/one.js"
"""What stands in the script of a component besides its own."""
_INLINE = ("<style>", "<script>")
"""All that may stand inline, in the order of the page."""


def render_standalone(root: Path, source: StandaloneSource, *, every: bool) -> dict[str, str]:
    """Return standalone pages by path, as their templates give them; `every` as `every_form`."""
    writer = _Writer(
        root=root, source=source, html=html_environment(root), scripts=script_environment(root)
    )
    pages = standalone_pages(source, every=every)
    return {f"{FOLDER}/{page.id}.html": writer.page(page) for page in pages}


def finished(page: str) -> str:
    """Return a rendered page as it is published: minified, with the hashes of what it runs.

    Raises `BuildError` where anything else stands inline: its hash would be allowed as well.
    """
    small = minified.page(page)
    inline = read_inline_code(small)
    if inline.found != _INLINE:
        what = ", ".join(inline.found)
        raise BuildError(
            f"a standalone page holds {what}; one style and one script may stand there"
        )
    for tag, text in inline.texts:
        small = small.replace(f"{{{tag}-hash}}", hash_source(text))
    return small


@dataclass(frozen=True, kw_only=True, slots=True)
class _Writer:
    root: Path
    source: StandaloneSource
    html: Environment
    scripts: Environment

    def page(self, page: Standalone) -> str:
        content = self.source.content
        context = {
            "page": page,
            "site_name": content.library.words["site_name"],
            "canonical": page.guide if content.settings.site_url else None,
            "oembed": self.source.views.addresses.oembed(page.id),
            "style": self._style(page),
            "script": self._script(page),
            "component": page.template,
            "words": content.quizzes.words,
        }
        return render(
            self.html,
            "standalone/page.html.j2",
            context | dict(page.context()),
            self.source.problems,
        )

    def _style(self, page: Standalone) -> Markup:
        paths = (self.root / f"quiz/{name}" for name in (*page.styles, _STYLE))
        return Markup("".join(path.read_text("utf-8") for path in paths))  # noqa: S704 - ours

    def _script(self, page: Standalone) -> Markup:
        more = (_STEPS, _FRAME) if page.steps else (_FRAME,)
        context = {"grids": page.grids, "more": more}
        script = render(self.scripts, page.script, context, self.source.problems)
        return Markup(script)  # noqa: S704 - ours

"""Standalone pages as text: all of a page in one file, and the policy that lets only that run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ...problems import BuildError, Problems
from ...show.addresses import EMBED_FOLDER
from ...show.brand import Brand
from .. import minified
from ..inline_code import hash_source, read_inline_code
from ..render import Templates, render
from ..scripts import GRIDS, script_of
from ..writer import Writer
from .pages import Standalone, standalone_pages

_STYLES = ("shared/colors.css", "channels/standalone/standalone.css")
_FRAME = "channels/standalone/frame.js"
"""What stands in the script of a component besides its own."""
_INLINE = ("style", "script")
"""What may stand inline at all, in the order of a page."""


def render_standalone(writer: Writer) -> dict[str, str]:
    """Return standalone pages by path, as their templates give them."""
    alone = StandaloneWriter(
        templates=writer.templates,
        site_name=writer.views.library.words["site_name"],
        words=writer.views.quizzes.words,
        brand=writer.views.brand,
    )
    pages = standalone_pages(writer)
    return {f"{EMBED_FOLDER}/{page.id}.html": alone.page(page, writer.problems) for page in pages}


def finished(page: str) -> str:
    """Return a rendered page as it is published: minified, with the hashes of what stands inline.

    Raises `BuildError` where that is not what the page’s own policy has a place for: its hash would be in it as well.
    """
    small = minified.page(page)
    inline = read_inline_code(small)
    policy = small[slice(*inline.policy)] if inline.policy else ""
    allowed = tuple(f"<{tag}>" for tag in _INLINE if f"{{{tag}-hash}}" in policy)
    if inline.forbidden != allowed:
        what = ", ".join(inline.forbidden)
        raise BuildError(
            f"a page of one file holds {what}; it may hold {' and '.join(allowed)}, each once"
        )
    for tag, text in inline.texts:
        small = small.replace(f"{{{tag}-hash}}", hash_source(text))
    return small


@dataclass(frozen=True, kw_only=True, slots=True)
class StandaloneWriter:
    """Renders standalone pages; a fault in a template is a problem."""

    templates: Templates
    site_name: str
    words: Mapping[str, str]
    brand: Brand
    more: tuple[str, ...] = ()
    """What else stands in the script of each page; files below quiz/."""

    def page(self, page: Standalone, problems: Problems) -> str:
        context = {
            "page": page,
            "site_name": self.site_name,
            "style": self.templates.joined(*page.styles, *_STYLES),
            "script": self._script(page),
            "component": page.template,
            "words": self.words,
            "brand": self.brand,
        }
        template = "channels/standalone/page.html.j2"
        return render(self.templates.html, template, context | dict(page.context()), problems)

    def _script(self, page: Standalone) -> Markup:
        more = (*self.more, _FRAME)
        without = () if page.grids else GRIDS
        return Markup(script_of(self.templates.root, page.script, without=without, more=more))  # noqa: S704 - ours

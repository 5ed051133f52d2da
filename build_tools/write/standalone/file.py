"""Standalone pages as text: each in one file, with a policy that lets only its own code run."""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from ...problems import BuildError
from ...show.addresses import EMBED_FOLDER
from .. import minified
from ..inline_code import InlineCode, hash_source
from ..render import Templates
from ..scripts import GRIDS, script_of
from ..writer import Writer
from .pages import Standalone

_STYLES = ("shared/colors.css", "channels/standalone/standalone.css")
TEMPLATE = "channels/standalone/page.html.j2"
"""The template of every standalone page, around that of its component."""
_FRAME = "channels/standalone/frame.js"
"""The script that each page has besides that of its component."""
_INLINE = ("style", "script")
"""What may be inline at all, in the order of a page."""


def render_standalone(writer: Writer, pages: Iterable[Standalone]) -> dict[str, str]:
    """Return standalone pages as text by path, before they are finished."""
    named = {"site_name": writer.views.library.words["site_name"]}
    return {
        f"{EMBED_FOLDER}/{page.id}.html": writer.html(
            TEMPLATE, named | with_code(page, writer.templates)
        )
        for page in pages
    }


def with_code(page: Standalone, templates: Templates, more: Iterable[str] = ()) -> dict[str, Any]:
    """Return what `TEMPLATE` is handed of a page; `more` are files below quiz/ that its script holds besides."""
    without = () if page.grids else GRIDS
    script = script_of(templates.read, page.script, without=without, more=(*more, _FRAME))
    return {
        "page": page,
        "style": templates.joined(*page.styles, *_STYLES),
        "script": Markup(script),  # noqa: S704 - ours
        "component": page.template,
        "platform": False,
        **page.context,
    }


def finished(page: str) -> str:
    """Return a rendered page as it is published: minified, with the hashes of its inline code and a mark of its encoding.

    Raises `BuildError` for inline code that the page’s policy has no place for, which would get its hash into the policy as well.
    """
    small = minified.page(page)
    inline = InlineCode(small)
    policy = small[slice(*inline.policy)] if inline.policy else ""
    allowed = [f"<{tag}>" for tag in _INLINE if f"{{{tag}-hash}}" in policy]
    if inline.forbidden != allowed:
        what = ", ".join(inline.forbidden)
        raise BuildError(
            f"a page of one file holds {what}; it may hold {' and '.join(allowed)}, each once"
        )
    for tag, text in inline.texts:
        small = small.replace(f"{{{tag}-hash}}", hash_source(text))
    return minified.marked(small)

"""Prose pages that are handed out: what they say, as a sheet."""

import re
from collections.abc import Iterator
from functools import cache, partial

from markdown import markdown
from markupsafe import Markup

from ...model.guide import ProsePage
from ...read.markdown_parts import EXTENSIONS
from ..prose_calls import make_calls
from ..writer import Writer
from .sheet import Sheet, address

_LINK = re.compile(r' href="(?!\w+:)([\w/-]+)\.(?:md|html)(#[^"]*)?"')
"""An address in the guide, as authors and templates write it."""
_LINKED = re.compile(r'<a\b[^>]* href="(?!\w+:)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
"""Such a link as a whole."""
_FIGURE = re.compile(r"<(/?)fig(ure|caption)\b")
"""What would be a picture to those who hear a PDF, and what is its caption."""


def pages(writer: Writer) -> Iterator[Sheet]:
    """Yield each prose page that a plan hands out as a whole."""
    library = writer.views.library
    handed_out = library.workshop.handed_out
    for page in library.pages:
        if page.id not in handed_out:
            continue
        yield Sheet(
            id=page.id,
            kind="page",
            title=page.title,
            href=address(page.id, writer),
            context={"lead": page.answer, "text": cache(partial(_text, page, writer))},
        )


def _text(page: ProsePage, writer: Writer) -> Markup:
    calls = make_calls(writer)
    body = writer.markdown(page.path, calls)
    # What minifies the page would make an apostrophe of “&#38;&#35;39;”, which is no reference but text.
    html = markdown(body, extensions=EXTENSIONS).replace("&#35;", "#")
    base = writer.views.settings.site_url
    linked = _LINK.sub(rf' href="{base}\1.html\2"', html) if base else _LINKED.sub(r"\1", html)
    return Markup(_FIGURE.sub(r"<\1div", linked))  # noqa: S704 - rendered by us

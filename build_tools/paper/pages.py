"""Prose pages that are handed out: what they say, as a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from markupsafe import Markup

from ..model.guide import ProsePage
from ..prose_calls import make_calls
from ..render import render
from .sheet import PaperSource, Sheet

_EXTENSIONS = ("attr_list", "def_list", "md_in_html", "tables")
"""Those of mkdocs.yml that change what a page says."""
_LINK = re.compile(r' href="([a-z0-9-]+)\.(?:md|html)(#[^"]*)?"')
"""A link to a page of the guide, as authors and templates write it."""
_LINKED = re.compile(r"</?a\b[^>]*>")
_FIGURE = re.compile(r"<(/?)fig(ure|caption)\b")
"""What would be a picture to those who hear a PDF, and what is its caption."""


def pages(source: PaperSource) -> Iterator[Sheet]:
    """Yield each page that is to be handed out, in the order of the record."""
    library = source.content.library
    listed = {page.id: page for page in library.pages}
    for name in library.handouts.pages:
        page = listed[name]
        yield Sheet(
            id=name,
            kind="page",
            code=name,
            title=page.title,
            href=source.address(name),
            context={"lead": page.answer, "text": _text(page, source)},
        )


def _text(page: ProsePage, source: PaperSource) -> Markup:
    markdown: Any = import_module("markdown")
    calls = make_calls(source.prose, source.content, source.views)
    body = render(source.prose, page.path, calls, source.problems)
    html = markdown.markdown(body, extensions=_EXTENSIONS)
    base = source.content.settings.site_url
    linked = _LINK.sub(rf' href="{base}\1.html\2"', html) if base else _LINKED.sub("", html)
    return Markup(_FIGURE.sub(r"<\1div", linked))  # noqa: S704 - rendered by us

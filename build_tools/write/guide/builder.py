"""The page that tells other sites what to paste, as its template shows it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from ...problems import BuildError
from ...show.addresses import EMBED_FOLDER
from ..standalone.embedding import released
from ..standalone.pages import Standalone, standalone_pages
from ..writer import Writer

_ACCENT = re.compile(r"--ra-accent:\s*var\(--l,\s*(#\w+)\)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Builder:
    pages: tuple[Standalone, ...]
    """Every quiz that may be embedded."""
    site: str
    """Where the guide is published, or words that stand for it."""
    known: bool
    script: str
    """The newest script of the element, below the site."""
    integrity: str
    accent: str
    """The color that a quiz has where no other is chosen."""
    first: Mapping[str, str]
    """The value of each name in braces, for the first quiz."""


def builder_view(writer: Writer) -> Builder:
    views, root = writer.views, writer.templates.root
    pages = tuple(standalone_pages(writer))
    site = views.addresses.site or views.quizzes.words["embed_site"]
    newest = released(root)[-1]
    script = f"{EMBED_FOLDER}/{newest.name}"
    frame = f"{site}{EMBED_FOLDER}/{pages[0].id}.html"
    first = {
        "form": pages[0].id,
        "title": pages[0].title,
        "title_html": escape(pages[0].title),
        "page": f"{site}{pages[0].guide}",
        "frame": frame,
        "frame_only": frame,
        "attributes": "",
        "script": f"{site}{script}",
        "integrity": newest.integrity,
        "site": site,
    }
    return Builder(
        pages=pages,
        site=site,
        known=bool(views.addresses.site),
        script=script,
        integrity=newest.integrity,
        accent=views.brand.palette.light.accent if views.brand.palette else _accent(root),
        first=first,
    )


def _accent(root: Path) -> str:
    """Return the color of buttons and links on light ground, as the style of standalone pages has it."""
    path = "quiz/shared/colors.css"
    found = _ACCENT.search((root / path).read_text("utf-8"))
    if not found:
        raise BuildError(f"{path} sets no “--ra-accent: var(--l, #…)”")
    return found[1]

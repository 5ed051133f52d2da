"""What a site generator must know besides the pages: their order, and the words of the theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

import yaml

from ...model.library import Library
from ...show.addresses import HOME, session_page
from ...show.content import Content
from . import Guide

NavEntry = str | dict[str, "str | list[NavEntry]"]


_HEADER = "# Generated: mkdocs.yml with the menu and the words filled in, for generators that run no hooks.\n"


@dataclass(frozen=True, kw_only=True, slots=True)
class Site:
    """The parts of the MkDocs configuration that come from the facts.

    Themes write names, titles and descriptions into HTML as they are, so these are escaped here;
    our own parts of the theme escape `words` themselves.
    """

    name: str
    description: str
    copyright: str
    nav: tuple[NavEntry, ...]
    words: Mapping[str, str]


def describe(content: Content, guide: Guide) -> Site:
    """Return the site's name, words and navigation."""
    library = content.library
    there = {page.id for page in guide.pages}
    nav: list[NavEntry] = []
    for section in library.guide.sections:
        pages = _expand(section.pages, library)
        entries = [_entry(page, library) for page in pages if page in there]
        if section.title is None:
            nav += entries
        else:
            nav.append({escape(section.title): entries})
    words = library.words
    return Site(
        name=escape(words["site_name"]),
        description=escape(words["site_description"]),
        copyright=escape(words["license"]),
        nav=tuple(nav),
        words=words,
    )


def configuration(site: Site) -> bytes:
    """Return a configuration beside the docs folder that needs no hook of ours."""
    settings = {
        "INHERIT": "../mkdocs.yml",
        "site_name": site.name,
        "site_description": site.description,
        "copyright": site.copyright,
        "docs_dir": "docs",
        "site_dir": "site",
        "hooks": [],
        "watch": [],
        "theme": {"custom_dir": "../content/theme"},
        "extra": {"words": dict(site.words)},
        "nav": list(site.nav),
    }
    return (_HEADER + yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)).encode()


def _entry(page: str, library: Library) -> NavEntry:
    """Return a page as the menu lists it: by its own title, but for the home page, which asks a question."""
    file = f"{page}.md"
    return {escape(library.words["home_menu"]): file} if page == HOME else file


def _expand(pages: tuple[str, ...], library: Library) -> list[str]:
    every = {
        "contact-types": [kind.id for kind in library.types],
        "sessions": [session_page(session.id) for session in library.workshop.sessions],
    }
    return [one for page in pages for one in every.get(page, [page])]

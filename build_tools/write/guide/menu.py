"""The menu, and the words of the theme: what a site generator must know besides the pages."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from html import escape
from typing import Any

import yaml

from ...model.guide import Section
from ...model.language import GUIDE_LANGUAGE
from ...model.library import Library
from ...model.pages import (
    BANK,
    CHECK,
    HOME,
    PLANNER,
    PRACTICE,
    WRITE,
    WRITE_QUESTION,
    bank_page,
    session_page,
)
from ...show.brand import Brand
from ...show.views import Views
from . import Guide

# libyaml writes the same bytes in a seventh of the time.
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
NavEntry = str | dict[str, "str | list[NavEntry]"]

_APART = ("pt-BR", "zh-Hant", "zh-TW")
"""Languages that themes have words of their own for, beside those of the language without a country."""
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
    """The order of pages, as MkDocs knows it."""
    menu: tuple[dict[str, Any], ...]
    """The sections that have a title, as our own parts of the theme show them."""
    library: Library
    brand: Brand


def describe(views: Views, guide: Guide) -> Site:
    """Return the site's name, words and navigation."""
    library = views.library
    there = {page.id: page.title for page in guide.pages}
    listed = [
        (section, [page for page in _expand(section.pages, library) if page in there])
        for section in library.guide.sections
    ]
    under = _under(views)
    words = library.words
    return Site(
        name=escape(words["site_name"]),
        description=escape(words["site_description"]),
        copyright=escape(words["license"]),
        nav=tuple(entry for section, pages in listed for entry in _nav(section, pages, library)),
        menu=tuple(
            _section(section.title, section.place, {page: there[page] for page in pages}, under)
            for section, pages in listed
            if section.title and pages
        ),
        library=library,
        brand=views.brand,
    )


def configuration(site: Site) -> bytes:
    """Return a configuration to put beside the docs folder, which needs none of our hooks."""
    settings = {
        "INHERIT": "../mkdocs.yml",
        "site_name": site.name,
        "site_description": site.description,
        "copyright": site.copyright,
        "docs_dir": "docs",
        "site_dir": "site",
        "hooks": [],
        "watch": [],
        "theme": {"custom_dir": "../content/theme", **theme(site)},
        "extra": extra(site),
        "nav": list(site.nav),
    }
    text = yaml.dump(settings, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
    return (_HEADER + text).encode()


def theme(site: Site) -> dict[str, str]:
    """Return what a theme must know of the language, where it is another than its own configuration says."""
    language = site.library.language
    if language == GUIDE_LANGUAGE:
        return {}
    name = language.tag if language.tag in _APART else language.name
    return {"language": name, "direction": language.direction}


def extra(site: Site) -> dict[str, object]:
    """Return what our parts of the theme read from the configuration: plain values, as a file of settings holds them."""
    values: dict[str, object] = {
        "words": dict(site.library.words),
        "language": site.library.language.tag,
        "menu": list(site.menu),
    }
    return values | ({"brand": _brand(site.brand)} if site.brand.any else {})


def _brand(brand: Brand) -> dict[str, object]:
    shown = asdict(brand)
    if brand.logo:
        del shown["logo"]["src"]  # the whole picture, which pages of the site fetch
    return {key: shown[key] for key in ("logo", "card", "own_letters", "contact", "services")}


def _section(
    title: str, place: str, titles: Mapping[str, str], under: Mapping[str, tuple[str, ...]]
) -> dict[str, Any]:
    """Return pages under one title: each with those that one comes to from it and that no menu lists, and what they hold in all."""
    pages: list[dict[str, Any]] = [
        {"title": name, "href": f"{page}.html", "under": under.get(page, ())}
        for page, name in titles.items()
    ]
    holds = [href for page in pages for href in (page["href"], *page["under"])]
    return {"title": title, "place": place, "pages": pages, "holds": holds}


def _nav(section: Section, pages: list[str], library: Library) -> list[NavEntry]:
    """Return a section for MkDocs, in which the home page has a name of its own, since its title is a question."""
    home = escape(library.words["home_menu"])
    entries: list[NavEntry] = [{home: f"{one}.md"} if one == HOME else f"{one}.md" for one in pages]
    return entries if section.title is None else [{escape(section.title): entries}]


def _under(views: Views) -> Mapping[str, tuple[str, ...]]:
    """Return the pages that no menu lists, by the page one comes to them from."""
    asks = dict.fromkeys(views.addresses.asks.values())
    quizzes = (form.id for form in views.quizzes.forms if not form.blueprint.per_type)
    about = map(bank_page, views.topics)
    hrefs = {PLANNER: asks, PRACTICE: quizzes, WRITE: (CHECK,), BANK: (WRITE_QUESTION, *about)}
    return {page: tuple(f"{name}.html" for name in under) for page, under in hrefs.items()}


def _expand(pages: tuple[str, ...], library: Library) -> list[str]:
    every = {
        "contact-types": [type_.id for type_ in library.types],
        "sessions": [session_page(session.id) for session in library.workshop.sessions],
    }
    return [one for page in pages for one in every.get(page, [page])]

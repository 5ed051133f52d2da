"""MkDocs events to calls: generate before each build, and hand over what the facts decide."""

import gc
import os
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from build_tools.generate import generate
from build_tools.model.language import GUIDE_LANGUAGE
from build_tools.problems import BuildError, ContentError
from build_tools.publish.apart import anchors, put_back, take_apart
from build_tools.publish.headings import id_of_renumbered, with_link
from build_tools.publish.languages import TREE, languages
from build_tools.publish.searching import add_language
from build_tools.publish.theme import make_light
from build_tools.refusals import refusal
from build_tools.write.files import DOCS
from build_tools.write.foreign import with_languages
from build_tools.write.guide.menu import Site, extra, theme
from build_tools.write.mirrored import mirrored

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
"""A table of Markdown: those of templates have a class. No text holds one, since its “<” is escaped."""
_APART = "apart"
"""The key in a page’s metadata for what was taken out of it before MkDocs reads it."""
_LATER = 0.4
"""The search boost of pages that are not for job seekers."""
_STYLE = "assets/stylesheets/right-ask.css"
_SCROLLING = r'<div class="md-typeset__scrollwrap"><div class="md-typeset__table">\g<0></div></div>'


def on_startup(*, command: str, **_: Any) -> None:
    """Turn off garbage collection in a build: the process ends soon, and collecting takes a tenth of its time."""
    if command == "build":
        gc.disable()


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Generate the docs folder, and hand over what the content decides.

    It comes before the search, which asks the theme for its language.
    """
    root = Path(config.config_file_path).parent
    docs = os.environ.get(TREE, DOCS)
    site = _generated(root, docs)
    library = site.library
    # One that is built along with the guide was not asked for by name.
    if library.edition and TREE in os.environ:
        print(library.edition.summary, flush=True)
    config.docs_dir = str(root / docs)
    config.site_name, config.site_description = site.name, site.description
    config.copyright, config.nav = site.copyright, list(site.nav)
    listed = languages(library.language.tag, config.site_url or "", os.environ)
    config.extra.update(extra(site), foreign=library.foreign, languages=listed)
    _set_theme(config.theme, site, root)
    return config


def _generated(root: Path, docs: str) -> Site:
    """Generate the docs folder; a problem in the content or with the disk ends the build with a message and no traceback."""
    try:
        return generate(root, os.environ, docs).site
    except (BuildError, ContentError) as error:
        raise Abort(f"\n{error}") from error
    except OSError as error:
        raise Abort(f"\n{refusal(error)}") from error


def _set_theme(given: Theme, site: Site, root: Path) -> None:
    """Set the theme to the language of the site, or to that of the guide where it has no words in it."""
    for name, value in theme(site).items():
        given[name] = value
    words = f"partials/languages/{given['language']}.html"
    if not any((Path(folder) / words).is_file() for folder in given.dirs):
        given["language"] = GUIDE_LANGUAGE.name
    make_light(given, root)


def on_post_build(config: MkDocsConfig) -> None:
    """Mirror our style sheet in languages that run from right to left (the theme’s own handles both), and give the search its language."""
    # That of the guide where the theme has no search for the language.
    (language, *_) = config.plugins["material/search"].config.lang
    add_language(Path(config.config_file_path).parent, Path(config.site_dir), str(language))
    if config.theme.get("direction") == "rtl":
        style = Path(config.site_dir) / _STYLE
        style.write_text(mirrored(style.read_text("utf-8")), "utf-8")


def on_serve(server: Any, config: MkDocsConfig, **_: Any) -> Any:
    """Watch only what authors edit: the generated folder changes with every build."""
    server.unwatch(config.docs_dir)
    return server


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Take out the components, which neither Markdown nor the search has to read: they are most of a page, and of the time it takes.

    Pages that are not for job seekers rank lower in the search.
    """
    later = [section for section in config.extra["menu"] if section["place"] != "bar"]
    if any(page.url in section["holds"] for section in later):
        page.meta["search"] = {"boost": _LATER}
    markdown, page.meta[_APART] = take_apart(markdown)
    return markdown


def on_page_content(html: str, *, page: Page, **_: Any) -> str:
    """Wrap each table so that a wide one scrolls by itself: the theme’s script that did so is loaded only with the search.

    Tell MkDocs of the anchors in what was taken out, to which links may lead.
    """
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *anchors(page.meta[_APART])}
    return _TABLE.sub(_SCROLLING, html)


def on_post_page(output: str, *, config: MkDocsConfig, **_: Any) -> str:
    """Mark untranslated text with its language."""
    return with_languages(output, config.extra["foreign"])


def _changed(link: Any, href: str, words: Mapping[str, str], heading: str, title: str) -> str:
    named = id_of_renumbered(heading)
    rendered: str = link.render(heading=heading, named=named, title=title, href=href, words=words)
    return rendered


def on_page_context(context: Any, *, page: Page, config: MkDocsConfig, **_: Any) -> Any:
    """Put back what was taken out, now that the search has read the page.

    Where an address for it is set, “edit” leads to the YAML or Markdown that a page came from, and what has a record of its own
    leads to its line.
    """
    html = put_back(page.content or "", page.meta[_APART])
    changes = page.meta.get("changes", {})
    link = config.theme.get_env().get_template("partials/change.html") if changes else None
    for anchor, source in changes.items():
        href = _edited_at(source, config)
        html = with_link(html, anchor, partial(_changed, link, href, config.extra["words"]))
    page.content = html
    source = page.meta["source"]
    page.edit_url = _edited_at(source, config) if config.extra.get("edit_base") else None
    return context


def _edited_at(source: str, config: MkDocsConfig) -> str:
    return f"{config.extra['edit_base'].rstrip('/')}/{source}"

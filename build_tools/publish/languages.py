"""The languages of a site: the guide at its root, and each published edition in the folder of its language, page beside page."""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from babel import Locale

from ..model.edition import EDITION
from ..model.language import GUIDE_LANGUAGE
from ..problems import Problems
from ..read.editions import published_editions
from ..read.settings import SITE_URL

LANGUAGES = "RIGHT_ASK_LANGUAGES"
"""Environment variable: the tags of all languages of the site, the guide’s first, for each process that builds pages."""
TREE = "RIGHT_ASK_TREE"
"""Environment variable: the folder into which the pages of one language are generated, if it is not that of the guide."""
_DEFAULT = "x-default"
"""The `hreflang` of the page for readers of any other language."""
_LINK = re.compile(r'<(link|a) (?:[^<>]* )?hreflang="([\w-]+)" href="([^"]*)"[^<>]*>\s*')


def parts_of(root: Path) -> dict[str, str]:
    """Return the ids of the published editions by the tag of their language, which names the folder of each in the site.

    Raises `ContentError` if one cannot be published beside the guide.
    """
    problems = Problems()
    published = published_editions(root, problems)
    problems.raise_any()
    return {language.tag: edition.id for edition, language in published}


def environment_of(edition: str, tag: str, whole: Mapping[str, str], tree: str) -> dict[str, str]:
    """Return the environment of the process that builds the pages of an edition, made from that of the guide."""
    settings = {**whole, EDITION: edition, TREE: tree}
    return settings | ({SITE_URL: f"{whole[SITE_URL]}{tag}/"} if SITE_URL in whole else {})


def languages(own: str, site_url: str, environment: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return what the theme shows of each language: its name, and the path to it from a page in the language `own`."""
    tags = environment.get(LANGUAGES, "").split()
    first = own == GUIDE_LANGUAGE.tag
    base = site_url if first else site_url.removesuffix(f"{own}/")
    return [
        {
            "tag": tag,
            "name": _name(tag),
            "own": tag == own,
            "way": f"{'' if first else '../'}{_folder(tag)}",
            "address": f"{base}{_folder(tag)}",
        }
        for tag in tags
    ]


def join(site: Path, folders: Sequence[str]) -> None:
    """Link the pages of all languages to each other: to the same page, or to the home page of a language that lacks it."""
    for folder in ("", *folders):
        for path in sorted((site / folder).glob("*.html")):
            text = path.read_text("utf-8")
            joined = _LINK.sub(partial(_kept, path.name, site), text)
            if joined != text:
                path.write_text(joined, encoding="utf-8")


def _kept(page: str, site: Path, link: re.Match[str]) -> str:
    """Return a link to the same page in another language: if that is missing there, one to its home page, or “” for a `<link>`."""
    name, tag, href = link.groups()
    if (site / _folder(GUIDE_LANGUAGE.tag if tag == _DEFAULT else tag) / page).is_file():
        return link[0]
    return "" if name == "link" else link[0].replace(href, href.removesuffix(page) + "index.html")


def _folder(tag: str) -> str:
    return "" if tag == GUIDE_LANGUAGE.tag else f"{tag}/"


def _name(tag: str) -> str:
    """Return the name of a language in that language."""
    name: str = Locale.parse(tag, sep="-").get_language_name() or tag
    return name[:1].upper() + name[1:]

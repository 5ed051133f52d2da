"""Tags of languages, by which pages, files and folders of the site say what they are written in."""

import re
from difflib import get_close_matches
from functools import cache

from babel import Locale, UnknownLocaleError

from ..problems import UnfitError

_BEHIND = re.compile(r"[.@(].*")
_NEAR = 0.85
"""How alike a misspelled name is: “espanol” is meant, and “klingon” none of those that are known."""
_NAMED_IN = ("en", "es", "fr", "de")
"""Languages in which names of languages are known, besides each in its own."""
_TAG = re.compile(
    r"(?!und)([a-z]{2,3})(-[a-z]{4})?(-(?:[a-z]{2}|\d{3}))?((?:-[a-z\d]{5,8})*)",
    re.IGNORECASE | re.ASCII,
)
"""A BCP 47 tag. It becomes the name of a folder, so it must not hold what Babel would ignore."""


def tag_of(written: str) -> str:
    """Return the tag of a known language in the letters that it is written in; “” for none."""
    match = _TAG.fullmatch(written)
    try:
        Locale.parse(written, sep="-")
    except (UnknownLocaleError, ValueError):
        return ""
    name, script, country, variants = match.groups(default="") if match else ("", "", "", "")
    return f"{name.lower()}{script.title()}{country.upper()}{variants.lower()}"


def known_tag(written: str) -> str:
    """Return the tag of a known language; raise `UnfitError` where it is none, with the one that is meant."""
    if tag := tag_of(written):
        return tag
    instead = "write its tag as BCP 47 has it, such as es or pt-BR"
    if meant := _meant(written):
        instead = 'write "no", in quotes' if meant == "no" else f"write {meant}"
    raise UnfitError(f"“{written}” is no language that we know", instead)


def _meant(written: str) -> str:
    """Return the tag of a language that is written as systems write it, as es_MX.UTF-8, or called by its name; “” for none."""
    bare = _BEHIND.sub("", written).strip(" _-").casefold()
    if tag := tag_of(re.sub("[_ ]+", "-", bare)):
        return tag
    names = _names()
    near = get_close_matches(bare, names, n=1, cutoff=_NEAR)
    return next((names[one] for one in (written.casefold(), bare, *near) if one in names), "")


@cache
def _names() -> dict[str, str]:
    """Return the tags of languages by their names, in small letters."""
    tags = {
        code: tag
        for code in map(str, Locale("en").languages)
        if (tag := tag_of(code.replace("_", "-")))
    }
    names = {"castellano": "es"}
    names |= {str(Locale.parse(code).get_display_name()): tag for code, tag in tags.items()}
    for language in _NAMED_IN:
        called = Locale(language).languages
        names |= {str(called[code]): tag for code, tag in tags.items() if code in called}
    return {name.casefold(): tag for name, tag in names.items() if name}

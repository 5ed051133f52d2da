"""Tags of languages, by which pages, files and folders of the site say what they are written in."""

import re

from babel import Locale, UnknownLocaleError

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

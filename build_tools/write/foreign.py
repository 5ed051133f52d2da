"""Untranslated texts of finished pages, marked with their language for speech and braille."""

import re
from collections.abc import Collection
from functools import partial
from html import unescape

from ..model.language import GUIDE_LANGUAGE

_WHOLE = (
    "button|caption|dd|dt|figcaption|h[1-6]|legend|li|option|p|span|strong|summary|td|th|time|title"
)
"""Elements that can say the language of what they hold; a title and an option hold no other element that could."""
_TEXT = re.compile(
    rf"<(?P<apart>script|style|textarea)\b.*?</(?P=apart)>"
    rf"|<(?P<tag>{_WHOLE})(?P<attributes>(?: [^<>]*)?)>(?P<whole>[^<>]+)</(?P=tag)>"
    r"|(?<=>)(?P<part>[^<>]+)(?=<)",
    re.DOTALL,
)
_LANGUAGE = re.compile(r' (?:lang|dir)="[^"]*"')


def with_languages(html: str, foreign: Collection[str]) -> str:
    """Return a page in which each text that is one of `foreign` is marked as in the language of the guide.

    A text inside a sentence, or in an attribute, has no place for that, and stays as it is.
    """
    return _TEXT.sub(partial(_marked, foreign=foreign), html) if foreign else html


def _marked(match: re.Match[str], foreign: Collection[str]) -> str:
    text = match["whole"] or match["part"] or ""
    words = " ".join(unescape(text).split())
    attributes = match["attributes"] or ""
    if words not in foreign or f' lang="{GUIDE_LANGUAGE.tag}"' in attributes:
        return match[0]
    says = f'lang="{GUIDE_LANGUAGE.tag}" dir="ltr"'
    if match["whole"]:
        more = _LANGUAGE.sub("", attributes)
        return f"<{match['tag']} {says}{more}>{text}</{match['tag']}>"
    return f"<span {says}>{text}</span>"

"""What nobody has translated: finished pages in which such passages say their language, so that voices and braille follow."""

import re
from collections.abc import Callable, Collection, Mapping
from functools import partial
from html import unescape
from typing import Any

from markupsafe import Markup

from ..model.language import GUIDE_LANGUAGE, Language

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
_BLOCK = re.compile(r"^<(dl|figure|ol|p|right-ask-\w+|section|ul)\b", re.MULTILINE)
"""What begins a part of a page that a call is replaced with, where it is more than words of a sentence."""


def calls_in(calls: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """Return what a page may call, each with a result that says its language: the page around it is in another."""
    says = f'lang="{language.tag}" dir="{language.direction}"'
    return {
        name: partial(_said, call, says) if callable(call) else call for name, call in calls.items()
    }


def _said(call: Callable[..., object], says: str, *ids: str) -> Markup:
    html = str(call(*ids))
    if _BLOCK.search(html):
        return Markup(_BLOCK.sub(rf"<\1 {says}", html))  # noqa: S704 - ours
    return Markup(f"<span {says}>{html}</span>" if html.strip() else html)  # noqa: S704 - ours


def with_languages(html: str, foreign: Collection[str]) -> str:
    """Return a page in which each text that is one of `foreign` is marked as in the language of the guide.

    A text that stands inside a sentence, or in an attribute, has no place for that, and stays as it is.
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

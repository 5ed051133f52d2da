"""Links beside the headings of a page: from each part to where it is changed."""

import re
from collections.abc import Callable
from html import unescape

_HEADING = re.compile(r"<h([2-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_RENUMBERED = re.compile(r'<h\d[^>]* data-part="number"[^>]* id="([^"]+)"')
"""A heading that each round of questions numbers anew."""


def with_link(html: str, anchor: str, render: Callable[[str, str], str]) -> str:
    """Return a page whose heading with this anchor, or the first one in the element that has it, is rendered anew.

    `render` is given the heading and its words. A page without the anchor stays as it is.
    """
    at = html.find(f' id="{anchor}"')
    heading = _HEADING.search(html, html.rfind("<", 0, at)) if at >= 0 else None
    if heading is None:
        return html
    words = " ".join(unescape(_TAG.sub("", heading[2])).split())
    return html[: heading.start()] + render(heading[0], words) + html[heading.end() :]


def id_of_renumbered(heading: str) -> str:
    """Return the id of a heading whose words change while people read; “” for one that stays as it is."""
    match = _RENUMBERED.match(heading)
    return match[1] if match else ""

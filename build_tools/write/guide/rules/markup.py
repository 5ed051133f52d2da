"""What a generated page holds, read from its markup: sentences, anchors and links."""

import re
from functools import lru_cache
from html import unescape

from ..page import GuidePage

_QUESTIONS = "form|bank"
"""The classes of sections that have rules of their own for plain words."""
_COMPONENTS = f"{_QUESTIONS}|check|people|filter|planner|welcome"
"""The classes of sections that Markdown never reads."""
# Both begin with plain text, which the engine finds many times faster than a choice.
_ID = re.compile(r'id="(?<=\sid=")([^"]+)"')
_HEADING_ID = re.compile(r"\{ #([A-Za-z0-9-]+) \}")
_HREF = re.compile(r'href="([a-z0-9-]+)\.html(?:(?:#|&#35;)([A-Za-z0-9-]+))?"')
_MARKDOWN_LINK = re.compile(r"\]\(([a-z0-9-]+)?(?:\.md)?(?:#([A-Za-z0-9-]+))?\)")


def plain(markdown: str) -> str:
    """Return the sentences of a page: no front matter, markup, quiz or citation."""
    body = _without(_QUESTIONS, markdown)
    body = re.sub(r'<(p|span) class="ra-(?:badge|evidence__cite|id\b).*?</\1>', " ", body)
    body = re.sub(r"\{ #[^}]*\}|\]\([^)]*\)", " ", body)
    body = re.sub(r"</(?:p|li|dt|dd|h\d|td|th|figcaption|caption|span)>", ".\n", body)
    body = re.sub(r"\n(?=\s*(?:[-#:]|\d+\.) )|#(?<=\n#)(.*)\n", r"\1.\n", body)
    body = re.sub(r"<[^>]*>", " ", body)
    lines = (line.strip(" #*-[:") for line in unescape(body).split("\n"))
    return "\n".join(line for line in lines if line)


def _without(sections: str, markdown: str) -> str:
    """Return a page without its front matter and some of its sections."""
    body = markdown.split("---\n", 2)[-1]
    opening = re.compile(rf'<(section|div) class="ra-(?:{sections})\b')
    kept, place = [], 0
    # Looking for the end as plain text: a pattern would step through each character between.
    while tag := opening.search(body, place):
        kept.append(body[place : tag.start()])
        closing = f"</{tag[1]}>"
        end = body.find(closing, tag.end())
        place = end + len(closing) if end >= 0 else len(body)
    return " ".join((*kept, body[place:]))


@lru_cache(maxsize=256)  # rules over links ask for those of each page
def anchors_of(page: GuidePage) -> frozenset[str]:
    return frozenset({*_ID.findall(page.markdown), *_HEADING_ID.findall(page.markdown)})


def links_of(page: GuidePage, *, prose: bool = False) -> set[tuple[str, str]]:
    """Return the pages and anchors that a page links to; without the Markdown of a `prose` page."""
    html = {(target, anchor) for target, anchor in _HREF.findall(page.markdown)}
    if prose:
        return html
    markdown = {
        (target or page.id, anchor)
        for target, anchor in _MARKDOWN_LINK.findall(_without(_COMPONENTS, page.markdown))
        if target or anchor
    }
    return html | markdown

"""Components of a page, kept out of it while Markdown and the search read the rest."""

import re
from collections.abc import Iterator, Sequence

_COMPONENT = re.compile(
    r"^<section\b[^<>]* data-search-exclude>\n.*?^</section>$", re.MULTILINE | re.DOTALL
)
_PLACE = "<!-- apart {} -->"
_ID = re.compile(r'\sid="([^"]*)"')


def take_apart(markdown: str) -> tuple[str, list[str]]:
    """Return a page with a comment in place of each component that the search leaves out, and these components."""
    taken: list[str] = []

    def place(match: re.Match[str]) -> str:
        taken.append(match[0])
        return _PLACE.format(len(taken))

    return _COMPONENT.sub(place, markdown), taken


def put_back(html: str, taken: Sequence[str]) -> str:
    """Return a page with its components where they were."""
    for number, component in enumerate(taken, start=1):
        html = html.replace(_PLACE.format(number), component)
    return html


def anchors(taken: Sequence[str]) -> Iterator[str]:
    for component in taken:
        yield from _ID.findall(component)

"""What stands inline in a page, as a content security policy names it."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from html.parser import HTMLParser


def hashes(page: str, tag: str) -> tuple[str, ...]:
    """Return `'sha256-…'` for each inline script or style of a page, each once, as they stand."""
    reader = _Inline(tag)
    reader.feed(page)
    reader.close()
    return tuple(dict.fromkeys(map(source_of, reader.found)))


def source_of(text: str) -> str:
    """Return the source expression that lets just this text run; see CSP Level 3, 2.3.1."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{b64encode(digest).decode()}'"


class _Inline(HTMLParser):
    """Collects the text of each element with this tag that has no `src`."""

    def __init__(self, tag: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._tag, self._inside = tag, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == self._tag and "src" not in dict(attrs)
        if self._inside:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data

"""What a page runs or colors by itself, read from its markup with an eye for too much rather than too little."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from html.parser import HTMLParser

_RUN = frozenset({"", "module", "text/javascript", "application/javascript"})
"""The types of scripts that a browser runs; any other type makes a block of data."""


@dataclass(frozen=True, kw_only=True, slots=True)
class InlineCode:
    found: tuple[str, ...]
    """Scripts, styles, handlers in attributes and scripts as addresses, as an author looks for them."""
    texts: tuple[tuple[str, str], ...]
    """Tag and text of each script and style, in the order of the page."""
    policy: tuple[int, int] | None
    """Where the tag of the page's policy begins and ends."""


def read_inline_code(html: str) -> InlineCode:
    """Return what stands inline in a page; no address is followed."""
    reader = _Reader(html)
    texts = tuple((tag, "".join(pieces)) for tag, pieces in reader.texts)
    return InlineCode(found=tuple(reader.found), texts=texts, policy=reader.policy)


def hash_source(text: str) -> str:
    """Return the source expression of a policy that lets just this text run; see CSP Level 3, 2.3.1."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{b64encode(digest).decode()}'"


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.texts: list[tuple[str, list[str]]] = []
        self._inside = False
        self.policy: tuple[int, int] | None = None
        self._lines = [0]
        for line in html.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.found += [f"{name}= on <{tag}>" for name in given if _is_code(name, given[name])]
        runs = tag == "script" and "src" not in given and given.get("type", "").lower() in _RUN
        if tag == "style" or runs:
            self.found.append(f"<{tag}>")
            self.texts.append((tag, []))
            self._inside = True
        if tag == "meta" and given.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = self._span()

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - neither holds another
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.texts[-1][1].append(data)

    def _span(self) -> tuple[int, int]:
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        return start, start + len(self.get_starttag_text() or "")


def _is_code(attribute: str, value: str) -> bool:
    """Return whether an attribute is a style, a handler or an address that runs."""
    runs = value.strip().lower().startswith("javascript:")
    return attribute in ("style", "srcdoc") or attribute.startswith("on") or runs

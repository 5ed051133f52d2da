"""What a page runs or colors by itself, read from its markup as a browser reads it."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

_RUN = frozenset({"", "module", "text/javascript", "application/javascript"})
"""The types of scripts that a browser runs; any other type makes a block of data."""


@dataclass(frozen=True, kw_only=True, slots=True)
class InlineCode:
    scripts: tuple[str, ...]
    """The text of each script that stands in the page and runs."""
    refused: tuple[str, ...]
    """What no page of ours may hold: styles, handlers in attributes, scripts as addresses."""
    policy: tuple[int, int] | None
    """Where the tag of the page's policy begins and ends."""


def read_inline_code(html: str) -> InlineCode:
    """Return what stands inline in a page; no address is followed."""
    reader = _Reader(html)
    return InlineCode(
        scripts=tuple(reader.scripts), refused=tuple(reader.refused), policy=reader.policy
    )


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.refused: list[str] = []
        self.policy: tuple[int, int] | None = None
        self._reading: list[str] | None = None
        self._lines = [0]
        for line in html.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.refused += [f"{name}= on <{tag}>" for name in found if _is_code(name, found[name])]
        if tag == "style":
            self.refused.append("<style>")
        if tag == "script" and "src" not in found and found.get("type", "") in _RUN:
            self._reading = []
        if tag == "meta" and found.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = self._span()

    def handle_data(self, data: str) -> None:
        if self._reading is not None:
            self._reading.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._reading is not None:
            self.scripts.append("".join(self._reading))
            self._reading = None

    def _span(self) -> tuple[int, int]:
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        return start, start + len(self.get_starttag_text() or "")


def _is_code(attribute: str, value: str) -> bool:
    """Return whether an attribute is a style, a handler or an address that runs."""
    runs = value.strip().lower().startswith("javascript:")
    return attribute == "style" or attribute.startswith("on") or runs

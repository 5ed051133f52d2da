"""The inline scripts and styles of a page, read from its markup: rather one too many than one too few."""

import hashlib
import re
from base64 import b64encode
from html.parser import HTMLParser

_RUN = frozenset({"", "module", "text/javascript", "application/javascript"})
"""The types of scripts that a browser runs; any other type makes a block of data."""
_CODE_TAGS = frozenset({"script", "style", "meta"})
_CODE = frozenset({"style", "srcdoc"})
_PLAIN = re.compile(
    # What is inside these is no markup, or the tag itself is inline code.
    r"(?>(?:<(?!(?:script|style|meta|textarea|title|iframe|noembed|noframes|noscript|plaintext|xmp)[ />])"
    r"(?:[a-z][a-z0-9-]*"
    r"""(?: (?!(?i:on|style|srcdoc))[a-zA-Z-]+(?:=(?:"[^"&:]*"|[^\s"'<>=`&:]+))?)*/?|/[a-z][a-z0-9-]*)>"""
    r"[^<]*+)+)"
)
"""Tags and the texts behind them, up to one that is not plain. No value holds a colon, so none is an address that runs."""
_UNREAD = re.compile(r"[\x00-\x20]")
"""What browsers pass over at the beginning of an address, or in it."""


def hash_source(text: str) -> str:
    """Return the source expression of a policy that lets just this text run; see CSP Level 3, 2.3.1."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{b64encode(digest).decode()}'"


class InlineCode(HTMLParser):
    """What stands inline in a page; no address is followed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forbidden: list[str] = []
        """Scripts, styles, handlers in attributes and scripts as addresses, as an author looks for them."""
        self.texts: list[tuple[str, str]] = []
        """Tag and text of each script and style, in the order of the page."""
        self.policy: tuple[int, int] | None = None
        """Where the tag of the page's policy begins and ends."""
        self._inside = False
        self._at = 0
        self.feed(html)
        self.close()

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002
        """Keep where the next piece begins; counting its line as well would take a tenth of the time."""
        self._at = j
        return j

    def parse_starttag(self, i: int) -> int:
        """Pass over tags that plainly hold nothing of the kind: nearly all are such."""
        plain = _PLAIN.match(self.rawdata, i)
        return plain.end() if plain else super().parse_starttag(i)

    def parse_endtag(self, i: int) -> int:
        plain = None if self.cdata_elem else _PLAIN.match(self.rawdata, i)
        return plain.end() if plain else super().parse_endtag(i)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.forbidden += [f"{name}= on <{tag}>" for name, value in attrs if _is_code(name, value)]
        if tag in _CODE_TAGS:
            self._note(tag, {name: (value or "").lower() for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - neither holds another
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            tag, text = self.texts[-1]
            self.texts[-1] = tag, text + data

    def _note(self, tag: str, given: dict[str, str]) -> None:
        runs = tag == "script" and "src" not in given and given.get("type", "") in _RUN
        if tag == "style" or runs:
            self.forbidden.append(f"<{tag}>")
            self.texts.append((tag, ""))
            self._inside = True
        if tag == "meta" and given.get("http-equiv") == "content-security-policy":
            self.policy = (self._at, self._at + len(self.get_starttag_text() or ""))


def _is_code(attribute: str, value: str | None) -> bool:
    """Return whether an attribute is a style, a handler or an address that runs."""
    if attribute in _CODE or attribute.startswith("on"):
        return True
    return _UNREAD.sub("", value or "").lower().startswith("javascript:")

"""The HTML tags in a piece of a page, with the place of each."""

import re
from html.parser import HTMLParser

ENDS = "/"
"""Begins the name of a tag that ends an element."""
TAGS = frozenset(
    re.findall(
        r"\w+",
        """abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption
        figure hr i ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table
        tbody td tfoot th thead time tr u ul var wbr""",
    )
)
"""What HTML adds to Markdown, and runs, loads and colors nothing."""
ENDLESS = frozenset(
    re.findall(
        r"\w+",
        "br caption col colgroup dd dt hr li p rp rt tbody td tfoot th thead tr wbr code pre",
    )
)
"""Tags that need no end tag, and those that the renderer makes of fenced code."""
SHORT_COMMENT = "!--"
"""The name that a comment is given which ends earlier than it seems to."""
_ENDS_EARLY = re.compile(r"^-?>|--!?>")
"""What ends a comment for a browser, and not for the parser of Python: what comes after it would be seen."""


class Tags(HTMLParser):
    """The tags that begin and end in a piece of HTML, by line from 1 and column from 0."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.tags: list[tuple[int, int, str, tuple[tuple[str, str], ...]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = tuple((name, value or "") for name, value in attrs)
        self.tags.append((*self.getpos(), tag, given))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((*self.getpos(), f"{ENDS}{tag}", ()))

    def parse_html_declaration(self, i: int) -> int:
        """Take `<![…` for a tag, which the parser of Python takes for the end of the program."""
        if not self.rawdata.startswith("<![", i):
            return super().parse_html_declaration(i)
        self.tags.append((*self.getpos(), "![", ()))
        end = self.rawdata.find(">", i)
        return end + 1 if end >= 0 else len(self.rawdata)

    def handle_comment(self, data: str) -> None:
        if data.lstrip().startswith("[if"):
            self.tags.append((*self.getpos(), "!--[if]", ()))
        elif _ENDS_EARLY.search(data):
            self.tags.append((*self.getpos(), SHORT_COMMENT, ()))

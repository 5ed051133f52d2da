"""Pages of the built site: one made from each template, and what one leads to."""

from html.parser import HTMLParser

TEMPLATES = [
    "index",
    "ask-reference",
    "who-should-i-ask",
    "family-friends",
    "who-can-help",
    "how-asking-works",
    "research",
    "which-ask-a",
    "session-thirty-minutes",
    "404",
]


class Links(HTMLParser):
    """The addresses a page leads to, and the ids it has."""

    def __init__(self, path):
        super().__init__()
        self.links, self.ids = [], []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, _tag, attrs):
        found = dict(attrs)
        for name in ("href", "src"):
            if found.get(name) is not None:
                self.links.append(found[name])
        if found.get("id"):
            self.ids.append(found["id"])

"""Pages and scripts of a built site without what no reader sees (blank lines between tags, comments), and safe from what hosts would change."""

import re
from pathlib import Path

from ..write import minified

_TYPED = "pre|textarea|script|style"
"""What is inside these is shown or read as it was typed."""
# Both ways begin with a sign, since Python finds that faster.
_BETWEEN = re.compile(rf"<({_TYPED})\b.*?</\1(?=>)|>\s*\n\s*(?=<)", re.DOTALL)
_SHUNNED = re.compile(r'<(h\d) (id="[^"]*(?:contact|social)[^"]*")')
"""Headings that the reading view of Firefox takes for something else by their ids, unless a class says that they are content."""
_SCRIPTS = "assets/javascripts/*.js"
_TEXTS = frozenset({".css", ".html", ".js"})


def make_lean(site: Path) -> None:
    """Leave of each page of the guide, and of each script of its theme, what a browser goes by, and no host changes.

    All that holds letters beyond ASCII says its encoding by itself.
    """
    for page in site.glob("*.html"):
        text = _SHUNNED.sub(r'<\1 class="ra-content" \2', without_blanks(page.read_text("utf-8")))
        page.write_text(minified.without_plain_mail(text), encoding="utf-8")
    for script in site.glob(_SCRIPTS):
        if not script.name.endswith(".min.js"):
            script.write_text(minified.script(script.read_text("utf-8")), encoding="utf-8")
    for path in site.rglob("*.*"):
        if path.suffix in _TEXTS and not (data := path.read_bytes()).isascii():
            path.write_bytes(minified.marked(data.decode()).encode())


def without_blanks(text: str) -> str:
    """Return a page with one line break for all the space between two tags, if a line breaks there: both are one space."""
    return _BETWEEN.sub(lambda found: found[0] if found[1] else ">\n", text)

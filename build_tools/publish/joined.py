"""Styles of components: what one page loads besides the sheet that all share, as one file."""

import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

_LINK = re.compile(r'\s*<link rel="stylesheet" href="(assets/[^"/]+\.css)">')


def join_styles(site: Path) -> None:
    """Let each page load the styles of its components as one file: a phone shows nothing before it has every one of them.

    They stand in it in the order in which the page loaded them, so nothing looks different.
    """
    pages = {path: path.read_text("utf-8") for path in sorted(site.glob("*.html"))}
    loaded = {path: _LINK.findall(text) for path, text in pages.items()}
    several = {path: sheets for path, sheets in loaded.items() if len(sheets) > 1}
    for path, sheets in several.items():
        (site / _whole(sheets)).write_text(_text(site, sheets), encoding="utf-8")
        path.write_text(_linked(pages[path], sheets), encoding="utf-8")
    joined = {sheet for sheets in several.values() for sheet in sheets}
    alone = {sheets[0] for sheets in loaded.values() if len(sheets) == 1}
    for sheet in joined - alone:
        (site / sheet).unlink()


def _whole(sheets: Sequence[str]) -> str:
    """Return the path of what holds these, by their names."""
    return f"assets/{'-'.join(PurePosixPath(sheet).stem for sheet in sheets)}.css"


def _text(site: Path, sheets: Sequence[str]) -> str:
    return "".join((site / sheet).read_text("utf-8") for sheet in sheets)


def _linked(text: str, sheets: Sequence[str]) -> str:
    """Return a page that loads the whole where it loaded the first of these."""
    first = sheets[0]
    text = _LINK.sub(lambda link: link[0] if link[1] == first else "", text)
    return text.replace(first, _whole(sheets), 1)

"""As few bytes as the same page, script or style can have."""

from __future__ import annotations

import re
from functools import lru_cache

from ..problems import BuildError

_INLINE = re.compile(r"<(script|style)>([^<]*+(?:<(?!/\1>)[^<]*+)*+)</\1>")
_EMPTY = {"script": "_", "style": "{}"}
"""What stands in the place of each while the page around it is made small."""


def script(text: str) -> str:
    """Return a classic script without comments and spaces, and with short local names."""
    return _minified("application/javascript", text)


def style(text: str) -> str:
    return _minified("text/css", text)


def page(text: str) -> str:
    """Return a whole HTML page, with the scripts and styles in it, that parses to the same."""
    # Most of a page of one file is a style or a script that many have: each of them is made small once.
    inline = [_inline(*one.groups()) for one in _INLINE.finditer(text)]
    bare = _INLINE.sub(lambda one: f"<{one[1]}>{_EMPTY[one[1]]}</{one[1]}>", text)
    left = iter(inline)
    return _INLINE.sub(lambda _: next(left), _minified("text/html", bare))


@lru_cache(maxsize=32)
def _inline(tag: str, text: str) -> str:
    return f"<{tag}>{script(text) if tag == 'script' else style(text)}</{tag}>"


def _minified(media_type: str, text: str) -> str:
    # Loading the library takes longer than half of a check, which minifies nothing.
    import minify  # noqa: PLC0415

    try:
        return str(minify.string(media_type, text))
    except minify.MinifyError as error:
        where = " ".join(str(error).rstrip("^ \n").split())
        raise BuildError(f"a page, script or style that no browser could read: {where}") from error

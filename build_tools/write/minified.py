"""Minified pages, scripts and styles: the same in fewer bytes, whatever a host says of them."""

import re
from functools import lru_cache

from ..model.tokens import content_hash
from ..problems import BuildError

_MARK = "\ufeff"
_INLINE = re.compile(r"<(script|style)>([^<]*+(?:<(?!/\1>)[^<]*+)*)</\1>")
# Each choice begins with a sign that the engine can leap to.
_MAIL = re.compile(r"(<(script|style|textarea)\b.*?</\2>)|@(?<=[\w.+-]@)(?=[\w-]+\.\w)", re.DOTALL)


def script(text: str) -> str:
    """Return a classic script without comments and spaces, and with short local names."""
    return _minified("application/javascript", text)


def style(text: str) -> str:
    return _minified("text/css", text)


def page(text: str) -> str:
    """Return a whole HTML page, with the scripts and styles in it, that parses to the same."""
    # Most of a standalone page is a style or a script that many share, so each is minified once.
    inline = [_inline(*found.groups()) for found in _INLINE.finditer(text)]
    small = _minified("text/html", _INLINE.sub(lambda found: _inline(*found.groups())[0], text))
    small = without_plain_mail(small)
    for placeholder, code in inline:
        small = small.replace(placeholder, code)
    return small


def without_plain_mail(page: str) -> str:
    """Return a page with a character reference for the @ of each mail address.

    Cloudflare replaces the addresses that it finds by a script that shows them, which our policy does not let run.
    """
    return _MAIL.sub(lambda found: found[1] or "&#64;", page) if "@" in page else page


def marked(text: str) -> str:
    """Return a text with the one mark of UTF-8 that counts for more than the encoding which a host names.

    Apache with `AddDefaultCharset ISO-8859-1`, and others that are as old, made “RÃ©sumÃ©” of every page, whatever that said itself.
    """
    return _MARK + text.removeprefix(_MARK)


@lru_cache(maxsize=32)
def _inline(tag: str, text: str) -> tuple[str, str]:
    """Return a placeholder that stands for a script or a style while its page is minified, and the minified code.

    The placeholder holds a hash, so that no text of the page is taken for one.
    """
    name = f"_{content_hash(text)}"
    if tag == "script":
        return f"<script>{name}</script>", f"<script>{script(text)}</script>"
    return f"<style>{{{name}}}</style>", f"<style>{style(text)}</style>"


def _minified(media_type: str, text: str) -> str:
    # Loading the library takes longer than half of a check, which minifies nothing.
    import minify  # noqa: PLC0415

    try:
        return str(minify.string(media_type, text))
    except minify.MinifyError as error:
        where = " ".join(str(error).rstrip("^ \n").split())
        raise BuildError(f"a page, script or style that no browser could read: {where}") from error

"""As few bytes as the same page, script or style can have."""

from __future__ import annotations

from ..problems import BuildError


def script(text: str) -> str:
    """Return a classic script without comments and spaces, and with short local names."""
    return _minified("application/javascript", text)


def style(text: str) -> str:
    return _minified("text/css", text)


def page(text: str) -> str:
    """Return a whole HTML page, with the scripts and styles in it, that parses to the same."""
    return _minified("text/html", text)


def _minified(media_type: str, text: str) -> str:
    # Loading the library takes longer than half of a check, which minifies nothing.
    import minify  # noqa: PLC0415

    try:
        return str(minify.string(media_type, text))
    except minify.MinifyError as error:
        where = " ".join(str(error).rstrip("^ \n").split())
        raise BuildError(f"a page, script or style that no browser could read: {where}") from error

"""What a page may load and run: one strict policy, in each page and in the headers of hosts that read `_headers`."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from .errors import BuildError
from .inline_code import InlineCode, read_inline_code

CLOSED = "default-src 'none'"
"""What a page says until its policy is filled in: it would load nothing at all."""
REFERRER = "same-origin"
_HEADERS = "_headers"
_FRAMED = "embed"
"""The folder of pages that stand in frames of other sites."""
_FEATURES = (
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "usb",
    "xr-spatial-tracking",
)
_ALLOWED: Mapping[str, str] = MappingProxyType(
    {
        "default-src": "'none'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "default",
    }
)
"""All but scripts. The theme draws icons from data: addresses; connections and the worker are its search."""
_FOR_OTHER_SITES: Mapping[str, str] = MappingProxyType(
    {"Content-Security-Policy": "frame-ancestors *", "Access-Control-Allow-Origin": "*"}
)
"""A script with a hash in the page of another site is taken only where any origin may read it. How long these files are
kept is left to the host, which asks again each time: a rule for all would meet the one for lasting files."""
_SHORT = "public, max-age=0, must-revalidate"
_LONG = "public, max-age=31536000, immutable"
_LASTING = re.compile(r"\.[0-9a-f]{8}\.min\.(?:css|js)|/embed-\d+\.\d+\.\d+\.js")
"""Files that never change under their name: it holds a hash of their content, or a released version."""


def hash_of(code: str) -> str:
    """Return the source expression that allows exactly this inline script or style."""
    digest = hashlib.sha256(code.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def protect(site: Path) -> None:
    """Fill in the policy of every page of the guide, and write `_headers` for hosts that read it.

    Raises `BuildError` where a page has no place for its policy, or holds what none may hold.
    """
    scripts: set[str] = set()
    for path in sorted(site.glob("*.html")):
        text = path.read_text(encoding="utf-8")
        found = read_inline_code(text)
        _refuse(path.name, found)
        hashes = {hash_of(script) for script in found.scripts}
        path.write_text(_filled(text, found, policy(hashes)), encoding="utf-8")
        scripts |= hashes
    (site / _HEADERS).write_text("\n".join(_header_lines(site, scripts)) + "\n", encoding="utf-8")


def policy(scripts: Iterable[str]) -> str:
    """Return the policy of a page whose inline scripts have these hashes."""
    allowed = {**_ALLOWED, "script-src": " ".join(("'self'", *sorted(scripts)))}
    return "; ".join(f"{name} {value}" for name, value in allowed.items())


def _refuse(page: str, found: InlineCode) -> None:
    if found.refused:
        raise BuildError(f"{page} holds {found.refused[0]}, which the policy never allows")
    if found.policy is None:
        raise BuildError(f"{page} has no place for its policy; see content/theme/main.html")


def _filled(text: str, found: InlineCode, allowed: str) -> str:
    start, end = found.policy or (0, 0)
    return text[:start] + text[start:end].replace(CLOSED, allowed) + text[end:]


def _header_lines(site: Path, scripts: Iterable[str]) -> Iterator[str]:
    """Yield the rules. Hosts join the values of rules that overlap, so none says what another says.

    `:page` is one step of a path: the guide's pages lie side by side, all else lies deeper.
    """
    guide = {
        "Content-Security-Policy": f"{policy(scripts)}; frame-ancestors 'self'",
        "Cache-Control": _SHORT,
    }
    yield from _rule("/*", _for_all())
    yield from _rule("/", guide)
    yield from _rule("/:page", guide)
    yield from _rule(f"/{_FRAMED}/*", _FOR_OTHER_SITES)
    for path in sorted(f"/{found.relative_to(site).as_posix()}" for found in site.rglob("*.*s")):
        if _LASTING.search(path):
            yield from _rule(path, {"Cache-Control": _LONG})


def _for_all() -> dict[str, str]:
    return {
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _FEATURES),
        "Referrer-Policy": REFERRER,
        "X-Content-Type-Options": "nosniff",
    }


def _rule(path: str, headers: Mapping[str, str]) -> Iterator[str]:
    yield path
    yield from (f"  {name}: {value}" for name, value in headers.items())

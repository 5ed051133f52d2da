"""What a page may load and run: one strict policy, in each page and in the headers of hosts that read `_headers`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..problems import BuildError
from ..show.addresses import EMBED_FOLDER, PRESENT, SHEETS_FOLDER
from ..write.inline_code import InlineCode

CLOSED = "default-src 'none'"
"""The policy of a page until it is filled in, under which it would load nothing."""
REFERRER = "same-origin"
_HEADERS = "_headers"
_STRICTER = (PRESENT, SHEETS_FOLDER)
"""The folders of pages for the screen of a room and for paper, which hold a stricter policy of their own."""
_NOT_FRAMED = "frame-ancestors 'self'"
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
_DIRECTIVES = (
    CLOSED,
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
)
"""The theme draws icons from data: addresses; connections and the worker are its search.
Frames show what other sites may embed, where that is explained."""
_POLICY = "; ".join(_DIRECTIVES)
_FOR_OTHER_SITES: Mapping[str, str] = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""A script with a hash in the page of another site is taken only where any origin may read it. Who may frame a quiz is not
said: `frame-ancestors *` would refuse the apps of platforms and saved pages, whose schemes are not those of the web. How long
these files are kept is left to the host, which asks again each time: a rule for all would meet the one for lasting files.
A page that is isolated from others shows only frames that say the same of themselves, and that they may be there."""
_SHORT = "public, max-age=0, must-revalidate"
_LONG = "public, max-age=31536000, immutable"
_LASTING = re.compile(r"\.[0-9a-f]{8}\.(?:min\.)?\w+$|/embed-\d+\.\d+\.\d+\.js$")
"""Files that never change under their name: it holds a hash of their content, or a released version."""


def protect(site: Path) -> None:
    """Fill in the policy of every page of the guide.

    Raises `BuildError` where a page has no place for its policy, or holds what no page may hold.
    Nothing inline is allowed by its hash: that of a script which got into a page would be taken too.
    """
    for path in sorted(site.glob("*.html")):
        text = path.read_text(encoding="utf-8")
        path.write_text(_filled(path.name, text), encoding="utf-8")


def write_headers(site: Path, folders: Sequence[str]) -> None:
    """Write `_headers`, for hosts that read it; `folders` hold the guide in another language."""
    lines = "\n".join(_header_lines(site, folders))
    (site / _HEADERS).write_text(f"{lines}\n", encoding="utf-8")


def _filled(page: str, text: str) -> str:
    inline = InlineCode(text)
    if inline.forbidden:
        raise BuildError(f"{page} holds {inline.forbidden[0]}, which the policy never allows")
    if inline.policy is None:
        raise BuildError(f"{page} has no place for its policy; see content/theme/main.html")
    start, end = inline.policy
    return text[:start] + text[start:end].replace(CLOSED, _POLICY) + text[end:]


def _header_lines(site: Path, folders: Sequence[str]) -> Iterator[str]:
    """Yield the rules. Hosts join the values of rules that overlap, so none says what another says.

    `:page` is one step of a path: the guide's pages lie side by side, all else lies deeper.
    """
    guide = {"Content-Security-Policy": f"{_POLICY}; {_NOT_FRAMED}", "Cache-Control": _SHORT}
    every = {
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _FEATURES),
        "Referrer-Policy": REFERRER,
        "X-Content-Type-Options": "nosniff",
    }
    yield from _rule("/*", every)
    for base in ("/", *(f"/{folder}/" for folder in folders)):
        yield from _rule(base, guide)
        yield from _rule(f"{base}:page", guide)
        yield from _rule(f"{base}{EMBED_FOLDER}/*", _FOR_OTHER_SITES)
        for folder in _STRICTER:
            yield from _rule(f"{base}{folder}/*", {"Content-Security-Policy": _NOT_FRAMED})
    for path in _lasting(site):
        yield from _rule(path, {"Cache-Control": _LONG})


def _lasting(site: Path) -> Iterator[str]:
    """Yield a path for each folder that holds nothing but lasting files, and one for each of the others.

    One for every file would be more than the hundred rules that Cloudflare reads.
    """
    for folder in sorted({path.parent for path in site.rglob("*.*")}):
        files = sorted(path for path in folder.iterdir() if path.is_file())
        paths = [f"/{path.relative_to(site).as_posix()}" for path in files]
        lasting = [path for path in paths if _LASTING.search(path)]
        if lasting == paths != []:
            yield re.sub(r"[^/]+$", ":file", paths[0])
        else:
            yield from lasting


def _rule(path: str, headers: Mapping[str, str]) -> Iterator[str]:
    yield path
    yield from (f"  {name}: {value}" for name, value in headers.items())

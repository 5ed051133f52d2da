"""Addresses of the web: what a browser can follow, and what is wrong with one that it cannot."""

import re
from urllib.parse import unquote

# To list the signs that a name of a host may hold takes Python longer than to read all addresses of the guide.
_NO_SIGN = r"./:-@\[-^`{-\xa0"
_END, _INNER = rf"[^\x00-{_NO_SIGN}]", rf"[^\x00-,{_NO_SIGN}]"
_LABEL = rf"{_END}(?:{_INNER}*{_END})?"
_PORT = r"(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])"
_HOST = rf"{_LABEL}(?:\.{_LABEL})*(?::{_PORT})?"
_PATH = r"(?:[/?#][^\s<>\"\\]*)?"
HTTPS = rf"[hH][tT][tT][pP][sS]://{_HOST}{_PATH}"
"""A pattern that editors read too."""
WEB = rf"[hH][tT][tT][pP][sS]?://{_HOST}{_PATH}"
_BEGUN = re.compile(r"https?://(?P<host>[^/?#]*)", re.IGNORECASE)
_WITH_PORT = re.compile(rf"{_LABEL}(?:\.{_LABEL})*:.*")
_OWN_COMPUTER = re.compile(r"(?:.*\.)?localhost(?::|$)|127\.|0\.0\.0\.0", re.IGNORECASE)
_WRAPPED = re.compile(
    r"""
    https?://(?:
        [\w.-]*\bsafelinks\.protection\.outlook\.com/ | statics\.teams\.cdn\.office\.net/.*safelinks
        | (?:www\.)?google\.[a-z.]+/url\? | lm?\.(?:facebook|instagram|messenger)\.com/ | slack-redir\.net/link
        | (?:www\.)?youtube\.com/redirect\? | (?:www\.)?linkedin\.com/(?:redir|safety/go) | duckduckgo\.com/l/
        | linkprotect\.cudasvc\.com/ | urldefense(?:\.proofpoint)?\.com/ | (?:protect|url)-[\w.-]+\.mimecast\.com/
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What mail and chat programs make of addresses, to see who follows them."""
_TRACE = re.compile(
    r"(?<=[?&])(?:(?:fbclid|gclid|msclkid|igshid|mc_eid|_hsenc|_hsmi|srsltid)=|utm_source=(?:chatgpt|openai|perplexity|copilot)\b)"
    r"[^&#]*&?",
    re.IGNORECASE,
)
"""What networks, mailings and chat programs add to an address for whom they gave it; other marks may be a center’s own."""
_INSIDE = re.compile(
    r"[?&](?:url|q|u|a|to|target|uddg)=(https?(?::|%3A)[^&#]*)|__(https?:.*?)__;", re.IGNORECASE
)


def is_web_address(text: str, *, secure: bool = False) -> bool:
    """Whether a browser can follow an address, with encryption if it is to be `secure`."""
    return re.fullmatch(HTTPS if secure else WEB, text) is not None


def remedy(text: str) -> str:
    """Return what to write in place of an address that does not work."""
    begun = _BEGUN.match(text)
    if not begun:
        return "begin it with https://"
    if re.search(r"\s", text):
        return "write it without spaces"
    if "@" in begun["host"]:
        return "leave out the name and the password before the @"
    if _BEGUN.match(text, begun.start("host")):
        return "leave out one https://"
    if _WITH_PORT.fullmatch(begun["host"]):
        return "leave out what stands behind the :, or write a port from 1 to 65535"
    behind = 'write it without < > " and \\'
    within = "write the name of a host behind //, such as https://careers.example.edu/"
    return behind if re.fullmatch(_HOST, begun["host"]) else within


def unreachable(text: str) -> tuple[str, str] | None:
    """Return why readers cannot follow an address, and what to write instead."""
    if not is_web_address(text):
        return "is no web address", remedy(text)
    begun = _BEGUN.match(text)
    if begun and _OWN_COMPUTER.match(begun["host"]):
        return "leads to the computer of whoever follows it", "write the address of a public site"
    if _WRAPPED.match(text):
        inside = _INSIDE.search(text)
        address = unquote(inside[1] or inside[2]) if inside else "the address it leads to"
        return "is what a mail or chat program made of an address", f"write {address}"
    if _TRACE.search(text):
        bare = re.sub(r"[?&](?=#|$)", "", _TRACE.sub("", text))
        return "says who copied it, or where", f"write {bare}"
    return None

"""Addresses of the web: what a browser can follow, and what is wrong with one that it cannot."""

import re

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


def is_web_address(text: str, *, secure: bool = False) -> bool:
    """Whether a browser can follow an address, and nobody can listen where it is to be `secure`."""
    return re.fullmatch(HTTPS if secure else WEB, text) is not None


def remedy(text: str) -> str:
    """Return what to write in place of what is no address of the web."""
    begun = _BEGUN.match(text)
    if not begun:
        return "begin it with https://"
    if re.search(r"\s", text):
        return "write it without spaces"
    if "@" in begun["host"]:
        return "leave out the name and the password before the @"
    if _WITH_PORT.fullmatch(begun["host"]):
        return "leave out what stands behind the :, or write a port from 1 to 65535"
    if re.fullmatch(_HOST, begun["host"]):
        return 'write it without < > " and \\'
    return "write the name of a host behind //, such as https://careers.example.edu/"

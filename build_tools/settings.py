"""What a host decides for its own copy, through the environment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .errors import Place, Problems

CONTACT = "RIGHT_ASK_CONTACT"
EDIT_URL = "RIGHT_ASK_EDIT_URL"
SITE_URL = "RIGHT_ASK_SITE_URL"
PURPOSES = {SITE_URL: "absolute links", EDIT_URL: "edit links", CONTACT: "a contact address"}
_EMAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+")
_HTTPS = re.compile(r"https://[^\s<>\"]+")
_SITE = re.compile(r"https?://[^\s<>\"?#]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """`contact` is where readers report a problem: text to show and the address it leads to."""

    contact: tuple[str, str] | None = None
    site_url: str | None = None
    """Where the site will be published; it ends with a slash."""


def read_settings(environment: Mapping[str, str], problems: Problems) -> Settings:
    """Return the host's settings; an address nobody could follow is a problem."""
    return Settings(
        contact=_contact(environment.get(CONTACT, "").strip(), problems),
        site_url=_site_url(environment.get(SITE_URL, "").strip(), problems),
    )


def unset(environment: Mapping[str, str]) -> list[str]:
    """Return what is left out of the site because its setting is missing."""
    return [f"{what} ({name})" for name, what in PURPOSES.items() if not environment.get(name)]


def _contact(given: str, problems: Problems) -> tuple[str, str] | None:
    if not given:
        return None
    if _EMAIL.fullmatch(given):
        return given, f"mailto:{given}"
    if not _HTTPS.fullmatch(given):
        what = f"“{given}” is no address"
        problems.add(Place(path=CONTACT), "environment", what, "set an e-mail or https address")
    return given, given


def _site_url(given: str, problems: Problems) -> str | None:
    if not given:
        return None
    if not _SITE.fullmatch(given):
        what = f"“{given}” is no address of a site"
        problems.add(Place(path=SITE_URL), "environment", what, "set one such as https://ask.edu/")
    return given.rstrip("/") + "/"

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


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """`contact` is where readers report a problem: text to show and the address it leads to."""

    contact: tuple[str, str] | None = None


def read_settings(environment: Mapping[str, str], problems: Problems) -> Settings:
    """Return the host's settings; an address nobody could follow is a problem."""
    given = environment.get(CONTACT, "").strip()
    if not given:
        return Settings()
    if _EMAIL.fullmatch(given):
        return Settings(contact=(given, f"mailto:{given}"))
    if not _HTTPS.fullmatch(given):
        what = f"“{given}” is no address"
        problems.add(Place(path=CONTACT), "environment", what, "set an e-mail or https address")
    return Settings(contact=(given, given))


def unset(environment: Mapping[str, str]) -> list[str]:
    """Return what is left out of the site because its setting is missing."""
    return [f"{what} ({name})" for name, what in PURPOSES.items() if not environment.get(name)]

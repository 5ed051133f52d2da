"""What a host decides for its own copy, through the environment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from .errors import Place, Problems

CONTACT = "RIGHT_ASK_CONTACT"
DOWNLOADS = "RIGHT_ASK_DOWNLOADS"
PAPER = "RIGHT_ASK_PAPER"
EPOCH = "SOURCE_DATE_EPOCH"
EDIT_URL = "RIGHT_ASK_EDIT_URL"
SITE_URL = "RIGHT_ASK_SITE_URL"
PURPOSES = {SITE_URL: "absolute links", EDIT_URL: "edit links", CONTACT: "a contact address"}
_EMAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+")
_HTTPS = re.compile(r"https://[^\s<>\"]+")
_WEB = re.compile(r"https?://[^\s<>\"?#]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """What is set: each is “” or None where it is not."""

    contact: tuple[str, str] | None = None
    """Where readers report a problem: text to show and the address it leads to."""
    site_url: str = ""
    """Where the guide will be, with a slash at the end; files that leave the site link there."""
    downloads: bool = False
    """Whether the site offers the quizzes as files; `build --all` sets it."""
    paper: bool = False
    """Whether it offers sheets to print too; `build --all` sets it where they can be made."""
    made: str = ""
    """The day that sheets name as theirs: that of the last commit, so that they stay the same until the next day."""


def read_settings(environment: Mapping[str, str], problems: Problems) -> Settings:
    """Return the host's settings; an address nobody could follow is a problem."""
    edit_url = environment.get(EDIT_URL, "").strip()
    if edit_url and not _WEB.fullmatch(edit_url):
        _refuse(EDIT_URL, edit_url, "set one that begins with https://, without ? and #", problems)
    return Settings(
        contact=_contact(environment.get(CONTACT, "").strip(), problems),
        site_url=_site_url(environment.get(SITE_URL, "").strip(), problems),
        downloads=bool(environment.get(DOWNLOADS)),
        paper=bool(environment.get(PAPER)),
        made=_day(environment.get(EPOCH) or "0", problems),
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
        _refuse(CONTACT, given, "set an e-mail or https address", problems)
        return None
    return given, given


def _site_url(given: str, problems: Problems) -> str:
    if not given:
        return ""
    if not _WEB.fullmatch(given):
        _refuse(SITE_URL, given, "set one that begins with https://, without ? and #", problems)
        return ""
    return given.rstrip("/") + "/"


def _day(given: str, problems: Problems) -> str:
    try:
        return datetime.fromtimestamp(int(given), UTC).date().isoformat()
    except (OSError, OverflowError, ValueError):
        what = f"“{given}” is no time"
        problems.add(Place(path=EPOCH), "environment", what, "set seconds since 1970, in digits")
        return ""


def _refuse(name: str, given: str, instead: str, problems: Problems) -> None:
    problems.add(Place(path=name), "environment", f"“{given}” is no address", instead)

"""What a host decides for its own copy, through the environment."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Self
from urllib.parse import quote

from ..model.edition import EDITION, Edition
from ..problems import Place, Problems
from .web import is_web_address, remedy

CONTACT = "RIGHT_ASK_CONTACT"
DOWNLOADS = "RIGHT_ASK_DOWNLOADS"
PAPER = "RIGHT_ASK_PAPER"
EPOCH = "SOURCE_DATE_EPOCH"
EDIT_URL = "RIGHT_ASK_EDIT_URL"
SITE_URL = "RIGHT_ASK_SITE_URL"
PURPOSES = {SITE_URL: "absolute links", EDIT_URL: "edit links", CONTACT: "a contact address"}
_BRACKETED = re.compile(r"<([^<>]+)>\W*$")
_AROUND = " \t\r\n\u00a0\u200b\ufeff<>\"'“”‘’"
"""Characters around an address that was copied from a letter or a page, and no part of it."""
_MAILTO = re.compile("^mailto:", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s<>\"(),:;?\[\]\\]+@[\w-]+(?:\.[\w-]+)+")
_FOLDER = re.compile("[^?#@]*")
_HOME = re.compile(r"/index\.html?$", re.IGNORECASE)
_FORGE = re.compile("(https://[^/]+/[^/]+/[^/-][^/]*)/edit/")
"""The address of a project on a host as GitHub is, and what edits a file of it."""
_SECONDS = re.compile("[0-9]{1,11}")
"""Eleven digits reach the year 5138; a longer number is no time in seconds."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """The settings; what is not set is “” or None."""

    contact: tuple[str, str] | None = None
    """Where readers report a problem: text to show and the address it leads to."""
    edition: str = ""
    """The id of the edition to make; “” for the guide itself."""
    edit_url: str = ""
    """Where the files of the project can be edited, with a slash at the end."""
    site_url: str = ""
    """Where the guide will be, with a slash at the end; files that leave the site link there."""
    downloads: bool = False
    """Whether the site offers the quizzes as files; `build --all` sets it."""
    paper: bool = False
    """Whether it offers sheets to print too; `build --all` sets it where they can be made."""
    made: str = ""
    """When the content last changed, as ISO 8601 writes it: the time of the last commit, which packages name as theirs."""

    @property
    def day(self) -> str:
        """The day that sheets name as theirs, so that they stay the same until the next."""
        return self.made[:10]

    def of(self, edition: Edition | None) -> Self:
        """Return the same, with the edition’s values for what the host does not set."""
        theirs = edition.center.site_url if edition and not self.site_url else None
        return replace(self, site_url=_HOME.sub("/", theirs).rstrip("/") + "/") if theirs else self

    @property
    def issues(self) -> str:
        """Where somebody opens an issue; “” where files are not edited on a host that has issue forms."""
        host = _FORGE.match(self.edit_url)
        return f"{host[1]}/issues/new" if host else ""

    @property
    def meant(self) -> Mapping[str, str]:
        """The addresses by the names of their settings, for programs that read these themselves."""
        contact = self.contact[0] if self.contact else ""
        return {CONTACT: contact, EDIT_URL: self.edit_url, SITE_URL: self.site_url}


def read_settings(environment: Mapping[str, str], problems: Problems) -> Settings:
    """Return the host's settings; an address nobody could follow is a problem."""
    return Settings(
        contact=_contact(_bare(environment, CONTACT), problems),
        edition=environment.get(EDITION, "").strip(),
        edit_url=_folder(EDIT_URL, _bare(environment, EDIT_URL), problems),
        site_url=_folder(SITE_URL, _HOME.sub("/", _bare(environment, SITE_URL)), problems),
        downloads=bool(environment.get(DOWNLOADS)),
        paper=bool(environment.get(PAPER)),
        made=_moment(environment.get(EPOCH, "").strip(), problems),
    )


def is_folder(address: str) -> bool:
    """Whether an address can have a path appended to it."""
    return _FOLDER.fullmatch(address) is not None


def unset(environment: Mapping[str, str]) -> list[str]:
    """Return what is left out of the site because its setting is missing."""
    return [f"{what} ({name})" for name, what in PURPOSES.items() if not _bare(environment, name)]


def _bare(environment: Mapping[str, str], name: str) -> str:
    """Return an address without what was copied along: “Name <address>”, quotes, spaces."""
    given = environment.get(name, "")
    bracketed = _BRACKETED.search(given)
    return (bracketed[1] if bracketed else given).strip(_AROUND)


def _contact(given: str, problems: Problems) -> tuple[str, str] | None:
    if not given:
        return None
    email = _MAILTO.sub("", given)
    if _EMAIL.fullmatch(email):
        return email, f"mailto:{quote(email, safe='@+')}"
    if not is_web_address(given, secure=True):
        begun = given.lower().startswith("https:")
        instead = remedy(given) if begun else "set an e-mail or https address"
        _refuse(CONTACT, given, instead, problems)
        return None
    return given, given


def _folder(name: str, given: str, problems: Problems) -> str:
    if not given:
        return ""
    sound = is_web_address(given)
    if not sound or not is_folder(given):
        instead = "set one that begins with https://, without ? and #" if sound else remedy(given)
        _refuse(name, given, instead, problems)
        return ""
    return given.rstrip("/") + "/"


def _moment(given: str, problems: Problems) -> str:
    """Return seconds since 1970 as ISO 8601 writes the moment; “” for none."""
    if not given:
        return ""
    if not _SECONDS.fullmatch(given):
        what = f"“{given}” is no time"
        problems.add(Place(path=EPOCH), "environment", what, "set seconds since 1970, in digits")
        return ""
    return datetime.fromtimestamp(int(given), UTC).isoformat()


def _refuse(name: str, given: str, instead: str, problems: Problems) -> None:
    problems.add(Place(path=name), "environment", f"“{given}” is no address", instead)

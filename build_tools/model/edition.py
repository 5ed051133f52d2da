"""An edition: the guide of a center, or in a language, with what it says in another way, adds and leaves out."""

from dataclasses import dataclass
from typing import Annotated

from .. import families
from ..families import Family
from ..problems import Place, Problem
from .center import NOBODY, UNCHANGED, Center, Look
from .fields import UNWRITTEN, Flag, LanguageTag, Plain, Slug, Text, ref
from .guide import ProsePage
from .language import Direction

EDITION = "RIGHT_ASK_EDITION"
"""The setting that names the edition to make, for hosts that run a command of their own."""
EDITIONS = "content/editions"
"""Where each has a folder."""
EDITION_FILE = "edition.yml"
"""What makes a folder that of an edition."""
NAME = "site_name"
"""The word of the guide in whose place the name of an edition stands."""
PROSE = Family("prose page")
SESSION = families.SESSION
LEFT_ITEM = Family("quiz item")
"""The families of what an edition may leave out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """What the guide has and this edition does not."""

    pages: tuple[Annotated[str, ref(PROSE)], ...] = ()
    """Ids of prose pages."""
    sessions: tuple[Annotated[str, ref(SESSION)], ...] = ()
    """Ids of sessions with a group."""
    items: tuple[Annotated[str, ref(LEFT_ITEM)], ...] = ()
    """Ids of quiz items, such as which-ask-fits/the-mill; forms that hold one go on without it."""

    @property
    def count(self) -> int:
        return len((*self.pages, *self.sessions, *self.items))


@dataclass(frozen=True, kw_only=True, slots=True)
class Counts:
    """What an edition does to the guide."""

    changed: int = 0
    """Texts, and pages that take the place of another."""
    added: int = 0
    """Records and pages."""
    left_out: int = 0
    untranslated: int = 0
    """Texts and pages that stand there as the guide has them, in an edition in another language."""
    stale: int = 0
    """Pages that follow one that has moved on, and translations of a text that has changed since."""
    texts: int = 0
    """What readers see, in all records of the guide."""
    translated: int = 0
    unknown: int = 0
    """Translations of what the guide does not have any more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Edition:
    """What an edition is called, and what it leaves out; what it changes and adds stands in files beside this one."""

    id: Annotated[str, UNWRITTEN] = ""
    name: Text
    """What the guide is called, on every page, sheet and file."""
    base: Slug | None
    """The edition that this one is laid over; without it, the guide itself."""
    language: LanguageTag | None
    """What its words are written in, such as es; without it, what those of its base are written in."""
    direction: Direction | None
    """Which way its letters run; without it, as those of its language do."""
    published: Flag = False
    """Whether the site of the guide has it too, in the folder of its language."""
    look: Look = UNCHANGED
    center: Center = NOBODY
    leave_out: LeftOut = LeftOut()
    counts: Annotated[Counts, UNWRITTEN] = Counts()

    @property
    def folder(self) -> str:
        """Where its files stand."""
        return f"{EDITIONS}/{self.id}"

    @property
    def summary(self) -> str:
        """What it does to the guide, as a person reads it."""
        counts = self.counts
        parts = [
            f"{counts.changed} changed, {counts.added} added, {counts.left_out} left out, {counts.stale} stale"
        ]
        if self.language:
            parts.append(f"{counts.translated} of {counts.texts} texts in {self.language}")
        if counts.unknown:
            parts.append(f"{counts.unknown} translations of what is not there any more")
        return f"{self.id}: {self.name}. {'; '.join(parts)}."


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnPage(ProsePage):
    """A prose page of an edition: a new one, or one that takes the place of another."""

    after: Slug | None
    """The page of the menu that it stands below; only for a new page."""
    follows: Plain | None
    """The sum of the page whose place it takes, as that was when this one was written."""

    def lacks(self, anchor: str, page: str) -> Problem:
        """Return what is wrong where another page leads to a part that this one does not have."""
        what = f"the page {page} leads to #{anchor} here, and there is no such part"
        instead = f"put {{ #{anchor} }} behind a heading"
        return Problem(place=Place(path=self.path), where=self.id, what=what, instead=instead)


def guide_path(path: str) -> str:
    """Return the path that the guide has for what stands in a file of an edition, and any other as it is."""
    return path.split("/", 3)[-1] if is_of_edition(path) else path


def is_of_edition(path: str) -> bool:
    """Return whether a file is one of an edition."""
    return path.startswith(f"{EDITIONS}/")

"""An edition: the guide of a center, or in a language, with what it says in another way, adds and leaves out."""

from dataclasses import dataclass, field
from typing import Annotated

from .. import families
from ..families import Family
from ..problems import Place, Problem, counted
from .center import NOBODY, UNCHANGED, Center, Look
from .fields import UNWRITTEN, Flag, LanguageTag, Plain, Slug, Text, ref
from .guide import ProsePage
from .language import Direction

EDITION = "RIGHT_ASK_EDITION"
"""The setting that names the edition to make, for hosts that run a command of their own."""
EDITIONS = "content/editions"
"""The folder that holds a folder for each edition."""
EDITION_FILE = "edition.yml"
"""The file that every edition has."""
NAME = "site_name"
"""The key of the guide’s name, which the name of an edition replaces."""
PROSE = Family("prose page")
SESSION = families.SESSION
LEFT_ITEM = Family("quiz item")
"""The families of what an edition may leave out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """What an edition leaves out of the guide."""

    pages: tuple[Annotated[str, ref(PROSE)], ...] = ()
    """Ids of prose pages."""
    sessions: tuple[Annotated[str, ref(SESSION)], ...] = ()
    """Ids of sessions with a group."""
    items: tuple[Annotated[str, ref(LEFT_ITEM)], ...] = ()
    """Ids of quiz items, such as which-ask-fits/the-mill; forms that hold one go on without it."""


@dataclass(kw_only=True, slots=True)
class Counts:
    """How much an edition changes of the guide, counted while it is read."""

    changed: int = 0
    """Texts, and pages that take the place of another."""
    added: int = 0
    """Records and pages."""
    left_out: int = 0
    untranslated: int = 0
    """Texts and pages that are still in the language of the guide."""
    stale: int = 0
    """Pages and translations whose text in the guide has changed since."""
    texts: int = 0
    """All texts of the guide that readers see."""
    translated: int = 0
    unknown: int = 0
    """Translations of texts that the guide no longer has."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Edition:
    """An edition: its name and what it leaves out; what it changes and adds is in other files of its folder."""

    id: Annotated[str, UNWRITTEN] = ""
    name: Text
    """What the guide is called, on every page, sheet and file."""
    base: Slug | None
    """The edition that this one is laid over; without it, the guide itself."""
    language: LanguageTag | None
    """The language of its texts, such as es; if not given, that of its base."""
    direction: Direction | None
    """The direction of its letters; if not given, that of its language."""
    published: Flag = False
    """Whether the site of the guide has it too, in the folder of its language."""
    look: Look = UNCHANGED
    center: Center = NOBODY
    leave_out: LeftOut = LeftOut()
    counts: Annotated[Counts, UNWRITTEN] = field(default_factory=Counts, compare=False)

    @property
    def folder(self) -> str:
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
            parts.append(f"{counted(counts.unknown, 'translation')} of what is not there any more")
        return f"{self.id}: {self.name}. {'; '.join(parts)}."


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnPage(ProsePage):
    """A prose page of an edition: a new one, or one that takes the place of another."""

    after: Slug | None
    """The page above it in the menu; only for a new page."""
    follows: Plain | None
    """The sum of the page that it replaces, as that was when this one was written."""

    def lacks(self, anchor: str, page: str) -> Problem:
        """Return what is wrong where another page leads to a part that this one does not have."""
        what = f"the page {page} leads to #{anchor} here, and there is no such part"
        instead = f"put {{ #{anchor} }} behind a heading"
        return Problem(place=Place(path=self.path), where=self.id, what=what, instead=instead)


def guide_path(path: str) -> str:
    """Return the path of the guide’s file that a file of an edition changes; any other path as it is."""
    return path.split("/", 3)[-1] if is_of_edition(path) else path


def is_of_edition(path: str) -> bool:
    return path.startswith(f"{EDITIONS}/")

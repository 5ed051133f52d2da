"""Problems: what can be wrong with the input, how it is said, and the nearest known word where a name is unknown."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Self

from . import families
from .families import Family

_SHORT_LIST = 12
_WORDS = re.compile(r"[^/-]+")
_BETWEEN = re.compile(r"[\s,;，、]+")
"""What people put between names that are several."""
_LIKELY = 3
"""How many known names a message lists when none is similar."""
LISTED = {
    families.ASK: "content/asks.yml",
    families.ITEM: "quiz/bank/ and quiz/item-models/",
    families.MESSAGE: "content/messages.yml",
    families.SOURCE: "content/sources.yml and content/evidence.yml",
    families.STATEMENT: "content/contact-types/ and content/principles.yml",
    families.TWIN: "quiz/bank/ and quiz/item-models/",
}
"""The file that holds all ids of a family, named in messages for whoever looks one up."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Place:
    """A position in a source file; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1

    @classmethod
    def after(cls, path: str, text: str) -> Self:
        """Return the place just after `text`, with which the file begins."""
        return cls(path=path, line=text.count("\n") + 1, column=len(text) - text.rfind("\n"))

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Problem:
    """One fault of the input: where it is, what is wrong, and what to write instead."""

    place: Place
    where: str
    """The record or key, in the author's words: “insider-names: text”."""
    what: str
    instead: str
    rule: str = ""
    """The id of the rule that an item breaks; “” where the input could not be read as it should."""

    def __str__(self) -> str:
        where = f"{self.where}: {self.rule}" if self.rule else self.where
        return f"{self.place}: {where}: {self.what}; {self.instead}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """An id that one record uses for another; whether that one exists shows when all is read."""

    place: Place
    where: str
    family: Family
    name: str
    holder: Place
    """The record that uses it."""


@dataclass(slots=True)
class Problems:
    """Collects every problem of a run, so that an author sees all of them at once."""

    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    """What a person should look at; it keeps nothing from being built."""
    references: list[Reference] = field(default_factory=list)
    lost: set[Family] = field(default_factory=set)
    """Families of which a record could not be read. What seems to be missing may be one of theirs."""

    unread: set[str] = field(default_factory=set)
    """Ids of records that are there and could not be made: whoever names one is not to blame."""
    left_out: set[str] = field(default_factory=set)
    """Ids of pages and items that an edition leaves out: whoever names one has to change."""

    def add(self, place: Place, where: str, what: str, instead: str, rule: str = "") -> None:
        """Note a problem, but none of what a record makes of a text that cannot be read, which is told already."""
        if where == "file" or not any(
            one.place == place and one.where == "file" for one in self.errors
        ):
            self.errors.append(
                Problem(place=place, where=where, what=what, instead=instead, rule=rule)
            )

    def forget(self, place: Place, where: str, what: str) -> None:
        """Take back a problem that follows from another one."""
        said = (place, where, what)
        self.errors = [one for one in self.errors if (one.place, one.where, one.what) != said]

    def lose(self, *families: Family) -> None:
        """Note that a record of each of these families is not there to be judged."""
        self.lost.update(families)

    def lacks(self, *families: Family) -> bool:
        """Whether a record of one of these families is not there to be judged."""
        return not self.lost.isdisjoint(families)

    def excuse(self, *names: str) -> None:
        """Note the ids, or the possible ids, of records that could not be made."""
        self.unread.update(names)

    def excuses(self, name: str) -> bool:
        """Whether an id may be that of a record that could not be made, or of a part of one."""
        return name in self.unread or name.split("/", 1)[0] in self.unread

    def warn(self, place: Place, where: str, what: str, instead: str) -> None:
        """Note what somebody should look at, while all is built as it is."""
        warning = Problem(place=place, where=where, what=what, instead=instead)
        if warning not in self.warnings:  # A file may be read for more than one reason.
            self.warnings.append(warning)

    def advice(self, name: str, known: Iterable[str], listed: str = "") -> str:
        """Return what to write in place of an unknown name, of those that stand in `listed`."""
        if name in self.left_out:
            return "this edition leaves it out: keep it, or change this text too"
        return did_you_mean(name, known, listed)

    def references_to(self, family: Family) -> Iterator[Reference]:
        return (reference for reference in self.references if reference.family == family)

    def raise_any(self) -> None:
        """Raise `ContentError` with all problems in the order of the files, if there is one.

        What is doubtful on a line that is wrong may follow from that, and is left for the next time.
        """
        if self.errors:
            wrong = {(one.place.path, one.place.line) for one in self.errors}
            doubtful = {
                one for one in self.warnings if (one.place.path, one.place.line) not in wrong
            }
            raise ContentError(tuple(sorted(set(self.errors))), tuple(sorted(doubtful)))


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: “1 error”, “2 errors”."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def did_you_mean(value: str, known: Iterable[str], listed: str = "") -> str:
    """Return advice that names the nearest known word, all of a short list, or the likeliest of a long one.

    `listed` says where all of them stand.
    """
    options = sorted(set(known))
    several = _BETWEEN.split(value.strip())
    if len(several) > 1 and set(several) <= set(options):
        return f"put a comma after each, and no quotes around all: {', '.join(several)}"
    near = nearest(value, options)
    if near:
        return f"did you mean “{near}”?{f' Type it anew: it {odd}' if (odd := odd_sign(value)) else ''}"
    if 0 < len(options) <= _SHORT_LIST:
        return "use one of: " + ", ".join(options)
    likely = sorted(options, key=lambda one: _likeness(value, one), reverse=True)[:_LIKELY]
    such_as = f", such as {', '.join(f'“{one}”' for one in likely)}" if likely else ""
    return f"use one that exists{such_as}{f' (all are in {listed})' if listed else ''}"


def odd_sign(value: str) -> str:
    """Return what a name holds that looks like a hyphen, a letter or nothing, and is another sign; “” for nothing."""
    for sign in value:
        called = unicodedata.name(sign, "a sign without a name")
        if not sign.isascii() and not (sign.isalpha() and called.startswith("LATIN")):
            return f"holds U+{ord(sign):04X} ({called.lower()})"
    return ""


def _likeness(one: str, other: str) -> tuple[int, float]:
    """Return how many words two names share, and how alike they are letter by letter."""
    shared = set(_WORDS.findall(one)) & set(_WORDS.findall(other))
    return len(shared), difflib.SequenceMatcher(None, one, other).ratio()


def nearest(value: str, known: Iterable[str]) -> str | None:
    """Return the known word that `value` may be a misspelling or the end of, if there is one."""
    options = list(known)
    same = [option for option in options if _plain(option) == _plain(value)]
    whole = [option for option in options if option.endswith(f"/{value}")]
    return next(iter(same or whole or difflib.get_close_matches(value, options, n=1)), None)


def _plain(name: str) -> str:
    """Return a name without what people change in it: capitals, blanks and underscores."""
    return re.sub(r"[\s_]+", "-", name.strip().casefold())


class UnfitError(Exception):
    """A value is not what is expected; whoever asked for it knows where it stands."""

    def __init__(self, what: str, instead: str, place: Place | None = None) -> None:
        self.what, self.instead, self.place = what, instead, place
        super().__init__(what)


class ContentError(Exception):
    """The input has problems; nothing was written."""

    def __init__(self, problems: tuple[Problem, ...], warnings: tuple[Problem, ...] = ()) -> None:
        self.problems = problems
        self.warnings = warnings
        super().__init__("\n".join(str(problem) for problem in problems))


class BuildError(Exception):
    """The site could not be built; the last good one is untouched."""


class UsageError(Exception):
    """A command was given something that it does not know."""

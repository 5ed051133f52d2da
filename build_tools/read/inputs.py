"""Which YAML files there are, and what each of them holds."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from ..model.before_you_send import Check
from ..model.edition import Edition
from ..model.forms import Blueprint, DrawnForm
from ..model.guide import GuideText
from ..model.handouts import Handouts
from ..model.item_models import ItemModel
from ..model.library import Ask, ContactType, Principle, Reason
from ..model.messages import Message
from ..model.rule_words import (
    Accepted,
    FirstNames,
    Measures,
    Openings,
    Opinions,
    Qualifiers,
    Usage,
    WordLists,
)
from ..model.sources import Evidence, Source
from ..model.targets import Target
from ..model.ties import Tie
from ..model.words import GuideWords, QuizWords
from ..model.workshop import Workshop
from ..model.written import WrittenItems
from ..problems import nearest

INPUT: Mapping[str, Any] = {
    "content/asks.yml": tuple[Ask, ...],
    "content/contact-types/*.yml": ContactType,
    "content/downloads.yml": tuple[Target, ...],
    "content/editions/*/edition.yml": Edition,
    "content/evidence.yml": tuple[Evidence, ...],
    "content/guide.yml": GuideText,
    "content/handouts.yml": Handouts,
    "content/messages.yml": tuple[Message, ...],
    "content/principles.yml": tuple[Principle, ...],
    "content/reasons.yml": tuple[Reason, ...],
    "content/sources.yml": tuple[Source, ...],
    "content/ties.yml": tuple[Tie, ...],
    "content/words.yml": GuideWords,
    "content/workshop.yml": Workshop,
    "quiz/bank/*.yml": WrittenItems,
    "quiz/blueprints.yml": tuple[Blueprint, ...],
    "quiz/components/before-you-send/check.yml": Check,
    "quiz/forms/*.yml": DrawnForm,
    "quiz/item-models/*.yml": ItemModel,
    "quiz/rules/*/accepted.yml": tuple[Accepted, ...],
    "quiz/rules/*/measures.yml": Measures,
    "quiz/rules/*/openings.yml": Openings,
    "quiz/rules/*/qualifiers.yml": Qualifiers,
    "quiz/rules/*/usage.yml": Usage,
    "quiz/rules/*/words.yml": WordLists,
    "quiz/rules/names.yml": FirstNames,
    "quiz/rules/opinions.yml": Opinions,
    "quiz/words.yml": QuizWords,
}
"""What each YAML file holds; * stands for any name."""


_OF_SYSTEMS = ("thumbs.db", "desktop.ini", "icon\r")
"""What Windows and macOS leave in folders."""


_COPY = re.compile(
    r"^(?:copy of|copia de|copie de|kopie von) | (?:- )?(?:copy|copia|copie|kopie)(?: \(?\d+\)?)?$| ?\(\d+\)$| \d+$"
    r"| \([^()]*(?:conflict|conflicto|konflikt|copy)[^()]*\)$|[.~]sync-conflict-[\w-]+$|[_.](?:copy|old|bak|backup|orig)$",
    re.IGNORECASE,
)
"""What explorers, browsers and clouds add to the name of a copy, and people."""
_ENDED = ((r"\.(?:txt|bak|orig|old)$", ""), (r"\.yaml$", ".yml"), (r"\.pot$", ".po"))
_LANGUAGE = re.compile(r"(?:\.yml)?[._-][a-z]{2}(?:[-_][a-z]{2})?(?=\.po$)|\.yml(?=\.po$)")


def copied(path: str) -> str:
    """Return the path of the file or folder that one is a copy of, as its name says; its own if it says nothing."""
    own = PurePosixPath(path)
    stem = _COPY.sub("", _COPY.sub("", own.stem))  # “asks - Copy (2)”, “asks - Copy - Copy”
    return str(own.with_name(f"{stem}{own.suffix}")) if stem else path


def meant_names(path: str) -> Iterator[str]:
    """Yield the paths that may be meant by one that nobody reads, as files are named here, the likeliest first."""
    path = path.lower()
    for ending, right in _ENDED:
        path = re.sub(ending, right, path)
    for name in (path, copied(path)):
        yield name
        yield _LANGUAGE.sub("", name)
    name = re.sub(r"\.po$", ".yml", path)
    homes = [one for one in INPUT if one.endswith(f"/{name}")]
    yield from (f"{home.removesuffix(name)}{path}" for home in homes if len(homes) == 1)


def is_left_over(name: str) -> bool:
    """Return whether a file is one that systems, editors or office programs leave behind."""
    return name.startswith((".", "~$", "#")) or name.endswith("~") or name.lower() in _OF_SYSTEMS


@cache
def pattern_of(path: str) -> str | None:
    """Return which of these a path is one of."""
    if path in INPUT:
        return path
    of_depth = (one for one in INPUT if one.count("/") == path.count("/"))
    return next((one for one in of_depth if PurePosixPath(path).match(one)), None)


def unread(root: Path, folders: Iterable[str]) -> Iterator[str]:
    """Yield each YAML or Markdown file directly in these folders that nobody reads."""
    for folder in folders:
        for file in sorted((root / folder).glob("*.*")):
            path = f"{folder}/{file.name}"
            words = file.suffix.lower() in (".yml", ".yaml", ".md", ".po", ".pot")
            hidden = is_left_over(file.name) or file.stem.lower() == "readme"
            if words and not hidden and file.is_file() and not pattern_of(path):
                yield path


def meant_by(path: str) -> str | None:
    """Return the file that a misnamed file may be meant for."""
    folder = PurePosixPath(path).parent.name
    own = (one for one in INPUT if "*" not in PurePosixPath(one).name)
    return nearest(path, (one.replace("*", folder) for one in own))


def misnamed(root: Path, path: str) -> str | None:
    """Return the misnamed file that may be meant for one that is missing."""
    beside = unread(root, [str(PurePosixPath(path).parent)])
    return next((one for one in beside if meant_by(one) == path), None)


def po_path(path: str) -> str:
    """Return the path that translations of a YAML file have below the folder of an edition."""
    return str(PurePosixPath(path).with_suffix(".po"))

"""Editions: which there are, what belongs into the folder of one, and the menu with its pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path

from ..model.edition import EDITION, EDITIONS, PROSE, SESSION, Counts, Edition, OwnPage
from ..model.guide import LED_TO, MENU, GuideText, Section
from ..model.library import Library
from ..model.workshop import Workshop
from ..problems import Place, Problems, did_you_mean, note_unknown
from .files import SourceTree
from .inputs import pattern_of
from .reading import Reading

_FILE = "edition.yml"
_NAME = "site_name"
_TOLD = "give it the path that the guide’s file has, such as content/words.yml, or move it away"
_KEPT = ("content/pages/*.md", "content/drawings/*.svg")
"""What an edition may have besides the YAML files of the guide."""


def edition_ids(root: Path) -> list[str]:
    """Return the ids of all editions, sorted."""
    return sorted(found.parent.name for found in (root / EDITIONS).glob(f"*/{_FILE}"))


def folder_of(root: Path, edition: str, problems: Problems) -> str:
    """Return the folder of an edition, or “” for the guide itself or after noting that there is no such one."""
    if not edition:
        return ""
    known = edition_ids(root)
    if edition in known:
        return f"{EDITIONS}/{edition}"
    instead = did_you_mean(edition, known) if known else f"write {EDITIONS}/{edition}/{_FILE}"
    problems.add(Place(path=EDITION), "edition", f"there is no edition “{edition}”", instead)
    return ""


def read_edition(reading: Reading) -> Edition | None:
    """Return what an edition says of itself, after noting files in its folder that nobody reads."""
    tree = reading.tree
    if not tree.own:
        return None
    for path in _strays(tree):
        place = Place(path=f"{tree.own}/{path}")
        reading.problems.add(place, "file", "the guide has no file like this", _TOLD)
    edition: Edition = reading.one(f"{tree.own}/{_FILE}").read(Edition)
    pages, sessions = frozenset(edition.leave_out.pages), frozenset(edition.leave_out.sessions)
    reading.omissions.out.update({PROSE: pages, MENU: pages, LED_TO: pages, SESSION: sessions})
    return edition


def arrange(library: Library, edition: Edition, reading: Reading) -> Library:
    """Return the guide of an edition: under its name, with its pages in the menu."""
    overlay, out = reading.overlay, edition.leave_out
    _note_second_names(reading)
    note_unknown(
        reading.problems, {one: reading.omissions.there.get(one, ()) for one in (PROSE, SESSION)}
    )
    reading.problems.leave_out(*out.pages, *(f"session-{one}" for one in out.sessions))
    own = [one for one in library.pages if isinstance(one, OwnPage)]
    counts = Counts(
        changed=overlay.changed + sum(one.follows is not None for one in own),
        added=overlay.added + sum(one.follows is None for one in own),
        left_out=len(out.pages) + len(out.sessions),
        stale=overlay.stale + reading.translations.stale,
        texts=reading.translations.texts,
        translated=reading.translations.translated,
        unknown=reading.translations.unknown,
    )
    return replace(
        library,
        workshop=_workshop(library.workshop) if out.sessions else library.workshop,
        guide=replace(library.guide, sections=tuple(_sections(library.guide, own))),
        words={**library.words, _NAME: edition.name},
        edition=replace(edition, counts=counts),
    )


def _note_second_names(reading: Reading) -> None:
    """Note a name of the guide among the words of an edition, which says it in its own file."""
    for one in reading.typed:
        if one.key == _NAME and reading.tree.is_own(one.place.path):
            what = f"the name of an edition stands in {_FILE}"
            reading.problems.add(one.place, _NAME, what, "leave it out here")


def _workshop(workshop: Workshop) -> Workshop:
    """Return the sessions without activities that none of them holds any more."""
    held = {name for session in workshop.sessions for name in session.plan}
    activities = {key: one for key, one in workshop.activities.items() if key in held}
    return replace(workshop, activities=activities)


def _sections(guide: GuideText, own: Iterable[OwnPage]) -> Iterator[Section]:
    """Yield the sections of the menu that still hold a page, with the new ones in them."""
    below: dict[str | None, list[str]] = {}
    for page in own:
        below.setdefault(page.after, []).append(page.id)
    for section in guide.sections:
        if section.pages:
            pages = [name for one in section.pages for name in (one, *below.get(one, ()))]
            yield replace(section, pages=tuple(pages))


def _strays(tree: SourceTree) -> Iterator[str]:
    """Yield each file of the edition that is none of the guide’s files, and may be none of its own."""
    folder = tree.root / tree.own
    for found in sorted(folder.rglob("*")):
        path = found.relative_to(folder).as_posix()
        hidden = found.name.startswith(".") or found.name.endswith("~")
        if found.is_file() and not hidden and path != _FILE and not _is_read(path):
            yield path


def _is_read(path: str) -> bool:
    kind = pattern_of(re.sub(r"\.po$", ".yml", path))
    kept = any(path.count("/") == one.count("/") and fnmatch(path, one) for one in _KEPT)
    return kept or (kind is not None and kind != f"{EDITIONS}/*/{_FILE}")

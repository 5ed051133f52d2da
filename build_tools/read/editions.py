"""Editions: which there are, those that one is laid over, and the menu with its pages."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from babel import Locale

from ..model.center import NOBODY, UNCHANGED
from ..model.edition import (
    EDITION_FILE,
    EDITIONS,
    LEFT_ITEM,
    NAME,
    PROSE,
    SESSION,
    Counts,
    Edition,
    LeftOut,
    OwnPage,
)
from ..model.guide import LED_TO, MENU, GuideText, Section
from ..model.language import GUIDE_LANGUAGE, Language
from ..model.library import Library
from ..model.pages import session_page
from ..model.records import grouped
from ..model.workshop import Workshop
from ..problems import Place, Problems, did_you_mean, nearest
from .files import IN_CLOUD, SourceTree, has_file, in_cloud
from .inputs import is_left_over
from .pictures import read_look
from .reading import Reading, begin
from .record import RecordReader
from .settings import is_folder
from .strays import note_copies, note_strays
from .unknown import note_unknown
from .untranslated import untranslated

_SAID = {NAME: "name", "footer": "center: footer"}
"""Words of the guide that an edition says in its own file, and the key there."""


def edition_ids(root: Path) -> list[str]:
    folders = (folder.name for folder in (root / EDITIONS).glob("*"))
    return sorted(name for name in folders if has_file(root, f"{EDITIONS}/{name}/{EDITION_FILE}"))


def renamed(folder: Path) -> str:
    """Return what to do where the own file of an edition has another name; “” where there is none like it."""
    if in_cloud(folder / EDITION_FILE):
        return IN_CLOUD
    names = [one.name for one in folder.iterdir() if one.is_file()] if folder.is_dir() else []
    near = nearest(EDITION_FILE, (name for name in names if not is_left_over(name)))
    return f"rename {near} to {EDITION_FILE}" if near else ""


def read_editions(reading: Reading, name: str) -> list[Edition]:
    """Return the edition of this name behind those that it is laid over; none for the guide itself.

    An unknown name and a base in a circle are noted, and files in their folders that nobody reads. There is none where the own
    file of one of them cannot be read.
    """
    editions: list[Edition] = []
    # Whoever names it does so in no file: what is told is where it would stand.
    place, where = Place(path=f"{EDITIONS}/{name}/{EDITION_FILE}"), "edition"
    while name and _is_there(name, editions, place, where, reading):
        before = len(reading.problems.errors)
        record = reading.one(f"{EDITIONS}/{name}/{EDITION_FILE}")
        if not record.names and len(reading.problems.errors) > before:
            return []  # in which language it is, and over which one, is what all else in it depends on
        edition = _read(record, name, reading.tree)
        editions.insert(0, edition)
        where = f"{EDITIONS}/{name}/{EDITION_FILE}: base"
        place, name = record.place("base"), edition.base or ""
        note_strays(edition, reading, whole=len(reading.problems.errors) == before)
    return editions


def _read(record: RecordReader, name: str, tree: SourceTree) -> Edition:
    called = record.field(Edition, "name")
    look = read_look(record, tree, called) if "look" in record.names else UNCHANGED
    edition: Edition = record.read(Edition, id=name, name=called, look=look)
    if not is_folder(address := edition.center.site_url or ""):
        bare = re.split("[?#@]", address)[0]
        what = "an address with ? or # or @ is none of a folder, in which all pages stand"
        record.record("center").note("site_url", what, f"write {bare}")
    return edition


def as_one(editions: Sequence[Edition]) -> Edition:
    """Return the last edition; a look or a center that it does not give is that of its base."""
    looks = [edition.look for edition in editions if edition.look != UNCHANGED]
    centers = [edition.center for edition in editions if edition.center != NOBODY]
    return replace(editions[-1], look=[UNCHANGED, *looks][-1], center=[NOBODY, *centers][-1])


def _is_there(
    name: str, above: Sequence[Edition], place: Place, where: str, reading: Reading
) -> bool:
    """Return whether an edition of this name can be the next base; note why not."""
    known = edition_ids(reading.tree.root)
    round_ = [edition.id for edition in above]
    if name in known and name not in round_:
        return True
    what = f"there is no edition “{name}”"
    other = did_you_mean(name, known) if known else f"write {EDITIONS}/{name}/{EDITION_FILE}"
    instead = renamed(reading.tree.root / EDITIONS / name) or other
    if name in round_:
        what = f"these are laid over each other in a circle: {', '.join([name, *round_])}"
        instead = "leave “base:” out of the one that stands on the guide itself"
    reading.problems.add(place, where, what, instead)
    return False


def published_editions(root: Path, problems: Problems) -> list[tuple[Edition, Language]]:
    """Return the editions that stand in the site of the guide, each in the folder of its language; note what cannot."""
    by_tag: dict[str, tuple[Edition, Language]] = {}
    copies = note_copies(root, problems)
    for folder in sorted((root / EDITIONS).glob("*")):
        path = f"{EDITIONS}/{folder.name}/{EDITION_FILE}"
        if not has_file(root, path) and (instead := renamed(folder)):
            what = "its own file has another name"
            problems.add(Place(path=path), "edition", what, instead)
    for name in edition_ids(root):
        own = Problems()
        editions = read_editions(begin(root, own), name)
        if name in copies or (editions and not editions[-1].published):
            continue  # a draft may have faults, which must not stop the guide
        problems.errors += own.errors
        if not editions:
            continue  # it cannot be read, and may be no draft
        language = language_of(editions)
        place = Place(path=f"{editions[-1].folder}/{EDITION_FILE}")
        if language.name == GUIDE_LANGUAGE.name:
            what = "the site of the guide has only editions in another language beside it"
            instead = f"leave it out, and build this one with --edition {name}"
            problems.add(place, "published", what, instead)
        elif language.tag in by_tag:
            what = f"{by_tag[language.tag][0].id} is published in this language already"
            problems.add(place, "published", what, "leave it out of one of them")
        else:
            by_tag[language.tag] = (editions[-1], language)
    return list(by_tag.values())


def over(reading: Reading, editions: Sequence[Edition]) -> Reading:
    """Return a reading of the guide with these editions laid over it, each without what it leaves out."""
    pages = frozenset(page for edition in editions for page in edition.leave_out.pages)
    sessions = frozenset(session for edition in editions for session in edition.leave_out.sessions)
    items = frozenset(item for edition in editions for item in edition.leave_out.items)
    if editions:
        out = {PROSE: pages, MENU: pages, LED_TO: pages, SESSION: sessions, LEFT_ITEM: items}
        reading.omissions.out.update(out)
    tree = replace(reading.tree, layers=tuple(edition.folder for edition in editions))
    languages = {one.folder: language_of(editions[:at]).tag for at, one in enumerate(editions, 1)}
    return replace(reading, tree=tree, languages=languages)


def language_of(editions: Sequence[Edition]) -> Language:
    """Return the language of the last edition; one that gives none has that of its base."""
    language = GUIDE_LANGUAGE
    for edition in editions:
        if edition.language:
            way: Any = Locale.parse(edition.language, sep="-").text_direction
            language = Language(tag=edition.language, direction=way)
        if edition.direction:
            language = replace(language, direction=edition.direction)
    return language


def arrange(library: Library, editions: Sequence[Edition], reading: Reading) -> Library:
    """Return the guide of the last edition: under its name, with its pages in the menu."""
    edition, language = as_one(editions), language_of(editions)
    out = _left_out(reading)
    said = {NAME: edition.name, "footer": edition.center.footer}
    own_words = {key: text for key, text in said.items() if text}
    _note_said_twice(reading, own_words)
    own = [page for page in library.pages if isinstance(page, OwnPage)]
    count, foreign = untranslated(library, language, reading)
    counts = _counts(edition, own, count, reading)
    if edition.published and count and not reading.problems.errors:
        place = Place(path=f"{edition.folder}/{EDITION_FILE}")
        what = f"not translated: {count} of its texts and pages"
        instead = f"run “translate {edition.id}”, and translate what stands there in English"
        reading.problems.warn(place, "published", what, instead)
    return replace(
        library,
        workshop=_workshop(library.workshop) if out.sessions else library.workshop,
        guide=replace(library.guide, sections=tuple(_sections(library.guide, own))),
        words={**library.words, **own_words},
        edition=replace(edition, counts=counts, leave_out=out),
        language=language,
        foreign=foreign,
    )


def _left_out(reading: Reading) -> LeftOut:
    """Return what all editions leave out, and note ids that the guide does not have."""
    problems, omissions = reading.problems, reading.omissions
    pages, sessions, items = (
        tuple(sorted(omissions.out[family])) for family in (PROSE, SESSION, LEFT_ITEM)
    )
    note_unknown(problems, {family: omissions.there.get(family, ()) for family in (PROSE, SESSION)})
    problems.left_out.update(pages, map(session_page, sessions))
    return LeftOut(pages=pages, sessions=sessions, items=items)


def _counts(edition: Edition, own: Iterable[OwnPage], waiting: int, reading: Reading) -> Counts:
    """Return how much an edition changes, adds, leaves out and has translated."""
    counts, out = reading.counts, edition.leave_out
    new = [page.follows is None for page in own if page.path.startswith(f"{edition.folder}/")]
    return replace(
        counts,
        changed=counts.changed + new.count(False),
        added=counts.added + new.count(True),
        left_out=len((*out.pages, *out.sessions, *out.items)),
        texts=counts.translated + len(reading.of_guide),
        untranslated=waiting,
    )


def _note_said_twice(reading: Reading, said: Collection[str]) -> None:
    """Note words that stand in the edition’s words.yml, although its own file has a key for them."""
    for one in reading.typed:
        words = one.place.path.endswith("/content/words.yml")
        if words and one.key in said and reading.tree.is_own(one.place.path):
            what = f"an edition says this in {EDITION_FILE}, under “{_SAID[one.key]}”"
            reading.problems.add(one.place, one.key, what, "leave it out here")


def _workshop(workshop: Workshop) -> Workshop:
    """Return the sessions without activities that none of them holds any more."""
    held = {name for session in workshop.sessions for name in session.plan}
    activities = tuple(one for one in workshop.activities if one.id in held)
    return replace(workshop, activities=activities)


def _sections(guide: GuideText, own: Iterable[OwnPage]) -> Iterator[Section]:
    """Yield the sections of the menu with the new pages in them."""
    below = dict(grouped(own, lambda page: page.after))
    for section in guide.sections:
        pages = ((name, *(page.id for page in below.get(name, ()))) for name in section.pages)
        yield replace(section, pages=tuple(chain.from_iterable(pages)))

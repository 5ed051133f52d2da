"""Editions: which there are, what belongs into the folder of one, and the menu with its pages."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatch
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
from ..model.workshop import Workshop
from ..problems import Place, Problems, did_you_mean
from .files import PICTURES, SourceTree
from .inputs import is_left_over, pattern_of
from .pictures import read_look
from .reading import Reading, begin
from .record import RecordReader
from .settings import PLAIN, is_folder
from .unknown import note_unknown
from .untranslated import untranslated

_SAID = {NAME: "name", "footer": "center: footer"}
"""Words of the guide that an edition says in its own file, and the key there."""
_NO_SUCH_FILE = (
    "give it the path that the guide’s file has, such as content/words.yml, or move it away"
)
_KEPT = ("content/pages/*.md", "content/drawings/*.svg", "*.csv")
"""What an edition may have besides the YAML files of the guide."""


def edition_ids(root: Path) -> list[str]:
    """Return the ids of all editions, sorted."""
    return sorted(file.parent.name for file in (root / EDITIONS).glob(f"*/{EDITION_FILE}"))


def read_editions(reading: Reading, name: str) -> list[Edition]:
    """Return the edition of this name behind those that it is laid over; none for the guide itself.

    An unknown name and a base in a circle are noted, and files in their folders that nobody reads.
    """
    editions: list[Edition] = []
    # Whoever names it does so in no file: what is told is where it would stand.
    place, where = Place(path=f"{EDITIONS}/{name}/{EDITION_FILE}"), "edition"
    while name and _is_there(name, editions, place, where, reading):
        before = len(reading.problems.errors)
        record = reading.one(f"{EDITIONS}/{name}/{EDITION_FILE}")
        edition = _read(record, name, reading.tree)
        editions.insert(0, edition)
        where = f"{EDITIONS}/{name}/{EDITION_FILE}: base"
        place, name = record.place("base"), edition.base or ""
        _note_strays(edition, reading, whole=len(reading.problems.errors) == before)
    return editions


def _note_strays(edition: Edition, reading: Reading, *, whole: bool) -> None:
    """Note files that nobody reads; but no picture if the edition is not `whole`, since a faulty key may be meant to name it."""
    pictures = {edition.look.logo, edition.look.card}
    for path in _strays(reading.tree.root / edition.folder, pictures):
        if whole or not path.lower().endswith(PICTURES):
            stray, meant = Place(path=f"{edition.folder}/{path}"), _meant(path)
            instead = f"rename it to {meant}" if _is_read(meant) else _NO_SUCH_FILE
            reading.problems.add(stray, "file", "the guide has no file like this", instead)


def _read(record: RecordReader, name: str, tree: SourceTree) -> Edition:
    """Return what an edition says of itself."""
    called = record.field(Edition, "name")
    look = read_look(record.record("look"), tree, called) if "look" in record.names else UNCHANGED
    edition: Edition = record.read(Edition, id=name, name=called, look=look)
    if not is_folder(edition.center.site_url or ""):
        record.record("center").note("site_url", "other files could not stand below it", PLAIN)
    return edition


def as_one(editions: Sequence[Edition]) -> Edition:
    """Return the last edition, which looks like its base and is of the same center where it says nothing of that."""
    looks = [edition.look for edition in editions if edition.look != UNCHANGED]
    centers = [edition.center for edition in editions if edition.center != NOBODY]
    return replace(editions[-1], look=[UNCHANGED, *looks][-1], center=[NOBODY, *centers][-1])


def _is_there(
    name: str, above: Sequence[Edition], place: Place, where: str, reading: Reading
) -> bool:
    """Return whether there is an edition of this name to lay others over, after noting that there is none."""
    known = edition_ids(reading.tree.root)
    round_ = [edition.id for edition in above]
    if name in known and name not in round_:
        return True
    what = f"there is no edition “{name}”"
    instead = did_you_mean(name, known) if known else f"write {EDITIONS}/{name}/{EDITION_FILE}"
    if name in round_:
        what = f"these are laid over each other in a circle: {', '.join([name, *round_])}"
        instead = "leave “base:” out of the one that stands on the guide itself"
    reading.problems.add(place, where, what, instead)
    return False


def published_editions(root: Path, problems: Problems) -> list[tuple[Edition, Language]]:
    """Return the editions that stand in the site of the guide, each in the folder of its language; note what cannot."""
    by_tag: dict[str, tuple[Edition, Language]] = {}
    for name in edition_ids(root):
        own = Problems()
        editions = read_editions(begin(root, own), name)
        if not editions or not editions[-1].published:
            continue  # a draft may have faults, which must not stop the guide
        problems.errors += own.errors
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
    """Return what the words of the last edition are written in; one that says nothing has it from its base."""
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
    overlay, edition, language = reading.overlay, as_one(editions), language_of(editions)
    left = reading.omissions.out
    pages, sessions, items = (tuple(sorted(left[one])) for one in (PROSE, SESSION, LEFT_ITEM))
    out = LeftOut(pages=pages, sessions=sessions, items=items)
    said = {NAME: edition.name, "footer": edition.center.footer}
    own_words = {key: text for key, text in said.items() if text}
    _note_said_twice(reading, own_words)
    note_unknown(
        reading.problems, {one: reading.omissions.there.get(one, ()) for one in (PROSE, SESSION)}
    )
    reading.problems.left_out.update(out.pages, map(session_page, out.sessions))
    own = [page for page in library.pages if isinstance(page, OwnPage)]
    of_it = [one for one in own if one.path.startswith(f"{edition.folder}/")]
    count, foreign = untranslated(library, language, reading)
    counts = Counts(
        changed=overlay.changed + sum(page.follows is not None for page in of_it),
        added=overlay.added + sum(page.follows is None for page in of_it),
        untranslated=count,
        left_out=edition.leave_out.count,
        stale=overlay.stale + reading.translations.stale,
        texts=reading.translations.translated + len(reading.of_guide),
        translated=reading.translations.translated,
        unknown=reading.translations.unknown,
    )
    if edition.published and counts.untranslated and not reading.problems.errors:
        place = Place(path=f"{edition.folder}/{EDITION_FILE}")
        what = f"{counts.untranslated} texts and pages are not translated"
        instead = f"they stand there in English: run “translate {edition.id}”, and translate them"
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


def _note_said_twice(reading: Reading, said: Collection[str]) -> None:
    """Note words of the guide among those of an edition, which says them in its own file."""
    for one in reading.typed:
        words = one.place.path.endswith("/content/words.yml")
        if words and one.key in said and reading.tree.is_own(one.place.path):
            what = f"an edition says this in {EDITION_FILE}, under “{_SAID[one.key]}”"
            reading.problems.add(one.place, one.key, what, "leave it out here")


def _workshop(workshop: Workshop) -> Workshop:
    """Return the sessions without activities that none of them holds any more."""
    held = {name for session in workshop.sessions for name in session.plan}
    activities = {key: one for key, one in workshop.activities.items() if key in held}
    return replace(workshop, activities=activities)


def _sections(guide: GuideText, own: Iterable[OwnPage]) -> Iterator[Section]:
    """Yield the sections of the menu with the new pages in them."""
    below: dict[str | None, list[str]] = {}
    for page in own:
        below.setdefault(page.after, []).append(page.id)
    for section in guide.sections:
        pages = [name for one in section.pages for name in (one, *below.get(one, ()))]
        yield replace(section, pages=tuple(pages))


def _strays(folder: Path, pictures: Collection[str | None]) -> Iterator[str]:
    """Yield each file of an edition that is none of the guide’s files, and may be none of its own."""
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        own = path == EDITION_FILE or path in pictures
        if file.is_file() and not is_left_over(file.name) and not own and not _is_read(path):
            yield path


def _meant(path: str) -> str:
    """Return the path that a file would have, were it named as files are here."""
    return re.sub(r"\.yaml$", ".yml", re.sub(r"\.txt$", "", path.lower()))


def _is_read(path: str) -> bool:
    pattern = pattern_of(re.sub(r"\.po$", ".yml", path))
    kept = any(path.count("/") == one.count("/") and fnmatch(path, one) for one in _KEPT)
    return kept or (pattern is not None and pattern != f"{EDITIONS}/*/{EDITION_FILE}")

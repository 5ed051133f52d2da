"""The prose pages of the guide."""

import re

from .. import families
from ..model.edition import PROSE, OwnPage
from ..model.guide import MENU, ProsePage
from ..model.tokens import content_hash
from ..problems import Place, Problems, Reference, did_you_mean
from .files import SourceFile, stem_of
from .reading import Reading
from .record import RecordReader
from .values import is_slug
from .yaml_nodes import parse, texts_of

PAGES = "content/pages"
_OTHER = re.compile("[^a-z0-9]+")
_FRONT = re.compile(r"(\s*---[ \t]*\n)(.*?\n)?---[ \t]*(?:\n|$)", re.DOTALL)
_MISPLACED = {
    "after": "this page takes the place of one that stands in the menu",
    "follows": "the guide has no page of this name",
}
_OPENED = re.compile(r"\s*---[ \t]*\n")


def load_pages(reading: Reading) -> tuple[ProsePage, ...]:
    """Return every prose page, by file name; one of an edition stands for that of the guide."""
    paths = list(reading.tree.paths(PAGES, ".md"))
    kept = [path for path in paths if reading.omissions.keeps(PROSE, stem_of(path))]
    bodies: dict[str, str] = {}
    # A copy keeps the name of the other file with a word more.
    in_turn = sorted(kept, key=lambda path: (reading.tree.is_own(path), stem_of(path)))
    pages = {path: _page(path, reading, bodies) for path in in_turn}
    if not paths:
        reading.problems.lose(families.PAGE)
    for path, page in pages.items():
        if page is None:
            reading.problems.lose(families.HOME)
            reading.problems.excuse(stem_of(path))
    return tuple(page for path in kept if (page := pages[path]))


def _page(path: str, reading: Reading, bodies: dict[str, str]) -> ProsePage | None:
    """Return a page, or None after noting why it is none; `bodies` are those of the pages so far, with their paths."""
    *below, path = dict.fromkeys((path, *reading.tree.own_paths(path)))
    file = reading.tree.read(path)
    front = _front(file, reading.problems) if file else None
    if file is None or front is None or not _is_named(file, reading):
        return None
    body = file.text[front.end() :]
    if body.strip() and (first := bodies.setdefault(body.strip(), file.path)) != file.path:
        what, instead = f"{first} has the same text", "delete one of them, or write another text"
        reading.problems.add(Place.after(file.path, front[0]), file.stem, what, instead)
        return None
    if not body.strip():
        what, instead = "the page has no text", "write it below the second ---"
        reading.problems.add(Place.after(file.path, front[0]), file.stem, what, instead)
        reading.problems.lose(families.HOME)
        reading.problems.excuse(file.stem)
    # The opening “---” stays as a comment line, so that positions are those of the file.
    text = front[1].replace("---", "#--") + (front[2] or "")
    head = parse(SourceFile(path=file.path, text=text), reading.problems)
    if head is None:
        return None
    reading.claims.claim(file.stem, Place(path=file.path), families.PAGE)
    reading.typed.extend(texts_of(head))
    record = RecordReader(head, file.stem, reading.claims)
    own = reading.tree.is_own(file.path)
    if own:
        _hold_own(record, below, reading)
    line = Place.after(file.path, front[0]).line
    kind = OwnPage if own else ProsePage
    return record.read(kind, id=file.stem, body=body, body_line=line, path=file.path)


def _is_named(file: SourceFile, reading: Reading) -> bool:
    """Return whether the name of a file is an id; note it if not."""
    if is_slug(file.stem):
        return True
    reading.problems.excuse(_OTHER.sub("-", file.stem.casefold().removesuffix(".md")).strip("-"))
    what, instead = f"“{file.stem}” is not an id", "name the file in lower case and hyphens"
    reading.problems.add(Place(path=file.path), "page", what, instead)
    return False


def _hold_own(record: RecordReader, below: list[str], reading: Reading) -> None:
    """Note a page of an edition that lacks its place in the menu, or the state of the page `below` that it follows.

    A page in place of one that only a base edition has must say `after:` again.
    """
    stands = bool(below) and not reading.tree.is_own(below[0])
    for no_key, key, refused in (("after", "follows", stands), ("follows", "after", not below)):
        if refused and no_key in record.names:
            record.note(no_key, _MISPLACED[no_key], f"leave it out, and write “{key}:”")
    if below:
        _hold_followed(record, below[-1], record.field(OwnPage, "follows"), reading)
    if not stands:
        _hold_place(record, record.field(OwnPage, "after"), reading)


def _hold_place(record: RecordReader, named: str | None, reading: Reading) -> None:
    if named is None:
        what = "nothing says where this page stands in the menu"
        record.note("", what, "add “after:” with the id of the page above it")
    else:
        known = {reference.name for reference in reading.problems.references_to(MENU)}
        if known and named not in known:
            instead = did_you_mean(named, known)
            record.note("after", f"the menu has no page “{named}”", instead)
    place = record.place("after")
    reading.problems.references.append(
        Reference(place=place, where="after", family=MENU, name=stem_of(place.path), holder=place)
    )


def _hold_followed(record: RecordReader, path: str, named: str | None, reading: Reading) -> None:
    followed = reading.tree.read(path)
    now = content_hash(followed.text) if followed else ""
    if named is None:
        what = f"nothing says which state of {path} it follows"
        record.note("", what, f'add “follows: "{now}"”, the sum of that page today')
    elif named != now:
        reading.counts.stale += 1
        what = f"{path} has changed since this page was written"
        place = record.place("follows")
        instead = f'see what changed there, then write “follows: "{now}"”'
        reading.problems.warn(place, f"{stem_of(place.path)}: follows", what, instead)


def _front(file: SourceFile, problems: Problems) -> re.Match[str] | None:
    """Return the front matter of a page with the lines around it, or None after noting its absence."""
    front = _FRONT.match(file.text)
    if front:
        return front
    what, instead = "no front matter", "begin with --- and title, description, grade"
    if _OPENED.match(file.text):
        what, instead = "the front matter has no end", "put a line --- below its last key"
    problems.add(Place(path=file.path), "page", what, instead)
    return None

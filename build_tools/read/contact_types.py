"""Contact types: one file each."""

import re
from collections.abc import Collection

from .. import families
from ..model.fields import fits_of
from ..model.library import STATEMENT_LISTS, Advice, ContactType, Statement
from ..problems import Place, UnfitError, did_you_mean
from .claims import is_ours
from .files import SourceFile, stem_of
from .messages import read_message
from .pictures import parts_of_svg
from .reading import Reading
from .record import RecordReader
from .statements import read_statement

FOLDER = "content/contact-types"
DRAWINGS = "content/drawings"
_HELD = (families.TYPE, families.STATEMENT, families.MESSAGE)
_LOST_WITH_A_STATEMENT = (families.WHY, families.CLAIM)
_SIZED = re.compile(r"""\s*<svg(?=[^>]*\swidth=["']\d)(?=[^>]*\sheight=["']\d)""")
_ACTIVE = re.compile(
    r"<(?:script|foreignObject|a|use|image|style)\b|\son\w+\s*=|javascript:", re.IGNORECASE
)


def load_contact_types(reading: Reading) -> tuple[ContactType, ...]:
    """Return every contact type in the order its authors gave."""
    types: dict[str, ContactType] = {}
    for path, record in reading.folder(FOLDER, _HELD, families.FIT, families.BOND, families.CLAIM):
        type_ = _contact_type(path, record, reading, types)
        types.setdefault(type_.id, type_)
    return tuple(sorted(types.values(), key=lambda type_: (type_.order, type_.id)))


def _contact_type(
    path: str, record: RecordReader, reading: Reading, known: Collection[str]
) -> ContactType:
    name: str = record.field(ContactType, "id")
    # A copy whose id was forgotten: its statements are not those of the type it was copied from.
    owner = path if name in known or is_ours(name, families.TYPE, families.PAGE) else name
    if owner == path:
        reading.problems.lose(families.TYPE)
        record.lose()
        record.owned = False
    fits = fits_of(record.place_of_record.path)
    statements = tuple(
        read_statement(Statement, each, (owner, part), (owner,))
        for part in STATEMENT_LISTS
        for each in record.each(part, (fits, *_LOST_WITH_A_STATEMENT))
    )
    advice = [(each.read(Advice), each) for each in record.each("open", (fits,))]
    bond: str = record.field(ContactType, "known_by")
    contact_type = record.read(
        ContactType,
        id=name,
        # Two types with one bond cannot be told apart; a forgotten copy is no type of its own.
        known_by=record.claim(bond, "known_by", families.BOND, path if owner == path else ""),
        mark_rests_on=_marking(record, statements, owner),
        drawing=_drawing(record, reading),
        statements=statements,
        # A piece whose words are not understood is left out.
        open=tuple(one for one, each in advice if each.sound),
        messages=tuple(read_message(each, owner) for each in record.each("messages", ())),
        path=path,
    )
    if not record.sound:
        reading.problems.excuse(name, stem_of(path))
    return contact_type


def _marking(record: RecordReader, statements: tuple[Statement, ...], owner: str) -> str:
    """Return the id of the statement under “who” that defines this contact type."""
    name: str = record.field(ContactType, "mark_rests_on")
    full = f"{owner}/who/{name}"
    who = [statement.id for statement in statements if statement.part == "who"]
    if name and full not in who and not record.problems.lacks(families.STATEMENT):
        own = [one.removeprefix(f"{owner}/who/") for one in who]
        what = f"no statement under “who” has the id “{name}”"
        record.note("mark_rests_on", what, did_you_mean(name, own))
    return full


def _drawing(record: RecordReader, reading: Reading) -> str:
    """Return an SVG as one line, to be written into pages."""
    named = record.field(ContactType, "drawing")
    place = record.place("drawing") if "drawing" in record.names else None
    file = reading.tree.read(f"{DRAWINGS}/{named or 'default'}.svg", place)
    if file and (fault := _fault_of(file)):
        reading.problems.add(Place(path=file.path), "drawing", *fault)
    return re.sub(r">\s+<", "><", file.text.strip()) if file else ""


def _fault_of(file: SourceFile) -> tuple[str, str] | None:
    if _ACTIVE.search(file.text):
        return "a drawing that holds a script or a link", "keep only its shapes"
    try:
        parts_of_svg(file.text.encode())
    except UnfitError as error:
        return error.what, error.instead
    if not _SIZED.match(file.text):
        what = "a drawing without width and height fills the page where its style is missing"
        return what, 'begin with <svg width="320" height="200"'
    return None

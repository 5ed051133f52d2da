"""gettext PO: the file of translations for a file of the guide, brought up to date with it."""

import io
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Written
from babel.messages.pofile import write_po

from ..problems import Problems
from ..read.addresses import texts_by_address
from ..read.declared import Shape
from ..read.files import SourceFile
from ..read.po import by_context, header_of, note_header
from ..read.po_messages import Message, messages
from ..read.yaml_nodes import Node

_BLANK = re.compile(r"\{\w+\}")
_DAY = re.compile(
    r"^(POT-Creation|PO-Revision)-Date:\s*(\d{4}-\d\d-\d\d \d\d:\d\d[+-]\d{4})$", re.MULTILINE
)
_DATE = "%Y-%m-%d %H:%M%z"
_FUZZY = "fuzzy"


def updated(base: Node, shape: Shape, old: SourceFile | None, language: str) -> bytes:
    """Return the PO file for a file of the guide: what was translated stays, what has changed since is marked as fuzzy.

    What the guide does not have any more is kept behind the rest, until it has it again. Raises ContentError if the old file
    cannot be read.
    """
    read, before = _read(old, language) if old else ([], {})
    gone = {one.context: one for one in read if one.gone and one.context and one.string}
    begun, revised = _days(read)
    catalog = Catalog(
        locale=language.replace("-", "_"),
        project="The Right Ask",
        version="1",
        header_comment="# The Right Ask. Each msgctxt says where the text stands. Write only what stands in quotes after msgstr.",
        msgid_bugs_address="-",
        last_translator="-",
        language_team="-",
        creation_date=begun,
        revision_date=revised,
        fuzzy=False,
    )
    texts = {at: one.value for at, one in texts_by_address(base, shape).items()}
    for address, text in texts.items():
        used = before.get(address)
        _add(catalog, address, text, used if used and used.string else gone.get(address, used))
    for address, one in {**gone, **before}.items():
        if address not in texts and one.string:
            catalog.obsolete[address] = _gone(one)
    written = io.BytesIO()
    write_po(written, catalog, width=0, include_previous=True)
    return written.getvalue()


def _read(file: SourceFile, language: str) -> tuple[list[Message], Mapping[str, Message]]:
    """Return the messages of a file, and those that stand for a text by its address; raise ContentError for a fault."""
    problems = Problems()
    read = messages(file, problems)
    before = by_context(read, file, problems)
    note_header(read, file, language, problems)
    problems.raise_any()
    return read, before


def _days(read: Iterable[Message]) -> tuple[datetime, datetime]:
    """Return when a file was begun and revised, as its first message says, or now."""
    head = header_of(read)
    said: dict[str, str] = dict(_DAY.findall(head.string if head else ""))
    now = datetime.now(UTC).strftime(_DATE)
    begun = said.get("POT-Creation", now)
    return _day(begun), _day(said.get("PO-Revision", begun))


def _day(text: str) -> datetime:
    """Return a day and time as typed, or now where there is none such."""
    try:
        return datetime.strptime(text, _DATE)  # noqa: DTZ007 - the text holds its zone
    except ValueError:
        return datetime.now(UTC)


def _gone(one: Message) -> Written:
    flags = [_FUZZY] if one.fuzzy else []
    return Written(one.id, one.string, flags=flags, user_comments=one.notes, context=one.context)


def _add(catalog: Catalog, address: str, text: str, old: Message | None) -> None:
    flags = {"python-brace-format"} if _BLANK.search(text) else set()
    moved = bool(old and old.string and old.id != text)
    if moved or (old and old.fuzzy):
        flags.add(_FUZZY)
    catalog.add(
        text,
        old.string if old else "",
        flags=flags,
        user_comments=old.notes if old else (),
        previous_id=old.id if old and moved else (),
        context=address,
    )

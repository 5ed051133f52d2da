"""gettext PO: a file of translations, one message for each address; read, and brought up to date with the guide."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Written
from babel.messages.pofile import write_po

from ..problems import Place, Problems
from .addresses import texts_by_address, with_texts
from .declared import Shape
from .files import SourceFile
from .po_messages import MAKE_IT, Message, messages
from .yaml_nodes import Node, Scalar

_BLANK = re.compile(r"\{\w+\}")
_DAY = re.compile(
    r"^(POT-Creation|PO-Revision)-Date:\s*(\d{4}-\d\d-\d\d \d\d:\d\d[+-]\d{4})$", re.MULTILINE
)
_DATE = "%Y-%m-%d %H:%M%z"
_FUZZY = "fuzzy"


@dataclass(slots=True)
class Translations:
    """Lays translations over texts of the guide, and counts what they are to it.

    A translation whose text has changed since, or that is marked as fuzzy, waits for somebody to look: until then the text of
    the guide stands there.
    """

    problems: Problems
    translated: int = 0
    stale: int = 0
    unknown: int = 0
    """Translations of what is not there any more."""

    def lay(self, base: Node, shape: Shape, file: SourceFile | None) -> Node:
        """Return what a file of the guide holds, with the translations of a PO file in place of its texts."""
        by_address = _by_address(messages(file, self.problems), file, self.problems) if file else {}
        known: set[str] = set()

        def translate(address: str, text: Scalar) -> Scalar:
            known.add(address)
            message = by_address.get(address)
            if not message or not file or not message.string:
                return text
            if message.id != text.value or message.fuzzy:
                self.stale += 1
                return text
            self.translated += 1
            place = Place(path=file.path, line=message.line)
            return replace(text, value=message.string, place=place)

        laid = with_texts(base, shape, translate)
        self.unknown += len(by_address.keys() - known)
        return laid


def updated(base: Node, shape: Shape, old: SourceFile | None, language: str) -> bytes:
    """Return the PO file for a file of the guide: what was translated stays, what has changed since is marked as fuzzy.

    What the guide does not have any more is kept behind the rest, until it has it again. Raises ContentError if the old file
    cannot be read.
    """
    problems = Problems()
    read = messages(old, problems) if old else []
    before = _by_address(read, old, problems) if old else {}
    problems.raise_any()
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
    texts = texts_by_address(base, shape)
    for address, text in texts.items():
        used = before.get(address)
        _add(catalog, address, text, used if used and used.string else gone.get(address, used))
    for address, one in {**gone, **before}.items():
        if address not in texts and one.string:
            catalog.obsolete[address] = _gone(one)
    return _written(catalog)


def _days(read: Iterable[Message]) -> tuple[datetime, datetime]:
    """Return when a file was begun and revised, as its first message says, or now."""
    head = next((one.string for one in read if not one.id and not one.gone), "")
    said: dict[str, str] = dict(_DAY.findall(head))
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


def _written(catalog: Catalog) -> bytes:
    written = io.BytesIO()
    write_po(written, catalog, width=0, include_previous=True)
    return written.getvalue()


def _by_address(
    read: Iterable[Message], file: SourceFile, problems: Problems
) -> Mapping[str, Message]:
    """Return the messages of a file by their context; note every one that has none, or the same as another."""
    by_address: dict[str, Message] = {}
    for message in read:
        place = Place(path=file.path, line=message.line)
        if message.gone or not message.id:
            continue
        if not message.context:
            problems.add(place, "msgid", "nothing says where this text stands", MAKE_IT)
        elif message.context in by_address:
            what = f"translated twice (first on line {by_address[message.context].line})"
            problems.add(place, message.context, what, "keep one of them")
        else:
            by_address[message.context] = message
    return by_address

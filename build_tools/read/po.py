"""gettext PO: a file of translations, one message for each address; read, and brought up to date with the guide."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from ..problems import Place, Problems
from .addresses import texts_by_address, with_texts
from .declared import Shape
from .files import SourceFile
from .yaml_nodes import Node, Scalar

_LINE = re.compile(r'\s*(?:#.*|(?:msgctxt|msgid|msgstr)?\s*"(?:[^"\\]|\\.)*"|)\s*')
_BLANK = re.compile(r"\{\w+\}")
_FUZZY = "fuzzy"
_MAKE_IT = "let “translate” write the file, and change only what stands in quotes after msgstr"


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
        messages = _by_address(file, self.problems) if file else {}
        known: set[str] = set()

        def translate(address: str, text: Scalar) -> Scalar:
            known.add(address)
            message = messages.get(address)
            if not message or not file or not message.string:
                return text
            if message.id != text.value or message.fuzzy:
                self.stale += 1
                return text
            self.translated += 1
            place = Place(path=file.path, line=message.lineno or 1)
            return replace(text, value=str(message.string), place=place)

        laid = with_texts(base, shape, translate)
        self.unknown += len(messages.keys() - known)
        return laid


def updated(base: Node, shape: Shape, old: SourceFile | None, language: str) -> bytes:
    """Return the PO file for a file of the guide: what was translated stays, what has changed since is marked as fuzzy.

    Raises ContentError if the old file cannot be read.
    """
    problems = Problems()
    before = _read(old, problems) if old else None
    messages = _by_address(old, problems) if old else {}
    problems.raise_any()
    begun = before.creation_date if before else datetime.now(UTC)
    catalog = Catalog(
        locale=language.replace("-", "_"),
        project="The Right Ask",
        version="1",
        header_comment="# The Right Ask. Each msgctxt says where the text stands. Write only what stands in quotes after msgstr.",
        msgid_bugs_address="-",
        last_translator="-",
        language_team="-",
        creation_date=begun,
        revision_date=before.revision_date if before else begun,
        fuzzy=False,
    )
    for address, text in texts_by_address(base, shape).items():
        _add(catalog, address, text, messages.get(address))
    return _written(catalog)


def _add(catalog: Catalog, address: str, text: str, old: Message | None) -> None:
    flags = {"python-brace-format"} if _BLANK.search(text) else set()
    moved = bool(old and old.string and old.id != text)
    if moved or (old and old.fuzzy):
        flags.add(_FUZZY)
    catalog.add(
        text,
        old.string if old else "",
        flags=flags,
        user_comments=[one for one in old.user_comments if one[:1] != "|"] if old else (),
        previous_id=old.id if old and moved else (),
        context=address,
    )


def _written(catalog: Catalog) -> bytes:
    written = io.BytesIO()
    write_po(written, catalog, width=0, include_previous=True)
    return written.getvalue()


def _by_address(file: SourceFile, problems: Problems) -> Mapping[str, Message]:
    """Return the messages of a file by their context; note every one that has none, or the same as another."""
    messages: dict[str, Message] = {}
    for message in _messages(_read(file, problems)):
        place = Place(path=file.path, line=message.lineno or 1)
        if not message.context:
            problems.add(place, "msgid", "nothing says where this text stands", _MAKE_IT)
        elif message.context in messages:
            what = f"translated twice (first on line {messages[message.context].lineno})"
            problems.add(place, message.context, what, "keep one of them")
        else:
            messages[message.context] = message
    return messages


def _messages(catalog: Catalog) -> Iterator[Message]:
    """Yield each message but the first, which says what the file is."""
    return (message for message in catalog if message.id)


def _read(file: SourceFile, problems: Problems) -> Catalog:
    """Return what a file holds, without any message after noting each line that is none of a PO file."""
    wrong = [at for at, line in enumerate(file.text.split("\n"), 1) if not _LINE.fullmatch(line)]
    for line in wrong:
        what = "this is no line of a PO file, or a quotation mark is missing or too many"
        instead = f'write \\" for a quotation mark inside a text; {_MAKE_IT}'
        problems.add(Place(path=file.path, line=line), "file", what, instead)
    try:
        return read_po(io.StringIO("" if wrong else file.text), abort_invalid=True)
    except PoFileError as error:
        place = Place(path=file.path, line=error.lineno or 1)
        problems.add(place, "file", "a message is not whole", _MAKE_IT)
        return Catalog()

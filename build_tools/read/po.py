"""gettext PO: a file of translations, one message for each address, laid over the texts of the guide."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ..problems import Place, Problems
from .addresses import with_texts
from .blanks import note_lost
from .declared import Shape
from .files import SourceFile
from .po_messages import MAKE_IT, Message, messages
from .yaml_nodes import Node, ScalarNode


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
        read = by_context(messages(file, self.problems), file, self.problems) if file else {}
        known: set[str] = set()

        def translate(address: str, text: ScalarNode) -> ScalarNode:
            known.add(address)
            message = read.get(address)
            if not message or not file or not message.string:
                return text
            if message.id != text.value or message.fuzzy:
                self.stale += 1
                return text
            self.translated += 1
            place = Place(path=file.path, line=message.line)
            before = len(self.problems.errors)
            note_lost(self.problems, address, message.id, message.string, place)
            if len(self.problems.errors) > before:
                return text
            return replace(text, value=message.string, place=place, source="")

        laid = with_texts(base, shape, translate)
        self.unknown += len(read.keys() - known)
        return laid


def by_context(
    read: Iterable[Message], file: SourceFile, problems: Problems
) -> Mapping[str, Message]:
    """Return the messages of a file by their context; note every one that has none, or the same as another."""
    named: dict[str, Message] = {}
    for message in read:
        place = Place(path=file.path, line=message.line)
        if message.gone or not message.id:
            continue
        if not message.context:
            problems.add(place, "msgid", "nothing says where this text stands", MAKE_IT)
        elif message.context in named:
            what = f"translated twice (first on line {named[message.context].line})"
            problems.add(place, message.context, what, "keep one of them")
        else:
            named[message.context] = message
    return named

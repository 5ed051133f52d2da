"""gettext PO: a file of translations, one message for each address, laid over the texts of the guide."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model.edition import EDITION_FILE, Counts
from ..model.language import GUIDE_LANGUAGE
from ..problems import Place, Problems
from .addresses import with_texts
from .blanks import note_lost
from .declared import Shape
from .files import SourceFile
from .language_tags import tag_of
from .po_messages import MAKE_IT, Message, messages
from .yaml_nodes import Node, ScalarNode

_LANGUAGE = re.compile(r"^Language:[ \t]*([\w-]*)", re.MULTILINE)
"""Without what may stand behind it, such as “.UTF-8” or “@latin”."""
_CHARSET = re.compile(r"^Content-Type:.*?charset=\s*([^\s;]*)", re.MULTILINE)
_RUN = "let “translate” write it"


@dataclass(frozen=True, kw_only=True, slots=True)
class Translations:
    """Replaces texts of the guide with their translations, and counts these.

    A translation whose text has changed since, or that is marked as fuzzy, waits for somebody to look: until then the text of
    the guide stands there.
    """

    problems: Problems
    counts: Counts

    def lay(self, base: Node, shape: Shape, file: SourceFile | None, language: str) -> Node:
        """Return what a file of the guide holds, with the translations of a PO file into a language in place of its texts."""
        all_of_it = messages(file, self.problems) if file else []
        read = by_context(all_of_it, file, self.problems) if file else {}
        if file and language:
            note_header(all_of_it, file, language, self.problems)
        known: set[str] = set()

        def translate(address: str, text: ScalarNode) -> ScalarNode:
            known.add(address)
            message = read.get(address)
            if not message or not file or not message.string:
                return text
            if message.id != text.value or message.fuzzy:
                self.counts.stale += 1
                return text
            self.counts.translated += 1
            place = Place(path=file.path, line=message.line)
            before = len(self.problems.errors)
            note_lost(self.problems, address, message.id, message.string, place)
            if len(self.problems.errors) > before:
                return text
            return replace(text, value=message.string, place=place, source="")

        laid = with_texts(base, shape, translate)
        self.counts.unknown += len(read.keys() - known)
        if file and read and read.keys().isdisjoint(known):
            what = "none of its texts is one of this file of the guide"
            instead = f"bring back an earlier version, or {_RUN}"
            self.problems.warn(Place(path=file.path), "file", what, instead)
        return laid


def by_context(
    read: Iterable[Message], file: SourceFile, problems: Problems
) -> Mapping[str, Message]:
    """Return the messages of a file by their context; note every one that has none, or the same as another."""
    named: dict[str, Message] = {}
    for message in read:
        place = Place(path=file.path, line=message.line)
        if message.gone or not message.id or not message.is_whole:
            continue
        if not message.context:
            problems.add(place, "msgid", "nothing says where this text stands", MAKE_IT)
        elif message.context in named:
            what = f"translated twice (first on line {named[message.context].line})"
            problems.add(place, message.context, what, "keep one of them")
        else:
            named[message.context] = message
    return named


def header_of(read: Iterable[Message]) -> Message | None:
    """Return the message without a text, which says what the file is written in."""
    return next((one for one in read if not (one.id or one.context or one.gone)), None)


def note_header(
    read: Sequence[Message], file: SourceFile, language: str, problems: Problems
) -> None:
    """Note a header that names another language than that of the edition.

    One that is missing, or names no language or another encoding, keeps nobody from translating: that is a warning.
    """
    head = header_of(read)
    if head:
        _note_language(head, file, language, problems)
        _note_encoding(head, file, problems)
    elif all(one.is_whole for one in read if not one.gone) and read:
        what = "no header says which language it is in"
        problems.warn(Place(path=file.path), "file", what, _RUN)
    elif not file.text.strip():
        instead = f"bring back an earlier version, or {_RUN}"
        problems.warn(Place(path=file.path), "file", "the file is empty", instead)


def _note_language(head: Message, file: SourceFile, language: str, problems: Problems) -> None:
    named, place = _LANGUAGE.search(head.string), _line_of(file, head, "Language:")
    tag = tag_of(named[1].replace("_", "-")) if named else ""
    right = f"write Language: {language.replace('-', '_')}"
    if not tag:
        problems.warn(place, "header", "it names no language that is known", f"{right}, or {_RUN}")
    elif _within(tag, language) or _within(language, tag):
        return
    elif language == GUIDE_LANGUAGE.tag:
        # The edition does not say what it is in, which is told once for all its files.
        file_of_all = "/".join([*file.path.split("/")[:3], EDITION_FILE])
        what = f"its translations are into “{tag}”, and nothing says that it is"
        problems.add(Place(path=file_of_all), "language", what, f"write “language: {tag}”")
    else:
        what = f"these are translations into “{tag}”, in an edition in “{language}”"
        problems.add(place, "header", what, f"move the file to the edition in “{tag}”, or {right}")


def _note_encoding(head: Message, file: SourceFile, problems: Problems) -> None:
    charset = _CHARSET.search(head.string)
    if not charset or charset[1].lower().replace("-", "") != "utf8":
        what = f"it names “{charset[1]}” as the encoding" if charset else "it names no encoding"
        place = _line_of(file, head, "Content-Type:")
        problems.warn(place, "header", what, f"save it as UTF-8, and {_RUN}")


def _within(tag: str, wider: str) -> bool:
    """Whether a language is another one, or that of one country: “es-MX” is Spanish."""
    return f"{tag}-".lower().startswith(f"{wider}-".lower())


def _line_of(file: SourceFile, head: Message, key: str) -> Place:
    """Return where a line of the header stands, or else where that begins."""
    lines = enumerate(file.text.split("\n")[head.line - 1 :], head.line)
    return Place(
        path=file.path, line=next((at for at, line in lines if f'"{key}' in line), head.line)
    )

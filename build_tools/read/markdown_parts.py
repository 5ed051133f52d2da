"""What the Markdown of a prose page is made of, as the renderer reads it, with the place of each part."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.md_in_html import MarkdownInHtmlExtension
from markdown.extensions.tables import TableExtension
from markdown.util import ETX, STX, AtomicString

from .markdown_tags import ENDS, Tags

EXTENSIONS = (
    AttrListExtension(),
    DefListExtension(),
    FencedCodeExtension(),
    MarkdownInHtmlExtension(),
    TableExtension(use_align_attribute=True),
)
"""The extensions that change what a page says, of mkdocs.yml and of MkDocs itself. As objects, since Markdown looks a name up among all installed packages."""
FILLED_IN = "\ue000"
"""Stands for what a call or a name in braces is replaced with."""
PartKind = Literal["heading", "link", "picture", "tag", "end", "attribute", "text"]
_CALL = r"\{\{.*?\}\}"
_COMMAND = r"\{%.*?%\}|\{#(?! ?[A-Za-z][\w-]* ?\}).*?#\}"
_JINJA = re.compile(rf"({_CALL})|{_COMMAND}", re.DOTALL)
_JINJA_LINE = re.compile(rf"({_CALL})|(?:^[ \t]*)?(?:{_COMMAND})\n?", re.DOTALL | re.MULTILINE)
"""The same with what Jinja takes away around a command: blanks before one that begins a line, and the end of the line."""
_FENCED = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?^ {0,3}\1[`~]*[ \t]*$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_ATTRIBUTES = re.compile(r"\s*\{:?[ ]*[^}\n]*\}\s*$")
_HEADING = re.compile(r"h[1-6]")
_PUT_AWAY = re.compile(f"{STX}[^{ETX}]*{ETX}")
_UNTOUCHED = frozenset({"code", "pre", "script", "style"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One part of a page; `start` is where it begins in the body."""

    kind: PartKind
    start: int
    value: str
    """The words of a heading, the address of a link or a picture, a tag, an attribute, or a text."""
    name: str = ""
    """The anchor of a heading, the words of a link, or the value of an attribute."""
    level: int = 0
    """The level of a heading."""
    attributes: tuple[tuple[str, str], ...] = ()


@lru_cache(maxsize=256)
def parts_of(body: str) -> tuple[Part, ...]:
    """Return the parts of a page in the order of its body."""
    reader = _Reader(body)
    return tuple(sorted(reader.parts(), key=lambda part: part.start))


@lru_cache(maxsize=256)
def masked(body: str) -> str:
    """Return a body of equal length whose calls are one word each, and whose commands are blanks."""
    return _JINJA.sub(lambda match: _blank(match[0], FILLED_IN if match[1] else " "), body)


def without_fences(body: str) -> str:
    return _FENCED.sub(lambda match: _blank(match[0], " "), masked(body))


def _blank(text: str, sign: str) -> str:
    return "\n".join(sign * len(line) for line in text.split("\n"))


@dataclass(slots=True)
class _Reader:
    body: str
    _seen: Counter[str] = field(default_factory=Counter)
    _whole: str = ""
    _plain: str = ""
    """The body without code, in which parts are looked for."""

    def parts(self) -> Iterator[Part]:
        self._whole = masked(self.body)
        self._plain = _CODE.sub(lambda match: _blank(match[0], " "), without_fences(self.body))
        # What looks like code and is none for the renderer is a fault, so only the renderer says what is code.
        root, headings, stashed = _read(
            # As the renderer gets it, except for the output of its calls.
            _JINJA_LINE.sub(lambda match: _blank(match[1] or "", FILLED_IN), self.body)
        )
        for raw in stashed:
            if isinstance(raw, str):
                yield from self._tags(raw)
        for element, typed in headings:
            yield self._heading(element, typed)
        for element in root.iter():
            yield from self._element(element)

    def _heading(self, element: Element, typed: str) -> Part:
        words = _ATTRIBUTES.sub("", typed).strip()
        return Part(
            kind="heading",
            start=self._line_of(typed.strip().split("\n")[-1]) if words else self._empty_heading(),
            value=words,
            name=element.get("id", ""),
            level=int(element.tag[1]),
        )

    def _element(self, element: Element) -> Iterator[Part]:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag == "img":
            address = element.get("src", "")
            yield Part(
                kind="picture", start=self._find_address(address, picture=True), value=address
            )
        elif tag == "a":
            address = element.get("href", "")
            start = self._find_address(address, picture=False)
            yield Part(kind="link", start=start, value=address, name="".join(element.itertext()))
        for name, value in element.attrib.items():
            yield Part(kind="attribute", start=self._find(name), value=name, name=value or "")
        if tag in _UNTOUCHED:
            return
        for text in (element.text, *(child.tail for child in element)):
            if text and text.strip() and not isinstance(text, AtomicString):
                yield from self._lines(text)

    def _lines(self, text: str) -> Iterator[Part]:
        for line in text.split("\n"):
            if line.strip():
                # What the renderer put away, such as a tag, stands in the line as a number.
                typed = next((one for one in _PUT_AWAY.split(line) if one.strip()), "")
                yield Part(kind="text", start=self._find(typed.strip()), value=line)

    def _tags(self, raw: str) -> Iterator[Part]:
        start = self._find(raw.strip())
        for line, column, tag, attributes in Tags(raw.strip()).tags:
            within = sum(len(one) + 1 for one in raw.strip().split("\n")[: line - 1]) + column
            # The renderer makes tags of a fence, and those of its attributes that stand in it.
            made = max((0, *(self._whole.find(name) for name, _ in attributes)))
            at = start + within if raw.strip() in self._whole else made
            kind: PartKind = "end" if tag.startswith(ENDS) else "tag"
            yield Part(kind=kind, start=at, value=tag.removeprefix(ENDS), attributes=attributes)

    def _find_address(self, address: str, *, picture: bool) -> int:
        """Return where the address of a link stands, or where a picture begins."""
        # The whole address first: another may begin like it, and each begins like an empty one.
        begun = (f"]({address}", f"](<{address}", f"<{address}>", f"]: {address}")
        for wanted in (f"]({address})", *begun):
            if wanted in self._plain:
                at = self._find(wanted)
                before = self._plain.rfind("![", 0, at + 1)
                return before if picture and before >= 0 else at + wanted.index(address)
        return self._find(address)

    def _find(self, wanted: str) -> int:
        """Return where a text occurs next, or the beginning if it does not occur."""
        before = self._seen[wanted]
        at = self._plain.find(wanted, before) if wanted else -1
        if at < 0:
            # What looks like code may be none for the renderer.
            return max(0, *(text.find(wanted) for text in (self._plain, self._whole)))
        self._seen[wanted] = at + max(1, len(wanted))
        return at

    def _empty_heading(self) -> int:
        match = re.search(r"^[> ]*#+ *$", self._plain, re.MULTILINE)
        return match.start() if match else 0

    def _line_of(self, wanted: str) -> int:
        at = self._seen[f"# {wanted}"]
        while (at := self._plain.find(wanted, at)) >= 0:
            first = self._plain.rfind("\n", 0, at) + 1
            if not re.search(r"\w", self._plain[first:at]):
                self._seen[f"# {wanted}"] = at + 1
                return first
            at += 1
        return self._find(wanted)


def _read(body: str) -> tuple[Element, list[tuple[Element, str]], list[str | Element]]:
    """Return the tree of a body, the source of its headings, and its HTML, which the tree does not hold."""
    reader = _renderer()
    reader.reset()
    lines = body.split("\n")
    for step in reader.preprocessors:
        lines = step.run(lines)
    root = reader.parser.parseDocument(lines).getroot()
    headings = [(one, one.text or "") for one in root.iter() if _HEADING.fullmatch(str(one.tag))]
    for step in reader.treeprocessors:
        step.run(root)
    return root, headings, reader.htmlStash.rawHtmlBlocks


@cache
def _renderer() -> Markdown:
    """Return the renderer, which takes a while to make; nobody asks it to write what it has read."""
    return Markdown(extensions=EXTENSIONS)

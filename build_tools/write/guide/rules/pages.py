"""Rules over the Markdown of prose pages, each with the line and column of what breaks it."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from .... import families
from ....model.edition import OwnPage
from ....model.guide import ProsePage
from ....model.library import STATEMENT_LISTS, Library
from ....problems import Problems, did_you_mean
from ....read.markdown_parts import FILLED_IN, Part, parts_of
from ....read.markdown_tags import SHORT_COMMENT, TAGS
from ....read.unseen import UNSEEN, no_blank
from ....read.web import unreachable
from .. import Guide
from .anchors import Anchors, anchors_by_page, standing_in, statements_by_type
from .unfinished import NO_FOOTNOTE, WRITE_LINK, unfinished

_HALF_ANCHOR = re.compile(r"\{\s+#[\w-]*\s*$")
_ATTRIBUTES = re.findall(
    r"\w+",
    """abbr cite class colspan datetime dir headers href id lang markdown open role rowspan scope start
    title translate""",
)
_OF_MARKDOWN = ("src", "alt", "href", "align")
"""Attributes that the renderer itself gives to what Markdown has a sign for."""
_WORD = re.compile(r"^(?:Mso|mso-)")
_WEB = re.compile(r"https?://", re.IGNORECASE)
_OUTSIDE = re.compile(r"(?:mailto:[^\s@]+@|tel:\+?[\d])", re.IGNORECASE)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_TARGET = re.compile(r"(?P<file>[^#?]*)(?:\?[^#]*)?(?:#(?P<anchor>.*))?")
_BY_ID = re.compile(r"\{\{ *\w+\.id *\}\}\.md(?:#[\w-]+)?")
"""The only address that code may fill in, since an id, unlike a text, cannot lead anywhere else."""
_CALLED = (
    "a link whose address is filled in",
    "write the address as it is, or {{ type.id }}.md in a loop",
)
_OBFUSCATED = "\x02"
_BLANK_LIST = re.compile(
    rf"^[ {UNSEEN}]*?(?:(?:[-*+]|\d+\.|#+)(?=[{UNSEEN}]))?([{UNSEEN}])", re.MULTILINE
)
_WITH_PAGES = (families.PAGE, families.ASK, families.ASK_PAGE, families.SESSION, families.TYPE)
_FROM_WORD = "comes from a word processor", "paste it as plain text"
_REFUSED_TAGS = (
    (SHORT_COMMENT, "a comment that ends for browsers before its end", "write <!-- words --> without > beside --"),
    (r"!.*|.*:.*", f"<{{}}> {_FROM_WORD[0]}", _FROM_WORD[1]),
    (r"h[1-6]", "<{}> is HTML", "write the heading with ##"),
    (r"a", "<{}> is HTML", WRITE_LINK),
)  # fmt: skip
"""Tags that get advice of their own: a pattern of the whole name, what is wrong, and what to do."""
_Fault = tuple[str, str]
"""What is wrong, and what to write instead."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Guide:
    """What links in a page are checked against."""

    titles: AbstractSet[str]
    """The ids of all pages."""
    anchors: Anchors
    of_types: Anchors
    """The anchors of statements alone, where pages are not rendered."""
    files: Mapping[str, str]
    """The file to look for anchors in, by page."""
    replaced: Mapping[str, OwnPage]
    """Pages of an edition in place of those that the guide links to."""
    incomplete: bool
    """Whether some pages could not be read, so that a link to one may be right."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Page:
    """A prose page, and where its faults are noted."""

    page: ProsePage
    guide: _Guide
    problems: Problems

    def note(self, start: int, what: str, instead: str) -> None:
        """Note a fault at a character of the body."""
        self.problems.add(self.page.place(start), self.page.id, " ".join(what.split()), instead)


def pages_are_markdown(library: Library, guide: Guide, problems: Problems) -> None:
    """Hold that a page has nothing that no reader sees, that no policy allows, or that leads nowhere."""
    read = {page.id: parts_of(page.body) for page in library.pages}
    around = _Guide(
        titles=frozenset(guide.addresses.titles),
        anchors=anchors_by_page(library, guide, problems, read),
        of_types={} if guide.pages else statements_by_type(library, problems),
        files={page.id: page.path for page in library.pages}
        | {type_.id: type_.place.path for type_ in library.types},
        replaced=standing_in(library),
        incomplete=problems.lacks(*_WITH_PAGES),
    )
    for page in library.pages:
        prose = _Page(page=page, guide=around, problems=problems)
        for blank in _BLANK_LIST.finditer(page.body):
            prose.note(blank.start(1), *no_blank(blank[1]))
        _headings(prose)
        for fault in unfinished(page.body):
            prose.note(*fault)
        for part in read[page.id]:
            for what, instead in filter(None, _faults(part, prose)):
                prose.note(part.start, what, instead)


def _faults(part: Part, prose: _Page) -> Iterator[_Fault | None]:
    """Yield what is wrong with a part of a page by itself."""
    if part.kind == "picture":
        yield _picture(part.value)
    elif part.kind == "tag":
        yield from _tag(part)
    elif part.kind == "attribute" and part.value not in _OF_MARKDOWN:
        yield _attribute(part.value, part.name, in_braces=True)
    elif part.kind == "link":
        yield _link(part, prose)


def _headings(prose: _Page) -> None:
    """Hold that headings begin below the title of the page, skip no level, and have anchors of their own."""
    before, first = 1, dict[str, Part]()
    for part in (one for one in parts_of(prose.page.body) if one.kind == "heading"):
        if part.level == 1:
            what = f"“{part.value}” is a second title of the page"
            instead = (
                "write ## and a space before it; the title of the page stands in its front matter"
            )
            prose.note(part.start, what, instead)
        elif part.level > before + 1:
            what = f"“{part.value}” is a heading of level {part.level} below one of level {before}"
            prose.note(part.start, what, f"write {'#' * (before + 1)} before it")
        if not part.value.strip():
            prose.note(part.start, "a heading without words", "write them, or delete it")
        if _HALF_ANCHOR.search(part.value):
            prose.note(part.start, "an anchor that does not end", "write it as { #one-word }")
        named_here = part.name and FILLED_IN not in part.name
        if named_here and first.setdefault(part.name, part) is not part:
            what = f"two headings have the anchor “{part.name}”"
            prose.note(part.start, what, "give this one another: { #its-own }")
        before = max(part.level, 2)


def _picture(address: str) -> _Fault:
    what = f"a picture ({address})"
    if re.match(r"(?:https?:)?//", address):
        what = f"a picture from another host ({address}), which no reader would see"
    return what, "pages hold no pictures: say it in words, and move the file away"


def _tag(part: Part) -> Iterator[_Fault | None]:
    tag = part.value
    for pattern, what, instead in _REFUSED_TAGS:
        if re.fullmatch(pattern, tag):
            yield what.format(tag), instead
            return
    if tag == "img":
        yield _picture(dict(part.attributes).get("src", ""))
    elif tag not in TAGS:
        yield f"<{tag}>, which no page may hold", "say it in Markdown, or link to it"
    else:
        yield from (_attribute(*attribute, in_braces=False) for attribute in part.attributes)


def _attribute(name: str, value: str, *, in_braces: bool) -> _Fault | None:
    if _WORD.match(value):
        return f"{name}={value} {_FROM_WORD[0]}", _FROM_WORD[1]
    if value.strip().lower().startswith(("javascript:", "vbscript:", "data:")):
        return f"{name}= holds a script", "leave it out"
    if name in _ATTRIBUTES or name.startswith(("data-", "aria-")):
        return None
    if in_braces and not value and name.replace("-", "").isalnum():
        what = f"“{name}” in braces, which no page may hold"
        return what, "write an anchor as { #one-word }, or leave it out"
    return f"{name}=, which no page may hold", "leave it out"


def _link(part: Part, prose: _Page) -> _Fault | None:
    if not part.name.strip():
        return "a link without words, which nobody sees", "write them between [ and ]"
    if part.name.startswith("^"):
        return f"“[{part.name}]” is {NO_FOOTNOTE[0]}", NO_FOOTNOTE[1]
    if _WEB.match(part.value):
        fault = unreachable(part.value)
        return (f"the link {part.value} {fault[0]}", fault[1]) if fault else None
    page = part.value.split("#")[0].removesuffix(".md")
    unknown = prose.guide.incomplete or prose.problems.excuses(page)
    return None if unknown else _link_inside(part, prose)


def _link_inside(part: Part, prose: _Page) -> _Fault | None:
    address = part.value
    if not address:
        return "a link without an address", WRITE_LINK
    if _OBFUSCATED in address or _OUTSIDE.match(address):
        return None
    if FILLED_IN in address:
        by_id = _BY_ID.fullmatch(prose.page.body, part.start, part.start + len(address))
        return None if by_id else _CALLED
    match = _TARGET.fullmatch(address)
    file, anchor = (match["file"], match["anchor"]) if match else (address, None)
    fault = _of_page(file, prose) if file else None
    if fault or not anchor:
        return fault
    return _of_anchor(anchor, file.removesuffix(".md") or prose.page.id, address, prose)


def _of_anchor(anchor: str, page: str, address: str, prose: _Page) -> _Fault | None:
    """Return what is wrong with a link to a place in a page that there is."""
    guide = prose.guide
    known = guide.anchors.get(page)
    if any(anchor.startswith(f"{part}-") for part in STATEMENT_LISTS):
        known = guide.of_types.get(page, known)
    if known is None or anchor in known:
        return None
    if page in guide.replaced and not isinstance(prose.page, OwnPage):
        prose.problems.errors.append(guide.replaced[page].lacks(anchor, prose.page.id))
        return None
    advice = did_you_mean(anchor, known, guide.files.get(page, ""))
    return f"a link leads nowhere: {address}", advice


def _of_page(file: str, prose: _Page) -> _Fault | None:
    """Return what is wrong with a link to a page."""
    titles = prose.guide.titles
    stem = file.removeprefix("./").removesuffix(".md")
    if file.endswith(".md") and stem in titles:
        return None
    page = re.sub(r"(?i)\.(?:html?|markdown)$", "", stem.strip("/").rsplit("/", 1)[-1])
    what = f"a link leads nowhere: {file}"
    if page in titles:
        return what, f"write {page}.md"
    if file.startswith(("www.", "//")):
        return what, "begin the address with https://"
    if "@" in file and "/" not in file:
        mail = re.sub(r"(?i)^mailto:|\s", "", file)
        return what, f"write mailto:{mail}"
    if _SCHEME.match(file):
        return f"a link that no page may hold: {file}", "begin the address with https://"
    out = page in prose.problems.left_out  # advice goes by the id
    known = titles if out else [f"{title}.md" for title in titles]
    return what, prose.problems.advice(page if out else f"{page}.md", known)

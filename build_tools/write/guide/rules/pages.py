"""Rules over the Markdown of prose pages, each with the line and column of what breaks it."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from .... import families
from ....model.edition import OwnPage
from ....model.guide import ProsePage
from ....model.library import Library
from ....problems import Problems, did_you_mean
from ....read.markdown_parts import FILLED_IN, Part, parts_of
from ....read.markdown_tags import SHORT_COMMENT, TAGS
from ....read.unseen import UNSEEN, named
from ....read.web import unreachable
from .. import Guide
from .anchors import Anchors, anchors_by_page, of_a_statement, standing_in, statements_by_type
from .unfinished import NO_FOOTNOTE, WRITE_LINK, unfinished

_ATTRIBUTES = frozenset(
    re.findall(
        r"\w+",
        """abbr cite class colspan datetime dir headers href id lang markdown open role rowspan scope start
        title translate""",
    )
)
_WORD = re.compile(r"^(?:Mso|mso-)")
_WEB = re.compile(r"https?://", re.IGNORECASE)
_OUTSIDE = re.compile(r"(?:mailto:[^\s@]+@|tel:\+?[\d])", re.IGNORECASE)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_TARGET = re.compile(r"(?P<file>[^#?]*)(?:\?[^#]*)?(?:#(?P<anchor>.*))?")
_BY_ID = re.compile(r"\{\{ *\w+\.id *\}\}\.md(?:#[\w-]+)?")
"""The one address that may hold what is filled in: an id is no text, which could lead anywhere."""
_CALLED = (
    "a link whose address is filled in",
    "write the address as it is, or {{ type.id }}.md in a loop",
)
_OBFUSCATED = "\x02"
_BLANK_LIST = re.compile(
    rf"^[ {UNSEEN}]*?(?:(?:[-*+]|\d+\.|#+)(?=[{UNSEEN}]))?([{UNSEEN}])", re.MULTILINE
)
_WITH_PAGES = (families.PAGE, families.ASK, families.ASK_PAGE, families.SESSION, families.TYPE)
_NO_PICTURES = "pages hold no pictures: say it in words, and move the file away"


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
    incomplete = problems.lacks(*_WITH_PAGES)
    read = {page.id: parts_of(page.body) for page in library.pages}
    around = _Guide(
        titles=frozenset(guide.addresses.titles),
        anchors=anchors_by_page(library, guide, problems, read),
        of_types={} if guide.pages else statements_by_type(library, problems),
        files={page.id: page.path for page in library.pages}
        | {type_.id: type_.place.path for type_ in library.types},
        replaced=standing_in(library),
    )
    for page in library.pages:
        prose = _Page(page=page, guide=around, problems=problems)
        _blanks(prose)
        _headings(prose)
        for fault in unfinished(page.body):
            prose.note(*fault)
        for part in read[page.id]:
            if part.kind == "picture":
                prose.note(part.start, _picture(part.value), _NO_PICTURES)
            elif part.kind == "tag":
                _tag(part, prose)
            elif part.kind == "attribute":
                _attribute(part, part.value, part.name, prose)
            elif part.kind == "link":
                _link(part, prose, incomplete=incomplete)


def _excused(part: Part, problems: Problems) -> bool:
    return problems.excuses(part.value.split("#")[0].removesuffix(".md"))


def _blanks(prose: _Page) -> None:
    for match in _BLANK_LIST.finditer(prose.page.body):
        what = f"here stands {named(match[1])}"
        prose.note(match.start(1), what, "replace it with a plain space")


def _headings(prose: _Page) -> None:
    """Hold that headings begin below the title of the page, skip no level, and have anchors of their own."""
    before, first = 1, dict[str, Part]()
    for part in parts_of(prose.page.body):
        if part.kind != "heading":
            continue
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
        named_here = part.name and FILLED_IN not in part.name
        if named_here and first.setdefault(part.name, part) is not part:
            what = f"two headings have the anchor “{part.name}”"
            prose.note(part.start, what, "give this one another: { #its-own }")
        before = max(part.level, 2)


def _picture(address: str) -> str:
    if re.match(r"(?:https?:)?//", address):
        return f"a picture from another host ({address}), which no reader would see"
    return f"a picture ({address})"


def _tag(part: Part, prose: _Page) -> None:
    tag = part.value
    if tag == SHORT_COMMENT:
        what = "a comment that ends for browsers before its end"
        prose.note(part.start, what, "write <!-- words --> without > beside --")
    elif tag.startswith("!") or ":" in tag:
        prose.note(part.start, f"<{tag}> comes from a word processor", "paste it as plain text")
    elif re.fullmatch(r"h[1-6]", tag):
        prose.note(part.start, f"<{tag}> is HTML", "write the heading with ##")
    elif tag == "a":
        prose.note(part.start, "<a> is HTML", WRITE_LINK)
    elif tag == "img":
        prose.note(part.start, _picture(dict(part.attributes).get("src", "")), _NO_PICTURES)
    elif tag not in TAGS:
        what = f"<{tag}>, which no page may hold"
        prose.note(part.start, what, "say it in Markdown, or link to it")
    else:
        for name, value in part.attributes:
            _attribute(part, name, value, prose)


def _attribute(part: Part, name: str, value: str, prose: _Page) -> None:
    if part.kind == "attribute" and name in ("src", "alt", "href", "align"):
        return
    if _WORD.match(value):
        prose.note(
            part.start, f"{name}={value} comes from a word processor", "paste it as plain text"
        )
    elif value.strip().lower().startswith(("javascript:", "vbscript:", "data:")):
        prose.note(part.start, f"{name}= holds a script", "leave it out")
    elif part.kind == "attribute" and not value and name.isalpha() and name not in _ATTRIBUTES:
        what = f"“{name}” in braces, which no page may hold"
        prose.note(part.start, what, "write an anchor as { #one-word }, or leave it out")
    elif name not in _ATTRIBUTES and not name.startswith(("data-", "aria-")):
        prose.note(part.start, f"{name}=, which no page may hold", "leave it out")


def _link(part: Part, prose: _Page, *, incomplete: bool) -> None:
    if not part.name.strip():
        what = "a link without words, which nobody sees"
        prose.note(part.start, what, "write them between [ and ]")
    elif part.name.startswith("^"):
        prose.note(part.start, f"“[{part.name}]” is {NO_FOOTNOTE[0]}", NO_FOOTNOTE[1])
    elif _WEB.match(part.value):
        if fault := unreachable(part.value):
            prose.note(part.start, f"the link {part.value} {fault[0]}", fault[1])
    elif not (incomplete or _excused(part, prose.problems)):
        _link_inside(part, prose)


def _link_inside(part: Part, prose: _Page) -> None:
    address, guide = part.value, prose.guide
    if _OBFUSCATED in address or _OUTSIDE.match(address):
        return
    if FILLED_IN in address:
        if not _BY_ID.fullmatch(prose.page.body, part.start, part.start + len(address)):
            prose.note(part.start, *_CALLED)
        return
    match = _TARGET.fullmatch(address)
    file, anchor = (match["file"], match["anchor"] or "") if match else (address, "")
    fault = _of_page(file, prose) if file else None
    if not address:
        fault = "a link without an address", WRITE_LINK
    elif not fault and anchor:
        target = file.removesuffix(".md") or prose.page.id
        known = guide.anchors.get(target)
        if of_a_statement(anchor):
            known = guide.of_types.get(target, known)
        if known is None or anchor in known:
            return
        if target in guide.replaced and not isinstance(prose.page, OwnPage):
            prose.problems.errors.append(guide.replaced[target].lacks(anchor, prose.page.id))
            return
        what = f"a link leads nowhere: {address}"
        fault = what, did_you_mean(anchor, known, guide.files.get(target, ""))
    if fault:
        prose.note(part.start, *fault)


def _of_page(file: str, prose: _Page) -> tuple[str, str] | None:
    """Return what is wrong with a link to a page, and what to write."""
    titles = prose.guide.titles
    stem = file.removeprefix("./").removesuffix(".md")
    if file.endswith(".md") and stem in titles:
        return None
    page = re.sub(
        r"\.(?:html?|markdown)$", "", stem.strip("/").rsplit("/", 1)[-1], flags=re.IGNORECASE
    )
    what = f"a link leads nowhere: {file}"
    if page in titles:
        return what, f"write {page}.md"
    if file.startswith(("www.", "//")):
        return what, "begin the address with https://"
    if "@" in file and "/" not in file:
        mail = re.sub(r"^mailto:|\s", "", file, flags=re.IGNORECASE)
        return what, f"write mailto:{mail}"
    if _SCHEME.match(file):
        return f"a link that no page may hold: {file}", "begin the address with https://"
    out = page in prose.problems.left_out  # known by its id
    known = titles if out else [f"{title}.md" for title in titles]
    return what, prose.problems.advice(page if out else f"{page}.md", known)

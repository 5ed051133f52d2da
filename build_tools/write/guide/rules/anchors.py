"""Anchors of pages: of rendered ones, or, if a fault keeps pages from being rendered, those that records tell of."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from .... import families
from ....model.edition import OwnPage
from ....model.guide import ProsePage
from ....model.library import Library
from ....problems import Problems
from ....read.markdown_parts import FILLED_IN, Part
from .. import Guide
from .markup import anchors_of

Anchors = Mapping[str, AbstractSet[str]]
"""The anchors of each page of which they are known."""
_NAMING = (
    *(families.PAGE, families.HOME, families.STATEMENT),
    *(families.EVIDENCE, families.MESSAGE, families.SOURCE),
)
"""The families whose records have anchors where pages call them."""


def anchors_by_page(
    library: Library, guide: Guide, problems: Problems, parts: Mapping[str, tuple[Part, ...]]
) -> Anchors:
    """Return the anchors of pages; `parts` are those of prose pages, by page."""
    if guide.pages:
        return {page.id: anchors_of(page) for page in guide.pages if page.markdown}
    if problems.lacks(*_NAMING):
        return {}
    called = frozenset(_of_records(library))
    return {
        page.id: called | names
        for page in library.pages
        if FILLED_IN not in "".join(names := _headings(page, parts))
    }


def statements_by_type(library: Library, problems: Problems) -> Anchors:
    """Return the anchors of the statements of each contact type whose statements are all there."""
    return {
        type_.id: {statement.anchor for statement in type_.statements}
        for type_ in library.types
        if not problems.excuses(type_.id)
    }


def standing_in(library: Library) -> Mapping[str, OwnPage]:
    """Return the pages of an edition that took the place of one of the guide, to whose parts others lead."""
    own = (page for page in library.pages if isinstance(page, OwnPage))
    return {page.id: page for page in own if page.follows}


def _headings(page: ProsePage, parts: Mapping[str, tuple[Part, ...]]) -> frozenset[str]:
    return frozenset(part.name for part in parts[page.id] if part.kind == "heading")


def _of_records(library: Library) -> Iterator[str]:
    """Yield each anchor that a call of a page may make, wherever it is."""
    yield from (statement.anchor for statement in library.statements.values())
    for records in (library.asks, library.evidence, library.sources, library.types):
        yield from (record.id for record in records)
    yield from (message.id.rsplit("/", 1)[-1] for message in library.every_message)
    yield from (session.id for session in library.workshop.sessions)

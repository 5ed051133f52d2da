"""Where each part and each question of a page is changed: the file, and the line on which its record begins."""

from collections.abc import Iterator, Mapping

from ..model.library import STATEMENT_LISTS, ContactType
from ..model.pages import session_page
from ..problems import Place
from ..read.markdown_parts import parts_of
from .corrections import items_on
from .items import anchor_of
from .views import Views

_PART = 2
"""The level of the headings that parts of a page have."""


def changes(page: str, views: Views) -> Mapping[str, Place]:
    """Return the place in the files of each anchor of a page; nothing if files cannot be edited on the web."""
    return dict(_places(page, views)) if views.settings.edit_url else {}


def _places(page: str, views: Views) -> Iterator[tuple[str, Place]]:
    library = views.library
    yield from ((anchor_of(item), item.place) for item in items_on(page, views))
    if type_ := library.types.by_id.get(page):
        yield from _of_contact_type(type_, views)
    if prose := library.pages.by_id.get(page):
        for part in parts_of(prose.body):
            if part.kind == "heading" and part.level == _PART:
                yield part.name, prose.place(part.start)
    if page in views.addresses.asks.values():
        yield from _of_asks(page, views)
    for session in library.workshop.sessions:
        if session_page(session.id) == page:
            for activity in library.workshop.activities_of(session):
                yield f"step-{activity.id}", activity.place


def _of_asks(page: str, views: Views) -> Iterator[tuple[str, Place]]:
    """Yield where the asks of a page and their messages stand; a page of one ask leads to it as a whole."""
    shared = page in views.addresses.shared
    messages = {one.ask: one.place for one in reversed(tuple(views.library.every_message))}
    for ask in views.library.asks:
        if views.addresses.asks.get(ask.id) != page:
            continue
        if shared:
            yield ask.id, ask.place
        if ask.id in messages:
            yield f"{ask.id}-messages" if shared else "messages", messages[ask.id]


def _of_contact_type(contact_type: ContactType, views: Views) -> Iterator[tuple[str, Place]]:
    for name in reversed(STATEMENT_LISTS):
        for statement in contact_type.part(name)[:1]:
            yield "use" if name == "caution" else name, statement.place
    yield from (("messages", one.place) for one in contact_type.messages[:1])
    first = dict.fromkeys(contact_type.steps[:1], "steps")
    first |= {one.text: "mistakes" for one in contact_type.mistakes[:1]}
    for typed in views.library.typed:
        if typed.text in first:
            yield first[typed.text], typed.place

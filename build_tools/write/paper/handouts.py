"""Sheets about the guide as a whole: plans, the table, the check, the update, the routine, cards to sort."""

from collections.abc import Iterator
from dataclasses import replace

from ...model.library import VERDICTS
from ...model.messages import Message
from ...model.pages import CHECK, TABLE, session_page
from ...model.workshop import Session
from ...show.before_you_send import check_view
from ...show.cards import card_people
from ...show.sessions import session_view
from ..writer import Writer
from .sheet import PLAIN, Sheet, address


def table(writer: Writer) -> Iterator[Sheet]:
    """Yield the table of who can help with what: one page, verdicts only."""
    words, views = writer.views.library.words, writer.views
    groups = (
        (words["table_requests"], views.rows("request", "step")),
        (words["table_warnings"], views.rows("overreach")),
    )
    yield Sheet(
        id=TABLE,
        kind="table",
        title=words["table_title"],
        href=address(TABLE, writer),
        context={"groups": groups, "types": writer.views.library.types},
    )


def check(writer: Writer) -> Iterator[Sheet]:
    """Yield the check before sending: its lines on one page, how to read them on the next."""
    views = writer.views
    yield Sheet(
        id=CHECK,
        kind="check",
        title=views.library.words["before_title"],
        href=address(CHECK, writer),
        context={"check": check_view(views.quizzes.check, views)},
    )


def update(writer: Writer) -> Iterator[Sheet]:
    """Yield the update with room to write each of its parts."""
    library = writer.views.library
    record = library.handouts.update
    message = library.messages.by_id[record.message]
    yield Sheet(
        id="update",
        kind="update",
        title=record.title,
        href=address(record.page, writer),
        context={
            "about": tuple(map(writer.views.statement_of, record.about)),
            "parts": tuple(_parts(message)),
        },
    )


def routine(writer: Writer) -> Iterator[Sheet]:
    """Yield the weekly routine, with what its page answers first."""
    library = writer.views.library
    record = library.handouts.routine
    page = library.pages.by_id.get(record.page)
    yield Sheet(
        id="routine",
        kind="routine",
        title=record.title,
        href=address(record.page, writer),
        context={"steps": record.steps, "lead": page.answer if page else ""},
    )


def cards(writer: Writer) -> Iterator[Sheet]:
    """Yield cards to cut out, with headings for the piles; and what the table says of each."""
    record = writer.views.library.handouts.cards
    sheet = Sheet(
        id="cards",
        kind="cards",
        of="cards",
        title=record.title,
        href=address(record.page, writer),
        context={"people": card_people(writer.views), "verdicts": VERDICTS},
    )
    yield sheet
    title = writer.views.quizzes.words["paper_key"].format(title=record.title)
    yield replace(sheet, id="cards-key", kind="cards-key", title=title, sizes=PLAIN)


def sessions(writer: Writer) -> Iterator[Sheet]:
    for session in writer.views.library.workshop.sessions:
        yield _plan(session, writer)


def runs(writer: Writer) -> Iterator[Sheet]:
    """Yield the run sheet of each session: minute by minute, on one page."""
    for session in writer.views.library.workshop.sessions:
        plan = _plan(session, writer)
        title = writer.views.quizzes.words["paper_run"].format(title=plan.title)
        yield replace(plan, id=f"run-{session.id}", kind="run", title=title)


def _plan(session: Session, writer: Writer) -> Sheet:
    views, page = writer.views, session_page(session.id)
    return Sheet(
        id=page,
        kind="session",
        of=page,
        title=views.addresses.titles[page],
        href=address(page, writer),
        context={"view": session_view(session, views)},
        sizes=PLAIN,
    )


def _parts(message: Message) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs of a message, each behind what stands before its colon, “” where there is none."""
    for paragraph in message.text.split("\n\n"):
        label, colon, text = paragraph.strip().partition(": ")
        yield (label, text) if colon else ("", label)

"""A session as its page shows it: each activity with its minutes, and all there is to bring."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ..model.workshop import Activity, Material, Note, Session, Talk
from .addresses import Link
from .items import StatementView
from .views import Views


@dataclass(frozen=True, kw_only=True, slots=True)
class NoteView:
    note: Note
    basis: StatementView | None
    see: Link | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ActivityView:
    """An activity from the minute it begins to the minute it ends."""

    activity: Activity
    begins: int
    ends: int
    show: tuple[Link, ...]
    hand_out: tuple[Link, ...]
    talks: tuple[tuple[Talk, tuple[StatementView, ...]], ...]
    """What people tend to say, each with what the answer rests on."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionView:
    session: Session
    activities: tuple[ActivityView, ...]
    screen: tuple[Link, ...]
    """All that is shown, each once."""
    paper: tuple[Link, ...]
    """All that is handed out, each once."""
    prepare: tuple[NoteView, ...]
    short: tuple[NoteView, ...]
    after: tuple[NoteView, ...]
    rooms: tuple[NoteView, ...]
    notes: tuple[NoteView, ...]


def session_view(session: Session, views: Views) -> SessionView:
    workshop = views.library.workshop
    activities = _activities(workshop.activities_of(session), views)
    return SessionView(
        session=session,
        activities=activities,
        screen=tuple(dict.fromkeys(one for each in activities for one in each.show)),
        paper=tuple(dict.fromkeys(one for each in activities for one in each.hand_out)),
        prepare=_notes(session.prepare, views),
        short=_notes(session.short, views),
        after=_notes(session.after, views),
        rooms=_notes(workshop.rooms, views),
        notes=_notes(workshop.notes, views),
    )


def _activities(activities: Sequence[Activity], views: Views) -> tuple[ActivityView, ...]:
    ends = accumulate(activity.minutes for activity in activities)
    return tuple(
        ActivityView(
            activity=activity,
            begins=end - activity.minutes,
            ends=end,
            show=tuple(_shown(one, views) for one in activity.show),
            hand_out=tuple(_page(one, views) for one in activity.hand_out),
            talks=tuple(
                (talk, tuple(map(views.statement_of, talk.rests_on))) for talk in activity.talks
            ),
        )
        for activity, end in zip(activities, ends, strict=True)
    )


def _notes(notes: Iterable[Note], views: Views) -> tuple[NoteView, ...]:
    return tuple(
        NoteView(
            note=note,
            basis=views.statement_of(note.rests_on) if note.rests_on else None,
            see=_page(note.see, views) if note.see else None,
        )
        for note in notes
    )


def _shown(material: Material, views: Views) -> Link:
    """Return a link to what is shown: a form for the screen of a room, or another page."""
    form = next((one for one in views.quizzes.forms if one.id == material.page), None)
    if form is None:
        return _page(material, views)
    title = material.title or views.title_of(form)
    if material.item is None:
        return Link(title=title, href=views.addresses.presented(form.id))
    number = 1 + [item.id for item in form.items].index(material.item)
    title = views.library.words["session_question"].format(title=title, number=number)
    return Link(title=title, href=views.addresses.presented(form.id, number))


def _page(material: Material, views: Views) -> Link:
    title = material.title or views.addresses.titles[material.page]
    return Link(title=title, href=views.addresses.page(material.page, material.at))

"""A session as its page shows it: each activity with its minutes, and all there is to bring."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from ..model.workshop import Activity, Material, Note, Session, Talk
from .addresses import Link
from .views import StatementView, Views


@dataclass(frozen=True, kw_only=True, slots=True)
class NoteView:
    note: Note
    basis: StatementView | None
    see: Link | None


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkView:
    talk: Talk
    basis: tuple[StatementView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ActivityView:
    """An activity from the minute it begins to the minute it ends."""

    activity: Activity
    begins: int
    ends: int
    show: tuple[Link, ...]
    hand_out: tuple[Link, ...]
    talks: tuple[TalkView, ...]


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
    """Return all that the page of a session shows."""
    maker = _Maker(views=views)
    activities = maker.activities(session)
    workshop = views.library.workshop
    return SessionView(
        session=session,
        activities=activities,
        screen=_once(one for activity in activities for one in activity.show),
        paper=_once(one for activity in activities for one in activity.hand_out),
        prepare=maker.notes(session.prepare),
        short=maker.notes(session.short),
        after=maker.notes(session.after),
        rooms=maker.notes(workshop.rooms),
        notes=maker.notes(workshop.notes),
    )


def _once(materials: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(dict.fromkeys(materials))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Maker:
    views: Views

    def activities(self, session: Session) -> tuple[ActivityView, ...]:
        activities = self.views.library.workshop.activities_of(session)
        ends = accumulate(activity.minutes for activity in activities)
        return tuple(map(self._activity, activities, ends))

    def notes(self, notes: tuple[Note, ...]) -> tuple[NoteView, ...]:
        return tuple(map(self._note, notes))

    def _activity(self, activity: Activity, ends: int) -> ActivityView:
        return ActivityView(
            activity=activity,
            begins=ends - activity.minutes,
            ends=ends,
            show=tuple(self._shown(one) for one in activity.show),
            hand_out=tuple(self._page(one) for one in activity.hand_out),
            talks=tuple(self._talk(talk) for talk in activity.talks),
        )

    def _talk(self, talk: Talk) -> TalkView:
        return TalkView(talk=talk, basis=tuple(self._statement(name) for name in talk.rests_on))

    def _note(self, note: Note) -> NoteView:
        return NoteView(
            note=note,
            basis=self._statement(note.rests_on) if note.rests_on else None,
            see=self._page(note.see) if note.see else None,
        )

    def _statement(self, name: str) -> StatementView:
        return self.views.statement(self.views.library.statements[name])

    def _shown(self, material: Material) -> Link:
        """Return a form as it is for a group, or another page as it is."""
        quizzes, addresses = self.views.quizzes, self.views.addresses
        form = next((one for one in quizzes.forms if one.id == material.page), None)
        if form is None:
            return self._page(material)
        title = material.title or self.views.title_of(form)
        if material.item is None:
            return Link(title=title, href=addresses.presented(form.id))
        number = 1 + [item.id for item in form.items].index(material.item)
        pattern = self.views.library.words["session_question"]
        return Link(
            title=pattern.format(title=title, number=number),
            href=addresses.presented(form.id, number),
        )

    def _page(self, material: Material) -> Link:
        addresses = self.views.addresses
        title = material.title or addresses.titles[material.page]
        return Link(title=title, href=addresses.page(material.page, material.at))

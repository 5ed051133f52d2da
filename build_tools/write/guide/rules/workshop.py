"""Rules over the sessions with a group."""

from __future__ import annotations

from collections.abc import Iterator

from ....model.library import Library
from ....problems import Problem, Problems
from .. import Guide


def minutes_add_up(library: Library, _guide: Guide, problems: Problems) -> Iterator[Problem]:
    """Hold that the activities of each session take as long as it promises."""
    workshop = library.workshop
    for session in () if problems.lacks("session", "plan") else workshop.sessions:
        total = sum(activity.minutes for activity in workshop.activities_of(session))
        if total != session.minutes:
            yield Problem(
                place=session.place,
                where=f"{session.id}: minutes",
                what=f"{session.minutes} minutes, but its activities take {total}",
                instead="change the minutes here, or those of an activity",
            )


def activities_are_used(library: Library, _guide: Guide, problems: Problems) -> Iterator[Problem]:
    """Hold that each activity is part of a session, since nobody reads it otherwise."""
    workshop = library.workshop
    used = {name for session in workshop.sessions for name in session.plan}
    for activity in () if problems.lacks("session", "plan") else workshop.activities.values():
        if activity.id not in used:
            yield Problem(
                place=activity.place,
                where=activity.id,
                what="no session holds this activity",
                instead="name it in the “plan” of a session, or delete it",
            )

"""Rules over the facts: a statement for each claim of the source, minutes that add up."""

from .. import families
from ..model.library import Library
from ..problems import Place, Problems
from .ties import ties_agree

_ARTICLE = "article"
# Claims of the source article that no statement makes: background, and one quoted opinion.
_WITHOUT_STATEMENT = ("G.01", "F4.quote.1")


def check_facts(library: Library, problems: Problems) -> None:
    """Note what is wrong with the facts, though each may be right by itself."""
    for rule in (_sources_are_used, _plans_are_whole, ties_agree):
        rule(library, problems)


def _sources_are_used(library: Library, problems: Problems) -> None:
    """Hold that each claim of the source article has a statement."""
    if problems.lacks(families.STATEMENT, families.CLAIM):
        return
    places = {one.name: one.place for one in problems.references_to(families.PART)}
    claimed = {statement.source for statement in library.statements.values()}
    article = library.sources.by_id.get(_ARTICLE)
    for part in article.parts if article else ():
        if f"{_ARTICLE}/{part}" not in claimed and part not in _WITHOUT_STATEMENT:
            place = places.get(part, Place(path="content/sources.yml"))
            what = "no statement tells this claim"
            instead = f"add a statement with “source: {_ARTICLE}/{part}”"
            problems.add(place, f"{_ARTICLE}: {part}", what, instead)


def _plans_are_whole(library: Library, problems: Problems) -> None:
    """Hold that the activities of each session take as long as it promises, and that each is part of one, since nobody reads it otherwise."""
    if problems.lacks(families.SESSION, families.PLAN):
        return
    workshop = library.workshop
    for session in workshop.sessions:
        total = sum(activity.minutes for activity in workshop.activities_of(session))
        if total != session.minutes:
            what = f"{session.minutes} minutes, but its activities take {total}"
            instead = "change the minutes here, or those of an activity"
            problems.add(session.place, f"{session.id}: minutes", what, instead)
    used = {name for session in workshop.sessions for name in session.plan}
    for activity in workshop.activities:
        if activity.id not in used:
            instead = "name it in the “plan” of a session, or delete it"
            problems.add(activity.place, activity.id, "no session holds this activity", instead)

"""Ids that name a record of another file: each must exist."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ..errors import Place, Problems
from ..fields import did_you_mean
from ..model.facts import Library, Message, Statement
from ..model.forms import QuizSource
from ..model.items import Scene, WrittenItem


def check(library: Library, quiz: QuizSource, problems: Problems) -> None:
    """Note every id that leads nowhere."""
    known = _Known(
        problems=problems,
        types=[kind.id for kind in library.types],
        asks=[ask.id for ask in library.asks],
        statements=list(library.statements),
        reasons=[reason.id for reason in library.reasons],
        sources=_source_ids(library),
    )
    for statement in library.statements.values():
        known.check_statement(statement)
    for kind in library.types:
        for advice in kind.open:
            known.one(advice.place, f"{kind.id}: open", "ask", advice.ask)
        known.check_messages(kind.messages)
    known.check_messages(library.messages)
    for ask in library.asks:
        known.each(ask.place, f"{ask.id}: alternatives", "ask", ask.alternatives)
    for written in quiz.written:
        known.check_item(written)
    for model in quiz.models:
        for scene in model.scenes:
            known.check_scene(scene, model.id)
    _check_blueprints(quiz, problems)


def _source_ids(library: Library) -> list[str]:
    parts = [f"{source.id}/{part}" for source in library.sources for part in source.parts]
    return parts + [f"research/{study.id}" for study in library.evidence]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Known:
    """The ids of each family that other records may name."""

    problems: Problems
    types: Collection[str]
    asks: Collection[str]
    statements: Collection[str]
    reasons: Collection[str]
    sources: Collection[str]

    def one(self, place: Place, where: str, family: str, name: str | None) -> None:
        known: Collection[str] = getattr(self, f"{family}s")
        if name and name not in known:
            instead = did_you_mean(name, known)
            self.problems.add(place, where, f"unknown {family} “{name}”", instead)

    def each(self, place: Place, where: str, family: str, names: Iterable[str]) -> None:
        for name in names:
            self.one(place, where, family, name)

    def check_statement(self, statement: Statement) -> None:
        self.one(statement.place, f"{statement.id}: source", "source", statement.source)
        self.one(statement.place, f"{statement.id}: reason", "reason", statement.reason)
        for settlement in statement.settles:
            where = f"{statement.id}: settles"
            self.one(settlement.place, where, "ask", settlement.ask)
            self.each(settlement.place, where, "type", settlement.types)

    def check_messages(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.one(message.place, f"{message.id}: ask", "ask", message.ask)

    def check_item(self, written: WrittenItem) -> None:
        item = written.item
        self.one(item.place, f"{item.id}: contact_type", "type", item.contact_type)
        self.each(item.place, f"{item.id}: about", "statement", item.about)
        for asked in written.options:
            where = f"{item.id}: {asked.option.id}"
            self.one(asked.place, f"{where}: rests_on", "statement", asked.option.rests_on)
            self.one(asked.place, f"{where}: ask", "ask", asked.ask)

    def check_scene(self, scene: Scene, model: str) -> None:
        where = f"{model}: {scene.id or scene.ask}"
        self.one(scene.place, f"{where}: contact_type", "type", scene.contact_type)
        self.one(scene.place, f"{where}: ask", "ask", scene.ask)
        self.each(scene.place, f"{where}: about", "statement", scene.about)
        self.each(scene.place, f"{where}: people", "type", scene.people)


def _check_blueprints(quiz: QuizSource, problems: Problems) -> None:
    kinds = {item.item.kind for item in quiz.written} | {model.kind for model in quiz.models}
    for blueprint in quiz.blueprints:
        for kind in blueprint.kinds:
            if kind not in kinds:
                where = f"{blueprint.id}: kinds"
                what = f"unknown kind of item “{kind}”"
                problems.add(blueprint.place, where, what, did_you_mean(kind, kinds))
    names = [blueprint.id for blueprint in quiz.blueprints]
    for form in quiz.drawn:
        if form.blueprint and form.blueprint not in names:
            place = Place(path=form.path)
            what = f"unknown blueprint “{form.blueprint}”"
            problems.add(place, f"{form.id}: blueprint", what, did_you_mean(form.blueprint, names))

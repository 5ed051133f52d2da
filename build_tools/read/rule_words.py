"""The word lists of the rules, and the warnings that were accepted."""

from __future__ import annotations

from ..model.rule_words import WORD_LISTS, Accepted, RuleWords
from .reading import Reading
from .record import Fields

ACCEPTED = "item with a warning"
"""The family of what an accepted warning is about; it is looked up where all items are known."""
_WORDS = "quiz/rules/words.yml"
_OPENINGS = "quiz/rules/openings.yml"
_AMERICAN = "quiz/rules/american.yml"
_OPINIONS = "quiz/rules/opinions.yml"
_QUALIFIERS = "quiz/rules/qualifiers.yml"
_NAMES = "quiz/rules/names.yml"
_ACCEPTED = "quiz/rules/accepted.yml"


def load_rule_words(reading: Reading) -> RuleWords:
    """Return every word list; one that could not be read is empty."""
    lists = _record(reading, _WORDS)
    opinions = _record(reading, _OPINIONS)
    names = _record(reading, _NAMES)
    words = RuleWords(
        lists={
            **{name: lists.texts(name) if lists else () for name in WORD_LISTS},
            "opinions": opinions.references("opinions", "source") if opinions else (),
            "quoted": opinions.texts("quoted") if opinions else (),
        },
        openings={word: kind for kind, words in _lists(reading, _OPENINGS) for word in words},
        american=_replacements(reading),
        qualifiers=_qualifiers(reading),
        names=names.texts("names") if names else (),
    )
    for record in (lists, opinions, names):
        if record:
            record.close()
    return words


def load_accepted(reading: Reading) -> tuple[Accepted, ...]:
    return tuple(_accepted(record) for record in reading.records(_ACCEPTED, "accepted"))


def _accepted(record: Fields) -> Accepted:
    accepted = Accepted(
        rule=record.text("rule"),
        item=record.reference("item", ACCEPTED),
        reason=record.text("reason"),
        place=record.place_of_record,
    )
    record.close()
    return accepted


def _record(reading: Reading, path: str) -> Fields | None:
    return reading.record(path, "rule words")


def _lists(reading: Reading, path: str) -> list[tuple[str, tuple[str, ...]]]:
    record = _record(reading, path)
    return [(name, record.texts(name)) for name in record.names] if record else []


def _qualifiers(reading: Reading) -> dict[str, tuple[str, ...]]:
    record = _record(reading, _QUALIFIERS)
    if record:
        record.keys_are("source")
    return {name: record.texts(name) for name in record.names} if record else {}


def _replacements(reading: Reading) -> dict[str, str]:
    record = _record(reading, _AMERICAN)
    return {name: record.text(name) for name in record.names} if record else {}

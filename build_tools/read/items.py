"""Items as their authors wrote them: the bank, and item models with their scenes."""

from __future__ import annotations

from ..model.items import Choice, Option
from ..model.scenes import AskedOption, ItemModel, Scene, WrittenItem
from .files import stem_of
from .grids import PROVEN, read_proven
from .reading import Reading
from .record import Fields

_HELD = ("item",)
_TOLD = ("seeker", "contact")
_OPTIONS = {
    "asks": "ask",
    "reasons": "reason",
    "contact-types": "",
    **dict.fromkeys(PROVEN, ""),
}
"""What options can be, with the family their ids are of; closed sets have none."""

_WRONG = 2
"""How many wrong options an item shows."""


def load_bank(reading: Reading) -> tuple[WrittenItem, ...]:
    """Return the hand-written items, kind by kind."""
    return tuple(
        item
        for _, record in reading.folder("quiz/bank", _HELD, "kind")
        for item in _bank(record, reading)
    )


def load_models(reading: Reading) -> tuple[ItemModel, ...]:
    """Return the item models with every scene that could be read."""
    return tuple(
        _model(record, reading) for _, record in reading.folder("quiz/item-models", _HELD, "kind")
    )


def _bank(record: Fields, reading: Reading) -> list[WrittenItem]:
    kind = record.slug("kind")
    items = [_item(each, reading, kind) for each in record.each("items", ())]
    record.close()
    if not record.sound:
        reading.problems.excuse(kind or stem_of(record.place_of_record.path))
    return [item for item in items if item]


def _item(record: Fields, reading: Reading, kind: str) -> WrittenItem | None:
    """Return one item, or None where nobody can say what it asks."""
    name = reading.claim(f"{kind}/{record.slug('id')}", record.place("id"), "item")
    if not record.sound:
        reading.problems.excuse(kind)
    listed = tuple(record.each("options"))
    options = tuple(_option(each, reading, name) for each in listed)
    said = tuple(asked.option for asked in options)
    contact_type = record.optional_reference("contact_type", "type")
    item = Choice(
        id=name,
        kind=kind,
        model=None,
        names=record.texts("names"),
        stem=record.text("stem"),
        question=record.text("question"),
        contact_type=contact_type,
        about=record.references("about", "statement", required=True),
        fits=tuple((contact_type, one.ask) for one in said if contact_type and one.ask),
        options=said,
        place=record.place_of_record,
        like=record.optional_reference("like", "twin"),
    )
    record.close()
    if record.sound and all(each.sound for each in listed):
        return WrittenItem(item=item, options=options)
    reading.problems.excuse(name)
    return None


def _option(record: Fields, reading: Reading, item: str) -> AskedOption:
    option = Option(
        id=reading.new_id(record, "option", item),
        text=record.text("text"),
        right=record.flag("key"),
        rationale=record.text("rationale"),
        rests_on=record.reference("rests_on", "statement"),
        ask=record.optional_reference("ask", "ask"),
        right_for=record.optional_text("right_for") or "",
    )
    asked = AskedOption(option=option, place=record.place("ask"))
    record.close()
    return asked


def _model(record: Fields, reading: Reading) -> ItemModel:
    name = record.reference("id", "item model")
    kind = record.slug("kind")
    options = record.choice("options", _OPTIONS)
    if not record.sound:
        reading.problems.excuse(name)
        return ItemModel(id=name, kind=kind, distractors="", scenes=())
    question = record.pattern("question", _TOLD) if "question" in record.names else None
    pool = record.reference("distractors", "pool") if _OPTIONS[options] else ""
    scenes = [(_scene(each, question, options), each) for each in record.each("scenes", ())]
    model = ItemModel(
        id=reading.claim(name, record.place("id"), "item model"),
        kind=kind,
        distractors=pool,
        scenes=tuple(scene for scene, each in scenes if each.sound and record.sound),
    )
    record.close()
    if not record.sound or not all(each.sound for _, each in scenes):
        reading.problems.excuse(name)
    return model


def _scene(record: Fields, question: str | None, options: str) -> Scene:
    if options in PROVEN:
        return read_proven(record, _question(record, question), options)
    by_bond = "known_by" in record.names
    of_type = "contact_type" in record.names or bool(_OPTIONS[options])
    scene = Scene(
        id=record.optional_slug("id") or "",
        names=record.texts("names"),
        stem=record.text("stem"),
        question=_question(record, question),
        contact_type=record.reference("contact_type", "type") if of_type else "",
        ask=record.reference("ask", "ask") if "ask" in record.names or not by_bond else "",
        known_by=record.references("known_by", "bond"),
        about=record.references("about", "statement"),
        rests_on=record.reference("rests_on", "statement") if by_bond else "",
        because=(record.text("because") if by_bond else record.optional_text("because")) or "",
        distractors=_distractors(record, _OPTIONS[options]),
        rationales=record.text_map("rationales", _OPTIONS[options] or "type"),
        people=record.text_map("people", "type"),
        says=record.text_map("says", "ask"),
        right_for=record.text_map("right_for", _OPTIONS[options] or "type"),
        place=record.place_of_record,
        places=record.places,
    )
    record.close()
    return scene


def _distractors(record: Fields, family: str) -> tuple[str, ...]:
    """Return the wrong options that a scene names, noting those that no item would show."""
    named = record.references("distractors", family)
    if len(named) > _WRONG:
        record.note(
            "distractors", f"{len(named)} are named, and an item shows {_WRONG}", "keep the best"
        )
    return named


def _question(record: Fields, pattern: str | None) -> str:
    """Return the scene's own question or its model's, noting what the scene does not tell."""
    told = {key: record.optional_text(key) or "" for key in _TOLD}
    if pattern is None or "question" in record.names:
        return record.text("question")
    for key in _TOLD:
        if f"{{{key}}}" in pattern and not told[key]:
            record.note(key, f"the question needs “{key}:”", "add it, or a “question:” of its own")
    return pattern.format(**told)

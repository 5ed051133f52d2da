"""Items as their authors wrote them: the bank, and item models with their scenes."""

from dataclasses import replace
from typing import Any

from .. import families
from ..model.item_models import QUESTION_BLANKS, SCENES, ItemModel, Options
from ..model.scenes import OnePerson, PersonScene, Scene, ScenePerson
from ..model.written import WrittenItem, WrittenItems
from .files import stem_of
from .reading import Reading
from .record import RecordReader

_HELD = (families.ITEM,)


def load_bank(reading: Reading) -> tuple[WrittenItem, ...]:
    """Return the hand-written items, kind by kind."""
    return tuple(
        item
        for _, record in reading.folder("quiz/bank", _HELD, families.KIND)
        for item in _bank(record)
    )


def load_models(reading: Reading) -> tuple[ItemModel, ...]:
    """Return the item models with every scene that could be read; a copy of another is none."""
    records = reading.folder("quiz/item-models", _HELD, families.KIND)
    read = [(_model(record), record) for _, record in records]
    return tuple(model for model, record in read if record.owned)


def _bank(record: RecordReader) -> list[WrittenItem]:
    kind: str = record.field(WrittenItems, "kind")
    items = [_item(each, kind) for each in record.each("items", (), WrittenItem)]
    record.read(WrittenItems, kind=kind, items=())
    if not record.sound:
        record.problems.excuse(kind or stem_of(record.place_of_record.path))
    return [item for item in items if item]


def _item(record: RecordReader, kind: str) -> WrittenItem | None:
    """Return one item, or None if its question cannot be read."""
    name = record.claim(f"{kind}/{record.field(WrittenItem, 'id')}", "id", families.ITEM)
    if not record.sound:
        record.problems.excuse(kind)
    item = record.read(WrittenItem, id=name, kind=kind)
    if record.sound and record.owned:
        return item
    record.problems.excuse(name)
    return None


def _model(record: RecordReader) -> ItemModel:
    name, kind, options = (record.field(ItemModel, key) for key in ("id", "kind", "options"))
    if not record.sound:
        record.problems.excuse(name)
        return ItemModel(id=name, kind=kind, options=options, scenes=())
    question = record.field(ItemModel, "question") if "question" in record.names else None
    scenes = [(_scene(each, question, options), each) for each in record.each("scenes", ())]
    model = record.read(
        ItemModel,
        id=record.claim(name, "id", families.ITEM_MODEL),
        kind=kind,
        options=options,
        question=question or "",
        scenes=(),
    )
    if not record.sound or not all(each.sound for _, each in scenes):
        record.problems.excuse(name)
    sound = tuple(scene for scene, each in scenes if each.sound and record.sound)
    return replace(model, scenes=sound)


def _scene(record: RecordReader, question: str | None, options: Options) -> Scene:
    scene_class = SCENES[options]
    given: dict[str, Any] = {"company": _addressee(record)} if scene_class is PersonScene else {}
    own_question = _question(record, scene_class, question)
    return record.read(scene_class, places=record.places, question=own_question, **given)


def _addressee(record: RecordReader) -> tuple[ScenePerson, ...]:
    """Return the person who is asked, or None, which makes the scene unusable."""
    person = record.record("person", OnePerson)
    addressee = person.read(OnePerson)
    if not person.sound:
        record.lose()
    return (addressee,)


def _question(record: RecordReader, scene_class: type[Scene], pattern: str | None) -> Any:
    """Return the scene’s own question or its model’s, noting what the scene does not tell."""
    if pattern is None or "question" in record.names:
        return record.field(scene_class, "question", needed=True)
    words = {key: record.field(scene_class, key) for key in QUESTION_BLANKS}
    for key in QUESTION_BLANKS:
        if f"{{{key}}}" in pattern and not words[key]:
            record.note(key, f"the question needs “{key}:”", "add it, or a “question:” of its own")
    return pattern.format(**words)

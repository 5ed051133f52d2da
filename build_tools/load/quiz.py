"""Everything in quiz/: written items, item models, blueprints and drawn forms."""

from __future__ import annotations

from ..fields import Fields
from ..model.forms import QUIZ_WORDS, Blueprint, DrawnForm, DrawnItem, QuizSource
from ..model.items import AskedOption, Item, ItemModel, Option, Scene, WrittenItem
from .facts import load_words
from .tree import Reading


def load_quiz(reading: Reading) -> QuizSource:
    """Return the quiz as its authors wrote it."""
    return QuizSource(
        written=tuple(
            item for _, record in reading.folder("quiz/bank") for item in _bank(record, reading)
        ),
        models=tuple(_model(record, reading) for _, record in reading.folder("quiz/item-models")),
        blueprints=tuple(
            _blueprint(record, reading) for record in reading.records("quiz/blueprints.yml")
        ),
        drawn=tuple(_drawn(path, record, reading) for path, record in reading.folder("quiz/forms")),
        words=load_words(reading, "quiz/words.yml", QUIZ_WORDS),
    )


def _bank(record: Fields, reading: Reading) -> list[WrittenItem]:
    kind = record.slug("kind")
    items = [_item(each, reading, kind) for each in record.each("items")]
    record.close()
    return items


def _item(record: Fields, reading: Reading, kind: str) -> WrittenItem:
    name = reading.claim(f"{kind}/{record.slug('id')}", record.place("id"), "item")
    options = tuple(_option(each) for each in record.each("options"))
    item = Item(
        id=name,
        kind=kind,
        model=None,
        names=record.texts("names"),
        stem=record.text("stem"),
        question=record.text("question"),
        contact_type=record.optional_text("contact_type"),
        about=record.texts("about"),
        options=tuple(asked.option for asked in options),
        closed=False,
        place=record.place_of_record,
    )
    record.close()
    return WrittenItem(item=item, options=options)


def _option(record: Fields) -> AskedOption:
    option = Option(
        id=record.slug("id"),
        text=record.text("text"),
        right=record.flag("key"),
        rationale=record.text("rationale"),
        rests_on=record.text("rests_on"),
    )
    asked = AskedOption(
        option=option, ask=record.optional_text("ask"), place=record.place_of_record
    )
    record.close()
    return asked


def _model(record: Fields, reading: Reading) -> ItemModel:
    question = record.optional_text("question") or ""
    model = ItemModel(
        id=reading.new_id(record, "item model"),
        kind=record.slug("kind"),
        options=record.text("options"),
        distractors=record.optional_text("distractors") or "",
        scenes=tuple(_scene(each, question) for each in record.each("scenes")),
    )
    record.close()
    return model


def _scene(record: Fields, question: str) -> Scene:
    told = {key: record.optional_text(key) or "" for key in ("seeker", "contact")}
    own = record.optional_text("question")
    scene = Scene(
        id=record.optional_text("id") or "",
        names=record.texts("names"),
        stem=record.text("stem"),
        question=own or question.format(**told),
        contact_type=record.optional_text("contact_type") or "",
        ask=record.optional_text("ask") or "",
        known_by=record.texts("known_by"),
        about=record.texts("about"),
        because=record.optional_text("because") or "",
        distractors=record.texts("distractors"),
        rationales={name: text for name, (text, _) in record.text_map("rationales").items()},
        people={name: text for name, (text, _) in record.text_map("people").items()},
        place=record.place_of_record,
    )
    record.close()
    return scene


def _blueprint(record: Fields, reading: Reading) -> Blueprint:
    blueprint = Blueprint(
        id=reading.new_id(record, "blueprint"),
        title=record.text("title"),
        intro=record.text("intro"),
        size=int(record.number("size")),
        kinds=record.texts("kinds"),
        balance=record.flag("balance"),
        per_type=record.flag("per_type"),
        place=record.place_of_record,
    )
    record.close()
    return blueprint


def _drawn(path: str, record: Fields, reading: Reading) -> DrawnForm:
    form = DrawnForm(
        id=reading.new_id(record, "form"),
        blueprint=record.slug("blueprint"),
        items=tuple(_drawn_item(each) for each in record.each("items")),
        path=path,
    )
    record.close()
    return form


def _drawn_item(record: Fields) -> DrawnItem:
    item = DrawnItem(
        id=record.text("id"), options=record.texts("options"), place=record.place_of_record
    )
    record.close()
    return item

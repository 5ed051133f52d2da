"""Everything in quiz/: written items, item models, blueprints and drawn forms."""

from __future__ import annotations

from ..fields import Fields
from ..model.forms import QUIZ_WORDS, Blueprint, DrawnForm, DrawnItem, QuizSource
from ..model.items import AskedOption, Item, ItemModel, Option, Scene, WrittenItem
from .facts import load_words
from .tree import Reading

POOL_NAMES = ("asks-it-cannot-do", "reasons-not-carried")
_TOLD = ("seeker", "contact")
_OPTIONS = {"asks": "ask", "reasons": "reason", "contact-types": ""}
"""What options can be, with the family their ids are of; contact types are a closed set."""
BLANKS = {
    "question_of": ("number", "total"),
    "progress": ("answered", "total"),
    "score": ("right", "total"),
    "topic_score": ("right", "total"),
    "trying_again": ("right", "total"),
    "form_title": ("title", "letter"),
}
"""The names in braces that templates, the player and forms fill in, by word."""


def load_quiz(reading: Reading) -> QuizSource:
    """Return the quiz as its authors wrote it."""
    return QuizSource(
        written=tuple(
            item
            for _, record in reading.folder("quiz/bank", "kind", "item")
            for item in _bank(record, reading)
        ),
        models=tuple(
            _model(record, reading)
            for _, record in reading.folder("quiz/item-models", "kind", "item")
        ),
        blueprints=tuple(
            _blueprint(record, reading)
            for record in reading.records("quiz/blueprints.yml", "blueprint", "recipe")
        ),
        drawn=tuple(
            _drawn(path, record, reading)
            for path, record in reading.folder("quiz/forms", "form", "form")
        ),
        words=load_words(reading, "quiz/words.yml", QUIZ_WORDS, BLANKS),
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
        contact_type=record.optional_reference("contact_type", "type"),
        about=record.references("about", "statement"),
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
        rests_on=record.reference("rests_on", "statement"),
    )
    ask = record.optional_reference("ask", "ask")
    asked = AskedOption(option=option, ask=ask, place=record.place_of_record)
    record.close()
    return asked


def _model(record: Fields, reading: Reading) -> ItemModel:
    question = record.optional_text("question") or ""
    record.check_blanks("question", question, _TOLD)
    options = record.choice("options", _OPTIONS)
    pools = POOL_NAMES if _OPTIONS[options] else ("",)
    pool = record.choice("distractors", pools, None if _OPTIONS[options] else "")
    scenes = [(_scene(each, question, options), each) for each in record.each("scenes")]
    model = ItemModel(
        id=reading.new_id(record, "item model"),
        kind=record.slug("kind"),
        options=options,
        distractors=pool,
        scenes=tuple(scene for scene, each in scenes if each.sound and record.sound),
    )
    record.close()
    return model


def _scene(record: Fields, question: str, options: str) -> Scene:
    told = {key: record.optional_text(key) or "" for key in _TOLD}
    own = record.optional_text("question")
    about_a_fit = bool(_OPTIONS[options])
    scene = Scene(
        id=record.optional_slug("id") or "",
        names=record.texts("names"),
        stem=record.text("stem"),
        question=own or _filled(question, told, record),
        contact_type=_named(record, "contact_type", "type", required=about_a_fit),
        ask=_named(record, "ask", "ask", required=about_a_fit or not record.has("known_by")),
        known_by=record.references("known_by", "tie"),
        about=record.references("about", "statement"),
        because=record.optional_text("because") or "",
        distractors=record.references("distractors", _OPTIONS[options]),
        rationales=record.text_map("rationales", _OPTIONS[options] or "type"),
        people=record.text_map("people", "type"),
        place=record.place_of_record,
    )
    record.close()
    return scene


def _named(record: Fields, key: str, family: str, *, required: bool) -> str:
    if required:
        return record.reference(key, family)
    return record.optional_reference(key, family) or ""


def _filled(question: str, told: dict[str, str], record: Fields) -> str:
    """Return the model's question for this scene, noting what the scene does not tell."""
    for key in _TOLD:
        if f"{{{key}}}" in question and not told[key]:
            record.note(key, f"the question needs “{key}:”", "add it, or a “question:” of its own")
            return ""
    if not question:
        return record.text("question")
    try:
        return question.format(**told)
    except (LookupError, ValueError):
        return ""  # its braces were noted with the model


def _blueprint(record: Fields, reading: Reading) -> Blueprint:
    blueprint = Blueprint(
        id=reading.new_id(record, "blueprint"),
        title=record.text("title"),
        intro=record.text("intro"),
        size=record.whole("size", 1),
        kinds=record.references("kinds", "kind"),
        balance=record.flag("balance"),
        per_type=record.flag("per_type"),
        place=record.place_of_record,
    )
    record.close()
    return blueprint


def _drawn(path: str, record: Fields, reading: Reading) -> DrawnForm:
    form = DrawnForm(
        id=reading.claim(reading.new_id(record, "form"), record.place("id"), "page"),
        blueprint=record.reference("blueprint", "blueprint"),
        items=tuple(_drawn_item(each) for each in record.each("items")),
        path=path,
    )
    record.close()
    return form


def _drawn_item(record: Fields) -> DrawnItem:
    item = DrawnItem(
        id=record.text("id"), options=record.texts("options"), place=record.place_of_record
    )
    if len(set(item.options)) < len(item.options):
        record.note("options", "an option stands there twice", "restore this file")
    record.close()
    return item

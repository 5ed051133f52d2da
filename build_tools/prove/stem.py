"""Rules of one item: its stem, its question, and how much there is to read."""

import re
from collections.abc import Iterator, Mapping

from ..model.items import Choice, Grid, Item
from .language import words
from .rule import Finding, Subject, grade_of, phrases_in

_BLANK = re.compile(r"_{2,}|\.{4,}|\[ *\]")
_COMPANY = 90
"""Words in a stem that tells of several people."""
BOUNDS: Mapping[str, int] = {"stem": 45, "question": 14, "text": 12, "rationale": 45}
"""How many words each text of an item may have, in English."""
_ASKS = "?؟"
_CLAIMS = 4


def question_asks(item: Item, _subject: Subject) -> Iterator[Finding]:
    """I10: the question line ends in its one question mark, and there is no blank to fill."""
    marks = [sign for sign in item.question if sign in _ASKS]
    if len(marks) != 1 or not item.question.rstrip("”»\"'").endswith(tuple(_ASKS)):
        yield Finding.of(
            item, "the question does not end in its one “?”", "ask one thing", item.question
        )
    if _BLANK.search(f"{item.stem} {item.question}"):
        yield Finding.of(item, "there is a blank to fill", "ask a whole question")


def question_is_positive(item: Item, subject: Subject) -> Iterator[Finding]:
    """I11: the question line holds no negative word, unless it stands in capitals."""
    plain = " ".join(word for word in item.question.split() if not word.isupper())
    for word in phrases_in(plain, subject.listed("negatives")):
        what = f"the question turns on “{word}”"
        yield Finding.of(item, what, f"ask what is so, or write {word.upper()}", item.question)


def is_short(item: Item, subject: Subject) -> Iterator[Finding]:
    """I15: stem, question, options or rows, and rationales keep to their number of words, as many more as the language takes."""
    longer = subject.words.measures.longer if subject.words.measures else 1
    texts = [("stem", item.stem), ("question", item.question)]
    texts += [("text", part.text) for part in item.parts]
    texts += [("rationale", part.rationale) for part in item.parts]
    for name, text in texts:
        count = len(words(text))
        crowded = name == "stem" and isinstance(item, Grid)
        most = int(longer * (_COMPANY if crowded else BOUNDS[name]))
        if count > most:
            what = f"{count} words in a {name} (“{text[:24]}…”)"
            yield Finding.of(item, what, f"keep to {most}", text)


def is_plain(item: Item, subject: Subject) -> Iterator[Finding]:
    """I16: stem and rationales read at the grade of the language, or below."""
    measures = subject.words.measures
    if measures and (grade := grade_of(item, measures)) > measures.item:
        what = f"reads at grade {grade:.1f}"
        yield Finding.of(item, what, f"shorten it to {measures.item:g} or below")


def claims_are_few(item: Choice, _subject: Subject) -> Iterator[Finding]:
    """I17: an item asks about one to four statements; the loader sees that each exists.

    Where the contact types are the options, each of them brings its own; so does each row of a grid.
    """
    if len(item.about) > _CLAIMS and not item.closed:
        what = f"it is about {len(item.about)} statements"
        yield Finding.of(item, what, f"name the {_CLAIMS} that its key turns on, or fewer")

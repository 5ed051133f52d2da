"""Rules over all texts as they were typed: what readers would see as typed, and what the house writes in another way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model.edition import guide_path, is_of_edition
from ..model.guide import ProsePage
from ..model.language import GUIDE_LANGUAGE
from ..model.library import Library
from ..model.rule_words import Measures, RuleWords
from ..problems import Place, Problem
from ..read.markdown_parts import FILLED_IN, masked, parts_of
from .language import reading_grade, words
from .rule import phrases_in

TEXT_RULES = ("T01", "T02", "T03", "T04")
TEXT_LISTS = {"T03": "usage", "T04": "measures"}
"""The lists that rules go by, without which they rest."""
_SIGNS = re.compile(r"[<&]")
_HTML = re.compile(r"</?[a-zA-Z][\w:-]*(?:\s[^<>]*)?/?>|&(?:[a-zA-Z]{2,8}|#\d+|#x[0-9a-fA-F]+);")
_QUOTES = re.compile(r"['\"]")
_STRAIGHT = re.compile(
    r"(?<=\w)'(?=\w)|(?<![\w=])\"(?=[\w(])|(?<=[\w.,!?…)])\"(?!\w)|(?<![\w=])'(?=\w)"
)
_LINK = re.compile(r"\]\([^)]*\)|\{:? ?[#.][^}]*\}|[\[\]*_`#>|]")
_SENTENCE = re.compile(r"(?<=[.!?…])[”’)]*\s+")
_LIST = re.compile(r"\n\s*\n|\n\s*(?:[-*+]|\d+\.)\s")
_FEWEST_WORDS, _FEWEST_SIGNS = 12, 80
_NOT_OURS = ("quiz/bank/", "quiz/item-models/", "content/sources.yml")
"""Items have a rule of their own for usage; sources write as they write."""
_TYPED_BY_READERS = "synonyms"
_NO_TEXT = "quiz/rules/"
_AS_GIVEN = ("citation", "url")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Line:
    """A text that readers see; in Markdown, HTML is no text."""

    place: Place
    where: str
    text: str
    markdown: bool = False
    ours: bool = True
    """Whether it is to be written as this guide writes."""


def text_warnings(library: Library, listed: RuleWords) -> Iterator[Problem]:
    """Yield what a person should look at in the words of the guide.

    T01: HTML or a character reference in plain text, which readers see as typed. T02: straight quotes,
    where the guide has “ ” and ’. T03: words of another usage, as I42 of items. T04: a sentence of a page that is
    too hard for most readers.
    """
    every = "\n".join(
        (*(typed.text for typed in library.typed), *(page.body for page in library.pages))
    ).casefold()
    others = [word for word in listed.usage if word in every]
    # Most texts hold nothing of the kind, and there are thousands.
    suspect = re.compile("|".join([*"<&'\"", *map(re.escape, others)]))
    for line in _lines(library, suspect):
        markup = None if line.markdown or not _SIGNS.search(line.text) else _HTML.search(line.text)
        if markup:
            what = f"readers see “{markup[0]}” as typed"
            yield _warning(line, "T01", what, "write it without HTML")
        elif straight := _QUOTES.search(line.text) and _STRAIGHT.search(line.text):
            what = f"a straight {straight[0]} in “{_around(line.text, straight.start())}”"
            yield _warning(line, "T02", what, _instead(line.text, straight[0]))
        if others and line.ours:
            for word in phrases_in(line.text, others):
                what = f"“{word}” is not how this guide says it"
                yield _warning(line, "T03", what, f"write “{listed.usage[word]}”")
    if listed.measures:
        for page in library.pages:
            yield from _hard_sentences(page, listed.measures)


def _lines(library: Library, suspect: re.Pattern[str]) -> Iterator[_Line]:
    own_words = library.language.name == GUIDE_LANGUAGE.name
    for typed in library.typed:
        if not suspect.search(typed.text.casefold()):
            continue
        path = guide_path(typed.place.path)
        if not path.startswith(_NO_TEXT) and typed.key not in _AS_GIVEN:
            ours = not path.startswith(_NOT_OURS) and typed.key != _TYPED_BY_READERS
            ours = ours and (own_words or is_of_edition(typed.place.path))
            yield _Line(place=typed.place, where=typed.place.path, text=typed.text, ours=ours)
    for page in library.pages:
        for part in parts_of(page.body):
            if part.kind in ("text", "heading") and suspect.search(part.value.casefold()):
                place = _place(page, part.start)
                ours = own_words or is_of_edition(page.path)
                yield _Line(place=place, where=page.id, text=part.value, markdown=True, ours=ours)


def _hard_sentences(page: ProsePage, measures: Measures) -> Iterator[Problem]:
    body = masked(page.body)
    start = 0
    for block in _LIST.split(body):
        at = body.find(block, start)
        start = at + len(block)
        for sentence in _SENTENCE.split(_LINK.sub(" ", block).replace(FILLED_IN, "")):
            long = len(sentence) >= _FEWEST_SIGNS and len(words(sentence)) >= _FEWEST_WORDS
            grade = reading_grade(sentence, measures.formula) if long else 0
            if grade >= measures.sentence:
                first = " ".join(sentence.split()[:3])
                line = _Line(
                    place=_place(page, body.find(first.split()[0], at)), where=page.id, text=""
                )
                what = f"the sentence that begins with “{first}” reads at grade {grade:.0f}"
                yield _warning(line, "T04", what, "make two of it, with shorter words")


def _place(page: ProsePage, start: int) -> Place:
    before = page.body[: max(0, start)]
    line = page.body_line + before.count("\n")
    return Place(path=page.path, line=line, column=len(before) - before.rfind("\n"))


def _instead(text: str, mark: str) -> str:
    if mark == "'":
        return "write ’"
    # A text in quotes has lost the first of them.
    lost = text.endswith(mark) and text.count(mark) == 1
    return "put the same one before the text, or leave it out" if lost else "write “ or ”"


def _around(text: str, at: int) -> str:
    return " ".join(text[max(0, at - 12) : at + 12].split())


def _warning(line: _Line, rule: str, what: str, instead: str) -> Problem:
    one_line = " ".join(what.split())
    return Problem(place=line.place, where=line.where, what=one_line, instead=instead, rule=rule)

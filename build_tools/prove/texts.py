"""Rules over all texts as they were typed: what readers would see as typed, and what the house writes in another way."""

import re
from collections.abc import Callable, Iterator, Sequence
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
from .signs import (
    SUSPECT,
    Sign,
    as_typed,
    halves,
    in_quotes,
    left_over,
    straight,
    typewritten,
    unknown_entities,
    without_addresses,
)

TEXT_RULES = ("T01", "T02", "T03", "T04", "T05", "T06")
TEXT_LISTS = {"T03": "usage", "T04": "measures", "T05": "measures"}
"""The lists that rules go by, without which they rest."""
_LINK = re.compile(r"\]\([^)]*\)|\{:? ?[#.][^}]*\}|[\[\]*_`#>|]")
_ADDRESS = re.compile(
    r"\[\[[^\[\]]*\]\]|\[[^\[\]()]+\([^)\s]*\)|(?<=\])\((?:[^()\n]|\([^()\s]*\))*\)?|\{:? ?[#.][^}]*\}|<[^<>]*>|`[^`]*`"
)
_SENTENCE = re.compile(r"(?<=[.!?…])[”’)]*\s+")
_LIST = re.compile(r"\n\s*\n|\n\s*(?:[-*+]|\d+\.)\s")
_FEWEST_WORDS, _FEWEST_SIGNS = 12, 80
_OTHER_RULE = ("quiz/bank/", "quiz/item-models/")
"""Items have a rule of their own for usage."""
_OF_OTHERS = "content/sources."
"""Titles of sources keep their own spelling."""
_TYPED_BY_READERS = "synonyms"
_NO_TEXT = "quiz/rules/"
_AS_GIVEN = ("citation", "url", "logo", "card")
_QUOTED = {"content/asks": "say", "content/workshop": "says"}
"""The keys of texts around which pages put quotation marks, by file."""
_QUOTED_TWICE = (
    0,
    "quotation marks around a text to which pages add their own",
    "write it without them",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Line:
    """A text that readers see, with letters in place of addresses; in Markdown, HTML is no text."""

    at: Callable[[int], Place]
    """Where a sign of it stands."""
    where: str
    text: str
    markdown: bool = False
    ours: bool = True
    """Whether it is to be written as this guide writes."""
    spoken: bool = True
    """Whether it is written in the language whose rules these are."""
    quoted: bool = False
    """Whether pages put quotation marks around it."""


def text_warnings(library: Library, listed: RuleWords) -> Iterator[Problem]:
    """Yield what a person should look at in the words of the guide.

    T01: what readers see as typed, which is HTML, Markdown or a backslash in plain text, and in pages what Markdown
    leaves over. T02: signs of a typewriter, such as straight quotes, where the guide has “ ” and ’. T03: words of another usage, as I42 of items.
    T04: a sentence of a page that is too hard for most readers. T05: a quotation mark or a bracket without its other
    half. T06: quotation marks around a text to which pages add their own.
    """
    texts = (*(typed.text for typed in library.typed), *(page.body for page in library.pages))
    every = "\n".join(texts).casefold()
    others = [word for word in listed.usage if word in every]
    pairs = listed.measures.pairs if listed.measures else ()
    # One search sorts out most of the thousands of texts, which hold nothing of the kind.
    signs = [f"[{re.escape(''.join(pairs))}]"] if pairs else []
    suspect = re.compile("|".join([SUSPECT, *signs, *map(re.escape, others)]))
    for line in _lines(library, suspect):
        yield from _signs(line, pairs)
        for word in phrases_in(line.text, others) if others and line.ours else ():
            sign = 0, f"“{word}” is not how this guide says it", f"write “{listed.usage[word]}”"
            yield _warning(line, "T03", sign)
    for page in library.pages:
        yield from _whole(_of_page(page, library, masked(page.body)), listed.measures)


def _whole(page: _Line, measures: Measures | None) -> Iterator[Problem]:
    """Yield what shows only in the whole text of a page."""
    for sign in unknown_entities(page.text):
        yield _warning(page, "T01", sign)
    if not measures:
        return
    plain = _ADDRESS.sub(lambda match: " " * len(match[0]), page.text)
    for start, block in _blocks(plain) if page.spoken else ():
        for at, what, instead in halves(block, measures.pairs):
            yield _warning(page, "T05", (start + at, what, instead))
    for sign in _hard_sentences(page.text, measures):
        yield _warning(page, "T04", sign)


def _signs(line: _Line, pairs: Sequence[str]) -> Iterator[Problem]:
    if sign := (left_over if line.markdown else as_typed)(line.text):
        yield _warning(line, "T01", sign)
        return
    if sign := straight(line.text) or typewritten(line.text):
        yield _warning(line, "T02", sign)
    if line.quoted and in_quotes(line.text):
        yield _warning(line, "T06", _QUOTED_TWICE)
    elif line.spoken and not line.markdown:
        for sign in halves(line.text, pairs):
            yield _warning(line, "T05", sign)


def _lines(library: Library, suspect: re.Pattern[str]) -> Iterator[_Line]:
    own_words = library.language.name == GUIDE_LANGUAGE.name
    for typed in library.typed:
        if not suspect.search(typed.text.casefold()):
            continue
        path = guide_path(typed.place.path)
        if not path.startswith(_NO_TEXT) and typed.key not in _AS_GIVEN:
            spoken = own_words or is_of_edition(typed.place.path)
            spoken = spoken and not path.startswith(_OF_OTHERS)
            ours = not path.startswith(_OTHER_RULE) and typed.key != _TYPED_BY_READERS
            yield _Line(
                at=typed.at,
                where=typed.place.path,
                text=without_addresses(typed.text),
                ours=ours and spoken,
                spoken=spoken,
                quoted=_QUOTED.get(path.rpartition(".")[0]) == typed.key,
            )
    for page in library.pages:
        for part in parts_of(page.body):
            if part.kind in ("text", "heading") and suspect.search(part.value.casefold()):
                yield _of_page(page, library, without_addresses(part.value), part.start)


def _of_page(page: ProsePage, library: Library, text: str, start: int = 0) -> _Line:
    """Return a text of a page whose first character that is no blank is at `start`."""
    own_words = library.language.name == GUIDE_LANGUAGE.name or is_of_edition(page.path)
    blanks = len(text) - len(text.lstrip()) if start else 0
    return _Line(
        at=lambda offset: page.place(start + offset - blanks),
        where=page.id,
        text=text,
        markdown=True,
        ours=own_words,
        spoken=own_words,
    )


def _hard_sentences(body: str, measures: Measures) -> Iterator[Sign]:
    for start, block in _blocks(body):
        for sentence in _SENTENCE.split(_LINK.sub(" ", block).replace(FILLED_IN, "")):
            long = len(sentence) >= _FEWEST_SIGNS and len(words(sentence)) >= _FEWEST_WORDS
            grade = reading_grade(sentence, measures.formula) if long else 0
            if grade >= measures.sentence:
                first = " ".join(sentence.split()[:3])
                what = f"the sentence that begins with “{first}” reads at grade {grade:.0f}"
                at = body.find(first.split()[0], start)
                yield at, what, "make two of it, with shorter words"


def _blocks(body: str) -> Iterator[tuple[int, str]]:
    """Yield where each paragraph and each entry of a list begins, and the block itself."""
    end = 0
    for block in _LIST.split(body):
        start = body.find(block, end)
        end = start + len(block)
        yield start, block


def _warning(line: _Line, rule: str, sign: Sign) -> Problem:
    at, what, instead = sign
    one_line = " ".join(what.split())
    return Problem(place=line.at(at), where=line.where, what=one_line, instead=instead, rule=rule)

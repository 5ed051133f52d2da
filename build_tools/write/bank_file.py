"""A file of the bank, made of the questions in a spreadsheet: each line knows the cell it comes from."""

import json
import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from ..problems import Place, Problem
from ..read.questions import WRONG, Question
from ..read.values import is_slug

_ITEM_KIND = "which-ask-fits"
_SCHEMA = "# yaml-language-server: $schema=../../../../../docs/schemas/editions/quiz-bank.json"
_ORIGIN = "# Made of {source}: change it there, and run “python -m build_tools items” again."
_FIRST = "  - id: "
_WORD = re.compile("[a-z0-9]+")
_READ_AS = re.compile(r"true|false|yes|no|on|off|y|n|null|[\de-]+|0x[\da-f]+|0o[0-7]+|0b[01]+")
"""Ids that YAML reads as true, false, a number, a date or null."""
_OPTIONS = ("right", *WRONG)
_SHORT = 3
"""How many words of an option its id has, if they tell it from the others."""

_Line = tuple[str, Place, str]
"""A text, the cell that it comes from, and what that is called: the id of the question, and the column."""


@dataclass(frozen=True, kw_only=True, slots=True)
class BankFile:
    """The lines of a file, each with the cell that it comes from."""

    path: str
    lines: tuple[_Line, ...]

    @property
    def data(self) -> bytes:
        return "".join(f"{text}\n" for text, _, _ in self.lines).encode()

    @property
    def count(self) -> int:
        """How many questions it holds."""
        return sum(text.startswith(_FIRST) for text, _, _ in self.lines)

    def at_its_cell(self, problem: Problem) -> Problem:
        """Return a problem of this file at the cell it comes from, and any other as it is."""
        if problem.place.path != self.path:
            return problem
        _, place, called = self.lines[problem.place.line - 1]
        named = problem.rule and problem.where != self.path
        return replace(problem, place=place, where=problem.where if named else called)


def is_made_from(text: str, source: str) -> bool:
    """Whether a file of the bank was made of the questions in a spreadsheet of this name."""
    return _made_of(source) in text.splitlines()


def _made_of(source: str) -> str:
    """Return the line that names the spreadsheet of which a file was made."""
    return _ORIGIN.format(source=" ".join(source.split()))


def bank_file(
    path: str, source: str, questions: Sequence[Question], names: Collection[str]
) -> BankFile:
    """Return the file of these questions; `names` are the first names that people in them may have."""
    top = questions[0]["id"].place
    head = (_SCHEMA, _made_of(source), f"kind: {_ITEM_KIND}", "items:")
    items = [line for question in questions for line in _item(question, names)]
    return BankFile(path=path, lines=(*((text, top, source) for text in head), *items))


def _item(question: Question, names: Collection[str]) -> Iterator[_Line]:
    text = " ".join(cell.text for cell in question.values())
    people = [name for name in names if re.search(rf"\b{re.escape(name)}\b", text)]
    basis = list(dict.fromkeys(question[f"{one}_rests_on"].text for one in _OPTIONS))
    yield from (
        _line(question, "", "id"),
        _line(question, f"{_FIRST}{_id(question['id'].text)}", "id"),
        *([_line(question, f"    names: {_value(people)}", "scene")] if people else []),
        _text(question, "    stem", "scene"),
        _text(question, "    question", "question"),
    )
    if "contact_type" in question:
        yield _text(question, "    contact_type", "contact_type")
    yield _line(question, f"    about: {_value(basis)}", "right_rests_on")
    yield _line(question, "    options:", "id")
    ids = _ids([question[column].text for column in _OPTIONS])
    for name, key in zip(ids, _OPTIONS, strict=True):
        yield _line(question, f"      - id: {_id(name)}", key)
        yield from _option(question, key)


def _option(question: Question, key: str) -> Iterator[_Line]:
    yield _text(question, "        text", key)
    if key not in WRONG:
        yield _line(question, "        key: true", key)
    yield _text(question, "        rationale", f"{key}_because")
    yield _text(question, "        rests_on", f"{key}_rests_on")
    if key in WRONG:
        yield _text(question, "        right_for", f"{key}_fits")


def _text(question: Question, key: str, column: str) -> _Line:
    return _line(question, f"{key}: {_value(question[column].text)}", column)


def _line(question: Question, text: str, column: str) -> _Line:
    return text, question[column].place, f"{question['id'].text}: {column}"


def _value(value: str | list[str]) -> str:
    # JSON is YAML, and tells a text from all else that YAML may take it for.
    return json.dumps(value, ensure_ascii=False)


def _id(name: str) -> str:
    """Return an id as YAML: in quotes if YAML would read it as something else, or if it is no valid id."""
    return name if is_slug(name) and not _READ_AS.fullmatch(name) else _value(name)


def bank_name(source: str) -> str:
    """Return the name of the file for a spreadsheet: that of the spreadsheet in lower-case words and hyphens."""
    return "-".join(_WORD.findall(_folded(source))) or "questions"


def _ids(texts: Sequence[str]) -> list[str]:
    """Return an id for each option: as few of its first words as make all of them differ, with a number if none do."""
    words = [_WORD.findall(_folded(text)) for text in texts]
    longest = max(_SHORT, *map(len, words))
    cut = [["-".join(one[:most]) or "x" for one in words] for most in range(_SHORT, longest + 1)]
    numbers = [1 + sorted(texts).index(text) for text in texts]
    cut.append([f"{one}-{at}" for one, at in zip(cut[-1], numbers, strict=True)])
    return next((ids for ids in cut if len(set(ids)) == len(ids)), cut[-1])


def _folded(text: str) -> str:
    """Return a text in small letters without accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "").replace("'", ""))
    return "".join(one for one in plain if not unicodedata.combining(one))

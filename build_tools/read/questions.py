"""Questions of a center as a spreadsheet holds them: a row for each, with every fault at its row and column."""

import codecs
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..problems import Place, Problems, did_you_mean, nearest
from .cells import SAVE, Cell, beginning, cut_at, note_quotes, note_row, split
from .misread import note_misread_file
from .saved_as import other_kind
from .unseen import UNSEEN, harm, note_merge_marks
from .values import is_slug

WRONG = ("wrong_1", "wrong_2")
_OPTIONAL = ("contact_type",)
COLUMNS = (
    "id",
    *_OPTIONAL,
    "scene",
    "question",
    *("right", "right_because", "right_rests_on"),
    *(f"{one}{part}" for one in WRONG for part in ("", "_because", "_fits", "_rests_on")),
)
_NO_MORE = "delete it: a question has one right answer and two wrong ones, and no more columns"
_NEEDED = tuple(one for one in COLUMNS if one not in _OPTIONAL)
_FORMULA = re.compile(r"[=+@#-]")
"""The beginning of a formula, or the error that a spreadsheet shows for one."""
_FAILED = re.compile(r"#[¡A-ZÄÖÜ\d/]+[!?]?|Err:\d+")
_BLANKS = re.compile(rf"[\s{UNSEEN}]+")
_ENCODED = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"i\0", "utf-16-le"),
    (b"\0i", "utf-16-be"),
)
"""How files begin that Excel and others save as “Unicode text”; without a mark, with the first letter of “id”."""
_BOOKS = (b"pk\x03\x04", b"\xd0\xcf\x11\xe0", b"<html", b"<!doctype html", b"<table", b"<?xml")
"""How workbooks and web pages begin, in lower case, whatever their file names end in."""
_FEW = 3
"""Up to this many empty cells of a row get a problem each; more are counted in one."""
_LAST = "\x1a"
"""What old programs write at the end of a file."""


Question = Mapping[str, Cell]
"""A row: its cells by column name; an empty cell is left out."""


def read_questions(path: str, data: bytes, problems: Problems) -> tuple[Question, ...]:
    """Return the questions of a file, after noting what is wrong with its cells."""
    text = _text(path, data, problems)
    if text is None:
        return ()
    before = len(problems.errors)
    rows = list(split(path, *beginning(text), problems))
    if not rows:
        if len(problems.errors) == before:
            what, instead = "it holds no row", f"begin with {','.join(COLUMNS)}"
            problems.add(Place(path=path), "file", what, instead)
        return ()
    rows = _from_names(rows, problems)
    columns = len(rows[0])

    def is_whole(row: list[Cell]) -> bool:
        return not (note_quotes(row, columns, problems) or note_row(row, problems))

    if not is_whole(rows[0]):
        return ()
    names = [_name(cell.text) for cell in rows[0]]
    if not _note_columns(path, names, rows[0], problems):
        return ()
    whole = [row for row in rows[1:] if is_whole(row)]
    named = [row for row in whole if [_name(cell.text) for cell in row] == names]
    for row in named:
        what = "the names of the columns once more"
        problems.add(row[0].place, "row", what, "delete this row")
    asked = (_question(names, row, problems) for row in whole if row not in named)
    questions = [question for question in asked if question]
    _note_ids(questions, problems)
    return tuple(questions)


def _from_names(rows: list[list[Cell]], problems: Problems) -> list[list[Cell]]:
    """Return the rows from the one with the names of the columns on, after noting what stands above it."""
    named = (
        at
        for at, row in enumerate(rows)
        if len({_name(one.text) for one in row} & set(COLUMNS)) > _FEW
    )
    if at := next(named, 0):
        what = f"the names of the columns stand in row {rows[at][0].place.line}"
        problems.add(rows[0][0].place, "columns", what, "delete what stands above them")
    return rows[at:]


def _name(typed: str) -> str:
    """Return the name of a column, however somebody typed it at the top."""
    return _BLANKS.sub(" ", typed).strip().casefold().replace(" ", "_").replace("-", "_")


def _text(path: str, data: bytes, problems: Problems) -> str | None:
    """Return the text of a file with ends of lines as they are here, or None after noting why there is none."""
    if data.lower().startswith(_BOOKS):
        what = "it is no CSV file but a whole workbook or a page"
        problems.add(Place(path=path), "file", what, SAVE)
        return None
    encoding = next((one for mark, one in _ENCODED if data.startswith(mark)), "utf-8")
    if encoding == "utf-8" and (fault := other_kind(data, "a spreadsheet")):
        problems.add(Place(path=path), "file", *fault)
        return None
    try:
        text = data.decode(encoding).lstrip("\ufeff").rstrip(_LAST)
    except UnicodeDecodeError as error:
        place = Place(path=path, line=data[: error.start].count(b"\n") + 1)
        problems.add(place, "file", "it is not saved as UTF-8", SAVE)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if note_merge_marks(path, text, problems) or note_misread_file(path, text, problems, SAVE):
        return None
    return text


def _note_columns(
    path: str, names: Sequence[str], head: Sequence[Cell], problems: Problems
) -> bool:
    """Note columns that are unknown, there twice or missing; return whether there is none."""
    before = len(problems.errors)
    if not set(names) & set(COLUMNS):
        what = "the first row names no column"
        problems.add(head[0].place, "columns", what, f"begin with {','.join(COLUMNS)}")
        return False
    missing = [name for name in _NEEDED if name not in names]
    meant = set()
    for at, (name, cell) in enumerate(zip(names, head, strict=True)):
        other = nearest(name, missing)
        if name and name not in COLUMNS:
            what = f"unknown column “{name}”"
            instead = did_you_mean(name, missing) if missing else _NO_MORE
        elif name and name in names[:at]:
            what = f"the column “{name}” is there twice"
            other = other or (missing[0] if len(missing) == 1 else None)
            instead = f"write {other} above this one" if other else "leave one out"
        else:
            continue
        meant.add(other)
        problems.add(cell.place, "columns", what, instead)
    if missing := [name for name in missing if name not in meant]:
        what = f"no column is called {', '.join(missing)}"
        problems.add(Place(path=path), "columns", what, "add it to the first row")
    return len(problems.errors) == before


def _question(names: Sequence[str], row: Sequence[Cell], problems: Problems) -> Question:
    question = {name: cell for name, cell in zip(names, row, strict=False) if name and cell.text}
    called = question["id"].text if "id" in question else "row"
    headed = {at for at, name in enumerate(names, 1) if name}
    over = next((one for one in row if one.text and one.place.column not in headed), None)
    if over and (cut := cut_at(row, len(names))):
        what, instead = "this text is cut into several cells", 'put quotes around it: "…"'
        problems.add(cut.place, f"{called}: {names[cut.place.column - 1]}", what, instead)
        return {}  # all that stands behind it is in other columns
    if over:
        what = f"“{over.text}” stands in no column"
        instead = "put quotes around a text that holds a comma, or leave the cell empty"
        problems.add(over.place, called, what, instead)
    _note_missing(question, names, row[0].place, called, problems)
    _note_same_answers(question, called, problems)
    for name, cell in question.items():
        if fault := harm(cell.text):
            problems.add(cell.place, f"{called}: {name}", *fault[1:])
        if _FAILED.fullmatch(cell.text):
            what = f"“{cell.text}” is what a spreadsheet shows for a formula that failed"
            problems.add(cell.place, f"{called}: {name}", what, "write the text itself")
        elif _FORMULA.match(cell.text):
            what = f"“{cell.text[0]}” at the beginning makes a spreadsheet take it for a formula"
            problems.add(cell.place, f"{called}: {name}", what, "begin it with a letter")
    return question


def _missing(question: Question) -> list[str]:
    return [name for name in _NEEDED if name not in question]


def _note_missing(
    question: Question, names: Sequence[str], first: Place, called: str, problems: Problems
) -> None:
    missing = _missing(question)
    told, more = missing, ""
    if len(missing) > _FEW:
        told, more = missing[:1], f", and so are {len(missing) - 1} more of this row"
    for name in told:
        place = replace(first, column=names.index(name) + 1)
        instead = "write it, or delete the row" if more else "write it"
        problems.add(place, f"{called}: {name}", f"the cell is empty{more}", instead)


def _note_same_answers(question: Question, called: str, problems: Problems) -> None:
    answers: dict[str, str] = {}
    for name in (one for one in ("right", *WRONG) if one in question):
        first = answers.setdefault(question[name].text.casefold(), name)
        if first is not name:
            what = f"the same answer stands under {first}"
            problems.add(question[name].place, f"{called}: {name}", what, "write another one")


def _note_ids(questions: Iterable[Question], problems: Problems) -> None:
    """Note each id that is not well-formed, or that two questions have; what stands in a row that is nearly empty, such as a sum, is no id."""
    seen: dict[str, Cell] = {}
    named = (one for one in questions if "id" in one and len(_missing(one)) <= _FEW)
    for cell in (question["id"] for question in named):
        if not is_slug(cell.text) and not (_FORMULA.match(cell.text) or _FAILED.match(cell.text)):
            instead = "use lower-case words and hyphens, such as uncle-at-the-mill"
            problems.add(cell.place, "id", f"“{cell.text}” is no id", instead)
        first = seen.setdefault(cell.text, cell)
        if first is not cell:
            what = f"row {first.place.line} has the id “{cell.text}” too"
            problems.add(cell.place, "id", what, "give each question an id of its own")

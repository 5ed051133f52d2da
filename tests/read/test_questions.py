"""Questions of a center, from a spreadsheet into the bank of its edition."""

import csv
import io

import pytest
from conftest import ROOT
from edited import CAMPUS, begin
from made import read_yaml

from build_tools.cli import main
from build_tools.generate import read_writer
from build_tools.model.edition import EDITION
from build_tools.problems import Problems
from build_tools.read.questions import read_questions
from build_tools.write.bank_file import bank_file

BANK = f"{CAMPUS}/quiz/bank/questions.yml"
HEAD = (
    "id,contact_type,scene,question,right,right_because,right_rests_on,"
    "wrong_1,wrong_1_because,wrong_1_fits,wrong_1_rests_on,wrong_2,wrong_2_because,wrong_2_fits,wrong_2_rests_on"
)
ROW = {
    "id": "baker-next-door",
    "contact_type": "neighbors",
    "scene": "Ines would like to bake. Her neighbor, a baker, has never seen her do it. For a year Carlos baked with her.",
    "question": "What can Ines ask her neighbor?",
    "right": "Who else could I ask?",
    "right_because": "She knows the bakers of the town. A name or two is soon told.",
    "right_rests_on": "neighbors/can/name-inside",
    "wrong_1": "Could you be my reference?",
    "wrong_1_because": "She has not seen her bake, and would have to guess.",
    "wrong_1_fits": "Carlos, who baked with her",
    "wrong_1_rests_on": "neighbors/cannot/work-reference",
    "wrong_2": "Could you say how I bake?",
    "wrong_2_because": "She would have to take it from Ines.",
    "wrong_2_fits": "Carlos, for a year",
    "wrong_2_rests_on": "neighbors/cannot/work-reference",
}


@pytest.fixture
def campus(sample, monkeypatch):
    """The sample with an edition, as somebody has it before them."""
    monkeypatch.chdir(sample)
    return begin(sample)


def sheet(*rows, head=HEAD, **options):
    """Return a spreadsheet of these rows, as CSV."""
    file = io.StringIO()
    writer = csv.DictWriter(file, head.split(","), lineterminator="\n", **options)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()


def made(data, path="questions.csv"):
    """Return the file that a spreadsheet makes, and what is wrong with its cells."""
    problems = Problems()
    questions = read_questions(path, data, problems)
    names = read_yaml(ROOT / "quiz/rules/names.yml")["names"]
    file = bank_file(BANK, path, questions, names) if questions else None
    return file, [str(one) for one in problems.errors]


def items(root):
    """Return the items that stand in the bank now."""
    return read_yaml(root / BANK)["items"]


def run(root, data, edition="campus", name="questions.csv"):
    (root / name).write_bytes(data)
    return main(["--root", str(root), "items", "--from", name, "--edition", edition])


def printed(root, data, capsys):
    """Return what is wrong with a spreadsheet, after seeing that nothing was written."""
    assert run(root, data) == 1
    assert not (root / BANK).exists()
    *lines, _ = capsys.readouterr().err.splitlines()
    return lines


def test_a_row_is_an_item_of_the_bank(campus, capsys):
    assert run(campus, sheet(ROW)) == 0, capsys.readouterr()

    bank = read_writer(campus, {EDITION: "campus"}).views.quizzes.bank
    item = bank.items["which-ask-fits/baker-next-door"]
    assert (item.stem, item.names) == (ROW["scene"], ("Carlos", "Ines"))
    assert {(one.text, one.right, one.right_for) for one in item.options} == {
        ("Who else could I ask?", True, ""),
        ("Could you be my reference?", False, "Carlos, who baked with her"),
        ("Could you say how I bake?", False, "Carlos, for a year"),
    }


PLAIN = sheet(ROW)
WAYS = {
    "with the mark of Excel": b"\xef\xbb\xbf" + PLAIN,
    "with semicolons": sheet(ROW, delimiter=";"),
    "with tabs": sheet(ROW, delimiter="\t"),
    "with a line that says so": b"sep=;\r\n" + sheet(ROW, delimiter=";"),
    "with a line that is wrong": b"sep=;\n" + PLAIN,
    "with a line that names the tab": b"sep=\\t\n" + sheet(ROW, delimiter="\t"),
    "with the ends of lines of Windows": PLAIN.replace(b"\n", b"\r\n"),
    "with those of old Macs": PLAIN.replace(b"\n", b"\r"),
    "with quotes around each cell": sheet(ROW, quoting=csv.QUOTE_ALL),
    "with empty rows": PLAIN + b"," * 14 + b"\n\n",
    "with capitals at the top": PLAIN.replace(b"scene", b"Scene", 1),
    "as Unicode text of Excel": sheet(ROW, delimiter="\t").decode().encode("utf-16"),
    "as Unicode text without a mark": PLAIN.decode().encode("utf-16-le"),
    "with two marks of UTF-8": b"\xef\xbb\xbf\xef\xbb\xbf" + PLAIN,
    "with bars": sheet(ROW, delimiter="|"),
    "with such a line in capitals, and empty cells": b"SEP=,,,,\n" + PLAIN,
    "with names in words at the top": PLAIN.replace(b"wrong_1_because", b"Wrong 1 because", 1).replace(b"right_because", b"right-because", 1),
    "with signs that nobody sees at the top": PLAIN.replace(b"scene", "\u200bscene\u00a0".encode(), 1),
    "with empty columns at the end": b"".join(line + b",,\n" for line in PLAIN.splitlines()),
    "with the end of a file of old programs": PLAIN + b"\x1a",
    "with a line break in a cell": sheet(ROW | {"scene": ROW["scene"].replace("bake. Her", "bake.\nHer")}),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_a_spreadsheet_is_read_however_it_was_saved(way):
    file, faults = made(WAYS[way])

    assert (file.data, faults) == (made(PLAIN)[0].data, [])


FAULTS = {
    "an unknown statement": ({"right_rests_on": "neighbors/can/name-insid"}, "2:7: baker-next-door: right_rests_on: unknown statement “neighbors/can/name-insid”; did you mean “neighbors/can/name-inside”?"),
    "an unknown contact type": ({"contact_type": "neighbor"}, "2:2: baker-next-door: contact_type: unknown type “neighbor”; did you mean “neighbors”?"),
    "an empty cell": ({"wrong_2": " "}, "2:12: baker-next-door: wrong_2: the cell is empty; write it"),
    "an id that is none": ({"id": "The baker"}, "2:1: id: “The baker” is no id; use lower-case words and hyphens, such as uncle-at-the-mill"),
    "a formula": ({"right": "=A1"}, "2:5: baker-next-door: right: “=” at the beginning makes a spreadsheet take it for a formula; begin it with a letter"),
    "what a failed formula leaves": ({"wrong_1": "#NAME?"}, "2:8: baker-next-door: wrong_1: “#NAME?” is what a spreadsheet shows for a formula that failed; write the text itself"),
    "one answer twice": ({"wrong_1": "who else could I ask?"}, "2:8: baker-next-door: wrong_1: the same answer stands under right; write another one"),
    "a title": ({"scene": ROW["scene"].replace("Her neighbor", "Mrs. Ines, her neighbor")}, "2:1: which-ask-fits/baker-next-door: I28: "),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_at_its_row_and_column_and_nothing_is_written(campus, capsys, fault):
    change, says = FAULTS[fault]
    lines = printed(campus, sheet(ROW | change), capsys)

    assert [line for line in lines if line.startswith(f"questions.csv:{says}")] == lines


@pytest.mark.parametrize("name", ["none.csv", "content"])
def test_a_spreadsheet_that_is_not_there_is_said_in_words(campus, capsys, name):
    assert main(["--root", str(campus), "items", "--from", name, "--edition", "campus"]) == 2

    assert (
        f"there is no file {name}; name one that the spreadsheet saved" in capsys.readouterr().err
    )


def test_all_faults_are_told_in_one_run(campus, capsys):
    rows = [ROW | {"right": ""}, ROW | {"id": "another", "scene": ""}, ROW]

    assert printed(campus, sheet(*rows), capsys) == [
        "questions.csv:2:5: baker-next-door: right: the cell is empty; write it",
        "questions.csv:3:3: another: scene: the cell is empty; write it",
        "questions.csv:4:1: id: row 2 has the id “baker-next-door” too; give each question an id of its own",
    ]


IN_ONE = "the whole row stands in one cell; leave out the quotes around all of it, and write between cells what stands between names"
WRAPPED = PLAIN.decode().replace('"', '""').splitlines()
FILES = {
    "nothing": (b"", "1:1: file: it holds no row"),
    "another encoding": (PLAIN.replace(b"bake", "bäcke".encode("latin-1")), "2:1: file: it is not saved as UTF-8; in the spreadsheet, choose “Save as” and “CSV UTF-8”"),
    "an open quote": (PLAIN + b'"never', "3:1: row: a quotation mark that does not end, or stands in the middle of a text; write it twice, or in the spreadsheet"),
    "a third wrong answer": (PLAIN.replace(b"wrong_2_fits", b"wrong_2_fits,wrong_3", 1), "1:15: columns: unknown column “wrong_3”; delete it: a question has one right answer and two wrong ones, and no more columns"),
    "a misspelled column": (PLAIN.replace(b"wrong_2_fits", b"wrong_2_fit"), "1:14: columns: unknown column “wrong_2_fit”; did you mean “wrong_2_fits”?"),
    "a column that is there twice": (PLAIN.replace(b",scene", b",id", 1), "1:3: columns: the column “id” is there twice; write scene above this one"),
    "a column too many": (PLAIN.replace(b"id,contact_type", b"id,id", 1), "1:2: columns: the column “id” is there twice; leave one out"),
    "a column that is missing": (PLAIN.replace(b"wrong_2_fits", b""), "1:1: columns: no column is called wrong_2_fits; add it to the first row"),
    "no row of names": (PLAIN.split(b"\n", 1)[1], f"1:1: columns: the first row names no column; begin with {HEAD}"),
    "one cell too many": (PLAIN.replace(b"work-reference\n", b"work-reference,and more\n"), "2:16: baker-next-door: “and more” stands in no column; put quotes around a text that holds a comma, or leave the cell empty"),
    "a text below no name": (PLAIN.replace(b"wrong_2_rests_on\n", b"wrong_2_rests_on,\n").replace(b"work-reference\n", b"work-reference,a note\n"), "2:16: baker-next-door: “a note” stands in no column;"),
    "a title above the names": (b"Our questions,2026,,\n,,,\n" + PLAIN, "1:1: columns: the names of the columns stand in row 3; delete what stands above them"),
    "a row in quotes": (f'{HEAD}\n"{WRAPPED[1]}",,\n'.encode(), f"2:1: row: {IN_ONE}"),
    "rows in quotes": ("".join(f'"{row}";;\n' for row in WRAPPED).encode(), f"1:1: row: {IN_ONE}"),
    "a note": (PLAIN + b"# ours, still to do\n", "3:1: row: a note stands in place of a question; delete the row"),
    "commas in a text": (PLAIN.replace(b'"', b""), '2:3: baker-next-door: scene: this text is cut into several cells; put quotes around it: "…"'),
    "a comma in the last text": (PLAIN.replace(b'"Carlos, for a year"', b"Carlos, for a year"), '2:14: baker-next-door: wrong_2_fits: this text is cut into several cells; put quotes around it: "…"'),
    "a picture": (b"\x89PNG\r\n", "1:1: file: it is a picture under the name of a spreadsheet; put the text itself there"),
    "a workbook": (b"PK\x03\x04\x14\0", "1:1: file: it is no CSV file but a whole workbook or a page; in the spreadsheet, choose “Save as” and “CSV UTF-8”"),
    "marks of a merge": (PLAIN.replace(b"\nbaker", b"\n<<<<<<< HEAD\nbaker") + b"=======\n>>>>>>> a\n", "2:1: file: “<<<<<<< HEAD” is a mark of two versions that were merged; keep one version"),
    "two files in one": (PLAIN + PLAIN.replace(b"baker-", b"cook-"), "3:1: row: the names of the columns once more; delete this row"),
    "a page that asks to log in": (b"<!DOCTYPE html><title>Log in", "1:1: file: it is no CSV file but a whole workbook or a page"),
    "letters that a program misread": (PLAIN.replace(b"a", "á".encode().decode("cp1252").encode()), "1:"),
    "a page": (b"<html><table>", "1:1: file: it is no CSV file but a whole workbook or a page; in the spreadsheet"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FILES)
def test_a_file_that_is_no_such_spreadsheet_is_told_of(fault):
    data, says = FILES[fault]

    (said,) = made(data)[1]
    assert said.startswith(f"questions.csv:{says}")


STRAIGHT = 'put straight quotes around it, with nothing before or behind them: "…"'


def typed(row, begins, ends, *, all_of_them=False):
    """Return a row as somebody types it who puts such quotes around a text that holds a comma, or around all."""
    marked = (all_of_them or "," in text for text in row)
    return ",".join(
        f"{begins}{text}{ends}" if mark else text for text, mark in zip(row, marked, strict=True)
    )


@pytest.mark.parametrize("all_of_them", [False, True])
@pytest.mark.parametrize(
    "quotes",
    ["“”", "””", "„“", "„”", "«»", "»«", "‹›", "‘’", "’’", "‚‘", "``", "´´", "''", "″″", "＂＂", ("« ", " »"), (' "', '"')],
    ids="".join,
)  # fmt: skip
def test_other_quotes_than_straight_ones_are_one_problem_a_row(campus, capsys, quotes, all_of_them):
    row = typed(ROW.values(), *quotes, all_of_them=all_of_them)
    empty = sheet(ROW | {"id": "another", "right": ""}).decode().split("\n")[1]
    lines = [HEAD, row, empty, row.replace("baker-next-door", "a-third")]
    told = f"a text that begins with {quotes[0].strip()} is cut into several cells; {STRAIGHT}"

    assert printed(campus, "\n".join(lines).encode(), capsys) == [
        f"questions.csv:2:3: baker-next-door: {told}",
        "questions.csv:3:5: another: right: the cell is empty; write it",
        f"questions.csv:4:3: a-third: {told}",
    ]


def test_such_quotes_around_the_names_at_the_top_or_an_id_are_one_problem(campus, capsys):
    names = typed(HEAD.split(","), "“", "”", all_of_them=True)
    row = sheet(ROW).decode().split("\n")[1]
    told = f"a cell begins with “; {STRAIGHT}"

    assert printed(campus, f"{names}\n{row}\n".encode(), capsys) == [
        f"questions.csv:1:1: id: {told}"
    ]
    assert printed(campus, sheet(ROW | {"id": "“baker”"}), capsys) == [
        f"questions.csv:2:1: baker: {told}"
    ]


def test_what_people_say_may_stand_between_such_quotes():
    said = {"right": "“Who else, please?”", "wrong_1": "‘Could you be my reference?’"}

    assert made(sheet(ROW | said))[1] == []


def test_what_is_wrong_with_whole_rows_is_told_beside_what_is_wrong_with_cells(campus, capsys):
    rows = [ROW | {"right": ""}, ROW | {"id": "another", "right_rests_on": "neighbors/can/nothing"}]

    assert [line.split("; ")[0] for line in printed(campus, sheet(*rows), capsys)] == [
        "questions.csv:2:5: baker-next-door: right: the cell is empty",
        "questions.csv:3:7: another: right_rests_on: unknown statement “neighbors/can/nothing”",
    ]


def test_an_id_may_be_what_yaml_takes_for_something_else(campus, capsys):
    names = ["123", "no", "null", "2026-11-22", "0x1f", "1e5"]
    assert run(campus, sheet(*(ROW | {"id": name} for name in names))) == 0, capsys.readouterr()
    assert [one["id"] for one in items(campus)] == names


TEXTS = [
    ("Yes?", "No?", "On?"),
    ("我还能问谁？", "你能做我的推荐人吗？", "你能说说吗？"),
    ("Null?", "2026-11-22?", "هل؟"),
]


def test_options_have_ids_of_their_own_in_all_letters(campus, capsys):
    rows = [
        ROW | {"id": f"row-{number}", "right": right, "wrong_1": one, "wrong_2": other}
        for number, (right, one, other) in enumerate(TEXTS)
    ]
    assert run(campus, sheet(*rows)) == 0, capsys.readouterr()

    for item in items(campus):
        assert len({option["id"] for option in item["options"]}) == 3
        assert all(isinstance(option["id"], str) for option in item["options"])
    assert len(items(campus)) == len(TEXTS)


@pytest.mark.parametrize(
    "name", ["Our questions (1).CSV", "our.questions.1.csv", "our–questions\n1.csv"]
)
def test_a_file_of_any_name_makes_one_that_every_machine_takes(campus, capsys, name):
    assert run(campus, sheet(ROW), name=name) == 0, capsys.readouterr()
    assert (campus / CAMPUS / "quiz/bank/our-questions-1.yml").is_file()


def test_a_second_run_replaces_what_came_from_the_file_and_touches_nothing_else(campus):
    own = campus / CAMPUS / "quiz/bank/by-hand.yml"
    run(campus, sheet(ROW))
    own.write_text("kind: which-ask-fits\nitems: []\n", "utf-8")
    before = {path: path.read_bytes() for path in campus.rglob("*.yml") if path != campus / BANK}

    assert run(campus, sheet(ROW | {"id": "baker-across-the-street"})) == 0
    assert [one["id"] for one in items(campus)] == ["baker-across-the-street"]
    assert {path: path.read_bytes() for path in before} == before


def test_a_file_that_somebody_wrote_is_never_replaced(campus, capsys):
    (campus / BANK).parent.mkdir(parents=True)
    for theirs in (b"kind: which-ask-fits\nitems: []\n", b"# caf\xe9\n"):
        (campus / BANK).write_bytes(theirs)

        assert run(campus, sheet(ROW)) == 2
        assert "is no file made of questions.csv" in capsys.readouterr().err
        assert (campus / BANK).read_bytes() == theirs


def test_a_file_of_the_guide_is_never_laid_over(campus):
    assert run(campus, sheet(ROW), name="which-ask-fits.csv") == 2


def test_questions_need_an_edition(campus, capsys):
    assert run(campus, sheet(ROW), edition="camps") == 2
    assert "--edition ID; there is: campus" in capsys.readouterr().err


def test_the_bank_of_the_example_is_what_its_spreadsheet_makes():
    example = ROOT / "docs/examples/campus"
    file, faults = made((example / "questions.csv").read_bytes())

    assert file.data == (example / "quiz/bank/questions.yml").read_bytes()
    assert (file.count, faults) == (5, [])


def test_a_row_that_was_cut_off_a_formula_and_an_endless_cell_are_one_problem_each():
    def told(data):
        problems = Problems()
        read_questions("a.csv", data, problems)
        return [f"{one.place.line}:{one.place.column}: {one.what}" for one in problems.errors]

    cut = {**dict.fromkeys(ROW, ""), "id": "baker", "scene": "Ines bakes."}
    assert told(sheet(cut)) == ["2:4: the cell is empty, and so are 11 more of this row"]
    # What stands in front of a sum is not told as an id, besides.
    assert told(PLAIN + b"Total: 1\n") == ["3:3: the cell is empty, and so are 12 more of this row"]
    assert len(told(sheet({**ROW, "id": "#REF!"}))) == 1
    (said,) = told(sheet({**ROW, "scene": "x" * 140_000}))
    assert "a cell of more than 131,072 signs" in said

"""Whatever the format, the file that leaves the site holds the form: read back, it is the same."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from functools import cache
from zipfile import ZipFile

import jsonschema
import pytest
from conftest import ROOT
from exported import READERS, meant
from hypothesis import given, settings
from hypothesis import strategies as st
from made import ADDRESS, forms, read_yaml

from build_tools.cli import main
from build_tools.write.exporters import EXPORTERS
from build_tools.write.exporters.exporter import FEATURES
from build_tools.write.render import Templates

ENV = Templates(root=ROOT)
FORMS = forms()
BANK = FORMS["item-bank"]
# What the loader lets in: everything but control characters.
SEEN = st.characters(
    exclude_categories=["Cc", "Cs"], include_characters="\n\t", exclude_characters="\ufffe\uffff"
)
EACH = pytest.mark.parametrize("exporter", EXPORTERS.values(), ids=lambda one: one.id)


def back(exporter, form):
    return READERS[exporter.id](exporter.write(form, ENV))


@cache
def published(exporter, name):
    """Return what is read back of a form as it is: many tests look at one file."""
    return back(EXPORTERS[exporter], FORMS[name])


def assert_kept(exporter, form, found):
    """Hold what was read back of a form against it, for all that its format keeps."""
    said = meant(form, exporter.id)
    for feature in FEATURES:
        if exporter.fate(feature) == "kept":
            assert (feature, found.every(feature)) == (feature, said.every(feature))


def leaves(value):
    """Yield every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple, set)):
        for one in value:
            yield from leaves(one)


@EACH
@pytest.mark.parametrize("name", FORMS)
def test_a_form_reads_back_as_it_is_on_the_web(exporter, name):
    assert_kept(exporter, FORMS[name], published(exporter.id, name))


@EACH
@pytest.mark.parametrize("feature", FEATURES)
def test_what_an_exporter_declares_is_what_becomes_of_it(exporter, feature):
    found = published(exporter.id, "item-bank")
    there = [text in found.text for text in leaves(meant(BANK).every(feature))]
    fate = exporter.fate(feature)

    assert bool(found.every(feature)) == (fate == "kept")
    assert fate == "kept" or all(there) == (fate == "flattened")


HOSTILE = [
    "&",
    "& < > & &amp; &lt;b&gt;",
    "“é” & < 5 ]]> ]]]]> <![CDATA[",
    "{curly} ~tilde =equals #hash :colon %percent% {{ jinja }} {% raw %}",
    "=SUM(A1:A9)",
    "+1 -1 @here '=1' \"quoted\", and; semicolons\ttabs",
    "'",
    "-",
    "emoji 🧑🏽‍🚀, zero-width joiner, café, cafe\u0301",
    "\u202bעברית then English\u202c, عربى",
    "first\n\nafter a blank line\n",
    "<p>markup</p><script>alert(1)</script><br/>",
    "/a slash at both ends//",
    "a\\b\\n$x$ \\(math\\) [blank] [[1]]",
    "  blanks  inside  and  around  ",
    "word " * 400,
]


def spoiled(form, text):
    """Return a form whose every text is `text`; parts that a person must tell apart also say which they are."""
    # It is one line, and no longer than platforms keep.
    title = " ".join(text.split())[:200].strip() or "title"
    return replace(
        form, title=title, intro=text, items=tuple(_spoiled(view, text) for view in form.items)
    )


def _spoiled(view, text):
    item = replace(view.item, stem=text, question=f"{text}?")
    if view.grid:
        rows = tuple(
            replace(
                row,
                text=f"{text}{row.id}",
                rationale=f"{text}.",
                statement=replace(row.statement, text=text, because=""),
            )
            for row in view.rows
        )
        return replace(view, item=item, rows=rows)
    options = tuple(
        replace(option, text=f"{text}{option.id}", rationale=f"{text}.") for option in view.options
    )
    return replace(
        view, item=item, options=options, statement=replace(view.statement, text=text, because="")
    )


def both_kinds():
    """Return a form with an item of each kind."""
    items = {view.grid: view for view in BANK.items}
    return replace(BANK, items=tuple(items.values()))


BOTH = both_kinds()


@EACH
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_survives_exactly(exporter, text):
    form = spoiled(BOTH, text)

    assert_kept(exporter, form, back(exporter, form))


@EACH
@settings(max_examples=50, deadline=None, derandomize=True)
@given(text=st.text(SEEN, min_size=1))
def test_any_text_survives_exactly(exporter, text):
    form = spoiled(BOTH, text)

    assert_kept(exporter, form, back(exporter, form))


def export(root, *arguments):
    return main(["--root", str(root), "export", *arguments])


def test_a_form_is_written_where_the_command_says(sample, tmp_path, capsys):
    code = export(sample, "--format", "moodle", "--form", "mixed-a", "--out", str(tmp_path / "a"))

    assert (code, [path.name for path in (tmp_path / "a").iterdir()]) == (0, ["mixed-a.moodle.xml"])
    assert capsys.readouterr().out.count("Left out, as not set: links to the guide") == 1


def test_the_list_names_every_format_and_form(capsys):
    main(["export", "--list"])

    said = capsys.readouterr().out
    assert [name for name in (*EXPORTERS, *FORMS) if name not in said] == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--format", "moodel"], "export: no format is called “moodel”; did you mean “moodle”?"),
        (["--form", "mixed-z"], "export: no form is called “mixed-z”; did you mean “mixed-"),
        ([], "export: say where to write, with --out FOLDER"),
        (["--pass-mark", "80"], "export: only scorm12 can hold a pass mark; add --format scorm12"),
        (["--score"], "export: only scorm12 can tell a score; add --format scorm12"),
        (["--format", "scorm12", "--form", "item-bank", "--out", "nowhere"], "export: scorm12 has no file of “item-bank”; name a quiz"),
    ],
)  # fmt: skip
def test_an_argument_that_leads_nowhere_gives_one_line(sample, capsys, arguments, says):
    code = export(sample, *arguments)

    error = capsys.readouterr().err
    assert (code, error.count("\n"), error.startswith(says)) == (2, 1, True), error


def test_without_an_address_of_the_guide_no_file_holds_a_link():
    form = forms("")["mixed-a"]

    for exporter in EXPORTERS.values():
        assert {href for hrefs in back(exporter, form).every("links") for href in hrefs} == set()


@pytest.mark.parametrize("name", ["scorm12", "qti12", "qti21"])
def test_a_package_holds_what_its_manifest_names_in_order(name):
    archive = ZipFile(io.BytesIO(EXPORTERS[name].write(BANK, ENV)))
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    manifest = ET.fromstring(archive.read("imsmanifest.xml"))
    named = {one.get("href") for one in manifest.iter() if one.tag.endswith("}file")}

    paths = [entry.filename for entry in entries]
    assert (paths, set(paths)) == (sorted(paths), named | {"imsmanifest.xml"})


def test_a_folder_in_a_package_holds_nothing():
    """By APPNOTE 4.3.8 of ZIP; programs take it for a file of that name otherwise (ZJONSSON/node-unzipper#47)."""
    entries = ZipFile(io.BytesIO(EXPORTERS["qti12"].write(BOTH, ENV))).infolist()

    assert [entry.compress_size for entry in entries if entry.is_dir()] == [0]


@pytest.mark.parametrize("name", ["scorm12", "qti12", "qti21"])
@pytest.mark.parametrize(
    ("made", "dated"),
    [
        ("2026-11-20T12:34:56+00:00", (2026, 11, 20, 12, 34, 56)),
        ("1970-01-01T00:00:00+00:00", (1980, 1, 1, 0, 0, 0)),
        ("2222-01-01T00:00:00+00:00", (2107, 12, 31, 23, 59, 58)),
        ("", (1980, 1, 1, 0, 0, 0)),
    ],
)
def test_files_of_a_package_say_when_their_content_changed(name, made, dated):
    """Platforms unpack them, and hosts tell browsers by that date whether to ask for them again."""
    archive = ZipFile(io.BytesIO(EXPORTERS[name].write(replace(BOTH, made=made), ENV)))

    assert {entry.date_time for entry in archive.infolist()} == {dated}


def test_no_cell_of_a_spreadsheet_begins_like_a_formula():
    for text in ("=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\n=1", "＝1"):
        written = EXPORTERS["csv"].write(spoiled(BOTH, text), ENV).decode("utf-8-sig")
        cells = [cell for row in csv.reader(io.StringIO(written, newline="")) for cell in row]

        assert [cell for cell in cells if cell.startswith(text[0])] == []


VALUES = [
    "01234567",
    "12345e67",
    "1/2",
    "3-4",
    "10:30",
    "5 pm",
    "50%",
    "(12)",
    "$5",
    "5.",
    "May 5",
    "5 de mayo",
]
VALUES += ["March 2026", "2026-03-01", "TRUE", "Falso", "#N/A", "#REF!"]


@pytest.mark.parametrize("text", VALUES)
def test_no_cell_of_a_spreadsheet_is_read_as_a_number_a_date_or_a_truth(text):
    item = replace(BANK.items[0].item, stem=text)
    form = replace(BANK, items=(replace(BANK.items[0], item=item),))
    written = EXPORTERS["csv"].write(form, ENV).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(written, newline=""))

    assert row["stem"] == f"'{text}"


@pytest.mark.parametrize("name", FORMS)
def test_every_row_of_a_spreadsheet_is_whole_and_quoted_only_where_it_would_be_changed(name):
    written = EXPORTERS["csv"].write(FORMS[name], ENV).decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(written, newline=""), strict=True)
    marked = [cell.removeprefix("'") for row in rows for cell in row if cell.startswith("'")]

    assert {len(row) for row in rows} == {len(head)}
    assert (len(set(head)), all(head)) == (len(head), True)
    assert (len(rows), "\n" in written.replace("\r\n", "")) == (len(FORMS[name].items), False)
    assert [cell for cell in marked if not re.fullmatch(r"\d+(e\d+)?", cell)] == []


@pytest.mark.parametrize("name", [name for name in EXPORTERS if name != "csv"])
def test_a_person_to_whom_no_request_goes_is_offered_too(name):
    (grid,) = (view for view in BOTH.items if view.grid)
    more = replace(grid.bins[0], id="nobody-s-choice", label="Zdenka")
    form = replace(BOTH, items=(replace(grid, bins=(*grid.bins, more)),))

    assert "Zdenka" in back(EXPORTERS[name], form).text


def numbered(count):
    """Return a form of so many items."""
    return replace(
        BANK, items=tuple(replace(BANK.items[0], number=number) for number in range(1, count + 1))
    )


@pytest.mark.parametrize("name", FORMS)
def test_questions_come_into_the_bank_of_moodle_that_they_are_imported_into(name):
    """A context in front of the path would lead Moodle 5 to a hidden bank; “top” and two more keep it from adding a “top”."""
    root = ET.fromstring(EXPORTERS["moodle"].write(FORMS[name], ENV))
    top, *names = re.split("(?<!/)/(?!/)", root.findtext("question/category/text"))

    assert (top, len(names) >= 2, "" in names) == ("top", True, False)


@pytest.mark.parametrize(("length", "kept_whole"), [(100, True), (101, False)])
def test_an_id_is_as_long_as_moodle_can_keep_and_still_one_of_its_own(length, kept_whole):
    ids = [letter * length for letter in "ab"]
    items = tuple(replace(BANK.items[0], item=replace(BANK.items[0].item, id=one)) for one in ids)
    found = back(EXPORTERS["moodle"], replace(BANK, items=items)).every("ids")

    assert (found == ids, len(set(found)), max(map(len, found)) <= 100) == (kept_whole, 2, True)


@pytest.mark.parametrize("count", [1, 9, 12, 120, 1200])
def test_moodle_sorts_questions_by_name_as_they_stand(count):
    root = ET.fromstring(EXPORTERS["moodle"].write(numbered(count), ENV))
    names = [one.findtext("name/text") for one in root.iter("question")][1:]

    assert (len(names), names) == (count, sorted(names))


MIXED = {
    "moodle": lambda files: {
        one.findtext("idnumber"): one.findtext("shuffleanswers") == "1"
        for root in files
        for one in root.iter("question")
        if one.get("type") != "category"
    },
    "qti21": lambda files: {
        root.get("label"): one.get("shuffle") == "true"
        for root in files
        for one in root.iter()
        if one.get("shuffle")
    },
    "json": lambda files: {item["id"]: not item["closed"] for item in files["items"]},
}


def roots(data):
    """Return the roots of the XML files of a package."""
    with ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xml")]
        return [ET.fromstring(archive.read(name)) for name in names]


def mixed(name, form):
    """Return by item whether a program may show its options or rows in any order."""
    data = EXPORTERS[name].write(form, ENV)
    if name == "json":
        return MIXED[name](json.loads(data))
    if name == "moodle":
        return MIXED[name]([ET.fromstring(data)])
    return MIXED[name](roots(data))


@pytest.mark.parametrize("name", MIXED)
def test_options_of_the_bank_may_be_mixed_unless_they_are_a_closed_set(name):
    found = mixed(name, BANK)

    assert found == {view.id: not view.item.closed for view in BANK.items}
    assert set(found.values()) == {True, False}


@pytest.mark.parametrize("name", ["moodle", "qti21"])
def test_options_of_a_form_stand_in_the_order_of_its_worksheet(name):
    for form in ("mixed-a", "who-can-do-it-a"):
        assert set(mixed(name, FORMS[form]).values()) == {False}


def test_bins_keep_their_order_where_rows_are_mixed():
    fixed = {
        (one.get("identifier").startswith("bin--"), one.get("fixed"))
        for root in roots(EXPORTERS["qti21"].write(BANK, ENV))
        for one in root.iter()
        if one.tag.endswith("}simpleAssociableChoice")
    }

    assert fixed == {(True, "true"), (False, None)}


def test_every_form_is_as_the_published_schema_says():
    schema = json.loads(EXPORTERS["json"].beside["form.schema.json"])
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)

    for form in (*FORMS.values(), *forms("").values()):
        told = json.loads(EXPORTERS["json"].write(form, ENV))
        assert [error.message for error in validator.iter_errors(told)] == []


NO_FORM = {
    "two keys": lambda item: [option.update(right=True) for option in item["options"]],
    "no reason": lambda item: item["options"][0].pop("reason"),
    "an unknown word": lambda item: item.update(answer="b"),
    "another version": lambda item: item.update(version="2"),
}


@pytest.mark.parametrize("spoil", NO_FORM.values(), ids=NO_FORM)
def test_the_schema_refuses_what_is_no_form(spoil):
    told = json.loads(EXPORTERS["json"].write(FORMS["mixed-a"], ENV))
    spoil(told["items"][0])
    schema = json.loads(EXPORTERS["json"].beside["form.schema.json"])

    assert not jsonschema.Draft202012Validator(schema).is_valid(told)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "quiz/forms").glob("*.yml")), ids=lambda path: path.stem
)
def test_items_and_options_stand_in_the_order_that_was_drawn_for_good(path):
    drawn = read_yaml(path)["items"]
    found = published("csv", path.stem)

    assert found.every("ids") == [item["id"] for item in drawn]
    assert found.every("part-ids") == [item["options"] for item in drawn]


def test_every_link_leads_to_an_address_of_the_guide_that_stays():
    listed = (ROOT / "tests/public-ids.txt").read_text("utf-8").splitlines()
    links = {href for one in meant(BANK).every("links") for href in one}

    assert {href.replace(ADDRESS, "address ", 1) for href in links} - {*listed} == set()

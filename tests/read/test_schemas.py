"""Editors are told of every YAML file what the build takes: keys to complete, and where a red line belongs."""

import json
import re
from pathlib import PurePosixPath

import pytest
import yaml
from conftest import ROOT, SAMPLE
from jsonschema import Draft7Validator, FormatChecker
from made import LOADER
from test_bad_input import FAULTS

from build_tools.cli.schemas import files
from build_tools.read.inputs import INPUT
from build_tools.read.schemas import schema_path

READ_BY_TESTS = {
    "quiz/channels/embed/released.yml",
    "quiz/components/before-you-send/cases.yml",
    *(one.relative_to(ROOT).as_posix() for one in ROOT.glob("quiz/components/*/examples.yml")),
}
"""These hold no records: no build reads them."""
VISIBLE = re.compile(
    "unknown key|cuts a text in { }|no space after the colon|: missing; add|there is no value|the text is empty|is not an id|the list is empty"
    "|: expected (text(?!.* as a date)|a list|a record|a number|a whole number|a date)|is not known;|no web address"
    "|is no DOI|a name in braces that nobody fills in"
)
"""What is wrong with one key alone, whatever stands elsewhere; but editors take a date for a text, and yes for true."""


class Editor(LOADER):
    """YAML as editors read it: a date is a text."""


Editor.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)


def yaml_files(root):
    found = [path for folder in ("content", "quiz") for path in (root / folder).rglob("*.yml")]
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in sorted(found)}


def pattern_of(path):
    return next((one for one in INPUT if PurePosixPath(path).match(one)), None)


def validator(path):
    made = json.loads((ROOT / schema_path(pattern_of(path))).read_text("utf-8"))
    return Draft7Validator(made, format_checker=FormatChecker())


def lines(error, document, data):
    """Return the lines on which an editor draws a red line for an error."""
    node = document
    for step in error.absolute_path:
        entries = dict(enumerate(node.value)) if isinstance(step, int) else of_keys(node)
        node = entries[step] if isinstance(step, int) else entries[step][1]
        data = data[step]
    marked = [node]
    if error.validator == "additionalProperties":
        known = error.schema.get("properties", {})
        marked = [key for name, (key, _) in of_keys(node).items() if name not in known]
    elif error.schema is False:  # The path of the error ends at the record around it.
        (name,) = [name for name, value in data.items() if value is error.instance]
        marked = [of_keys(node)[name][0]]
    return {one.start_mark.line + 1 for one in marked}


def of_keys(node):
    return {key.value: (key, value) for key, value in node.value}


def marks_of(path, text):
    """Return the errors that an editor shows in a file, each with its lines."""
    document = yaml.compose(text, Editor)
    data = yaml.load(text, Editor)
    errors = validator(path).iter_errors(data)
    return [(error, lines(error, document, data)) for error in errors]


def spoiled(case):
    """Return a file of the sample with the fault of a case."""
    root = SAMPLE if (SAMPLE / case["in"]).exists() else ROOT
    text = (root / case["in"]).read_text("utf-8")
    return text.replace(case["change"], case["to"], 1)


def is_of_records(case):
    """Whether a fault is one of the records in one file, and not of the YAML that they are written in."""
    if "in" not in case or pattern_of(case["in"]) is None:
        return False
    return not any(
        re.match(r":\S+ (file|indentation|key|\w+: given twice)", text) for text in case["says"]
    )


CASES = [case for case in FAULTS if is_of_records(case)]
SEEN = [case for case in CASES if any(VISIBLE.search(text) for text in case["says"])]
UNSEEN = [case for case in CASES if case not in SEEN]


def each(cases):
    return [pytest.param(case, id=case["fault"]) for case in cases]


def test_what_editors_read_is_current():
    written = {path: (ROOT / path).read_text("utf-8") for path in files()}

    assert written == files(), "make schemas writes it anew"
    there = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs/schemas").rglob("*.json")}
    assert there == {path for path in files() if path.startswith("docs/")}
    assert {schema_path(pattern) for pattern in INPUT} <= there


def test_every_yaml_file_begins_with_its_schema():
    begins = {
        path: f"# yaml-language-server: $schema={'../' * path.count('/')}{schema_path(kind)}"
        for path in yaml_files(ROOT)
        if (kind := pattern_of(path))
    }

    assert {path: yaml_files(ROOT)[path].splitlines()[0] for path in begins} == begins
    assert set(yaml_files(ROOT)) - set(begins) == READ_BY_TESTS


@pytest.mark.parametrize("root", [ROOT, SAMPLE], ids=["the guide", "the sample"])
def test_no_right_file_gets_a_red_line(root):
    marked = {
        f"{path}:{min(where)}: {error.message}"
        for path, text in yaml_files(root).items()
        if pattern_of(path)
        for error, where in marks_of(path, text)
    }

    assert marked == set()


@pytest.mark.parametrize("case", each(SEEN))
def test_what_is_wrong_with_a_key_gets_a_red_line_where_check_names_it(case):
    marked = {line for _, where in marks_of(case["in"], spoiled(case)) for line in where}
    named = {re.match(r":(\d+|<line>):", text)[1] for text in case["says"]}

    # An editor marks a needed key that is misspelled, or stands elsewhere, as missing too.
    misspelled = "unknown key" in case["says"][-1]
    seen = {str(line) for line in marked}
    assert seen == named or (misspelled and named < seen) or (len(seen), named) == (1, {"<line>"})


@pytest.mark.parametrize("case", each(UNSEEN))
def test_what_only_other_files_or_lines_can_tell_gets_no_red_line(case):
    assert marks_of(case["in"], spoiled(case)) == []


def test_an_editor_completes_the_keys_that_check_names():
    (case,) = [case for case in FAULTS if case["fault"] == "unknown key"]
    keys = re.search("use one of: (.*)", case["says"][0])[1].split(", ")

    ((error, _),) = marks_of(case["in"], spoiled(case))
    assert sorted(error.schema["properties"]) == keys


def test_an_editor_explains_a_key_in_the_words_of_its_declaration():
    made = json.loads((ROOT / schema_path("content/contact-types/*.yml")).read_text("utf-8"))

    (kind,) = [one for name, one in made["definitions"].items() if name == "ContactType"]
    assert kind["description"] == "A kind of contact, told by how the person knows you."
    assert kind["properties"]["mark"]["description"] == (
        "The sentence that tells this kind apart from the others."
    )

"""Canvas gets what it gets from text2qti, whose files it is known to read."""

import io
import xml.etree.ElementTree as ET
from dataclasses import replace
from zipfile import ZipFile

import pytest
from conftest import ROOT
from made import forms
from text2qti.config import Config
from text2qti.qti import QTI
from text2qti.quiz import Quiz

from build_tools.write.exporters import EXPORTERS
from build_tools.write.render import Templates

FORMS = forms("")
FORM = FORMS["mixed-a"]
# Where identifiers stand, besides the texts of these elements.
NAMED = ("ident", "identifier", "identifierref", "linkrefid", "respident", "href")
NAMING = ("varequal", "quiz_identifierref")


def ours():
    return members(EXPORTERS["qti12"].write(FORM, Templates(root=ROOT)))


def theirs():
    """Return the package that text2qti makes of the same items."""
    lines = ["Quiz title: A quiz"]
    for view in FORM.items:
        lines += [f"1. {view.stem}", "... The guide says this."]
        for letter, option in zip("abcdef", view.options, strict=False):
            lines += [f"{'*' if option.right else ''}{letter}) {option.text}", "... Because."]
    return members(QTI(Quiz("\n".join(lines), config=Config())).zip_bytes())


def members(data):
    """Return the XML of a package by the last part of its path, where quizzes are called by their kind."""
    archive = ZipFile(io.BytesIO(data))
    found = {}
    for name in archive.namelist():
        if name.endswith(".xml"):
            folder, _, file = name.rpartition("/")
            found["assessment" if file == f"{folder}.xml" else file] = ET.fromstring(
                archive.read(name)
            )
    return found


def shape(element, names):
    """Return what an element is made of, where identifiers are told by when they first come up."""
    attributes = {
        name: known(value, names) if name in NAMED else value
        for name, value in element.attrib.items()
        if name != "title"
    }
    text = known(element.text, names) if local(element) in NAMING else ""
    label = element.text if local(element) == "fieldlabel" else ""
    return local(element), attributes, text, label, [shape(one, names) for one in element]


def known(name, names):
    # A name may hold “_fb” elsewhere by chance: it ends in a hash.
    stem = name.removesuffix("_fb")
    return names.setdefault(stem, f"name {len(names)}") + name.removeprefix(stem)


def local(element):
    return element.tag.rpartition("}")[2]


@pytest.mark.parametrize(
    ("file", "part"), [("assessment", "item"), ("imsmanifest.xml", "resource")]
)
def test_items_and_what_they_are_wrapped_in_are_built_as_text2qti_builds_them(file, part):
    found, expected = (
        [shape(one, {}) for one in package[file].iter() if local(one) == part]
        for package in (ours(), theirs())
    )

    assert found == expected


def test_the_quiz_is_described_in_words_that_text2qti_uses():
    found, expected = (
        [local(one) for one in package["assessment_meta.xml"].iter()]
        for package in (ours(), theirs())
    )
    left = iter(expected)

    assert [tag for tag in found if tag not in left] == []


def plain(html):
    """Return whether Canvas’s Classic Quizzes take HTML for plain text, and show its entities as typed.

    As detect_html in gems/plugins/qti_exporter/lib/qti/html_helper.rb: a lone block without an attribute is opened, again and again.
    """
    node = ET.fromstring(f"<x>{html}</x>")
    while len(node) == 1 and node[0].tag in {"p", "div", "span"} and not node[0].attrib:
        if (node.text or "").strip() or (node[0].tail or "").strip():
            break
        node = node[0]
    return len(node) == 0


@pytest.mark.parametrize("linked", [True, False])
@pytest.mark.parametrize("form", ["mixed-a", "who-can-do-it-a"])
def test_canvas_takes_reasons_and_rows_for_html(form, linked):
    exported = replace(FORMS[form], linked=linked)
    root = members(EXPORTERS["qti12"].write(exported, Templates(root=ROOT)))["assessment"]
    held = [one for one in root.iter() if local(one) in ("itemfeedback", "response_lid")]
    texts = [next(text for text in one.iter() if local(text) == "mattext").text for one in held]
    shown = [text for one, text in zip(held, texts, strict=True) if one.get("ident") != "response1"]

    assert plain("<div><p>a &amp; b</p></div>")
    assert len(shown) > 4
    assert [text for text in shown if plain(text)] == []


def test_options_of_the_bank_may_be_mixed_unless_they_are_a_closed_set():
    form = FORMS["item-bank"]
    root = members(EXPORTERS["qti12"].write(form, Templates(root=ROOT)))["assessment"]
    items = [one for one in root.iter() if local(one) == "item"]
    shuffled = [any(one.get("shuffle") == "Yes" for one in item.iter()) for item in items]

    assert shuffled == [not (view.item.closed or view.grid) for view in form.items]


def test_no_name_that_learners_see_tells_the_key():
    item = next(one for one in ours()["assessment"].iter() if local(one) == "item")

    assert item.get("title") == "Question 1 of 10"

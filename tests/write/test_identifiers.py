"""Identifiers in files of other programs: as their formats allow them, apart from each other, and for good."""

import io
import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace
from itertools import product
from zipfile import ZipFile

import pytest
from made import ADDRESS, project
from test_exporters import BANK, ENV, FORMS, HOSTILE

from build_tools.write.exporters import EXPORTERS
from build_tools.write.exporters.downloads import export_forms
from build_tools.write.identifiers import identifier

# QTI 2.1 takes a period for the mark between an item and its variable; engines warn of more than 32 characters; Chamilo cuts at “_”.
NAME = r"[A-Za-z][A-Za-z0-9-]{0,31}"
# Canvas reads digits in the identifiers of answers as their numbers, and these names as its own.
ANSWER = rf"{NAME}|\d{{9}}(_fb)?|response_\d{{9}}|general_fb|root_section"
ATTRIBUTES = (
    "identifier",
    "identifierref",
    "ident",
    "linkrefid",
    "respident",
    "responseIdentifier",
    "outcomeIdentifier",
    "variableIdentifier",
    "default",
)
TOLD_APART = (
    "manifest",
    "organization",
    "resource",
    "quiz",
    "assessment",
    "assignment",
    "item",
    "assessmentTest",
    "assessmentItem",
)
"""What platforms hold by its identifier, beyond the file it came in."""
TEXTS = ("varequal", "quiz_identifierref")
QTI = ["qti12", "qti21"]
PACKAGES = [*QTI, "scorm12"]
PATH = r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*"
SHORT = ["".join(signs) for size in range(1, 7) for signs in product("a0-/", repeat=size)]
PATHS = [
    path
    for short in SHORT
    for path in (short, f"a-slug-of-thirty-signs-and-more/{short}")
    if re.fullmatch(PATH, path)
]


def roots(data):
    """Return the roots of the XML files of a package by path."""
    archive = ZipFile(io.BytesIO(data))
    return {
        name: ET.fromstring(archive.read(name))
        for name in archive.namelist()
        if name.endswith(".xml")
    }


def names(root):
    """Yield every identifier in a file, declared or referred to."""
    numbers = {id(one) for one in root.iterfind(".//{*}defaultValue/{*}value")}
    for element in root.iter():
        tag = element.tag.rpartition("}")[2]
        yield from (element.get(name) for name in ATTRIBUTES if name in element.attrib)
        if id(element) in numbers:
            continue
        if tag in TEXTS:
            yield element.text
        if tag == "value" or element.get("baseType") == "identifier":
            yield from (element.text or "").split()
        if tag == "mapEntry":
            yield from element.get("mapKey").split()


def wrong(data, allowed):
    found = {name for root in roots(data).values() for name in names(root)}
    return {name for name in found if name and not re.fullmatch(allowed, name)}


def named(form, name):
    """Return a form whose ids are `name` and what tells them apart."""

    def part(one):
        return replace(one, id=f"{name}-{one.id}")

    items = []
    for view in form.items:
        group = "rows" if view.grid else "options"
        item = replace(view.item, **{group: tuple(map(part, getattr(view.item, group)))})
        item = replace(item, id=f"{name}/{view.id}")
        items.append(replace(view, item=item, **{group: tuple(map(part, getattr(view, group)))}))
    return replace(form, id=name, items=tuple(items))


@pytest.mark.parametrize(
    ("name", "form"),
    [(name, form) for name in PACKAGES for form in FORMS if (name, form) != ("scorm12", BANK.id)],
)
def test_every_identifier_is_as_the_formats_and_their_engines_take_it(name, form):
    data = EXPORTERS[name].write(FORMS[form], ENV)

    assert wrong(data, ANSWER if name == "qti12" else NAME) == set()


@pytest.mark.parametrize("name", QTI)
@pytest.mark.parametrize("hostile", ["9-lives", "a" * 80, "bin", "guide", "test", "x-manifest"])
def test_ids_of_any_kind_give_identifiers_that_are_allowed_and_told_apart(name, hostile):
    form = named(FORMS["who-can-do-it-a"] if hostile == "bin" else FORMS["mixed-a"], hostile)
    files = roots(EXPORTERS[name].write(form, ENV))
    manifest = Counter(
        one.get("identifier") for one in files["imsmanifest.xml"].iter() if one.get("identifier")
    )

    assert wrong(EXPORTERS[name].write(form, ENV), ANSWER if name == "qti12" else NAME) == set()
    assert [one for one, count in manifest.items() if count > 1] == []


def test_two_slugs_never_share_an_identifier():
    made = [identifier(one, of) for one in PATHS for of in ("", "test", "manifest", "assignment")]

    assert all(re.fullmatch(NAME, one) for one in made)
    assert len(set(made)) == len(made) > 5000


@pytest.mark.parametrize(
    ("name", "form"), [*((one, "item-bank") for one in QTI), ("scorm12", "mixed-a")]
)
def test_a_quiz_and_its_translation_share_no_identifier(name, form):
    # Platforms take what has the identifier of something they hold for a newer one of it, and write over that.
    spanish = project(ADDRESS, "es")
    theirs = next(one for one in export_forms(spanish.views) if one.id == form)
    both = (
        EXPORTERS[name].write(FORMS[form], ENV),
        EXPORTERS[name].write(theirs, spanish.templates),
    )
    ours, translated = (
        {
            one.get("identifier") or one.get("ident")
            for root in roots(data).values()
            for one in root.iter()
            if one.tag.rpartition("}")[2] in TOLD_APART
        }
        for data in both
    )

    assert wrong(both[1], ANSWER if name == "qti12" else NAME) == set()
    assert len(ours) == len(translated) > 3
    assert ours & translated == set()


@pytest.mark.parametrize("text", [*HOSTILE, "", "a.b", "a_b", "a__b", "-a", "Ä", "/", "a/"])
def test_what_is_no_slug_gets_an_identifier_of_its_own_too(text):
    made = identifier(text)

    assert re.fullmatch(NAME, made)
    assert made not in {identifier(one) for one in ("a/b", "a-b", "a", *HOSTILE) if one != text}


@pytest.mark.parametrize(
    ("slug", "of", "made"),
    [
        ("mixed-a", "", "mixed-a"),
        ("which-ask-fits/salsa-night", "", "which-ask-fits--salsa-night"),
        ("2-kinds", "", "x2-kinds---66d46300"),
        ("mixed-a", "manifest", "mixed-a---manifest"),
        ("which-ask-fits/know-your-work/worth-talking-to", "", "which-ask-fits-know-y---a8595ddf"),
    ],
)
def test_an_identifier_stays_what_it_is(slug, of, made):
    assert identifier(slug, of) == made

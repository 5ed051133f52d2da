"""Files for platforms, as the importers of those platforms read them: by their rules and limits, not by those of XML."""

import io
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from xml.parsers import expat
from zipfile import ZipFile

import pytest
from test_exporters import BANK, ENV, FORMS, back

from build_tools.write.exporters import EXPORTERS

# Moodle (question_categories, scorm_scoes) and Canvas (Quiz) keep so much of a title, and refuse a longer one; SCORM 1.2 promises 200.
KEPT, PROMISED = 255, 200
FORM = FORMS["mixed-a"]


def titles_in_moodle(data):
    """Return the titles of a package as Moodle lists them: scorm_parse_scorm and xml2Array in mod/scorm/datamodels/scormlib.php.

    It takes “&” for a reference only before letters, and drops each run of text that is blank.
    """
    manifest = ZipFile(io.BytesIO(data)).read("imsmanifest.xml").decode()
    parser, found, inside = expat.ParserCreate(), [], []

    def words(run):
        if inside[-1:] == ["title"] and run.strip():
            found[-1] += run

    def begun(name, _):
        inside.append(name)
        found.extend([""] if name == "title" else [])

    parser.StartElementHandler = begun
    parser.EndElementHandler = lambda _: inside.pop()
    parser.CharacterDataHandler = words
    parser.ParseFile(io.BytesIO(re.sub(r"&(?!\w{2,6};)", "&amp;", manifest).encode()))
    return found


@pytest.mark.parametrize(
    "title",
    [
        "Saint Mary's “first” ask",
        '"Who" and "what"',
        "Q&A",
        "You & I",
        "a < b",
        "&#39;",
        "]]>",
        "Año",
    ],
)
def test_moodle_lists_a_package_under_the_title_that_it_has(title):
    form = replace(FORM, title=title, group=title, site=title)

    for data in (
        EXPORTERS["scorm12"].write(form, ENV),
        EXPORTERS["scorm12"].together((form, form), ENV),
    ):
        assert set(titles_in_moodle(data)) == {title}


@pytest.mark.parametrize(
    "title", ["Under <5 minutes · Set 1", "You <3 it/them · Set 2", "a<b> · 3", "a < b"]
)
def test_moodle_names_a_category_by_all_of_its_title(title):
    data = EXPORTERS["moodle"].write(replace(FORM, title=title, group=title), ENV)
    path = re.split("(?<!/)/(?!/)", ET.fromstring(data).findtext("question/category/text"))
    # As split_category_path does in question/format.php: strip_tags of PHP drops all from “<” to “>”, or to the end.
    kept = re.sub(r"<(?!\s)[^>]*>?", "", path[-1].replace("//", "/").strip())

    assert kept.replace("< ", "<") == title.replace("< ", "<")


def test_moodle_gets_no_answer_that_is_longer_than_it_keeps():
    grid = next(view for view in BANK.items if view.grid)
    rows = tuple(
        replace(row, bin=replace(row.bin, label=f"{row.bin.label} {'x' * KEPT}"))
        for row in grid.rows
    )
    data = EXPORTERS["moodle"].write(replace(BANK, items=(replace(grid, rows=rows),)), ENV)
    answers = [one.text for one in ET.fromstring(data).iterfind("question/subquestion/answer/text")]

    assert (len(answers) >= len(rows), max(map(len, answers)) <= KEPT) == (True, True)


def titles(name, data):
    """Yield every title that a platform keeps of a file."""
    if name == "scorm12":
        yield from titles_in_moodle(data)
    elif name == "moodle":
        path = ET.fromstring(data).findtext("question/category/text")
        yield from (one.replace("//", "/") for one in re.split("(?<!/)/(?!/)", path))
    else:
        archive = ZipFile(io.BytesIO(data))
        for file in archive.namelist():
            if file.endswith(".xml"):
                for one in ET.fromstring(archive.read(file)).iter():
                    tag = one.tag.rpartition("}")[2]
                    yield from (one.get("title", ""), (one.text or "") if tag == "title" else "")


@pytest.mark.parametrize("name", ["scorm12", "moodle", "qti12"])
@pytest.mark.parametrize("words", ["word " * 80, "a/b&" * 80, "“é”🧑🏽" * 80])
def test_no_title_is_longer_than_platforms_keep_and_its_end_stays(name, words):
    form = replace(FORM, title=f"{words}· Set 1", group=words, site=words)
    exporter = EXPORTERS[name]
    files = [exporter.write(form, ENV)]
    if exporter.together:
        files.append(exporter.together((form, BANK), ENV))
    found = [one for data in files for one in titles(name, data)]

    assert max(map(len, found)) <= (PROMISED if name == "scorm12" else KEPT)
    assert any(one.endswith("· Set 1") for one in found)


@pytest.mark.parametrize("name", ["scorm12", "moodle", "qti12"])
def test_a_title_that_platforms_can_keep_stays_whole(name):
    title = "x" * PROMISED

    assert back(EXPORTERS[name], replace(FORM, title=title)).form["title"] == title


@pytest.mark.parametrize("count", range(1, 7))
def test_a_grid_is_marked_where_importers_look_and_counts_as_much_as_a_choice(count):
    """Learnosity reads a score only in a condition, and many take the sum of what is mapped for the points of a question."""
    grid = next(view for view in BANK.items if view.grid and len(view.rows) == 6)
    view = replace(grid, rows=grid.rows[:count])
    archive = ZipFile(io.BytesIO(EXPORTERS["qti21"].write(replace(BANK, items=(view,)), ENV)))
    (path,) = (name for name in archive.namelist() if name.startswith("items/"))
    root = ET.fromstring(re.sub(rb' xmlns="[^"]+"', b"", archive.read(path)))
    mapping = root.find("responseDeclaration/mapping")
    rules = [one.tag for one in root.find("responseProcessing/responseCondition").iter()]

    # As the template “map_response” of QTI.
    assert rules[1:4] == ["responseIf", "isNull", "variable"]
    assert rules[-3:] == ["responseElse", "setOutcomeValue", "mapResponse"]
    total = sum(float(one.get("mappedValue")) for one in mapping)
    assert (mapping.get("upperBound"), round(total, 4), total >= 1) == ("1", 1, True)


@pytest.mark.parametrize("name", ["mixed-a", "who-can-do-it-a"])
def test_a_quiz_and_each_of_its_questions_says_how_many_points_it_has(name):
    """OpenOlat takes them from MAXSCORE alone: extractMaxScore in its QtiNodesExtractor.java."""
    archive = ZipFile(io.BytesIO(EXPORTERS["qti21"].write(FORMS[name], ENV)))
    found = []
    for file in archive.namelist():
        root = ET.fromstring(re.sub(rb' xmlns="[^"]+"', b"", archive.read(file)))
        most = root.find("outcomeDeclaration[@identifier='MAXSCORE']/defaultValue/value")
        found += [] if most is None else [(root.tag, float(most.text))]

    count = len(FORMS[name].items)
    assert sorted(found) == [*[("assessmentItem", 1)] * count, ("assessmentTest", count)]

"""Bad input is named with its place and its remedy, all of it in one run, and nothing is written or lost."""

import json
import re
import shutil
from functools import cache
from html.parser import HTMLParser
from itertools import zip_longest
from pathlib import PurePosixPath

import markdown
import pytest
import yaml
from conftest import ROOT, SAMPLE, change, copy_sample, problems, walk
from hypothesis import given, settings
from hypothesis import strategies as st
from made import LOADER, read_yaml

from build_tools.cli import main
from build_tools.generate import generate, make_project
from build_tools.model.fields import Cases
from build_tools.model.guide import MENU_GROUPS, ProsePage
from build_tools.model.pages import TITLES
from build_tools.problems import ContentError, Problems
from build_tools.prove import registry as quiz
from build_tools.read import load, values
from build_tools.read.declared import declaration, shape_of
from build_tools.read.find import find
from build_tools.read.inputs import INPUT as DECLARED
from build_tools.write.prose import known_calls

ASKS = "content/asks.yml"
TYPE = "content/contact-types/neighbors.yml"
PAGE = "content/pages/credibility.md"
BANK = "quiz/bank/which-ask-fits.yml"
MODEL = "quiz/item-models/which-kind.yml"
FAULTS = read_yaml(ROOT / "tests/read/bad_input.yml")
LISTS = (
    "content/asks.yml",
    "content/evidence.yml",
    "content/messages.yml",
    "content/principles.yml",
    "content/reasons.yml",
    "content/sources.yml",
    "quiz/blueprints.yml",
    "quiz/rules/en/accepted.yml",
)
FULLER = ("guide.yml", "workshop.yml")
"""Files that more names come from in the real project than in the sample, as from each of its folders."""
INPUT = sorted(
    path.relative_to(SAMPLE).as_posix()
    for path in SAMPLE.rglob("*")
    if path.suffix in (".yml", ".md")
)


@pytest.fixture(scope="module")
def reused(tmp_path_factory):
    return copy_sample(tmp_path_factory.mktemp("reused") / "sample")


def everything(root):
    """Return the bytes of what was built before, and of each file of the project what changes as it does."""
    made = [path for kept in (".build", "site") for path in (root / kept).rglob("*.*")]
    return (
        {path: path.read_bytes() for path in made if path.is_file()},
        {path: seen for path, seen in walk(root) if seen},
    )


def run(root, command, capsys):
    """Run a command over a project that has been built before; return what it says."""
    for kept in (".build/docs/index.md", ".build/docs/old.md", "site/index.html"):
        (root / kept).parent.mkdir(parents=True, exist_ok=True)
        (root / kept).write_text("as it was", encoding="utf-8")
    before = everything(root)
    code = main(["--root", str(root), command])
    assert (code, everything(root)) == (1, before)
    *said, count = capsys.readouterr().err.splitlines()
    counted = f"{len(said)} error{'s' if len(said) > 1 else ''}; nothing was written."
    assert count.startswith(counted)
    return said


def numberless(said, expected):
    """Return what is said, with <line> and <grade> where numbers stand for them."""
    patterns = [re.sub("<[a-z]+>", r"[-\\d.]+", re.escape(text)) for text in expected]
    return [
        text if re.fullmatch(pattern, found) else found
        for found, text, pattern in zip_longest(said, expected, patterns, fillvalue="")
    ]


def test_the_sample_is_whole(sample):
    assert problems(sample) == []


def files_of(case):
    return {one["in"] for one in case.get("changes", [case])}


def together():
    """Return the faults in groups that share no file, so that a group of them takes one reading."""
    groups = []
    for case in FAULTS:
        free = (one for one in groups if not files_of(case) & set().union(*map(files_of, one)))
        if not (group := next(free, None)):
            groups.append(group := [])
        group.append(case)
    return groups


def name(kept, sample, cases):
    """Assert that all is told of these faults and nothing else; where one hides another, each half of them is read by itself."""
    for one in (one for case in cases for one in case.get("changes", [case])):
        change(sample, one["in"], one["change"], one["to"])
    told = [
        f"{case['in']}{one}" if one[0] == ":" else one for case in cases for one in case["says"]
    ]
    expected = sorted(told, key=lambda one: one.split(":")[0])
    said = numberless(problems(sample), expected)
    kept.put_right()
    if len(cases) == 1 or said == expected:
        assert (cases[0]["fault"], said) == (cases[0]["fault"], expected)
    else:
        name(kept, sample, cases[: len(cases) // 2])
        name(kept, sample, cases[len(cases) // 2 :])


@pytest.mark.parametrize("cases", together(), ids=lambda cases: cases[0]["fault"])
def test_a_fault_is_named_with_its_place_and_its_remedy(kept, sample, cases):
    name(kept, sample, cases)


@pytest.mark.parametrize("page", [*TITLES, *MENU_GROUPS])
def test_a_record_named_like_a_page_that_is_made_is_one_problem(sample, page):
    change(sample, "content/contact-types/bosses.yml", "id: bosses", f"id: {page}")
    taken = f": {page}: “{page}” is the name of something else; give it another id"
    assert problems(sample) == [f"content/contact-types/bosses.yml:1:5{taken}"]

    change(sample, "content/contact-types/bosses.yml", f"id: {page}", "id: bosses")
    change(sample, "quiz/forms/mixed-a.yml", "id: mixed-a", f"id: {page}")
    assert problems(sample) == [f"quiz/forms/mixed-a.yml:1:5{taken}"]

    change(sample, "quiz/forms/mixed-a.yml", f"id: {page}", "id: mixed-a")
    path = f"content/pages/{page}.md"
    (sample / PAGE).rename(sample / path)
    assert f"{path}:1:1{taken}" in problems(sample)


@pytest.mark.parametrize("name", ["con", "aux", "nul", "com1"])
def test_a_record_whose_file_no_windows_could_save_is_one_problem(sample, capsys, name):
    (sample / PAGE).rename(sample / f"content/pages/{name}.md")
    change(sample, "content/guide.yml", "[credibility, ", f"[{name}, ")
    refused = f"Windows can save no file that is called “{name}”; give it another id"
    assert f"content/pages/{name}.md:1:1: {name}: {refused}" in problems(sample)

    assert main(["--root", str(sample), "new-edition", name]) == 2
    assert "Windows can save no folder" in capsys.readouterr().err


def test_a_page_that_is_handed_out_may_make_every_call_but_those_for_screens(sample):
    known = known_calls(make_project(sample, {}).views.library, ())
    calls = [name for name, takes in known.items() if takes.on_paper and not takes.counts[0]]
    path = sample / "content/pages/research.md"
    already = path.read_text("utf-8")
    added = "".join(f"\n{{{{ {name}() }}}}\n" for name in calls if f" {name}()" not in already)
    path.write_text(already + added, "utf-8")

    assert problems(sample) == []
    assert set(known) - set(calls) > {"embedding", "ask"}


def test_a_needed_key_inside_a_text_is_told_where_it_stands_and_not_missed_besides(sample):
    there = "  kind: step\n  title: Tell them my news\n"
    change(sample, ASKS, there, "  title: >-\n    Tell them my news\n    kind: step\n")

    (said,) = problems(sample)
    assert said.startswith(f"{ASKS}:42:5: short-update: title: “kind:” is taken for more of")


@pytest.mark.parametrize("command", ["check", "forms"])
def test_other_commands_stop_at_a_fault_too(sample, capsys, command):
    change(sample, ASKS, "kind: step", "kind: stap")

    expected = f"{ASKS}:40:9: short-update: kind: “stap” is not known; did you mean “step”?"
    assert run(sample, command, capsys) == [expected]


@pytest.mark.parametrize("path", INPUT)
def test_a_broken_file_is_one_problem_and_brings_no_others(sample, capsys, path):
    text = (sample / path).read_text(encoding="utf-8")
    broken = text.replace("\ntitle:", "\n\ttitle:", 1) if path.endswith(".md") else text + '"'
    (sample / path).write_text(broken, encoding="utf-8")
    line = 2 if path.endswith(".md") else broken.count("\n") + 1

    said = run(sample, "check", capsys)
    assert [place.split(": ", 1)[0] for place in said] == [f"{path}:{line}:1"]


def test_faults_of_several_files_come_at_once_in_order(sample, capsys):
    change(sample, ASKS, "title: Tell them my news", "title: no")
    change(sample, ASKS, "  means: A few words", "  meens: A few words")
    change(sample, TYPE, "order: 10", "order: ten")
    change(sample, TYPE, "  - {ask: short-update", "  - {ask: good-word")
    change(sample, "content/reasons.yml", "- id: hears-all", '- id: "hears-all')
    change(sample, PAGE, 'sourced("article/G.1")', 'sourced("article/G.9")')
    change(sample, "content/guide.yml", "checked: 2026-11-22", "checked: soon")
    change(sample, "quiz/bank/which-ask-fits.yml", "That he is kind, key: true", "That he is kind")
    change(sample, "quiz/forms/mixed-a.yml", "blueprint: mixed", "blueprint: mixt")

    assert [text.split(": ", 1)[0] for text in run(sample, "check", capsys)] == [
        "content/asks.yml:41:10",
        "content/asks.yml:43:3",
        "content/contact-types/neighbors.yml:1:1",
        "content/contact-types/neighbors.yml:2:8",
        "content/contact-types/neighbors.yml:50:5",
        "content/guide.yml:1:10",
        "content/pages/credibility.md:11:13",
        "content/reasons.yml:2:7",
        "quiz/bank/which-ask-fits.yml:27:5",
        "quiz/forms/mixed-a.yml:2:12",
    ]


COPIES = [
    "asks copy.yml",
    "asks copy 2.yml",
    "asks - Copy.yml",
    "asks - Copy (2).yml",
    "asks - Copy - Copy.yml",
    "asks (1).yml",
    "Copy of asks.yml",
]
COPIES += [
    "asks - Kopie.yml",
    "asks (Ana's conflicted copy 2026-11-02).yml",
    "asks.sync-conflict-20261102-101112-ABC.yml",
]


@pytest.mark.parametrize(
    ("path", "copy", "says"),
    [
        (TYPE, "content/contact-types/neighbors copy.yml", ":1:1: file: it is a copy of neighbors.yml; delete it, or move it away"),
        (PAGE, "content/pages/Credibility.md", ":1:1: page: “Credibility” is not an id; name the file in lower case and hyphens"),
        ("quiz/forms/mixed-a.yml", "quiz/forms/mixed-a (1).yml", ":1:1: file: it is a copy of mixed-a.yml; delete it, or move it away"),
        ("quiz/bank/which-ask-fits.yml", "quiz/bank/which-ask-fits - Copy.yml", ":1:1: file: it is a copy of which-ask-fits.yml; delete it, or move it away"),
        (MODEL, "quiz/item-models/which-kind copy.yml", ":1:1: file: it is a copy of which-kind.yml; delete it, or move it away"),
        (TYPE, "content/contact-types/neighbors-two.yml", f":1:5: neighbors: this id stands at {TYPE}:1:5 too"),
        (PAGE, "content/pages/credibility-2.md", f":8:1: credibility-2: {PAGE} has the same text; delete one of them, or write another text"),
        *((ASKS, f"content/{name}", f":1:1: file: it is a copy of {ASKS}; delete it, or move it away") for name in COPIES),
        ("quiz/rules/en/usage.yml", "quiz/rules/en/usage copy.yml", ":1:1: file: it is a copy of quiz/rules/en/usage.yml; delete it, or move it away"),
        (ASKS, "content/asks.po", ":1:1: file: the guide itself has no translations; move it to the folder of an edition, such as content/editions/es/content/asks.po"),
        *((PAGE, f"content/pages/credibility{more}.md", ":1:1: file: it is a copy of credibility.md; delete it, or move it away") for more in (" copy", " - Copy", " (1)")),
    ],
)  # fmt: skip
def test_a_copy_that_an_explorer_made_of_a_file_is_one_problem(sample, path, copy, says):
    shutil.copy(sample / path, sample / copy)

    (said,) = problems(sample)
    assert said.startswith(f"{copy}{says}")


@pytest.mark.parametrize("name", ["credibility ", "Credibility", "credibility.md"])
def test_a_page_whose_name_is_no_id_is_one_problem(sample, name):
    (sample / PAGE).rename(sample / f"content/pages/{name}.md")

    instead = "name the file in lower case and hyphens"
    assert problems(sample) == [
        f"content/pages/{name}.md:1:1: page: “{name}” is not an id; {instead}"
    ]


def test_a_page_without_text_is_one_problem_though_others_lead_to_its_parts(sample):
    page = "content/pages/after-you-ask.md"
    front = (sample / page).read_text("utf-8").split("---\n")[1]
    (sample / page).write_text(f"---\n{front}---\n\n", "utf-8")

    assert problems(sample) == [
        f"{page}:8:1: after-you-ask: the page has no text; write it below the second ---"
    ]


@pytest.mark.parametrize(
    ("path", "instead"),
    [
        ("content/ask.yml", "write what it says into content/asks.yml, or move it away"),
        ("content/tips.md", "move it to content/pages/, where pages stand"),
        ("quiz/rules/opinion.yml", "write what it says into quiz/rules/opinions.yml, or move it away"),
        ("quiz/words.YML", "write what it says into quiz/words.yml, or move it away"),
    ],
)  # fmt: skip
def test_a_file_of_words_that_nobody_reads_is_told(sample, path, instead):
    (sample / path).write_text("footer: Room 12\n", "utf-8")

    (said,) = problems(sample)
    assert said == f"{path}:1:1: file: nobody reads a file of this name; {instead}"


def read_always(root):
    """Return each file and folder of the input that is read in every project."""
    files = [root / path for path in DECLARED if "*" not in path]
    lists = [*(root / "quiz/rules/en").iterdir()]
    parts = ("bank", "forms", "item-models", "rules", "rules/en")
    words = ("contact-types", "drawings", "pages")
    return [
        *(files + lists),
        *(root / "quiz" / one for one in parts),
        *(root / "content" / one for one in words),
        root / "quiz",
    ]


def test_a_file_or_folder_that_is_gone_is_one_problem_and_nothing_follows_from_it(
    sample, real, tmp_path
):
    fuller = [path for path in read_always(real) if not path.suffix or path.name in FULLER]
    for number, path in enumerate([*read_always(sample), *fuller]):
        root = real if path in fuller else sample
        path.rename(tmp_path / str(number))
        with pytest.raises(ContentError) as told:
            make_project(root, {})
        (tmp_path / str(number)).rename(path)

        (said,) = told.value.problems
        assert (said.place.path, told.value.warnings) == (path.relative_to(root).as_posix(), ())
        assert said.where == ("file" if path.suffix else "folder")


def test_many_ids_that_two_files_share_are_one_problem(real):
    shutil.copy(real / BANK, real / "quiz/bank/which-ask-fits-too.yml")

    (said,) = problems(real)
    assert re.fullmatch(
        r"quiz/bank/which-ask-fits\.yml:.* too, and so do \d\d more of this file; delete the copy, or give each another id",
        said,
    )


def test_a_file_that_holds_all_its_records_twice_is_one_problem(sample):
    twice = (sample / ASKS).read_text("utf-8") * 2
    (sample / ASKS).write_text(twice, "utf-8")

    (said,) = problems(sample)
    assert re.fullmatch(rf"{ASKS}:.* too, and so do \d more of this file; delete the copy.*", said)


@pytest.mark.parametrize("path", [ASKS, TYPE, PAGE, BANK, MODEL, "quiz/forms/mixed-a.yml"])
def test_a_file_that_only_a_cloud_has_is_one_problem(sample, path):
    file = sample / path
    file.rename(file.with_name(f".{file.name}.icloud"))

    missing = f"{path} cannot be read (No such file or directory)"
    instead = "only iCloud has it: choose “Download Now” in Finder"
    assert problems(sample) == [f"{path}:1:1: file: {missing}; {instead}"]


@pytest.mark.parametrize("measure", ["formula", "sentence"])
def test_a_measure_that_cannot_be_read_measures_nothing(real, measure):
    path = "quiz/rules/en/measures.yml"
    text = (real / path).read_text("utf-8")
    (real / path).write_text(re.sub(rf"(?m)^{measure}: .*", f"{measure}: much", text), "utf-8")

    (said,) = problems(real)
    assert f" {measure}: " in said


def test_a_bank_without_a_file_is_told_by_the_forms_that_hold_its_items(real):
    for file in (real / "quiz/bank").iterdir():
        file.unlink()

    *kinds, said = problems(real)
    assert "bring back the file of quiz/bank" in said
    assert all("unknown kind" in one for one in kinds)


def test_a_form_outlives_a_change_of_a_closed_set(sample):
    change(sample, "quiz/forms/mixed-a.yml", "[neighbors, bosses, club-mates]", "[bosses, gone]")

    assert problems(sample) == []


def test_two_forms_that_share_an_item_are_named_in_the_later_one(sample, capsys):
    form = (sample / "quiz/forms/mixed-a.yml").read_text(encoding="utf-8")
    (sample / "quiz/forms/mixed-b.yml").write_text(form.replace("mixed-a", "mixed-b"), "utf-8")

    said = run(sample, "check", capsys)
    assert [text.split("; ")[0] for text in said] == [
        "quiz/forms/mixed-b.yml:4:5: mixed-b: which-ask-fits/the-mill: stands in mixed-a as well",
        "quiz/forms/mixed-b.yml:6:5: mixed-b: which-kind/club-mates/chess-night: stands in mixed-a as well",
        "quiz/forms/mixed-b.yml:8:5: mixed-b: what-would-you-change/no-thanks: stands in mixed-a as well",
    ]


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "1:1: file: the file is empty; write its records"),
        ("a: b\n", "1:1: {path}: expected a list; begin each record with “- ”"),
    ],
)
def test_a_file_that_should_hold_a_list_says_so(sample, capsys, path, text, what):
    (sample / path).write_text(text, encoding="utf-8")

    assert run(sample, "check", capsys) == [f"{path}:{what.format(path=path)}"]


@pytest.mark.parametrize(
    "path",
    ["content/words.yml", "quiz/blueprints.yml", "content/templates/parts.md.j2", "content/pages"],
)
def test_what_is_not_there_is_named(sample, capsys, path):
    (sample / path).rename(sample / "elsewhere")

    (said,) = run(sample, "check", capsys)
    assert said.startswith(f"{path}:1:1: ")
    assert re.search("cannot be read|not found", said)


@pytest.mark.parametrize("name", ["asks.yaml", "ask.yml", "Asks.yml", "asks.yml.txt"])
def test_a_file_under_another_name_is_one_problem_that_says_what_to_rename(sample, capsys, name):
    (sample / ASKS).rename(sample / "content" / name)

    (said,) = run(sample, "check", capsys)
    instead = f"rename content/{name} to that" if name.endswith("ml") else "put the file there"
    assert said.endswith(f"{ASKS} cannot be read (No such file or directory); {instead}")


LEFT = ["._{}", "~${}", ".~lock.{}#", ".{}.swp", "{}~", "#{}#"]
LEFT += ["Thumbs.db", "desktop.ini", "Desktop.ini", "Icon\r"]


def test_what_programs_leave_beside_files_is_passed_over(sample):
    for file in [path for path in sample.rglob("*.*") if path.is_file()]:
        for beside in LEFT:
            file.with_name(beside.format(file.name)).write_bytes(b"\0\1<<<<<<< x")

    assert problems(sample) == []
    assert list(find(sample, "<<<<<<< x")) == []


def test_bytes_that_are_no_text_are_named(sample, capsys):
    text = (sample / ASKS).read_bytes()
    (sample / ASKS).write_bytes(text.replace(b"A good word", "Ä g\xf6od word".encode("latin-1"), 1))

    expected = f"{ASKS}:12:10: file: byte 0xc4 is not UTF-8; save it as UTF-8"
    assert run(sample, "check", capsys) == [expected]


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_a_file_that_was_misread_as_a_whole_is_one_problem(sample, encoding):
    text = (sample / ASKS).read_text("utf-8").replace("a", "á")
    (sample / ASKS).write_text(text.encode().decode(encoding), "utf-8")

    (said,) = problems(sample)
    assert re.match(
        rf"{ASKS}:1:\d+: file: a program took it for a file of another enc.* for á, and", said
    )


AS_TEXT = "in the program that wrote it, save it as plain text, with UTF-8 as the encoding"
OTHER_FILES = {
    b"PK\x03\x04\x14\0\x06\0\x08\0\xff": f"it is the document of an office program, or an archive under the name of a text; {AS_TEXT}",
    b"{\\rtf1\\ansi - id: a}": f"it is rich text under the name of a text; {AS_TEXT} (in TextEdit: “Make Plain Text”)",
    b"\xef\xbb\xbf\n<!DOCTYPE html><title>Log in</title>": "it is a page of the web under the name of a text; download the file itself, which may need a login",
    b"version https://git-lfs.github.com/spec/v1\noid sha256:4d": "it is what Git LFS leaves in place of a file; run “git lfs pull”",
    bytes(500): "it holds zeros in place of text, as after a crash; bring back an earlier version",
    "---\ntitle: a".encode("utf-16-le"): "it is saved as UTF-16 or UTF-32; save it as UTF-8",
    "---\ntitle: a".encode("utf-16-be"): "it is saved as UTF-16 or UTF-32; save it as UTF-8",
    "---\ntitle: a".encode("utf-32"): "it is saved as UTF-16 or UTF-32; save it as UTF-8",
    b"- id: a\n"
    + bytes(50): "it holds zeros in place of text, as after a crash; bring back an earlier version",
    b"```yaml\n- id: a\n```\n": "a line with ``` stands around its text; delete that line and the one at its end",
}


@pytest.mark.parametrize("data", OTHER_FILES, ids=[says[:24] for says in OTHER_FILES.values()])
def test_a_file_that_another_program_made_is_called_what_it_is(sample, data):
    for path in (ASKS, PAGE):
        (sample / path).write_bytes(data)

    assert problems(sample) == [f"{path}:1:1: file: {OTHER_FILES[data]}" for path in (ASKS, PAGE)]


@pytest.mark.parametrize(
    "linked", ["content/asks.yml", "content/pages", "content/drawings/default.svg"]
)
def test_a_link_is_not_followed(sample, capsys, linked):
    (sample / linked).rename(sample.parent / "outside")
    (sample / linked).symlink_to(sample.parent / "outside")

    (said,) = run(sample, "check", capsys)
    assert said.startswith(linked)
    assert re.search("is a link or leads out of the project; put the f[a-z]+ itself there$", said)


@pytest.mark.parametrize(
    ("path", "text", "what"),
    [
        (ASKS, "[" * 100_000, f"{ASKS}:1:51: file: more than 50 levels; write it flat"),
        (ASKS, "- " * 10_000 + "x", f"{ASKS}:1:101: file: more than 50 levels; write it flat"),
        (ASKS, "{a: " * 10_000, f"{ASKS}:1:201: file: more than 50 levels; write it flat"),
        (
            ASKS,
            "# more\n" * 800_000,
            f"{ASKS}:1:1: file: {ASKS} is larger than 1,000,000 bytes; split it, or take out what is not text",
        ),
    ],
    ids=["brackets", "dashes", "braces", "five megabytes"],
)
def test_what_is_too_much_is_refused(sample, capsys, path, text, what):
    (sample / path).write_text(text, encoding="utf-8")

    assert run(sample, "check", capsys) == [what]


def test_calls_nested_without_end_are_refused(sample, capsys):
    change(sample, PAGE, 'sourced("article/G.1")', "(" * 10_000)

    expected = f"{PAGE}:8:1: credibility: {{{{ … }}}} nested without end; write one call in each"
    assert run(sample, "check", capsys) == [expected]


def test_a_drawing_that_runs_something_is_refused(sample, capsys):
    drawing = "content/drawings/default.svg"
    (sample / drawing).write_text(
        "<svg width='1' height='1' onload='alert(1)'></svg>", encoding="utf-8"
    )

    expected = (
        f"{drawing}:1:1: drawing: a drawing that holds a script or a link; keep only its shapes"
    )
    assert run(sample, "check", capsys) == [expected]


def test_windows_lines_a_byte_order_mark_and_any_script_are_fine(sample):
    change(sample, ASKS, "title: Tell them my news", "title: 🎉 خبرهای من שלום")
    before = problems(sample)
    for path in INPUT:
        text = (sample / path).read_bytes().replace(b"\n", b"\r\n")
        (sample / path).write_bytes(b"\xef\xbb\xbf" + text)

    assert (before, problems(sample)) == ([], [])


def test_a_script_whose_piece_is_gone_ends_before_anything_is_written(sample, capsys):
    (sample / "quiz/shared/moving.js").unlink()

    (said,) = run(sample, "generate", capsys)
    assert said == (
        "quiz/shared/moving.js:1:1: script: the script is not there (No such file or directory); put the file there"
    )


def test_a_script_that_no_browser_could_read_ends_in_one_line_that_shows_it(sample, capsys):
    change(sample, "quiz/shared/moving.js", "const goTo", "const const goTo")

    assert main(["--root", str(sample), "generate"]) == 1
    assert re.fullmatch(
        r"Stopped: a page, script or style that no browser could read: .* const const goTo = .*\n",
        capsys.readouterr().err,
    )


# Text as typed: Markdown, HTML and Jinja mean nothing in a field of plain text.

HOSTILE = [
    "{n}. <script>alert({n})</script><img src=x onerror=alert({n})>",
    "# {n} **b** _i_ `c` [l](javascript:a) ![p](x) <http://x.y> | a |",
    '- {n} " onclick="a" \' {{{{ 7*7 }}}} {{% x %}} {{ #id }} &lt; &amp; \\* ~~s~~',
    ": {n} --> ]]> </p></textarea></svg> = + 1) \u200f اب 🎉",
]


def kind_of(path):
    """Return what a file holds, as its declaration has it."""
    if path.endswith(".md"):
        return shape_of(ProsePage)
    return shape_of(next(kind for one, kind in DECLARED.items() if PurePosixPath(path).match(one)))


def texts(shape, node):
    """Yield each text of a YAML tree that readers see."""
    if shape.record:
        held = declaration(shape.record).by_key
        for key, value in node.value:
            cases = held[key.value].shape.mark(Cases)
            yield from scenes(cases, node, value) if cases else texts(held[key.value].shape, value)
    elif shape.listed:
        for item in node.value:
            yield from texts(shape.listed, item)
    elif shape.entry:
        for key, value in node.value:
            yield from texts(shape.under(key.value), value)
    elif shape.value_type.shown and shape.value_type.name == "text":
        yield node


def scenes(cases, model, node):
    """Yield each text of scenes, whose kind their item model names."""
    (options,) = [value.value for key, value in model.value if key.value == cases.field]
    for scene in node.value:
        yield from texts(shape_of(cases.records[options]), scene)


def fill(root, hostile):
    """Put what `hostile` makes of a number and the file into every text field; return it by number."""
    typed = {}
    for path in [*INPUT, "content/words.yml", "quiz/words.yml"]:
        text = (root / path).read_text(encoding="utf-8")
        text, *body = re.split(r"(?<=\n)(?=---\n)", text, maxsplit=1)
        nodes = texts(kind_of(path), yaml.compose(text.removeprefix("---"), LOADER))
        for node in sorted(nodes, key=lambda one: one.start_mark.index, reverse=True):
            if "{" in node.value:
                continue
            number = 1000 + len(typed)
            typed[number] = hostile(number, path)
            shift = len(text) - len(text.removeprefix("---"))
            start, end = node.start_mark.index + shift, node.end_mark.index + shift
            gap = "\n" if text[end - 1] == "\n" else ""
            text = text[:start] + json.dumps(typed[number], ensure_ascii=False) + gap + text[end:]
        (root / path).write_text("".join([text, *body]), encoding="utf-8")
    return typed


def allow_any_words(root, monkeypatch):
    """Keep the rules of the bank, and of plain words, from judging hostile texts."""
    monkeypatch.setattr(quiz, "ITEM_RULES", ())
    monkeypatch.setattr(quiz, "BANK_RULES", ())
    monkeypatch.setattr(values, "HIGHEST", 9999)
    for path in INPUT:
        text = (root / path).read_text("utf-8")
        grades = re.sub(r"(?<=grade: )14|(?<=: )14(?=[,}])", "9999", text)
        (root / path).write_text(grades, encoding="utf-8")


class Page(HTMLParser):
    """What a browser makes of a page: its elements, their attributes and its text."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.elements, self.attributes, self.links, self.text = set(), set(), set(), ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attributes}
        self.links |= {value.split(":")[0] for name, value in attributes if name in ("href", "src")}

    def handle_data(self, data):
        self.text += data


@cache
def extensions():
    """Return what extends Markdown, with its options."""
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\nmarkdown_extensions:\n")[1]
    options = {}
    for named in yaml.safe_load(config.split("\n\n")[0]):
        options |= named if isinstance(named, dict) else {named: {}}
    return options


def rendered(source):
    """Return a generated page as MkDocs would make it, with its title and description."""
    options = extensions()
    _, front, body = source.split("---\n", 2)
    meta = yaml.load(front, LOADER)
    head = f"<title>{meta['title']}</title><p>{meta['description']}</p>"
    return Page(head + markdown.markdown(body, extensions=[*options], extension_configs=options))


def generated(root):
    pages = make_project(root, {}).guide.pages
    return {page.id: rendered(page.markdown) for page in pages}


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """The pages of the sample itself."""
    return generated(copy_sample(tmp_path_factory.mktemp("plain") / "sample"))


@pytest.mark.parametrize("hostile", HOSTILE, ids=["html", "markdown", "quotes", "the rest"])
def test_text_is_shown_as_typed_and_never_run(sample, plain, hostile, monkeypatch):
    allow_any_words(sample, monkeypatch)
    typed = fill(sample, lambda number, _: hostile.format(n=number))
    shown = set()
    for path, page in generated(sample).items():
        assert (path, page.elements) == (path, plain[path].elements)
        assert (path, page.attributes) == (path, plain[path].attributes)
        assert "javascript" not in page.links
        text = " ".join(page.text.split())
        for number in {int(found) for found in re.findall(r"\b1\d{3}\b", text)} & set(typed):
            assert typed[number] in text
            shown.add(number)

    assert len(shown) > 150


@settings(max_examples=25, derandomize=True, deadline=None, database=None)
@given(text=st.text(), quoted=st.booleans())
def test_any_text_in_a_field_is_taken_or_named(reused, text, quoted):
    value = json.dumps(text) if quoted else text
    original = (SAMPLE / ASKS).read_text(encoding="utf-8")
    changed = original.replace("title: Tell them my news", f"title: {value}")
    (reused / ASKS).write_bytes(changed.encode("utf-8"))
    found = Problems()
    library, _ = load(reused, found)

    assert {problem.place.path for problem in found.errors} <= {ASKS}
    assert found.errors or not quoted or library.asks[-1].title == text.strip()


def test_a_whole_project_is_written_once_it_is_right_again(sample, capsys):
    change(sample, ASKS, "kind: step", "kind: stap")
    run(sample, "generate", capsys)
    change(sample, ASKS, "kind: stap", "kind: step")

    written = set(generate(sample, {}).files)
    docs = sample / ".build/docs"
    assert {path.relative_to(docs).as_posix() for path in docs.rglob("*.*")} == written

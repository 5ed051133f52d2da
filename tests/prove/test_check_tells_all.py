"""A check tells of every fault in one run, of what follows from one fault in one line, and of nothing that is right."""

import re

import pytest
from conftest import ROOT, change, problems

from build_tools.generate import make_project
from build_tools.problems import Problems
from build_tools.prove.texts import text_warnings
from build_tools.read import load

CALL = re.compile(r'\{\{ *(\w+)\("([^"]+)"')
TYPE = "content/contact-types/neighbors.yml"
ASKS = "content/asks.yml"
BANK = "quiz/bank/which-ask-fits.yml"


def named_ids(root):
    """Return each place that names an id, as (path, line, column, id), by its family and its file or folder."""
    found = Problems()
    load(root, found)
    kinds = {}
    for one in found.references:
        if one.family != "part":
            home = one.place.path.rsplit("/", 1)[0] if one.place.path.count("/") > 1 else ""
            place = (one.place.path, one.place.line, one.place.column, one.name)
            kinds.setdefault((one.family, home or one.place.path), []).append(place)
    for path in sorted((root / "content/pages").glob("*.md")):
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
            for call in CALL.finditer(line):
                place = (path.relative_to(root).as_posix(), number, call.start(2) + 1, call[2])
                kinds.setdefault((call[1], "pages"), []).append(place)
    return kinds


def misspell(root, places):
    """Put a wrong id of its own at each place, from the last one backward, so that the others stay where they are."""
    for number, (path, line, column, name) in enumerate(sorted(places, reverse=True)):
        lines = (root / path).read_text("utf-8").split("\n")
        before, after = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
        assert name in after
        lines[line - 1] = before + after.replace(name, f"{name[:-1]}-x{number}", 1)
        (root / path).write_text("\n".join(lines), "utf-8")


@pytest.mark.parametrize("pick", [0, -1], ids=["the first of each kind", "the last of each kind"])
def test_a_wrong_id_in_every_kind_of_place_is_told_in_one_run(real, pick):
    places = {places[pick][:2]: places[pick] for places in named_ids(real).values()}
    misspell(real, places.values())

    said = {(text.split(":")[0], int(text.split(":")[1])) for text in problems(real)}
    assert len(places) > 40
    assert said == places.keys()


def lost_type(root):
    (root / "content/contact-types/new-contacts.yml").unlink()


def lost_items(root):
    (root / BANK).unlink()


def renamed_statement(root):
    change(
        root, "content/contact-types/know-your-work.yml", "- id: work-praise", "- id: work-praises"
    )
    for page in (root / "content/pages").glob("*.md"):
        text = page.read_text("utf-8").replace("#can-work-praise)", "#can-work-praises)")
        page.write_text(text, "utf-8")


def renamed_ask(root):
    change(root, ASKS, "- id: field-facts ", "- id: facts-of-field ")


@pytest.mark.parametrize(
    ("spoil", "cause"),
    [
        (lost_type, "there is no type “new-contacts”, and so in "),
        (lost_items, "no such item, and so with "),
        (renamed_statement, "if “know-your-work/can/work-praise” was renamed so, restore its id"),
        (renamed_ask, "nothing names “facts-of-field”: if “field-facts” was renamed so"),
    ],
)
def test_what_follows_from_one_fault_is_one_line_with_its_cause(real, spoil, cause):
    spoil(real)

    (said,) = problems(real)
    assert cause in said


@pytest.mark.parametrize(
    ("path", "name", "meant"),
    [
        (TYPE, "neighbors.yaml", "neighbors.yml"),
        (TYPE, "neighbors.YML", "neighbors.yml"),
        (BANK, "which-ask-fits.yml.txt", "which-ask-fits.yml"),
        ("content/pages/research.md", "research.markdown", "research.md"),
    ],
)
def test_a_file_with_another_ending_is_one_fault(sample, path, name, meant):
    there = (sample / path).rename((sample / path).with_name(name)).relative_to(sample).as_posix()
    ending = meant[meant.index(".") :]

    what = f"only files that end in {ending} are read here; rename it to {meant}, or move it away"
    assert problems(sample) == [f"{there}:1:1: name: {what}"]


def test_a_picture_beside_a_page_is_told_where_pictures_may_stand(sample):
    (sample / "content/pages/photo.jpg").write_bytes(b"")

    (said,) = problems(sample)
    assert said.endswith(
        "move it away: pages hold no pictures, and drawings stand in content/drawings"
    )


@pytest.mark.parametrize("begin", ["--- \n", "\n---\n", "\n\n--- \t\n", "\ufeff---\r\n", "---\n\n"])
def test_front_matter_is_taken_as_it_is_plainly_meant(sample, begin):
    page = sample / "content/pages/research.md"
    page.write_text(begin + page.read_text("utf-8").removeprefix("---\n"), "utf-8")

    assert problems(sample) == []


def warnings_of(root):
    """Return the warnings of a reading without its pages, which take as long again to render and tell none of texts."""
    found = Problems()
    library, quiz = load(root, found)
    found.raise_any()
    return [*found.warnings, *text_warnings(library, quiz.rule_words)]


NEWS, WORK = "title: Tell them my news", "Ask about their work first."
PROBLEMS = "content/pages/common-problems.md"
HARD = (
    "Notwithstanding considerable organizational complexity, interdepartmental collaboration "
    "opportunities frequently materialize unexpectedly throughout international communities."
)


@pytest.mark.parametrize(
    ("path", "words", "says"),
    [
        (ASKS, "title: Tell <b>them</b>", "T01: readers see “<b>” as typed"),
        (ASKS, "title: Tell <o:p>them</o:p>", "T01: readers see “<o:p>” as typed"),
        (ASKS, "title: Tell&nbsp;them", "T01: readers see “&nbsp;” as typed"),
        (ASKS, "title: Tell them what's new", "T02: a straight '"),
        (ASKS, 'title: Tell them my "news"', 'T02: a straight "'),
        (ASKS, 'title: Tell them my news"', "put the same one before the text, or leave it out"),
        (ASKS, "title: Tell my colleagues", "T03: “colleagues” is not how this guide says it; write “coworkers”"),
        (PROBLEMS, "Don't ask this.", "T02: a straight '"),
        (PROBLEMS, "Ask my colleagues.", "T03: “colleagues” is not how this guide says it; write “coworkers”"),
        (ASKS, "title: Tell <b them", "T01: readers see “<b them” as typed"),
        (ASKS, "title: Tell **them**", "T01: readers see “**them**” as typed; only pages"),
        (ASKS, "title: Tell _them_", "T01: readers see “_them_” as typed"),
        (ASKS, "title: Tell [them](#x)", "T01: readers see “[them](#x)” as typed"),
        (ASKS, "title: Tell [them](x.md", "T01: readers see “[them](x.md” as typed"),
        (ASKS, "title: Tell [[them]]", "T01: readers see “[[them]]” as typed"),
        (ASKS, "title: 'Tell `them`'", "41:16: content/asks.yml: T01: readers see “`them`”"),
        (ASKS, "title: '- Tell'", "T01: readers see “-” as typed"),
        (ASKS, "title: Tell\\nthem", "41:14: content/asks.yml: T01: readers see “\\n” as typed"),
        (ASKS, "title: >-\n    Tell\n    **them**", "43:5: content/asks.yml: T01: readers see"),
        (ASKS, "title: 'Tell {{ them }}'", "T01: readers see “{{ them }}” as typed; only pages are"),
        ("content/messages.yml", "Hi {{Rosa}}, I", "or in a message an example: Hi {Rosa}"),
        (ASKS, "title: Tell {{ them", "T01: readers see “{{ them” as typed"),
        (ASKS, "title: Tell {% them %}", "T01: readers see “{% them %}” as typed"),
        (ASKS, "title: Tell -- them", "T02: “--” in “Tell -- them”; write –"),
        (ASKS, "title: Tell--them", "T02: “--” in “Tell--them”; write –"),
        (ASKS, "title: Tell... them", "T02: “...” in “Tell... them”; write …"),
        (PROBLEMS, "Ask -- about it.", "T02: “--” in “Ask -- about it.”; write –"),
        (ASKS, "title: Don‘t tell", "T02: a ‘ for an apostrophe in “Don‘t tell”; write ’"),
        (ASKS, 'title: Tell “them "now”"', '41:21: content/asks.yml: T02: a straight "'),
        (ASKS, "title: Tell “them", "41:15: content/asks.yml: T05: a “ without a ” after it"),
        (ASKS, "title: Tell them”", "T05: a ” without a “ before it"),
        (ASKS, "title: Tell ”them“", "T05: a ” without a “ before it"),
        (ASKS, "title: Tell (them", "T05: a ( without a ) after it"),
        (ASKS, "title: Tell {them", "T05: a { without a } after it"),
        (PROBLEMS, "Ask **about it.", "19:5: common-problems: T01: readers see “**” as typed"),
        (PROBLEMS, "Ask *about it.", "19:5: common-problems: T01: readers see “*” as typed"),
        (PROBLEMS, "Ask _about it.", "T01: readers see “_” as typed"),
        (PROBLEMS, "Ask `about it.", "T01: readers see “`” as typed"),
        (PROBLEMS, "Ask \\n it.", "T01: readers see “\\n” as typed"),
        (PROBLEMS, "Ask\\\nit.", "T01: readers see “\\” as typed; leave it out"),
        (PROBLEMS, "Lorem ipsum dolor.", "T01: readers see “Lorem ipsum” as typed; write what is"),
        (ASKS, "title: 'TODO: ask Ann'", "T01: readers see “TODO:” as typed; write what is to stand"),
        (ASKS, "title: • Tell\n    • them", "T01: readers see “•” as typed; only pages"),
        (PROBLEMS, "Ask &nbps; it.", "T01: readers see “&nbps;” as typed"),
        (PROBLEMS, "Ask.\n\n- Say “it\n- “now”", "21:7: common-problems: T05: a “ without a ”"),
        (PROBLEMS, HARD, "T04: the sentence that begins with “Notwithstanding considerable"),
    ],
)  # fmt: skip
def test_words_that_the_house_writes_in_another_way_are_a_warning(sample, path, words, says):
    change(sample, path, {ASKS: NEWS, PROBLEMS: WORK}.get(path, "Hi Sam, I"), words)

    warned = [str(one) for one in warnings_of(sample)]
    assert [says in one and one.startswith(f"{path}:") for one in warned] == [True]


WELL = [
    "Write 5 < 6 & 7 > 2.",
    "Call it “news”, as they’d say.",
    "Press `<b>` or `don't`.",
    "See [the table](who-can-help.md 'a title').",
    "See [it](https://example.org/A_(b)), [it]( who-can-help.md ) and <https://example.org/a_b>.",
    "See [https://example.org/x](https://example.org/x), `https://example.org`, at 10:30:15, for 2 * 3.",
    "Ask:\n\n| a | b |\n|---|:-:|\n| c | d |\n| e \\| f | g |\n| h |",
    "Ask:\n\n- them\n    - now\n\n    Then go.\n\n```\n- a\n  - b\n```\n\nA word\n:   says\n\n    more",
    "Say a) one, b) two :) and “?”, and (what is more) “so”.",
    "Ask <b>them</b>,<br>and go on &amp; **on**, as `[[x]]` and `**`.",
    "- Ask\n    - them\n\n1. Then\n2. go\n\n{{ verdict('can') }} (or “not”)",
]


def test_words_as_the_house_writes_them_give_no_warning(sample):
    change(sample, PROBLEMS, WORK, "\n\n".join(WELL))

    assert make_project(sample, {}).warnings == ()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (ASKS, "title: Tell o'brien@school.edu, them and colleagues@school.edu"),
        (ASKS, "title: Tell my_jobs--new@school.edu"),
        (ASKS, "title: Tell https://school.edu/a--b/_new_/o'brien..."),
        (PROBLEMS, "Ask o'brien@school.edu and my_jobs--new@school.edu."),
    ],
)
def test_nobody_is_told_to_spell_an_address_in_another_way(sample, path, words):
    change(sample, path, {ASKS: NEWS, PROBLEMS: WORK}[path], words)

    assert make_project(sample, {}).warnings == ()


def test_the_words_of_the_guide_itself_give_no_warning():
    assert make_project(ROOT, {}).warnings == ()


SAY = "say: Can you tell me every job there is?"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("say: “Can you tell me every job there is?”", True),
        ("say: «Can you tell me every job there is?»", True),
        ("say: “Can” you tell me “every job”", False),
    ],
)
def test_quotation_marks_around_a_text_that_pages_put_in_quotation_marks(sample, words, told):
    change(sample, ASKS, SAY, words)

    warned = [one.rule for one in warnings_of(sample)]
    assert ("T06" in warned) is told


def test_an_accepted_warning_with_a_short_id_is_told_the_whole_one(sample):
    entry = "- rule: I09\n  item: no-thanks\n  reason: It stands for a test.\n"
    (sample / "quiz/rules/en/accepted.yml").write_text(entry, "utf-8")

    (said,) = problems(sample)
    assert said.endswith("“no-thanks”; did you mean “what-would-you-change/no-thanks”?")


@pytest.mark.parametrize("typed", ["[Rosa]", "[your name]", "____", "XXXX"])
def test_what_other_programs_replace_in_a_message_is_told(sample, typed):
    change(sample, "content/messages.yml", "text: Hi Sam, I", f"text: 'Hi {typed}, I")
    change(sample, "content/messages.yml", "good time?", "good time?'")

    (said,) = make_project(sample, {}).warnings
    assert str(said) == (
        f"content/messages.yml:3:9: second-try: text: readers see “{typed}” as typed; "
        "if senders replace it, write an example in braces: Hi {Rosa}, …"
    )


def test_braces_with_blanks_inside_hold_the_words_alone(sample):
    change(sample, "content/messages.yml", "Hi Sam,", "Hi { Sam },")

    (message,) = make_project(sample, {}).views.library.messages
    assert [(piece.text, piece.own) for piece in message.pieces][:2] == [
        ("Hi ", False),
        ("Sam", True),
    ]

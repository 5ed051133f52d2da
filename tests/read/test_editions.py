"""A center's edition: its own words, records and pages over those of the guide, held by the same rules."""

import gzip
import json
import re
import shutil

import conftest
import pytest
import yaml
from conftest import ROOT, change, copy_sample
from edited import CAMPUS, FRONT, begin, faults_of, library, pages_of, views
from jsonschema import Draft7Validator
from made import copy_project, read_yaml

from build_tools.cli import main
from build_tools.generate import generate_tree, make_project
from build_tools.model.edition import EDITION
from build_tools.model.pages import TITLES
from build_tools.model.tokens import content_hash
from build_tools.problems import ContentError
from build_tools.publish.sizes import FIRST_FLIGHT

FAULTS = read_yaml(ROOT / "tests/read/bad_editions.yml")

KEPT = "## Nobody { #no-one-to-ask }\n\nIn other words.\n\n## Who else { #stranger-referral }\n\nAsk.\n"
"""What other pages lead to on the page whose place another one takes."""


def write(root, path, text):
    conftest.write(root / CAMPUS, path, text)


def page(
    root, name, *head, title="A page of ours", body="## Come by { #come-by }\n\nWe are here.\n"
):
    lines = "".join(f"{line}\n" for line in head)
    write(root, f"content/pages/{name}.md", f"---\n{FRONT.format(title=title)}{lines}---\n\n{body}")


def followed(root, name):
    return content_hash((root / f"content/pages/{name}.md").read_text("utf-8"))


@pytest.fixture
def campus(sample):
    """The sample with an edition that has a name and nothing else."""
    return begin(sample)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory):
    """The pages of the sample itself."""
    return pages_of(copy_sample(tmp_path_factory.mktemp("untouched") / "sample"), "")


def as_campus(root):
    return make_project(root, {EDITION: "campus"})


def test_a_name_stands_on_every_page_and_the_guide_keeps_its_own(campus):
    ours = generate_tree(campus, {EDITION: "campus"})

    assert (ours.site.name, ours.site.library.words["site_name"]) == ("Ask at Westbrook",) * 2
    assert b"Ask at Westbrook</title>" in ours.files["embed/mixed-a.html"]
    assert views(campus, "").library.words["site_name"] == "The Right Ask"


def test_without_an_edition_nothing_of_its_folder_is_read(campus):
    before = generate_tree(campus, {}).files
    write(campus, "content/words.yml", "<<<<<<< ours\n")
    write(campus, "content/templates/page.md.j2", "<<<<<<< ours\n")
    write(campus, "edition.yml", "no: [")

    assert generate_tree(campus, {}).files == before


def test_an_edition_that_changes_nothing_is_the_guide_under_another_name(campus, untouched):
    assert under_our_name(pages_of(campus)) == untouched


def under_our_name(pages):
    return {name: text.replace("Ask at Westbrook", "The Right Ask") for name, text in pages.items()}


def test_a_word_is_changed_by_its_key(campus):
    write(campus, "content/words.yml", "footer: Room 12 in the library\n")
    ours, theirs = library(campus).words, views(campus, "").library.words

    assert (ours["footer"], ours["menu"]) == ("Room 12 in the library", theirs["menu"])


RECORDS = {
    "content/asks.yml": "[{id: good-word, title: Some kind words}]",
    "content/contact-types/bosses.yml": "{title: Old bosses, steps: [Take a breath.], card: {good_for: Our reference}, "
    "can: [{id: field-facts, text: She knows the trade.}], open: [{ask: name-inside, because: Ask in May.}], "
    "mistakes: [{text: No name., instead: A name.}]}",
    "content/principles.yml": "[{id: say-thanks, text: Do say thanks.}]",
    "content/messages.yml": "[{id: second-try, text: Hi again}]",
    "content/workshop.yml": "sessions: [{id: five-minutes, title: A class}]",
    "content/guide.yml": "ask_groups: [{id: word-or-name, title: A word}]",
    "quiz/blueprints.yml": "[{id: mixed, title: All of it}]",
    "quiz/bank/which-ask-fits.yml": "items: [{id: the-mill, stem: A neighbor of Ines has a brother at the mill., "
    "options: [{id: brother, rationale: It is easy.}]}]",
    "quiz/item-models/which-kind.yml": "scenes: [{id: chess-night, because: They play chess.}]",
}
SHOWN = {
    "ask-good-word": ["# Some kind words"],
    "bosses": ["# Old bosses", "She knows the trade.", "Take a breath.", "No name."],
    "ask-name-inside": ["Ask in May."],
    "index": ["Our reference"],
    "after-you-ask": ["Do say thanks.", "Hi again"],
    "session-five-minutes": ["A class"],
    "who-should-i-ask": ["A word"],
    "mixed-a": ["All of it", "A neighbor of Ines has", "It is easy."],
    "item-bank-club-mates": ["They play chess."],
}
"""By page, what the records of an edition have it say."""


def test_text_of_a_record_is_changed_by_its_id(campus, untouched):
    for path, text in RECORDS.items():
        write(campus, path, text)
    said = [(name, words) for name, all_words in SHOWN.items() for words in all_words]
    ours = pages_of(campus)

    assert [words for name, words in said if words in untouched[f"{name}.md"]] == []
    assert [words for name, words in said if words not in ours[f"{name}.md"]] == []


def test_what_an_edition_may_not_change_may_be_said_again_as_it_is(campus, untouched):
    text = "kind: which-ask-fits\nitems:\n  - {id: the-mill, contact_type: neighbors}\n"
    write(campus, "quiz/bank/which-ask-fits.yml", text)

    assert under_our_name(pages_of(campus)) == untouched


def test_a_record_with_a_new_id_is_added(campus):
    write(
        campus,
        "content/messages.yml",
        "- id: from-campus\n  ask: good-word\n  when: You saw each other in class\n  text: Hi {Ana}, a word?\n",
    )

    assert "You saw each other in class" in pages_of(campus)["ask-good-word.md"]


def test_a_file_of_its_own_is_added(campus):
    text = (campus / "quiz/bank/which-ask-fits.yml").read_text("utf-8")
    item = (
        text.split("  - id: kind-or-skilled")[0]
        .replace("the-mill", "the-lab")
        .replace("mill", "lab")
    )
    write(campus, "quiz/bank/campus.yml", item)

    assert "which-ask-fits/the-lab" in views(campus).quizzes.bank.items


def test_the_link_to_edit_a_request_leads_to_the_file_of_the_edition(campus, untouched):
    write(campus, "content/asks.yml", "- {id: field-facts, title: Facts of life}\n")

    assert f'source: "{CAMPUS}/content/asks.yml"' in pages_of(campus)["ask-field-facts.md"]
    assert 'source: "content/asks.yml#L' in untouched["ask-field-facts.md"]


def test_a_new_page_stands_below_another_one_in_the_menu(campus):
    page(campus, "come-by", "after: after-you-ask")
    tree = generate_tree(campus, {EDITION: "campus"})
    (ask,) = (one["Ask"] for one in tree.site.nav if "Ask" in one)

    assert ask[ask.index("after-you-ask.md") + 1] == "come-by.md"
    assert b"We are here." in tree.files["come-by.md"]


def test_a_page_takes_the_place_of_one_that_has_not_changed(campus, untouched):
    page(campus, "common-problems", f'follows: "{followed(campus, "common-problems")}"', body=KEPT)

    assert "In other words." in pages_of(campus)["common-problems.md"]
    assert "In other words." not in untouched["common-problems.md"]


def test_a_page_that_follows_an_older_one_says_so_with_the_new_sum(campus):
    page(campus, "common-problems", f'follows: "{followed(campus, "common-problems")}"', body=KEPT)
    with (campus / "content/pages/common-problems.md").open("a") as file:
        file.write("More.\n")
    now = followed(campus, "common-problems")

    assert [str(one).removeprefix(f"{CAMPUS}/") for one in as_campus(campus).warnings] == [
        (
            "content/pages/common-problems.md:7:10: common-problems: follows: content/pages/common-problems.md has changed "
            f'since this page was written; see what changed there, then write “follows: "{now}"”'
        )
    ]


def test_a_page_is_left_out_of_the_menu_and_the_site(campus):
    a_page_less(campus)
    tree = generate_tree(campus, {EDITION: "campus"})

    assert "more" in views(campus, "").library.pages.by_id
    assert "more.md" not in tree.files
    assert "more.md" not in str(tree.site.nav)


def test_a_section_goes_with_the_last_of_its_pages(campus):
    a_page_less(campus)
    change(campus, "content/guide.yml", "[credibility, more, ", "[credibility, ")
    change(
        campus,
        "content/guide.yml",
        "ask_groups:\n",
        "  - title: Rest\n    pages: [more]\nask_groups:\n",
    )

    assert [section.title for section in library(campus).guide.sections] == [
        None,
        "Ask",
        "Check",
        "More",
    ]
    assert len(views(campus, "").library.guide.sections) == 5


def test_a_link_to_a_page_that_is_left_out_is_told_where_it_stands(campus):
    a_page_less(campus)
    change(campus, "content/pages/research.md", "## One", "See [more](more.md).\n\n## One")

    (fault, *_) = faults_of(campus)
    assert fault == (
        "content/pages/research.md:9:12: research: a link leads nowhere: more.md; "
        "this edition leaves it out: keep it, or change this text too"
    )


def a_page_less(root):
    """Give the guide itself one more page, which the edition leaves out."""
    write(root, "edition.yml", "name: Ask at Westbrook\nleave_out: {pages: [more]}\n")
    head = FRONT.format(title="More")
    (root / "content/pages/more.md").write_text(f"---\n{head}---\n\n## More {{ #more }}\n\nMore.\n")
    change(root, "content/guide.yml", "[credibility, ", "[credibility, more, ")


def test_a_session_is_left_out_with_what_only_it_holds(campus):
    change(campus, "content/workshop.yml", "activities:\n", SECOND_SESSION)
    change(campus, "content/workshop.yml", "rooms:\n", SECOND_ACTIVITY)
    write(campus, "edition.yml", "name: Ask at Westbrook\nleave_out: {sessions: [nine-minutes]}\n")
    kept = library(campus).workshop

    assert [session.id for session in kept.sessions] == ["five-minutes"]
    assert {one.id for one in kept.activities} == {"ask", "talk"}
    assert len(views(campus, "").library.workshop.sessions) == 2


LEAVE = "name: Ask at Westbrook\nleave_out: {{items: [{}]}}\n"


def test_a_question_is_left_out_and_its_quiz_goes_on_without_it(campus, capsys):
    write(campus, "edition.yml", LEAVE.format("what-would-you-change/no-thanks"))
    ours, theirs = (items_of(campus, edition) for edition in ("", "campus"))
    pages = pages_of(campus)

    assert theirs == ours | {"mixed-a": ours["mixed-a"][:2]}
    assert library(campus).edition.counts.left_out == 1
    assert "no-thanks" in pages_of(campus, "")["practice.md"]
    assert [name for name, text in pages.items() if "no-thanks" in text] == []
    assert main(["--root", str(campus), "check", "--edition", "campus"]) == 0
    said = "Without the questions that are left out: mixed-a (2 of 3).\n"
    assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    ("items", "said"),
    [
        (
            "which-ask-fits/the-mill",
            [
                "content/guide.yml:2:11: content/guide.yml: try_one: unknown item “which-ask-fits/the-mill”; this edition leaves it out: keep it, or change this text too",
                "content/workshop.yml:24:31: ask: show: item: unknown item of mixed-a “which-ask-fits/the-mill”; this edition leaves it out: keep it, or change this text too",
            ],
        ),
        (
            "who-can-do-it/stairs",
            [
                "quiz/forms/who-can-do-it-a.yml:1:1: who-can-do-it-a: this edition leaves out every item of it; keep one of them"
            ],
        ),
        (
            "which-ask-fits/the-mil",
            [
                "edition.yml:2:21: content/editions/campus/edition.yml: leave_out: items: unknown quiz item “which-ask-fits/the-mil”; did you mean “which-ask-fits/the-mill”?"
            ],
        ),
    ],
)
def test_what_needs_a_question_that_is_left_out_is_told_where_it_stands(campus, items, said):
    write(campus, "edition.yml", LEAVE.format(items))

    assert [one[: len(start)] for one, start in zip(faults_of(campus), said, strict=True)] == said


SECOND_SESSION = """\
  - id: nine-minutes
    title: A longer one
    minutes: 9
    summary: One list.
    plan: [list]
    prepare: [{text: Bring paper.}]
    short: [{text: Make it short.}]
    after: [{text: Go on.}]
activities:
"""
SECOND_ACTIVITY = """\
  - id: list
    title: Make a list
    minutes: 9
    cue: Write it down.
    do: [Wait.]
rooms:
"""


@pytest.mark.parametrize("case", [pytest.param(case, id=case["fault"]) for case in FAULTS])
def test_a_fault_is_told_at_its_place_in_the_edition(campus, case):
    write(campus, case["in"], case["text"])
    found = faults_of(campus)

    assert [one for one in found if one.endswith(case["says"])], found
    assert len(found) == 1 or case["fault"] == "a page left out that the guide needs"


PAGE_FAULTS = {
    "nothing says where": (
        "come-by", [], "come-by: nothing says where this page stands in the menu; add “after:” with the id of the page above it",
    ),
    "an unknown page above": (
        "come-by", ["after: after-you-aks"], "after: the menu has no page “after-you-aks”; did you mean “after-you-ask”?",
    ),
    "a page to follow that is not there": (
        "come-by", ["after: research", 'follows: "12ab34cd"'], "follows: the guide has no page of this name; leave it out, and write “after:”",
    ),
    "a place for a page that has one": (
        "common-problems", ["after: research"], "after: this page takes the place of one that stands in the menu; leave it out, and write “follows:”",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", PAGE_FAULTS)
def test_a_page_says_what_the_edition_has_it_for(campus, fault):
    name, head, says = PAGE_FAULTS[fault]
    page(campus, name, *head)

    assert [one for one in faults_of(campus) if says in one]


def test_a_page_without_a_sum_is_told_the_one_of_today(campus):
    page(campus, "common-problems")

    (fault,) = faults_of(campus)
    assert fault == (
        "content/pages/common-problems.md:2:1: common-problems: nothing says which state of content/pages/common-problems.md "
        f'it follows; add “follows: "{followed(campus, "common-problems")}"”, the sum of that page today'
    )


def test_a_part_that_other_pages_lead_to_is_missed_on_the_page_that_took_its_place(campus):
    body = KEPT.replace(" { #stranger-referral }", "")
    page(campus, "common-problems", f'follows: "{followed(campus, "common-problems")}"', body=body)
    change(
        campus, "content/pages/research.md", "## One", "[Who](common-problems.md#no-more)\n\n## One"
    )

    assert faults_of(campus) == [
        "content/pages/common-problems.md:1:1: common-problems: "
        f"the page {name} leads to #{part} here, and there is no such part; put {{ #{part} }} behind a heading"
        for name, part in [("research", "no-more"), ("who-should-i-ask", "stranger-referral")]
    ]


def test_a_page_of_the_guide_follows_none(sample):
    change(sample, "content/pages/research.md", "grade: 14", "grade: 14\nafter: credibility")
    with pytest.raises(ContentError, match="after: unknown key"):
        make_project(sample, {})


def test_rules_hold_for_words_of_an_edition_and_name_its_file(campus):
    stem = "Mrs. Ines would like to work at the mill. Her neighbor has a brother there."
    write(campus, "quiz/bank/which-ask-fits.yml", f"items:\n  - id: the-mill\n    stem: {stem}\n")

    (fault,) = faults_of(campus)
    assert fault.startswith("quiz/bank/which-ask-fits.yml:2:5: which-ask-fits/the-mill: I28: ")


def test_an_unknown_edition_is_told_with_the_one_that_was_meant(campus, capsys):
    assert main(["--root", str(campus), "check", "--edition", "camps"]) == 1
    assert (
        "content/editions/camps/edition.yml:1:1: edition: there is no edition “camps”; did you mean “campus”?"
        in capsys.readouterr().err
    )


def test_a_name_that_leads_out_of_the_folder_is_no_edition(campus):
    with pytest.raises(ContentError, match=r"there is no edition “\.\./\.\./content”"):
        make_project(campus, {EDITION: "../../content"})


def test_editions_are_listed_with_what_they_do(campus, capsys):
    write(campus, "content/words.yml", "footer: Room 12\n")
    page(campus, "come-by", "after: research")
    page(campus, "research", 'follows: "12ab34cd"', title="Research too", body="We asked.\n")
    main(["--root", str(campus), "editions"])

    assert capsys.readouterr().out.splitlines() == [
        "campus: Ask at Westbrook. 2 changed, 1 added, 0 left out, 1 stale."
    ]


def test_a_word_that_loses_a_blank_of_the_guide_is_a_warning(campus):
    write(campus, "quiz/words.yml", "question_of: Question {number}\n")

    (warning,) = as_campus(campus).warnings
    assert str(warning) == (
        f"{CAMPUS}/quiz/words.yml:1:14: question_of: the text of the guide has {{total}} too; write it here"
    )


def test_where_there_is_no_edition_the_list_says_how_to_make_one(sample, capsys):
    main(["--root", str(sample), "editions"])

    assert "docs/recipes/make-your-own-edition.md" in capsys.readouterr().out


@pytest.fixture(scope="module")
def westbrook(tmp_path_factory):
    """The guide with the example of an edition, where the recipe puts it."""
    root = copy_project(tmp_path_factory.mktemp("westbrook"))
    shutil.copytree(ROOT / "docs/examples/campus", root / CAMPUS)
    return root


def test_the_example_has_its_own_request_items_and_page_on_a_site_without_one_session(westbrook):
    project = as_campus(westbrook)
    files = generate_tree(westbrook, {EDITION: "campus"}).files

    alone = [data for name, data in files.items() if re.match(r"embed/.*\.html", name)]

    assert project.warnings == ()
    assert max(len(gzip.compress(page, 9)) for page in alone) <= FIRST_FLIGHT
    assert {"ask-alumni-directory.md", "alumni-directory.md"} <= set(files)
    assert "session-fifty-minutes.md" not in files
    assert {
        "which-ask-fits/lab-partner-in-the-directory",
        "which-ask-fits/rabbits-in-the-lab",
        "which-ask-fits/tutor-at-the-writing-desk",
    } <= set(project.views.quizzes.bank.items)


def test_forms_ask_the_same_in_every_edition(westbrook):
    theirs, ours = (items_of(westbrook, edition) for edition in ("campus", ""))

    assert theirs == ours


def items_of(root, edition):
    """Return each form with its items and their tokens."""
    forms = views(root, edition).quizzes.forms
    return {form.id: [(item.id, item.token) for item in form.items] for form in forms}


EXAMPLE = sorted((ROOT / "docs/examples/campus").rglob("*.yml"))


@pytest.mark.parametrize("path", EXAMPLE, ids=[one.name for one in EXAMPLE])
def test_editors_take_a_file_of_the_example_as_it_is_by_the_schema_in_its_first_line(path):
    text = path.read_text("utf-8")
    (named,) = re.findall(r"\A# yaml-language-server: \$schema=(\S+)\n", text)
    made = json.loads((path.parent / named).read_text("utf-8"))

    assert list(Draft7Validator(made).iter_errors(yaml.safe_load(text))) == []


def test_editors_mark_a_key_that_no_record_has_in_a_file_of_an_edition():
    made = json.loads((ROOT / "docs/schemas/editions/content-asks.json").read_text("utf-8"))
    errors = Draft7Validator(made).iter_errors([{"id": "good-word", "titel": "A word"}])

    assert [error.validator for error in errors] == ["additionalProperties"]


ADDRESSED = "another page of the guide has this address; give the file another name"
STEP = re.compile(r"```yml\n# (a new file: |in )(\S+?)(?:, at the end)?\n(.*?)```", re.DOTALL)


def test_who_follows_the_recipe_reads_fine(westbrook, capsys):
    recipe = (ROOT / "docs/recipes/make-your-own-edition.md").read_text("utf-8")
    for how, path, text in STEP.findall(recipe):
        file = westbrook / path
        file.parent.mkdir(parents=True, exist_ok=True)
        before = "" if "new" in how else file.read_text("utf-8")
        file.write_text(before + text, "utf-8")

    assert main(["--root", str(westbrook), "check", "--edition", "westbrook"]) == 0, (
        capsys.readouterr()
    )
    assert "Warnings: 0" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("ask-good-word", ADDRESSED),
        ("404", ADDRESSED),
        *((name, f"“{name}” is the name of something else; give it another id") for name in TITLES),
    ],
)
def test_a_page_never_takes_the_address_of_one_that_is_made_or_that_hosts_look_for(
    campus, name, said
):
    page(campus, name, "after: research")

    assert faults_of(campus) == [f"content/pages/{name}.md:1:1: {name}: {said}"]


def test_an_edition_that_leaves_all_pages_out_is_told_who_needs_them(campus):
    names = [path.stem for path in (campus / "content/pages").glob("*.md")]
    write(campus, "edition.yml", f"name: Ask\nleave_out: {{pages: [{', '.join(names)}]}}\n")

    assert [one for one in faults_of(campus) if "unknown page to hand out “credibility”" in one]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("content/asks.PO", "content/asks.po"),
        ("content/words.yaml", "content/words.yml"),
        ("content/pages/ours.md.txt", "content/pages/ours.md"),
        ("Content/Words.yml", "content/words.yml"),
        ("content/asks.pot", "content/asks.po"),
        ("content/asks.es.po", "content/asks.po"),
        ("content/asks_es-MX.po", "content/asks.po"),
        ("content/contact-types/neighbors copy.po", "content/contact-types/neighbors.po"),
        ("asks.po", "content/asks.po"),
        ("content/words - Copy.yml", "content/words.yml"),
    ],
)
def test_a_file_that_is_named_in_another_way_is_told_its_name(campus, name, meant):
    write(campus, name, "")
    write(campus, "content/Thumbs.db", "")

    assert faults_of(campus) == [
        f"{name}:1:1: file: the guide has no file like this; rename it to {meant}"
    ]


@pytest.mark.parametrize(
    "name", ["edition copy.yml", "edition - Copy.yml", "edition (1).yml", "Edition.yml.txt"]
)
def test_a_copy_of_a_file_of_an_edition_is_called_so(campus, name):
    shutil.copy(campus / CAMPUS / "edition.yml", campus / CAMPUS / name)

    assert faults_of(campus) == [
        f"{name}:1:1: file: it is a copy of edition.yml; delete it, or move it away"
    ]


@pytest.mark.parametrize("name", ["campus copy", "campus - Copy", "campus (1)", "Copy of campus"])
@pytest.mark.parametrize("edition", ["", "campus"])
def test_a_copy_of_the_folder_of_an_edition_is_called_so(campus, edition, name):
    shutil.copytree(campus / CAMPUS, campus / "content/editions" / name)

    assert conftest.problems(campus, edition) == [
        f"content/editions/{name}:1:1: folder: it is a copy of campus; delete it, or move it away"
    ]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("edition.yaml", "there is no edition “campus”; rename edition.yaml to edition.yml"),
        ("Edition.yml.txt", "there is no edition “campus”; rename Edition.yml.txt to edition.yml"),
        (".edition.yml.icloud", "cannot be read (No such file or directory); only iCloud has it: choose “Download Now” in Finder"),
    ],
)  # fmt: skip
def test_the_own_file_of_an_edition_under_another_name_is_one_problem(campus, name, says):
    (campus / CAMPUS / "edition.yml").rename(campus / CAMPUS / name)

    (said,) = faults_of(campus)
    assert said.endswith(says)


def test_what_follows_from_an_own_file_that_cannot_be_read_is_not_told(campus):
    write(campus, "edition.yml", "name: Pedir bien\nlanguage: es\nbase: [\n")
    page(
        campus,
        "come-by",
        "after: credibility",
        body="## Ven { #ven }\n\nEstamos aquí, y somos muchos.\n",
    )

    assert len(faults_of(campus)) == 1


def test_a_linked_folder_is_one_problem_whatever_is_in_it(campus):
    write(campus, "content/words.yml", "footer: Room 12\n")
    page(campus, "come-by", "after: credibility")
    (campus / CAMPUS).rename(campus / "elsewhere")
    (campus / CAMPUS).symlink_to(campus / "elsewhere")

    assert conftest.problems(campus, "campus") == [
        f"{CAMPUS}:1:1: folder: is a link or leads out of the project; put the folder itself there"
    ]


def test_a_folder_in_the_place_of_a_file_is_told(campus):
    (campus / CAMPUS / "content/words.yml").mkdir(parents=True)

    (said,) = faults_of(campus)
    assert "cannot be read (Is a directory); put the file there" in said

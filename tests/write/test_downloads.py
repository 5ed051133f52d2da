"""The quizzes as files on the site: offered where they are built, and named nowhere else."""

import re

import pytest
from conftest import ROOT
from made import read_yaml, tree, words
from playwright.sync_api import expect
from served import LOOKS, violations

from build_tools.generate import generate_tree
from build_tools.model.edition import EDITION
from build_tools.read.settings import DOWNLOADS
from build_tools.write.exporters import EXPORTERS

TARGETS = read_yaml(ROOT / "content/downloads.yml")
WORDS = words("content")


def test_a_site_without_files_does_not_speak_of_them():
    files = tree()
    speaking = [name for name, data in files.items() if b'"downloads' in data]

    assert (speaking, [name for name in files if name.startswith("downloads")]) == ([], [])


def test_the_page_names_every_file_with_its_size():
    page = tree(DOWNLOADS)["downloads.md"].decode()
    named = dict(re.findall(r'href="(downloads/[^"]+)"[^>]*>[^<]* \((\d+) KB\)<', page))
    files = {name: data for name, data in tree(DOWNLOADS).items() if name.startswith("downloads/")}

    assert named == {name: str(-(-len(data) // 1000)) for name, data in files.items()}


def test_a_file_in_another_language_is_saved_under_a_name_of_its_own():
    settings = {DOWNLOADS: "1", EDITION: "es"}
    page = generate_tree(ROOT, settings).files["downloads.md"].decode()
    saved = re.findall(r'href="downloads/([^"/]+)" download(?:="([^"]*)")?', page)

    assert len(saved) > 50
    assert [(name, to) for name, to in saved if to != f"es-{name}"] == []


def test_a_file_is_called_by_what_tells_it_from_the_others_of_its_quiz():
    page = tree(DOWNLOADS)["downloads.md"].decode()
    shown = set(re.findall(r">([^<>]*) \(\d+ KB\)<", page))

    assert {"Set 1", "Family and friends"} <= shown
    assert [word for word in shown if not word[0].isalnum()] == []


def test_every_format_is_for_a_program_and_the_page_says_what_was_tried():
    page = tree(DOWNLOADS)["downloads.md"].decode()

    assert {target["format"] for target in TARGETS} == set(EXPORTERS)
    assert page.count(f"<strong>{WORDS['downloads_tried']}</strong>") == len(TARGETS)


@pytest.mark.parametrize("name", ["canvas", "blackboard", "brightspace"])
def test_the_page_says_plainly_where_the_files_have_not_been(name):
    target = next(one for one in TARGETS if one["id"] == name)

    assert re.search("have not been in a live (Canvas|Blackboard|Brightspace)", target["tried"])


@pytest.mark.parametrize(
    "name", ["ILIAS", "Sakai", "Chamilo", "Open edX", "Google Forms", "Kahoot", "Anki"]
)
def test_who_uses_what_reads_no_question_file_of_ours_learns_so_before_a_download(name):
    page = tree(DOWNLOADS)["downloads.md"].decode()

    assert name in page.partition('<ul class="ra-targets">')[0]


def test_a_counselor_gets_to_a_file(visit, address):
    page = visit(f"{address}/counselors.html")
    page.get_by_role("link", name=WORDS["downloads_link"]).click()
    page.get_by_text(WORDS["downloads_files"].format(title="Canvas")).press("Enter")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="A bit of everything · Set 2").click()

    assert waiting.value.path().read_bytes() == tree(DOWNLOADS)["downloads/mixed-b.qti12.zip"]


@pytest.mark.parametrize(("width", "scheme", "rules"), [(320, "light", ()), (1300, "dark", LOOKS)])
def test_axe_finds_nothing_on_the_page_and_it_does_not_scroll_sideways(
    visit, address, width, scheme, rules
):
    page = visit(f"{address}/downloads.html", width=width, scheme=scheme)
    for summary in page.locator(".ra-files > summary").all():
        summary.click()
    expect(page.locator(".ra-files dl").last).to_be_visible()

    assert violations(page, rules) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width

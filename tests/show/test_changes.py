"""What stands on a page leads to its own line, where a host has said where files are edited."""

import pytest
import yaml

from build_tools.generate import generate_tree
from build_tools.model.pages import DOWNLOADS, TITLES, ask_page, bank_page, session_page
from build_tools.read.settings import EDIT_URL


def front(root, page, **settings):
    text = generate_tree(root, settings).files[f"{page}.md"].decode()
    return yaml.safe_load(text.split("---\n")[1])


@pytest.mark.parametrize(
    ("page", "anchor", "begins"),
    [
        ("neighbors", "who", "id: know-you"),
        ("neighbors", "can", "id: name-inside"),
        ("neighbors", "steps", "Name one company."),
        ("neighbors", "messages", "id: one-name"),
        ("neighbors", "mistakes", "text: Asking for any job."),
        ("credibility", "one-source", "## One source"),
        ("mixed-a", "q-which-ask-fits-the-mill", "id: the-mill"),
        ("item-bank-neighbors", "q-which-ask-fits-the-mill", "id: the-mill"),
        ("index", "q-which-ask-fits-the-mill", "id: the-mill"),
        ("ask-name-inside", "messages", "id: one-name"),
    ],
)
def test_a_part_and_a_question_lead_to_the_line_on_which_their_record_begins(
    sample, page, anchor, begins
):
    changes = front(sample, page, **{EDIT_URL: "https://example.org/edit"})["changes"]
    path, _, line = changes[anchor].partition("#L")

    found = (sample / path).read_text("utf-8").splitlines()[int(line) - 1]
    assert found.lstrip(" -").startswith(begins)


def test_the_page_of_a_request_leads_to_the_line_of_that_request(sample):
    path, _, line = front(sample, "ask-name-inside")["source"].partition("#L")

    assert path == "content/asks.yml"
    assert "id: name-inside" in (sample / path).read_text("utf-8").splitlines()[int(line) - 1]


def test_without_the_setting_a_page_names_no_lines(sample):
    assert "changes" not in front(sample, "neighbors")


def test_each_page_that_no_record_is_named_after_has_its_title_in_one_list(sample):
    made = {
        path[:-3]
        for path in generate_tree(sample, {}).files
        if path.count("/") == 0 and path.endswith(".md")
    }
    named = {path.stem for path in sample.glob("[cq]*/*/*.*")}
    parts = (ask_page(""), bank_page(""), session_page(""))

    assert {page for page in made - named if not page.startswith(parts)} == {*TITLES} & made
    assert {*TITLES} - made <= {DOWNLOADS}

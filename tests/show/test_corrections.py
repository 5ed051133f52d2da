"""Readers can say which sentence or question is wrong, where a host has set a contact."""

import re
from html import unescape
from urllib.parse import parse_qsl, unquote

import pytest
from conftest import ROOT
from made import read_yaml

from build_tools.generate import generate_tree

FORM = ROOT / ".github/ISSUE_TEMPLATE/report-a-mistake.yml"


def reported(root, page, contact):
    """Return the address and the id of each thing that a page lets one report."""
    text = generate_tree(root, {"RIGHT_ASK_CONTACT": contact}).files[f"{page}.md"].decode()
    listed = text[text.find("ra-corrections") :] if "ra-corrections" in text else ""
    found = re.findall(r'<a href="([^"]+)">[^<]+</a> <span class="ra-id">([^<]+)<', listed)
    return [(unescape(address), unescape(name)) for address, name in found]


@pytest.mark.parametrize(
    ("page", "there"),
    [
        ("neighbors", "neighbors/can/name-inside"),
        ("credibility", "principles/"),
        ("mixed-a", "which-ask-fits/the-mill"),
        ("item-bank-neighbors", "which-ask-fits/the-mill"),
        ("index", "which-ask-fits/the-mill"),
    ],
)
def test_a_mail_names_the_statement_or_the_item_and_each_page_itself(sample, page, there):
    links = reported(sample, page, "help@example.org")

    assert any(name.startswith(there) for _, name in links)
    assert links[-1][1] == page
    for address, name in links:
        assert unquote(address) == f"mailto:help@example.org?subject=Mistake in {name}"


def test_another_address_is_left_as_it_is_and_the_id_is_shown(sample):
    links = reported(sample, "neighbors", "https://example.org/help?form=1")

    assert {address for address, _ in links} == {"https://example.org/help?form=1"}
    assert len({name for _, name in links}) == len(links) > 3


@pytest.mark.parametrize("contact", ["issues", "issues/", "issues/new", "issues/new/choose"])
def test_an_issue_form_gets_the_id_in_the_field_that_asks_for_it(sample, contact):
    links = reported(sample, "neighbors", f"https://github.com/who/guide/{contact}")
    fields = {one["id"] for one in read_yaml(FORM)["body"]}

    assert "id" in fields
    for address, name in links:
        form, query = address.split("?")
        assert form == "https://github.com/who/guide/issues/new"
        assert dict(parse_qsl(query, strict_parsing=True)) == {
            "template": FORM.name,
            "title": f"Mistake in {name}",
            "id": name,
        }
    assert len({name for _, name in links}) == len(links) > 3


def test_a_form_that_the_host_names_stays_the_one_and_keeps_what_it_fills_in(sample):
    contact = "https://github.com/who/guide/issues/new?template=ours.yml&labels=guide%2C+new"
    (*_, (address, _)) = reported(sample, "neighbors", contact)

    assert address.split("?")[1] == (
        "template=ours.yml&title=Mistake%20in%20neighbors&id=neighbors&labels=guide%2C%20new"
    )


def test_without_a_contact_no_page_offers_it(sample):
    files = generate_tree(sample, {}).files.values()

    assert not any(b"ra-corrections" in data for data in files)

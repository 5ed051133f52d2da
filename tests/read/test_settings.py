"""A setting is taken as it is plainly meant, or one error says what to set instead."""

import pytest
from conftest import ROOT
from made import read_yaml

from build_tools.problems import Problems
from build_tools.read.settings import CONTACT, EDIT_URL, SITE_URL, read_settings, unset

GIVEN = read_yaml(ROOT / "tests/read/settings.yml")
KINDS = {SITE_URL: "address", EDIT_URL: "address", CONTACT: "contact"}
REPORT = "https://careers.example.edu/report?to=ask"
MEANT = [
    *(
        (name, one, GIVEN[kind]["means"])
        for name, kind in KINDS.items()
        for one in GIVEN[kind]["taken"]
    ),
    (SITE_URL, "https://careers.example.edu/ask/index.html", "https://careers.example.edu/ask/"),
    (SITE_URL, "HTTPS://careers.example.edu", "HTTPS://careers.example.edu/"),
    (SITE_URL, "https://bücher.example:8443/ä", "https://bücher.example:8443/ä/"),
    (SITE_URL, "http://localhost:8000", "http://localhost:8000/"),
    (CONTACT, REPORT, REPORT),
]
REFUSED = [(name, one) for name, kind in KINDS.items() for one in GIVEN[kind]["refused"]]


@pytest.mark.parametrize(("name", "given", "meant"), MEANT)
def test_what_is_plainly_meant_is_taken(name, given, meant):
    problems = Problems()
    settings = read_settings({name: given}, problems)

    assert (settings.meant[name], problems.errors) == (meant, [])


@pytest.mark.parametrize(("name", "given"), REFUSED)
def test_an_address_that_nobody_could_follow_is_one_error(name, given):
    problems = Problems()
    settings = read_settings({name: given}, problems)

    assert [str(one).split(": ")[0] for one in problems.errors] == [f"{name}:1:1"]
    assert "is no address; " in str(problems.errors[0])
    assert settings.meant[name] == ""


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("given", ["", " ", "<>", "\n", '""'])
def test_an_empty_setting_is_as_good_as_none(name, given):
    problems = Problems()

    assert read_settings({name: given}, problems).meant[name] == ""
    assert (problems.errors, [name in line for line in unset({name: given})].count(True)) == ([], 1)


def test_a_contact_leads_to_one_mail_address():
    found = read_settings({CONTACT: "mailto:a&b%c@example.edu"}, Problems()).contact

    assert found == ("a&b%c@example.edu", "mailto:a%26b%25c@example.edu")

"""A setting is taken as it is plainly meant, or one error says what to set instead."""

import pytest

from build_tools.problems import Problems
from build_tools.read.settings import CONTACT, EDIT_URL, SITE_URL, read_settings, unset

URLS = (SITE_URL, EDIT_URL)
MEANT = [
    *(
        (name, given, "https://careers.example.edu/ask/")
        for name in URLS
        for given in (
            "https://careers.example.edu/ask/",
            "https://careers.example.edu/ask",
            "https://careers.example.edu/ask//",
            "  https://careers.example.edu/ask/\n",
            "<https://careers.example.edu/ask/>",
            "“https://careers.example.edu/ask/”",
            "'https://careers.example.edu/ask/'",
            "\u00a0https://careers.example.edu/ask/\u200b",
        )
    ),
    (SITE_URL, "https://careers.example.edu/ask/index.html", "https://careers.example.edu/ask/"),
    (SITE_URL, "HTTPS://careers.example.edu", "HTTPS://careers.example.edu/"),
    (SITE_URL, "http://localhost:8000", "http://localhost:8000/"),
    *(
        (CONTACT, given, "careers@example.edu")
        for given in (
            "careers@example.edu",
            "mailto:careers@example.edu",
            "MailTo:careers@example.edu",
            " careers@example.edu ",
            "<careers@example.edu>",
            "<mailto:careers@example.edu>",
            "Career Center <careers@example.edu>",
            '"Career Center" <careers@example.edu>',
        )
    ),
    (
        CONTACT,
        "https://careers.example.edu/report?to=ask",
        "https://careers.example.edu/report?to=ask",
    ),
]
REFUSED = [
    *(
        (name, given)
        for name in URLS
        for given in (
            "careers.example.edu",
            "www.example.edu/ask",
            "//careers.example.edu/",
            "https://",
            "https:///ask",
            "https:careers.example.edu",
            "htps://careers.example.edu",
            "https://careers.example.edu/?a=b",
            "https://careers.example.edu/#top",
            "https://careers example.edu/",
            "https://me:secret@careers.example.edu/",
            "https:\\\\careers.example.edu",
            "javascript:alert(1)",
            "file:///home/site",
            "careers@example.edu",
        )
    ),
    *(
        (CONTACT, given)
        for given in (
            "careers",
            "careers@example",
            "careers@@example.edu",
            "one@example.edu, two@example.edu",
            "mailto:careers@example.edu?subject=Hello",
            "careers@example.edu,",
            "http://careers.example.edu/report",
            "careers.example.edu/report",
            "tel:555",
            "https://me@example.edu/",
        )
    ),
]


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
    assert "is no address; set " in str(problems.errors[0])
    assert settings.meant[name] == ""


@pytest.mark.parametrize("name", [*URLS, CONTACT])
@pytest.mark.parametrize("given", ["", " ", "<>", "\n", '""'])
def test_an_empty_setting_is_as_good_as_none(name, given):
    problems = Problems()

    assert read_settings({name: given}, problems).meant[name] == ""
    assert (problems.errors, [name in line for line in unset({name: given})].count(True)) == ([], 1)


def test_a_contact_leads_to_one_mail_address():
    found = read_settings({CONTACT: "mailto:a&b%c@example.edu"}, Problems()).contact

    assert found == ("a&b%c@example.edu", "mailto:a%26b%25c@example.edu")

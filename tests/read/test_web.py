"""An address that no browser could follow is refused wherever one is written, and told what to write instead."""

import re

import pytest
from conftest import change, problems

from build_tools.read.web import WEB, is_web_address, remedy, unreachable

SOURCES = "content/sources.yml"


@pytest.mark.parametrize(
    ("address", "instead"),
    [
        ("https:///x", "write the name of a host behind //"),
        ("http://", "write the name of a host behind //"),
        ("https://.", "write the name of a host behind //"),
        ("https://a..example/", "write the name of a host behind //"),
        ("https://-a.example/", "write the name of a host behind //"),
        ("https://?x=1", "write the name of a host behind //"),
        ("https://a.example/two words", "write it without spaces"),
        ("https://a b.example/", "write it without spaces"),
        ("https://me:secret@a.example/", "leave out the name and the password"),
        ("https://me@a.example", "leave out the name and the password"),
        ("https://a.example:0/", "or write a port from 1 to 65535"),
        ("https://a.example:65536/", "or write a port from 1 to 65535"),
        ("https://a.example:/", "or write a port from 1 to 65535"),
        ("https://a.example:https/", "or write a port from 1 to 65535"),
        ("https://a.example/<x>", "write it without < >"),
        ("https:/a.example", "begin it with https://"),
        ("a.example", "begin it with https://"),
        ("https://https://a.example/", "leave out one https://"),
        ("ftp://a.example", "begin it with https://"),
    ],
)
def test_each_way_to_be_no_address_is_told_apart(address, instead):
    assert not is_web_address(address)
    assert instead in remedy(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example",
        "HTTPS://A.example/",
        "http://localhost:8000",
        "https://a.example:65535/x?y=1#z",
        "https://bücher.example/ä",
        "https://192.0.2.1/@me",
        "https://xn--bcher-kva.example/a_(b)",
    ],
)
def test_what_browsers_follow_is_taken_and_editors_say_the_same(address):
    assert is_web_address(address)
    assert re.fullmatch(WEB, address)


WRAPPED = {
    "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fb&data=05": "https://a.example/b",
    "https://www.google.com/url?q=https://a.example/b&sa=D": "https://a.example/b",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fb%3Fc%3D1&h=x": "https://a.example/b?c=1",
    "https://www.youtube.com/redirect?event=x&q=https%3A%2F%2Fa.example": "https://a.example",
    "https://urldefense.com/v3/__https://a.example/b__;!!x!y$": "https://a.example/b",
    "https://urldefense.proofpoint.com/v2/url?u=https-3A__a.example&d=x": "the address it leads to",
    "https://protect-us.mimecast.com/s/x?domain=a.example": "the address it leads to",
}


@pytest.mark.parametrize(("address", "inside"), WRAPPED.items())
def test_what_a_program_put_around_an_address_is_told_with_the_address_inside(address, inside):
    what = "is what a mail or chat program made of an address"
    assert unreachable(address) == (what, f"write {inside}")


TRACED = {
    "https://a.example/b?fbclid=IwAR1": "https://a.example/b",
    "https://a.example/b?id=4&gclid=x#top": "https://a.example/b?id=4#top",
    "https://a.example/b?mc_eid=1&id=4": "https://a.example/b?id=4",
    "https://a.example/?utm_source=chatgpt.com": "https://a.example/",
}


@pytest.mark.parametrize(("address", "bare"), TRACED.items())
def test_what_says_who_copied_an_address_is_told_with_the_address_without_it(address, bare):
    assert unreachable(address) == ("says who copied it, or where", f"write {bare}")


@pytest.mark.parametrize(
    "address",
    ["http://localhost", "https://a.localhost:80/x", "http://127.0.0.1:8000/", "http://0.0.0.0/"],
)
def test_an_address_of_ones_own_computer_is_none_for_readers(address):
    assert "leads to the computer of whoever follows it" in unreachable(address)[0]


@pytest.mark.parametrize(
    "address",
    [
        "https://www.google.com/maps?q=https://a.example",
        "https://localhost.example/",
        "https://a.example/url?q=https://b.example",
        "https://www.linkedin.com/in/me",
        "https://1270.example",
        "https://a.example/?utm_source=guide&utm_medium=web",
        "https://a.example/?notgclid=1",
    ],
)
def test_other_addresses_are_left_as_they_are(address):
    assert unreachable(address) is None


def test_a_source_whose_address_leads_nowhere_is_a_fault_at_its_place(sample):
    text = (sample / SOURCES).read_text("utf-8")
    url = re.search(r"^ *url: (.*)$", text, re.MULTILINE)
    line = text[: url.start()].count("\n") + 1
    change(sample, SOURCES, url[0], url[0].replace(url[1], "https:///x"))

    (said,) = problems(sample)
    assert said.startswith(f"{SOURCES}:{line}:")
    assert "“https:///x” is no web address; write the name of a host behind //" in said

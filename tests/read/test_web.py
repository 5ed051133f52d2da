"""An address that no browser could follow is refused wherever one is written, and told what to write instead."""

import re

import pytest
from conftest import change, problems

from build_tools.read.web import WEB, is_web_address, remedy

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


def test_a_source_whose_address_leads_nowhere_is_a_fault_at_its_place(sample):
    text = (sample / SOURCES).read_text("utf-8")
    url = re.search(r"^ *url: (.*)$", text, re.MULTILINE)
    line = text[: url.start()].count("\n") + 1
    change(sample, SOURCES, url[0], url[0].replace(url[1], "https:///x"))

    (said,) = problems(sample)
    assert said.startswith(f"{SOURCES}:{line}:")
    assert "“https:///x” is no web address; write the name of a host behind //" in said

"""What others show of a page: only where the site has an address, and only what is true of the page."""

import json
import re
from html.parser import HTMLParser

import pytest
from made import ADDRESS, words
from playwright.sync_api import expect
from served import serving

WORDS = words("content")


class Head(HTMLParser):
    """The properties, the canonical address and the blocks of data of a page."""

    def __init__(self, path):
        super().__init__()
        self.properties, self.links, self.data = {}, {}, []
        self.reading = False
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "meta" and "property" in found:
            self.properties[found["property"]] = found["content"]
        if tag == "link" and "rel" in found:
            self.links[found["rel"]] = found["href"]
        self.reading = tag == "script" and found.get("type") == "application/ld+json"

    def handle_data(self, data):
        if self.reading:
            self.data.append(json.loads(data))
            self.reading = False


@pytest.mark.parametrize(
    ("page", "kind", "name"),
    [
        ("mixed-a", "Quiz", "Mixed questions"),
        ("practice", "Quiz", WORDS["practice_title"]),
        ("neighbors", "LearningResource", "Neighbors"),
        ("credibility", "LearningResource", "Credibility"),
    ],
)
def test_search_engines_are_told_what_a_page_is(sample_site, page, kind, name):
    (data,) = Head(sample_site / f"{page}.html").data

    assert data.keys() >= {"description", "dateModified", "learningResourceType"}
    assert (data["@context"], data["@type"], data["name"]) == ("https://schema.org", kind, name)
    assert (data["url"], data["inLanguage"], data["isAccessibleForFree"]) == (
        f"{ADDRESS}{page}.html",
        "en",
        True,
    )
    assert data["license"].startswith("https://creativecommons.org/")
    assert data["isPartOf"] == {"@type": "WebSite", "name": WORDS["site_name"], "url": ADDRESS}


def test_a_shared_page_shows_its_own_title_and_a_picture_of_this_site(sample_site):
    for path in set(sample_site.glob("*.html")) - {sample_site / "404.html"}:
        head = Head(path)
        address = head.links["canonical"]

        assert head.properties["og:url"] == address
        assert all(head.properties[f"og:{name}"] for name in ("title", "description", "image:alt"))
        picture = head.properties["og:image"]
        assert (sample_site / picture.removeprefix(ADDRESS)).is_file()
        assert address in (sample_site / "sitemap.xml").read_text("utf-8")


def test_the_page_for_what_is_not_there_leads_home_from_any_depth(sample_site):
    text = (sample_site / "404.html").read_text("utf-8")
    local = set(re.findall(r'(?:href|src)="([^"#:]+)"', text))

    assert {one for one in local if not one.startswith("/ask/")} == set()
    assert {one for one in local if not (sample_site / one.removeprefix("/ask/")).exists()} == set()
    assert '"/ask/index.html"' in text


def test_without_an_address_nothing_is_claimed(site):
    for path in site.glob("*.html"):
        head = Head(path)
        assert (head.properties, head.data, head.links.get("canonical")) == ({}, [], None)


def test_programs_find_how_a_quiz_is_embedded_by_the_very_word_they_look_for(sample_site):
    link = (
        f'<link rel="alternate" type="application/json+oembed" href="{ADDRESS}oembed/mixed-a.json"'
    )
    assert link in (sample_site / "mixed-a.html").read_text("utf-8")


def test_what_is_told_breaks_no_rule_of_the_policy(sample_site, visit):
    with serving(sample_site) as port:
        page = visit(f"http://127.0.0.1:{port}/mixed-a.html")
        page.wait_for_load_state("networkidle")

        expect(page.locator("script[type='application/ld+json']")).to_have_count(1)

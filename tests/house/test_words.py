"""Words of the interface: each is used, and none stands in a script or template."""

import re
from collections import Counter

import pytest
from conftest import ROOT
from made import read_yaml

from build_tools.model.words import GUIDE_BLANKS, GUIDE_WORDS, QUIZ_BLANKS, QUIZ_WORDS

PLACES = {
    "content/words.yml": (("content/templates", "content/theme"), GUIDE_WORDS),
    "quiz/words.yml": (("quiz",), QUIZ_WORDS),
}
BUILT = (
    "badge_",
    "verdict_",
    "read_",
    "kind_",
    "paper_mark_",
    "feature_",
    "fate_",
    "format_",
    "resource_",
    "sheet_",
    "size_",
)
"""Words that templates name by what they show."""
ASKS = read_yaml(ROOT / "content/asks.yml")
KINDS = ROOT / "content/contact-types"
SENTENCE = re.compile(r">\s*[A-Z][a-z]+ [a-z]+|[\"'`][A-Z][a-z]+ [a-z]+ [a-z]+")


@pytest.mark.parametrize(
    ("path", "blanks"), [("content/words.yml", GUIDE_BLANKS), ("quiz/words.yml", QUIZ_BLANKS)]
)
def test_every_name_in_braces_is_one_that_is_filled_in(path, blanks):
    words = read_yaml(ROOT / path)

    assert {word for word, text in words.items() if "{" in text} == set(blanks)


@pytest.mark.parametrize("path", PLACES)
def test_every_word_is_used(path):
    folders, named = PLACES[path]
    words = read_yaml(ROOT / path)
    text = "".join(
        file.read_text("utf-8")
        for folder in folders
        for file in (ROOT / folder).rglob("*")
        if file.suffix in (".j2", ".html")
    )

    unused = [
        word
        for word in words
        if not re.search(rf"words\.{word}\b", text)
        and word not in named
        and not word.startswith(BUILT)
    ]

    assert unused == []


@pytest.mark.parametrize(
    "path",
    [
        *sorted((ROOT / "content/templates").glob("*.j2")),
        *sorted((ROOT / "content/theme").rglob("*.html")),
        *sorted((ROOT / "quiz").rglob("*.j2")),
        *sorted((ROOT / "quiz").rglob("*.js")),
        ROOT / "content/theme/assets/javascripts/lost.js",
        ROOT / "content/theme/assets/javascripts/theme.js",
    ],
    ids=lambda path: path.name,
)
def test_no_template_or_script_holds_a_word_people_read(path):
    text = path.read_text("utf-8")
    text = re.sub(r"\{#.*?#\}|/\*.*?\*/|//[^\n]*", "", text, flags=re.DOTALL)

    assert SENTENCE.findall(text) == []


@pytest.mark.parametrize("path", PLACES)
def test_nobody_reads_of_wishes_where_the_guide_means_requests(path):
    words = read_yaml(ROOT / path)

    assert [word for word, text in words.items() if re.search(r"\bwish", text, re.IGNORECASE)] == []


def test_a_request_has_a_name_as_short_as_people_look_for():
    assert [
        ask["title"] for ask in ASKS if len(ask["title"]) > 40 or "I want" in ask["title"]
    ] == []


@pytest.mark.parametrize("ask", ASKS, ids=lambda ask: ask["id"])
def test_what_a_request_means_adds_to_its_name(ask):
    name, means = (set(re.findall(r"\w{4,}", ask[key].lower())) for key in ("title", "means"))

    assert len(name & means) <= len(name) / 2


def test_messages_to_copy_do_not_all_end_in_the_same_words():
    kinds = [read_yaml(path) for path in sorted(KINDS.glob("*.yml"))]
    messages = read_yaml(ROOT / "content/messages.yml")
    messages += [one for kind in kinds for one in kind["messages"]]
    ends = Counter(one["text"].split()[-1] for one in messages)

    assert max(ends.values()) <= len(messages) / 4

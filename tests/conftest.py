"""A small project to break: each test starts from a copy that is whole."""

import gc
import os
import shutil
from functools import cache
from pathlib import Path
from textwrap import dedent

import jinja2
import pytest
from made import copy_project

from build_tools import generate
from build_tools.generate import make_project
from build_tools.model.edition import EDITION
from build_tools.problems import ContentError
from build_tools.prove import texts
from build_tools.read import reading, values
from build_tools.write import render

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
    "quiz/components/write-question",
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


BUILT = {"built", "published", "released", "sample_site", "site"}
"""Who asks for one of these has a whole site built, which takes seconds; “make quick” leaves that out as well."""


LONGEST = (
    "test_site.py",
    "test_bad_input.py",
    "test_hostile.py",
    "test_publish.py",
    "test_practice.py",
    "test_print.py",
    "test_exporters.py",
    "test_check_tells_all.py",
    "test_reproducible.py",
    "test_recipes.py",
)
"""Files that begin before all others, and before those without a browser: no process is to be left alone with one at the end.

The first one has the site built; those that come second to fourth need none of it, so that nobody waits for that.
"""


def pytest_configure():
    """Look for garbage seldom, as commands do: the search took a tenth of all readings, and a quarter of the collection."""
    gc.set_threshold(200_000, 20, 100)


def pytest_xdist_auto_num_workers(config):
    """Run one process more than there are cores where browsers are driven: each waits a good part of its time for its browser to draw or to fetch."""
    return None if "not browser" in config.option.markexpr else os.cpu_count() + 1


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="write the goldens anew")


def pytest_collection_finish():
    """What was collected stays to the end, so nothing of it is searched again."""
    gc.freeze()


def pytest_collection_modifyitems(items):
    for item in items:
        if not DRIVEN.isdisjoint(item.fixturenames):
            item.add_marker("browser")
        if not BUILT.isdisjoint(item.fixturenames):
            item.add_marker("site")
    driven = {item.path for item in items if item.get_closest_marker("browser")}
    items.sort(key=lambda item: _turn(item.path, driven))


def _turn(path, driven):
    return LONGEST.index(path.name) if path.name in LONGEST else len(LONGEST) + (path not in driven)


@pytest.fixture(scope="session", autouse=True)
def compiled(tmp_path_factory):
    """Templates are compiled once for all the projects that tests make, not once for each: that was half of a reading.

    They are read again from where a project keeps them once as well: that was a tenth of it.
    """
    read = {}

    class Once(render.Compiled):
        def load_bytecode(self, bucket):
            found = self.directory, bucket.key, bucket.checksum
            bucket.code = read.get(found)
            if not bucket.code:
                super().load_bytecode(bucket)
                read[found] = bucket.code

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(render, "COMPILED", tmp_path_factory.mktemp("compiled"))
        patch.setattr(render, "Compiled", Once)
        yield


OF_TEXTS = ("as_typed", "left_over", "straight", "typewritten", "without_addresses")


@pytest.fixture(scope="session", autouse=True)
def remembered():
    """What follows from a text alone is found once for all projects that hold it: that was a quarter of a reading.

    So are the tokens of a guide that has not changed, for which a reading of an edition reads the guide besides.
    """
    typed, calls, tokens = {}, {}, {}

    def tokens_of_guide(root, of=generate.tokens_of_guide):
        there = [one for name in ("content", "quiz") for one in walk(root / name)]
        seen = frozenset(one for one in there if "/content/editions" not in one[0])
        if seen not in tokens:
            tokens[seen] = of(root)
        return tokens[seen]

    def texts_of(node, of=reading.texts_of):
        # A file that has not changed is the same node, which stays here, so that no other one gets its number.
        if id(node) not in typed:
            if len(typed) == 500:
                typed.clear()
            typed[id(node)] = node, [*of(node)]
        return typed[id(node)][1]

    def parse(env, text, *, filename, of=jinja2.Environment.parse):
        if (text, filename) not in calls:
            calls[text, filename] = of(env, text, filename=filename)
        return calls[text, filename]

    @cache
    def halves(text, pairs, of=texts.halves):
        return [*of(text, pairs)]

    with pytest.MonkeyPatch.context() as patch:
        for name in OF_TEXTS:
            patch.setattr(texts, name, cache(getattr(texts, name)))
        patch.setattr(texts, "halves", halves)
        patch.setattr(generate, "tokens_of_guide", tokens_of_guide)
        patch.setattr(values, "unfit", cache(values.unfit))
        patch.setattr(reading, "texts_of", texts_of)
        patch.setattr(jinja2.Environment, "parse", parse)
        yield


@pytest.fixture(scope="session")
def kept(tmp_path_factory):
    """The one copy of the sample, which is put right after each test that broke it."""
    folder = tmp_path_factory.mktemp("kept")
    copy_sample(folder / "sample")
    return Kept(folder)


@pytest.fixture
def sample(kept):
    yield kept.folder / "sample"
    kept.put_right()


@pytest.fixture(scope="session")
def kept_project(tmp_path_factory):
    """The one copy of what authors work in, which is put right in the same way."""
    folder = tmp_path_factory.mktemp("kept")
    copy_project(folder / "project")
    return Kept(folder)


@pytest.fixture
def real(kept_project):
    """The real project, to break."""
    yield kept_project.folder / "project"
    kept_project.put_right()


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


class Kept:
    """A folder that knows what stands in it, and puts it back."""

    def __init__(self, folder):
        self.folder = folder
        self._seen = dict(walk(folder))
        self._data = {path: Path(path).read_bytes() for path, seen in self._seen.items() if seen}

    def put_right(self):
        """Take away what is new or changed, and write what is gone then."""
        there = dict(walk(self.folder))
        for path, now in there.items():
            if path not in self._seen or now != self._seen[path]:
                Path(path).unlink() if now else Path(path).rmdir()
        for path, data in self._data.items():
            if there.get(path) != self._seen[path]:
                Path(path).parent.mkdir(parents=True, exist_ok=True)
                Path(path).write_bytes(data)
                self._seen[path] = _stat(Path(path))


def walk(folder):
    """Yield each path below a folder, the inner ones first, with what changes as a file does; a folder has None."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from walk(entry.path)
            yield entry.path, None
        else:
            yield entry.path, _stat(entry)


def _stat(entry):
    stat = os.lstat(entry)
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


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


def write(root, path, text):
    """Write a file of a project, in as many folders as that takes; return it."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(dedent(text), "utf-8")
    return file


def problems(root, edition=""):
    """Return what is wrong with the project, or with an edition of it, as an author reads it."""
    try:
        make_project(root, {EDITION: edition} if edition else {})
    except ContentError as error:
        return [str(problem) for problem in error.problems]
    return []

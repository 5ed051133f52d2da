"""The same input gives the same bytes, wherever and whenever it is read."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools.cli import main
from build_tools.generate import DOCS, generate
from build_tools.read.settings import DOWNLOADS

ROOT = Path(__file__).parents[1]
ALL = {DOWNLOADS: "1"}


def copy_project(root):
    for name in ("content", "quiz"):
        shutil.copytree(ROOT / name, root / name)
    return root


def digests(folder):
    """Return a hash of each file below a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    root = copy_project(tmp_path_factory.mktemp("project"))
    generate(root, ALL)
    return digests(root / DOCS)


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param({"PYTHONHASHSEED": "1"}, id="another hash seed"),
        pytest.param({"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati"}, id="another time zone"),
        pytest.param({"LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"}, id="another locale"),
    ],
)
def test_the_tree_does_not_depend_on_where_it_is_made(environment, expected, tmp_path):
    root = copy_project(tmp_path / "another folder")
    command = [sys.executable, "-m", "build_tools", "--root", str(root), "generate"]
    subprocess.run(
        command, check=True, cwd=ROOT, env=os.environ | ALL | environment, capture_output=True
    )

    assert digests(root / DOCS) == expected


def test_a_second_run_touches_no_file(tmp_path):
    root = copy_project(tmp_path)
    generate(root, {})
    before = {path: path.stat().st_mtime_ns for path in (root / ".build").rglob("*")}
    generate(root, {})

    assert {path: path.stat().st_mtime_ns for path in (root / ".build").rglob("*")} == before


def test_a_page_that_is_no_longer_made_is_deleted(tmp_path):
    root = copy_project(tmp_path)
    generate(root, {})
    (root / ".build/docs/stale.md").write_text("# Stale\n", encoding="utf-8")
    generate(root, {})

    assert not (root / ".build/docs/stale.md").exists()


def test_the_same_bank_gives_the_same_forms(tmp_path):
    drawn = []
    for name in ("one", "two"):
        root = copy_project(tmp_path / name)
        shutil.rmtree(root / "quiz/forms")
        main(["--root", str(root), "forms"])
        drawn.append(digests(root / "quiz/forms"))

    assert drawn[0] == drawn[1]


def test_forms_that_are_there_stay_as_they_are(tmp_path):
    root = copy_project(tmp_path)
    before = {path: path.read_bytes() for path in (root / "quiz/forms").iterdir()}
    main(["--root", str(root), "forms"])

    assert {path: path.read_bytes() for path in before} == before

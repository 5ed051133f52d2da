"""The same input gives the same bytes, wherever and whenever it is read."""

import hashlib
import shutil
from pathlib import Path

from made import copy_project

from build_tools.cli import main
from build_tools.generate import generate
from build_tools.read.settings import DOWNLOADS

ROOT = Path(__file__).parents[2]
ALL = {DOWNLOADS: "1"}


def digests(folder):
    """Return a hash of each file below a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_second_run_touches_no_file_but_deletes_a_page_that_is_no_longer_made(sample):
    generate(sample, {})
    before = {path: path.stat().st_mtime_ns for path in (sample / ".build").rglob("*.*")}
    stale = sample / ".build/docs/stale.md"
    stale.write_text("# Stale\n", encoding="utf-8")
    generate(sample, {})

    assert not stale.exists()
    assert {path: path.stat().st_mtime_ns for path in (sample / ".build").rglob("*.*")} == before


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

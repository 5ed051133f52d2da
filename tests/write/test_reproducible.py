"""The same input gives the same bytes, wherever and whenever it is read."""

import shutil

from made import copy_project
from small import contents

from build_tools.cli import main
from build_tools.generate import generate


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
        drawn.append(contents(root / "quiz/forms"))

    assert drawn[0] == drawn[1]


def test_forms_that_are_there_stay_as_they_are(tmp_path):
    root = copy_project(tmp_path)
    before = contents(root / "quiz/forms")
    main(["--root", str(root), "forms"])

    assert before.items() <= contents(root / "quiz/forms").items()

"""The generated tree does not need MkDocs: its successors build it without our hook."""

import shutil
import subprocess
import sys

import pytest
from conftest import ROOT
from made import copy_project

from build_tools.generate import generate


@pytest.mark.site
def test_properdocs_builds_it_strictly(tmp_path):
    root = copy_project(tmp_path / "project")
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    generate(root, {})
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "-f", ".build/mkdocs.yml"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    built = {path.stem for path in (root / ".build/site").glob("*.html")}
    docs = root / ".build/docs"
    assert built == {path.stem for kind in ("md", "html") for path in docs.glob(f"*.{kind}")} | {
        "404"
    }

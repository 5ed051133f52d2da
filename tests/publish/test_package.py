"""Who has the package and no clone makes an edition in a folder of their own."""

import os
import re
import subprocess
import sys
import sysconfig
import urllib.request

import pytest
from conftest import ROOT
from lines import shown_by

pytestmark = pytest.mark.site

ENVIRONMENT = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
NAME = "name: The Right Ask at westbrook"


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The wheel, installed where nothing else is of ours; what it needs is that of the tests, so that no network is."""
    home = tmp_path_factory.mktemp("installed")
    offline = ["--no-deps", "--no-index", "--disable-pip-version-check", "--quiet"]
    pip = [sys.executable, "-m", "pip"]
    run([*pip, "wheel", "--no-build-isolation", *offline, "-w", home, ROOT], home)
    run([sys.executable, "-m", "venv", "--without-pip", home / "venv"], home)
    python = home / "venv/bin/python"
    run([*pip, "--python", python, "install", *offline, *home.glob("*.whl")], home)
    purelib = run([python, "-c", "import sysconfig as s; print(s.get_path('purelib'))"], home)
    packages = home.joinpath(purelib.strip())
    packages.joinpath("tests.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return packages, home / "venv/bin/right-ask"


def run(command, folder, code=0):
    done = subprocess.run(
        command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def edition(installed, tmp_path):
    """A new edition, in a folder that was empty."""
    said = run([installed[1], "new-edition", "westbrook"], tmp_path)
    assert "cd westbrook, then right-ask serve" in said
    return tmp_path / "westbrook"


def test_an_edition_is_built_in_its_own_folder_and_nothing_is_written_into_the_package(
    installed, edition
):
    packages, command = installed
    before = {path: path.stat().st_mtime_ns for path in packages.rglob("*")}
    run([command, "build"], edition)

    home = (edition / "site/index.html").read_text("utf-8")
    assert "The Right Ask at westbrook" in home
    assert "From the career center of westbrook" in home
    assert {path: path.stat().st_mtime_ns for path in packages.rglob("*")} == before
    made = {path.name for path in edition.iterdir()}
    assert made == {".build", ".gitignore", "content", "edition.yml", "site"}


def test_editors_find_the_schemas_that_a_new_edition_names(edition):
    for name in ("edition.yml", "content/words.yml"):
        path = edition / name
        schema = re.search(r"\$schema=(\S+)", path.read_text("utf-8"))[1]
        assert (path.parent / schema).is_file()


def test_a_fault_is_told_by_the_name_that_the_file_has_in_its_folder(installed, edition):
    (edition / "content/words.yml").write_text("fooder: Come by\n", "utf-8")

    for command in (["check"], ["build"]):
        said = run([installed[1], *command], edition, code=1)
        assert re.search(r"^content/words\.yml:1:1: .*footer", said, re.MULTILINE), said
    said = run([installed[1], "check", "--format", "github"], edition, code=1)
    assert said.startswith("::error file=content/words.yml,line=1,col=1,")


def test_a_folder_without_an_edition_is_told_how_to_get_one(installed, tmp_path):
    said = run([installed[1], "check"], tmp_path, code=2)

    assert said.count("\n") == 1
    assert "holds no edition.yml; “new-edition NAME” makes a folder that does" in said


def test_what_writes_into_the_guide_itself_is_refused_beside_it(installed, edition):
    said = run([installed[1], "forms"], edition, code=2)

    assert "in a clone of it; here work check, " in said


def got(address):
    with urllib.request.urlopen(address, timeout=60) as answer:
        return answer.read().decode()


@pytest.mark.server
def test_an_edit_in_the_folder_is_shown(installed, edition):
    unbuffered = ENVIRONMENT | {"PYTHONUNBUFFERED": "1"}
    with shown_by([installed[1]], edition, env=unbuffered) as (address, said):
        assert "The Right Ask at westbrook" in got(address)
        own = edition / "edition.yml"
        own.write_text(own.read_text("utf-8").replace(NAME, "name: Ask Well"), "utf-8")
        said.wait_for("Documentation built", times=2)
        assert "Ask Well" in got(address)

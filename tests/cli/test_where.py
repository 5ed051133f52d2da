"""An edition stands in the guide’s folder or in any other, and each command finds it there."""

import argparse
import errno
import os
import shutil

import pytest
from conftest import ROOT
from made import read_yaml

from build_tools.cli import main
from build_tools.cli.where import own_folder
from build_tools.model.edition import EDITION
from build_tools.publish.own_folder import OwnFolder


def test_a_new_edition_in_a_clone_is_whole_and_one_of_its_editions(sample, capsys, monkeypatch):
    assert main(["--root", str(sample), "new-edition", "westbrook"]) == 0
    assert "make serve edition=westbrook" in capsys.readouterr().out

    folder = sample / "content/editions/westbrook"
    assert sorted(path.name for path in folder.rglob("*.*")) == ["edition.yml", "words.yml"]
    for named in ("westbrook", str(folder)):
        assert main(["--root", str(sample), "check", "--edition", named]) == 0
        assert not (folder / ".build").exists()
    monkeypatch.setenv(EDITION, str(folder))
    assert main(["--root", str(sample), "check"]) == 0


def test_a_new_edition_takes_the_place_of_none(sample, capsys):
    for name, said in (("westbrook", "is there already"), ("West Brook", "is no id")):
        main(["--root", str(sample), "new-edition", "westbrook"])
        assert main(["--root", str(sample), "new-edition", name]) == 2
        assert said in capsys.readouterr().err


def test_a_clone_takes_an_edition_from_any_folder_and_leaves_its_own_files_alone(
    tmp_path, capsys, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "Our guide"
    (folder / "content").mkdir(parents=True)
    (folder / "edition.yml").write_text("name: Ask Well\n", "utf-8")
    (folder / "content/words.yml").write_text("footer: [1]\n", "utf-8")

    assert main(["--root", str(ROOT), "check", "--edition", "./Our guide"]) == 1
    assert capsys.readouterr().err.startswith("content/words.yml:1:9: ")
    assert read_yaml(folder / "content/words.yml") == {"footer": [1]}


def test_only_what_belongs_to_an_edition_is_laid_and_what_is_gone_goes_there_too(tmp_path):
    folder = tmp_path / "westbrook"
    for name in (
        "edition.yml",
        "logo.svg",
        "quiz/bank/ours.yml",
        "README.md",
        "content/.notes",
        "papers/plan.csv",
        "site/index.html",
        ".git/config",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", "utf-8")
    own = OwnFolder(folder=folder, guide=ROOT)
    laid = own.root / "content/editions/westbrook"

    def there():
        return {path.relative_to(laid).as_posix() for path in laid.rglob("*") if path.is_file()}

    own.lay()
    assert there() == {"edition.yml", "logo.svg", "quiz/bank/ours.yml"}
    assert (folder / ".build/.gitignore").read_text("utf-8") == "*\n"
    (folder / "logo.svg").unlink()
    own.lay()
    assert there() == {"edition.yml", "quiz/bank/ours.yml"}


def test_questions_of_a_spreadsheet_go_into_the_folder_of_their_edition(tmp_path, capsys):
    folder = tmp_path / "westbrook"
    folder.mkdir()
    (folder / "edition.yml").write_text("name: Ask Well\n", "utf-8")
    shutil.copyfile(ROOT / "docs/examples/campus/questions.csv", folder / "questions.csv")
    command = ["items", "--from", str(folder / "questions.csv")]

    assert main(["--root", str(folder), *command]) == 0
    assert capsys.readouterr().out.startswith("quiz/bank/questions.yml: ")
    assert (folder / "quiz/bank/questions.yml").is_file()
    assert main(["--root", str(folder), "check"]) == 0


@pytest.mark.parametrize(
    ("link", "goal"),
    [
        ("content/pages/ours.md", "secret.md"),
        ("content/words.yml", "nowhere"),
        ("content/up", "."),
        ("content", "."),
        ("edition.yml", "edition.yml"),
        ("logo.svg", "secret.md"),
        (".build/guide", "."),
    ],
)
def test_no_link_in_an_edition_brings_other_files_into_the_site_or_loses_them(
    tmp_path, capsys, link, goal
):
    folder, elsewhere = tmp_path / "westbrook", tmp_path / "elsewhere"
    for path in (folder / "edition.yml", elsewhere / "edition.yml", elsewhere / "secret.md"):
        path.parent.mkdir(exist_ok=True)
        path.write_text("name: Ask Well\n", "utf-8")
    (folder / link).unlink(missing_ok=True)
    (folder / link).parent.mkdir(parents=True, exist_ok=True)
    (folder / link).symlink_to(elsewhere / goal)

    assert main(["--root", str(folder), "check"]) == 1
    assert capsys.readouterr().err.splitlines()[0] == (
        f"{link}:1:1: file: is a link, or no file; put the file itself there"
    )
    assert sorted(path.name for path in elsewhere.rglob("*")) == ["edition.yml", "secret.md"]


def test_what_nobody_can_read_as_a_file_does_not_hold_a_command_up(tmp_path, capsys):
    (tmp_path / "content").mkdir()
    (tmp_path / "edition.yml").write_text("name: Ask Well\n", "utf-8")
    os.mkfifo(tmp_path / "content/words.yml")

    assert main(["--root", str(tmp_path), "check"]) == 1
    assert capsys.readouterr().err.startswith("content/words.yml:1:1: file: ")


def test_a_command_in_the_wrong_folder_says_where_the_edition_is(tmp_path, capsys):
    inside, named = tmp_path / "content/pages", tmp_path / "edition.yaml"
    inside.mkdir(parents=True)
    named.write_text("name: Ask Well\n", "utf-8")

    assert main(["--root", str(inside), "check"]) == 2
    assert "“new-edition NAME” makes" in capsys.readouterr().err
    (tmp_path / "content").rename(tmp_path / "pages")
    assert main(["--root", str(tmp_path), "check"]) == 2
    assert "rename edition.yaml to edition.yml" in capsys.readouterr().err
    (tmp_path / "pages").rename(tmp_path / "content")
    named.rename(tmp_path / "edition.yml")
    assert main(["--root", str(inside), "check"]) == 2
    assert f"it is a part of {tmp_path}" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_told_and_not_made(tmp_path, capsys):
    nowhere = tmp_path / "nowhere"

    for command in (["check"], ["new-edition", "westbrook"]):
        assert main(["--root", str(nowhere), *command]) == 2
        assert f"there is no folder {nowhere}; name one" in capsys.readouterr().err
    assert not nowhere.exists()


def test_a_command_in_a_part_of_the_guide_says_where_commands_work(sample, capsys):
    assert main(["--root", str(sample / "content/pages"), "check"]) == 2
    assert f"it is a part of {sample}" in capsys.readouterr().err


@pytest.mark.parametrize("named", [{"root": ""}, {"edition": "edition.yml"}])
def test_an_edition_is_found_from_its_own_folder_and_by_its_own_file(tmp_path, named):
    (tmp_path / "content").mkdir()
    (tmp_path / "edition.yml").write_text("name: Ask Well\n", "utf-8")
    # It changes words in a file of the name by which a folder is known for that of the guide.
    (tmp_path / "content/guide.yml").write_text("{}\n", "utf-8")
    paths = {key: tmp_path / name for key, name in named.items()}
    options = argparse.Namespace(command="check", root=paths.get("root", ROOT))
    options.edition = str(paths["edition"]) if "edition" in paths else None

    own = own_folder(options)
    assert (own.folder, own.guide) == (tmp_path, ROOT)


def test_a_new_edition_that_has_no_room_leaves_nothing_in_the_way_of_the_next_try(
    sample, capsys, monkeypatch
):
    def full(path, _):
        path.parent.mkdir(parents=True)
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("build_tools.cli.new_edition.write_new", full)
        assert main(["--root", str(sample), "new-edition", "westbrook"]) == 1
    assert "Stopped: no room is left on the disk" in capsys.readouterr().err
    assert main(["--root", str(sample), "new-edition", "westbrook"]) == 0


def test_a_build_throws_nothing_away_that_no_build_made(tmp_path, capsys):
    (tmp_path / "site").mkdir()
    (tmp_path / "edition.yml").write_text("name: Ask Well\n", "utf-8")
    for name in ("index.html", "thesis.txt"):
        (tmp_path / "site" / name).write_text("ours", "utf-8")

    assert main(["--root", str(tmp_path), "build"]) == 1
    assert (
        "site holds files that no build made, such as index.html; move" in capsys.readouterr().err
    )
    assert (tmp_path / "site/thesis.txt").read_text("utf-8") == "ours"

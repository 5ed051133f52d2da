"""An edition stands in the guide’s folder or in any other, and each command finds it there."""

import shutil

import yaml
from conftest import ROOT

from build_tools.cli import main
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
    assert yaml.safe_load((folder / "content/words.yml").read_text("utf-8")) == {"footer": [1]}


def test_only_what_belongs_to_an_edition_is_laid_and_what_is_gone_goes_there_too(tmp_path):
    folder = tmp_path / "westbrook"
    for name in (
        "edition.yml",
        "logo.svg",
        "quiz/bank/ours.yml",
        "README.md",
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
    (folder / "logo.svg").unlink()
    own.lay()
    assert there() == {"edition.yml", "quiz/bank/ours.yml"}


def test_questions_of_a_spreadsheet_go_into_the_folder_of_their_edition(tmp_path, capsys):
    folder = tmp_path / "westbrook"
    folder.mkdir()
    (folder / "edition.yml").write_text("name: Ask Well\n", "utf-8")
    shutil.copyfile(ROOT / "docs/examples/campus/questions.csv", folder / "questions.csv")
    asked = ["items", "--from", str(folder / "questions.csv")]

    assert main(["--root", str(folder), *asked]) == 0
    assert capsys.readouterr().out.startswith("quiz/bank/questions.yml: ")
    assert (folder / "quiz/bank/questions.yml").is_file()
    assert main(["--root", str(folder), "check"]) == 0

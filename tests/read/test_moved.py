"""What has moved below an edition since an earlier state of the guide."""

import subprocess

import pytest
from conftest import change, write
from edited import begin

from build_tools.cli import main

ASKS = "content/editions/campus/content/asks.yml"
SAID = "- id: good-word\n  title: Some kind words\n  means: They say what you are like.\n"


def git(root, *arguments):
    who = ("-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def campus(sample):
    """A clone with a tag, and an edition that says one request in another way."""
    begin(sample)
    write(sample, ASKS, SAID)
    (sample / "mkdocs.yml").touch()
    git(sample, "init", "-q")
    git(sample, "add", ".")
    git(sample, "commit", "-q", "-m", "One")
    git(sample, "tag", "v1")
    return sample


def since(root, capsys, commit="v1"):
    code = main(["--root", str(root), "editions", "--since", commit])
    said = capsys.readouterr()
    return code, said.out.splitlines()[1:], said.err


def test_a_text_that_an_edition_changes_is_named_with_what_the_guide_said_then_and_now(
    campus, capsys
):
    asks = (campus / "content/asks.yml").read_text("utf-8")
    (title,) = (
        one for one in asks.splitlines() if one.startswith("  title:") and "ood word" in one
    )
    change(campus, "content/asks.yml", title, "  title: A friendly word")

    assert since(campus, capsys) == (
        0,
        [
            f"  {ASKS}:2:10: good-word/title: the guide’s text was “{title.partition(': ')[2]}”, and is “A friendly word” now"
        ],
        "",
    )


def test_what_moves_elsewhere_is_not_told(campus, capsys):
    change(campus, "content/asks.yml", "- id: name-inside\n", "- id: name-inside\n  # looked at\n")

    assert since(campus, capsys)[1] == ["  Nothing that it changes has moved since v1."]


def test_a_text_that_is_gone_is_named(campus, capsys):
    path = campus / "content/asks.yml"
    path.write_text(path.read_text("utf-8").replace("id: good-word", "id: kind-word"), "utf-8")
    told = since(campus, capsys)[1]

    assert [one for one in told if "good-word/title" in one and "is not there any more" in one]


def test_a_commit_that_git_does_not_know_is_told(campus, capsys):
    assert since(campus, capsys, "v9") == (
        2,
        [],
        "editions: git knows no commit “v9”; “git tag” lists the tags\n",
    )


def test_without_a_clone_nothing_is_said_of_earlier_times(sample, capsys):
    assert since(sample, capsys) == (
        2,
        [],
        "editions: this folder is no clone, so git does not know how the guide was\n",
    )


def test_without_git_that_is_what_is_said(campus, capsys, monkeypatch):
    monkeypatch.setenv("PATH", "")

    assert "git is not installed" in since(campus, capsys)[2]

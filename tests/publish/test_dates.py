"""A day is that of the last commit, or there is none: never one that nobody said."""

import os
import shutil
import subprocess

import pytest
from conftest import ROOT

from build_tools.cli import main
from build_tools.problems import BuildError, ContentError, Problems
from build_tools.publish.dates import date_sitemap, last_commit, require_date, undated
from build_tools.publish.site import mkdocs_environment
from build_tools.read.settings import read_settings

WHEN = 1_763_640_000
WHO = ["-c", "user.name=A", "-c", "user.email=a@example.org"]


@pytest.fixture
def clone(tmp_path, monkeypatch):
    """A folder with one commit."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    root = tmp_path / "clone"
    root.mkdir()
    (root / "mkdocs.yml").write_text("site_name: A\n", "utf-8")
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, *WHO, "commit", "-qm", "All")
    return root


def git(root, *arguments):
    day = {"GIT_COMMITTER_DATE": f"{WHEN} +0000", "GIT_AUTHOR_DATE": f"{WHEN} +0000"}
    subprocess.run(["git", *arguments], cwd=root, check=True, env=os.environ | day)


def without_git(root, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda _: None)
    return root


def without_a_repository(root, _):
    shutil.rmtree(root / ".git")
    return root


def with_a_broken_repository(root, _):
    (root / ".git/HEAD").write_text("nothing", "utf-8")
    return root


def without_a_commit(root, _):
    shutil.rmtree(root / ".git")
    git(root, "init", "-q")
    git(root, "add", "-A")
    return root


def inside_another_project(root, _):
    inner = root / "inner"
    inner.mkdir()
    shutil.copyfile(root / "mkdocs.yml", inner / "mkdocs.yml")
    return inner


def owned_by_another(root, monkeypatch):
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    return root


UNKNOWN = {
    without_git: "git is not installed",
    without_a_repository: "not a git repository",
    with_a_broken_repository: "not a git repository",
    without_a_commit: "does not have any commits yet",
    inside_another_project: "did not match any file",
    owned_by_another: "detected dubious ownership",
}


def test_a_commit_gives_the_day_in_a_shallow_clone_too(clone, tmp_path):
    git(tmp_path, "clone", "-q", "--depth", "1", clone.as_uri(), "shallow")

    assert {last_commit(root).seconds for root in (clone, tmp_path / "shallow")} == {str(WHEN)}


@pytest.mark.parametrize("spoil", UNKNOWN)
def test_where_git_cannot_tell_there_is_no_day_its_reason_is_said_and_a_release_stops(
    clone, monkeypatch, spoil
):
    root = spoil(clone, monkeypatch)
    found = last_commit(root)

    assert (found.seconds, UNKNOWN[spoil] in found.unknown) == ("", True), found
    assert "\n" not in found.unknown
    assert "SOURCE_DATE_EPOCH" not in mkdocs_environment(root)
    with pytest.raises(BuildError, match=f"no date: .*{UNKNOWN[spoil]}.*set SOURCE_DATE_EPOCH"):
        require_date(root, {})
    require_date(root, {"SOURCE_DATE_EPOCH": str(WHEN)})


def test_release_is_the_command_that_stops(monkeypatch, capsys):
    monkeypatch.setattr("build_tools.cli.release.require_changes", lambda *_: None)
    monkeypatch.setattr(
        "build_tools.publish.dates.last_commit", lambda _: type("", (), {"unknown": "x"})
    )
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    assert main(["--root", str(ROOT), "release"]) == 1
    assert capsys.readouterr().err.startswith("Stopped: no date: x; set SOURCE_DATE_EPOCH")


def test_what_is_set_goes_before_what_git_says(clone, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", " 1000000000 ")

    assert mkdocs_environment(clone)["SOURCE_DATE_EPOCH"] == "1000000000"
    assert undated(clone, os.environ) == ""


def test_nothing_set_is_as_good_as_not_set(clone, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")

    assert mkdocs_environment(clone)["SOURCE_DATE_EPOCH"] == str(WHEN)
    assert read_settings({}, Problems()).day == ""
    assert read_settings({"SOURCE_DATE_EPOCH": str(WHEN)}, Problems()).day == "2025-11-20"


@pytest.mark.parametrize("given", ["today", "1.5", "1e9", "-1", "٣", "2026-11-22", "1763640000000"])
def test_a_time_that_is_no_number_of_seconds_is_one_error(clone, monkeypatch, given):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)

    with pytest.raises(ContentError) as found:
        mkdocs_environment(clone)
    assert [f"“{given}” is no time; set seconds" in str(one) for one in found.value.problems] == [
        True
    ]


def test_a_sitemap_without_a_day_names_none(tmp_path):
    line = "<url><loc>a</loc>\n<lastmod>2026-11-26</lastmod></url>"
    (tmp_path / "sitemap.xml").write_text(line, "utf-8")
    date_sitemap(tmp_path, dated=True)
    dated = (tmp_path / "sitemap.xml").read_text("utf-8")
    date_sitemap(tmp_path, dated=False)

    assert (dated, (tmp_path / "sitemap.xml").read_text("utf-8")) == (
        line,
        "<url><loc>a</loc></url>",
    )

"""A release is whole, the same wherever it is made, and works unpacked on any machine."""

import os
import re
import shutil
import subprocess
import sys
import zipfile

import pytest
from conftest import ROOT, change
from playwright.sync_api import expect
from served import serving
from small import contents, project

from build_tools.problems import BuildError
from build_tools.publish.release import write_downloads
from build_tools.write.paper import engine

CHANGES = "## [0.1.0] - 2026-11-23\n\n### Content\n\n- All of it.\n\n## [0.0.9] - 2026-01-01\n"
ZIP = "right-ask-0.1.0-offline"
ONLINE = re.compile(rb'"ra-offline"|as="font"')


def prepare(root):
    """Return a project that is ready for its release, with one commit."""
    project(root)
    shutil.copyfile(ROOT / "pyproject.toml", root / "pyproject.toml")
    change(root, "pyproject.toml", '\nversion = "', '\nversion = "0.1.0" # ')
    (root / "CHANGELOG.md").write_text(f"# Changelog\n\n## [Unreleased]\n\n{CHANGES}", "utf-8")
    when = {"GIT_COMMITTER_DATE": "2026-11-20T12:00:00Z", "GIT_AUTHOR_DATE": "2026-11-20T12:00:00Z"}
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for arguments in (["init", "-q"], ["add", "-A"], [*who, "commit", "-qm", "All"]):
        subprocess.run(["git", *arguments], cwd=root, check=True, env=os.environ | when)
    return root


def release(root, **environment):
    found = os.environ | {"RIGHT_ASK_SITE_URL": "https://example.org/ask/"} | environment
    found.pop("SOURCE_DATE_EPOCH", None)
    command = [sys.executable, "-m", "build_tools", "release"]
    done = subprocess.run(command, cwd=root, env=found, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    root = prepare(tmp_path_factory.mktemp("released") / "project")
    code, said = release(root, TZ="America/New_York", PYTHONHASHSEED="1")
    assert code == 0, said
    return root, said


def test_a_release_is_the_same_in_another_folder_time_zone_and_locale(released, tmp_path):
    again = prepare(tmp_path / "elsewhere and deeper/project")
    other = {"LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0", "PYTHONHASHSEED": "2"}
    code, said = release(again, TZ="Pacific/Kiritimati", **other)

    assert code == 0, said
    site = contents(released[0] / "site")
    assert contents(again / "site") == site
    assert engine.missing() or any(path.endswith(".pdf") for path in site)
    assert "<lastmod>2026-11-20<" in (again / "site/sitemap.xml").read_text("utf-8")


def test_the_archive_holds_the_whole_site_and_the_sums_are_right(released):
    root, said = released
    downloads = root / "site/downloads"
    inside = {f"downloads/{name}" for name in (f"{ZIP}.zip", "SHA256SUMS")} | {".gitignore"}
    with zipfile.ZipFile(downloads / f"{ZIP}.zip") as archive:
        packed = {name.removeprefix(f"{ZIP}/"): archive.read(name) for name in archive.namelist()}
        assert archive.namelist() == sorted(archive.namelist())
        # A host that it is unpacked on tells browsers by these dates whether a page has changed.
        assert {one.date_time for one in archive.infolist()} == {(2026, 11, 20, 12, 0, 0)}
    site = contents(root / "site")
    others = {path for path in packed if packed[path] != site[path]}

    assert packed.keys() == site.keys() - inside
    # Pages offer the archive and fetch their font ahead, but not in the archive.
    assert others == {path for path, data in site.items() if ONLINE.search(data)}
    assert not any(ONLINE.search(data) for data in packed.values())
    assert f"{ZIP}.zip: {(downloads / f'{ZIP}.zip').stat().st_size / 1e6:.2f} MB" in said
    subprocess.run(["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=downloads, check=True)


def test_a_page_offers_the_archive_with_its_size(released, visit):
    downloads = released[0] / "site/downloads"
    with serving(released[0] / "site") as port:
        page = visit(f"http://127.0.0.1:{port}/downloads.html")
        page.wait_for_load_state("networkidle")
    offer = page.locator("#offline a")
    size = (downloads / f"{ZIP}.zip").stat().st_size / 1e6

    assert offer.get_attribute("href") == f"downloads/{ZIP}.zip"
    expect(offer).to_contain_text(f"({size:.1f} MB)")


def test_the_unpacked_archive_works_without_a_server(released, tmp_path, visit):
    shutil.unpack_archive(released[0] / f"site/downloads/{ZIP}.zip", tmp_path)
    page = visit(f"{(tmp_path / ZIP).as_uri()}/index.html", width=1300)
    page.get_by_role("textbox", name="Search").fill("company")
    page.locator(".md-search-result__link").first.click()

    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize(
    ("listed", "what"),
    [
        (CHANGES.replace("- All of it.\n", ""), "no section “## [0.1.0] - date” with entries"),
        (f"- More.\n\n{CHANGES}", "entries under Unreleased"),
    ],
)
def test_only_what_the_changelog_tells_of_is_released(released, tmp_path, listed, what):
    root = shutil.copytree(released[0], tmp_path / "project")
    (root / "CHANGELOG.md").write_text(f"# Changelog\n\n## [Unreleased]\n\n{listed}", "utf-8")
    before = contents(root / "site")

    code, said = release(root)

    assert (code, f"CHANGELOG.md has {what}" in said) == (1, True)
    assert contents(root / "site") == before


def test_workflows_run_targets_that_exist():
    files = [ROOT / "netlify.toml", ROOT / "wrangler.toml", *ROOT.glob(".github/workflows/*.yml")]
    text = "".join(path.read_text("utf-8") for path in files)
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)

    assert {*re.findall(r"\bmake ([a-z]+)", text)} <= {*targets}


@pytest.mark.parametrize(
    ("names", "what"),
    [
        (["a" * 90 + ".html"], "has 119 characters"),
        (["con.html"], "Windows refuses"),
        (["who?.html"], "Windows refuses"),
        (["end./x"], "Windows refuses"),
        (["Index.html", "index.html"], "one file on Windows"),
    ],
)
def test_a_name_that_some_machine_refuses_stops_the_archive(tmp_path, names, what):
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")

    with pytest.raises(BuildError, match=what):
        write_downloads(tmp_path, "0.1.0")

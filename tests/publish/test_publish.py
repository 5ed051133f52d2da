"""A build that fails leaves the last good site as it was, whatever fails."""

import errno
import json
import os
import re
import shutil
import subprocess
import sys
from types import SimpleNamespace

import pytest
from conftest import change
from mkdocs.exceptions import Abort
from small import contents, project

from build_tools.problems import BuildError
from build_tools.publish import mkdocs_hook
from build_tools.publish.lock import lock
from build_tools.publish.one_language import can_copy
from build_tools.publish.site import publish
from build_tools.write import minified

CHANGE = (
    r'<div class="ra-change"><h[2-6]([^>]*)>([^<]*)</h[2-6]>'
    r'<a href="https://example\.org/edit/main/([^"#]+)#L(\d+)" rel="edit" data-search-exclude ([^>]+)>([^<]+)</a>'
)
FIRST_FONT = (
    r'<link rel="preload" href="(assets/fonts/[^"]+)" as="font" type="font/woff2" media="\(hover\)"'
)


def build(root, **limits):
    """Run `build` as a person does; return its exit code and what it said."""

    def limit():
        import resource  # noqa: PLC0415  # not on Windows, where the other tests of this file run

        for name, value in limits.items():
            resource.setrlimit(getattr(resource, name), (value, value))

    command = [sys.executable, "-m", "build_tools", "build"]
    done = subprocess.run(
        command,
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit if limits else None,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    root = project(tmp_path_factory.mktemp("published") / "project")
    publish(root)
    return root


@pytest.fixture
def whole(built, tmp_path):
    """A project with a good site, to break."""
    return shutil.copytree(built, tmp_path / "project")


def test_a_second_build_at_once_says_so_and_leaves_the_first_alone(whole):
    before = contents(whole / "site")
    with lock(whole):
        code, said = build(whole)
        first = (code, said.splitlines()[-1], contents(whole / "site") == before)

    wait = "Stopped: another build is at work in this folder; wait until it has ended, then build again"
    assert first == (1, wait, True)


@pytest.mark.skipif(os.name != "posix", reason="a build there is killed with what it began")
def test_a_build_that_was_killed_is_in_nobodys_way_once_what_it_began_has_ended(tmp_path):
    holds = (
        "import os, subprocess, sys, time, pathlib\n"
        "from build_tools.publish.lock import lock\n"
        "with lock(pathlib.Path(sys.argv[1])) as file:\n"
        "    child = subprocess.Popen([sys.executable, '-c', 'input()'], pass_fds=[file])\n"
        "    print('taken', flush=True)\n"
        "    child.wait()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holds, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as killed:
        assert killed.stdout.readline() == b"taken\n"
        killed.kill()
        with pytest.raises(BuildError, match="another build"), lock(tmp_path):
            pass
        killed.stdin.close()
        killed.stdout.read()  # ends with the last program that has it open

    with lock(tmp_path) as file:
        assert file > 0


def spoil(root, path, old, new):
    """Change a file; where nothing of it is named, add to its end."""
    if old:
        return change(root, path, old, new)
    with (root / path).open("a", encoding="utf-8") as file:
        return file.write(new)


NO_YAML = ("content/guide.yml", "sections:", "sections: '")


@pytest.mark.parametrize(
    ("fault", "named"),
    [
        (NO_YAML, "guide.yml"),
        (("content/templates/prose.md.j2", "{{ body }}", "{{ nobody }}"), "prose.md.j2"),
        (("content/pages/credibility.md", "", "\n[a file](missing.txt)\n"), "missing.txt"),
        (("mkdocs.yml", "  name: material", "  name: no-such-theme"), "no-such-theme"),
        (("content/theme/main.html", "", "{% block }"), "main.html"),
        (
            ("content/theme/partials/actions.html", "", "<script>run()</script>"),
            "holds <script>, which the policy never allows",
        ),
        (
            ("content/theme/partials/policy.html", "Content-Security-Policy", "refresh"),
            "has no place for its policy",
        ),
    ],
)
def test_a_fault_stops_the_build_and_leaves_the_site(whole, fault, named):
    before = contents(whole / "site")
    spoil(whole, *fault)

    code, said = build(whole)

    assert (code, named in said) == (1, True), said
    assert contents(whole / "site") == before


def test_a_build_that_was_killed_while_it_swapped_has_lost_no_site(whole):
    before = contents(whole / "site")
    (whole / "site").rename(whole / ".build/site.old")
    spoil(whole, *NO_YAML)
    # What stops a build before all else is an edition beside the guide.
    edition = whole / "content/editions/es/edition.yml"
    edition.parent.mkdir(parents=True)
    edition.write_text("name: [\n", encoding="utf-8")

    assert build(whole)[0] == 1
    assert contents(whole / "site") == before


@pytest.mark.site
def test_a_site_is_the_same_where_a_copy_of_the_program_would_wait_for_ever(whole):
    before = contents(whole / "site")
    minified.script("run()")  # begins threads that no copy would have

    publish(whole)

    assert not can_copy()
    assert contents(whole / "site") == before


def test_a_full_disk_leaves_the_site(whole):
    before = contents(whole / "site")

    code, said = build(whole, RLIMIT_FSIZE=60_000)

    assert code == 1, said
    assert contents(whole / "site") == before


def test_a_good_build_replaces_the_site_and_keeps_its_gitignore(whole):
    (whole / "site/old.html").write_text("old", encoding="utf-8")
    left = whole / ".build/right-ask-killed"
    left.mkdir()
    change(whole, "content/guide.yml", "checked: 2026-11-22", "checked: 2026-12-24")

    code, said = build(whole)

    assert code == 0, said
    assert "2026-12-24" in (whole / "site/who-can-help.html").read_text("utf-8")
    assert not (whole / "site/old.html").exists()
    assert not left.exists()  # of a build that somebody ended by force
    assert (whole / "site/.gitignore").read_text("utf-8") == "*\n"


def searched(root):
    """Return what the search of a site finds: texts by where they stand."""
    (path,) = (root / "site/search").glob("search_index.*.js")
    found = json.loads(path.read_text("utf-8").partition("=")[2].rstrip(";\n"))
    return {one["location"]: one["text"] for one in found["docs"]}


def test_each_page_links_to_the_file_it_came_from_where_that_is_set(whole, monkeypatch):
    before = {place for place, text in searched(whole).items() if text}
    monkeypatch.setenv("RIGHT_ASK_EDIT_URL", "https://example.org/edit/main/")
    monkeypatch.setenv("RIGHT_ASK_SITE_URL", "https://example.org/ask/")
    monkeypatch.setenv("RIGHT_ASK_CONTACT", "help@example.org")

    code, said = build(whole)

    assert (code, "Left out" in said) == (0, False), said
    for page, source in (
        ("neighbors", "content/contact-types/neighbors.yml"),
        ("credibility", "content/pages/credibility.md"),
        ("mixed-a", "quiz/forms/mixed-a.yml"),
    ):
        text = (whole / f"site/{page}.html").read_text("utf-8")
        assert f'href="https://example.org/edit/main/{source}"' in text
        changed = re.findall(CHANGE, text)
        assert changed
        for attributes, heading, path, line, named, words in changed:
            assert int(line) <= len((whole / path).read_text("utf-8").splitlines())
            # Each round numbers its questions anew: their links are named by what stands there then.
            own = re.search(' id="(q-[^"]+)"', attributes)
            by = f'id="{own[1]}-change" aria-labelledby="{own[1]}-change {own[1]}"' if own else ""
            assert named == (by or f'aria-label="{words}: {heading}"')
        if page == "mixed-a":
            assert {one[0].count('data-part="number"') for one in changed} == {1}
        assert f'<link rel="canonical" href="https://example.org/ask/{page}.html">' in text
        assert [(whole / "site" / href).is_file() for href in re.findall(FIRST_FONT, text)] == [
            True
        ]
    # A link to change a part is no part of it.
    assert {place for place, text in searched(whole).items() if text} == before


def test_the_search_finds_the_parts_of_a_page_and_leads_to_no_question_of_a_quiz(built):
    found = searched(built)

    assert found["neighbors.html#can"]
    assert not [place for place in found if "#q-" in place]


def test_without_settings_one_line_says_what_is_left_out(whole):
    _, said = build(whole)

    assert (said.count("Left out"), said.count("No dates: not a git repository")) == (1, 1)
    text = (whole / "site/neighbors.html").read_text("utf-8")
    assert 'rel="edit"' not in text
    assert not any(b"ra-change" in data for data in contents(whole / "site").values())
    # From a file, a browser refuses to fetch a font ahead, and says so.
    assert re.findall(FIRST_FONT, text) == []


@pytest.mark.site
def test_a_build_on_a_console_that_lacks_a_character_says_what_is_wrong(tmp_path, monkeypatch):
    root = project(tmp_path / "project")
    change(root, "content/words.yml", "home_title: Who should I ask?", "home_title: [1]")
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    code, said = build(root)

    assert code == 1
    assert "Building site/ ..." in said
    assert re.search(
        r"content/words.yml:\d+:13: content/words.yml: home_title: expected text", said
    )
    assert ("Traceback" in said, "UnicodeEncodeError" in said) == (False, False)


def test_a_disk_that_takes_nothing_ends_a_build_without_a_traceback(monkeypatch):
    def refuse(*_):
        raise OSError(errno.EROFS, "Read-only file system", ".build/docs")

    monkeypatch.setattr(mkdocs_hook, "generate", refuse)
    with pytest.raises(Abort, match=r"nothing can be written to \.build/docs; copy the project"):
        mkdocs_hook.on_config(SimpleNamespace(config_file_path="mkdocs.yml"))

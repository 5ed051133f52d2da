"""The first command on a machine: few lines, each of use, whatever apt, pip and npm have to say."""

import os
import re
import shutil
import subprocess

import pytest
from conftest import ROOT

TOOLS = ["cat", "date", "dirname", "grep", "head", "mktemp", "rm", "sed", "sh", "sort"]
NOISE = "echo 'debconf: delaying package configuration' >&2; echo Get:1"
OFFLINE = [
    "W: Failed to fetch http://mirror.example/  Temporary failure resolving 'mirror.example'",
    "Err:1 http://mirror.example Could not connect to mirror.example:80 - connect (101: Network is unreachable)",
    "WARNING: Retrying after connection broken by 'Failed to establish a new connection: [Errno -3] Temporary failure in name resolution'",
    "npm error code EAI_AGAIN",
    "npm ERR! code ENOTFOUND",
]


@pytest.fixture
def machine(tmp_path):
    """Run a script of `.ci/` on a machine that has these commands only; return its code, what it said, and what was called."""
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool))

    def run(script, *arguments, user="0", **commands):
        commands = {
            "id": f"echo {user}",
            "apt-get": f"echo $* >> {tmp_path}/called; {NOISE}",
        } | commands
        for name, body in commands.items():
            file = tmp_path / "bin" / name
            file.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
            file.chmod(0o755)
        done = subprocess.run(
            [ROOT / ".ci" / script, *arguments],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            env={"PATH": str(tmp_path / "bin")},
        )
        called = tmp_path / "called"
        return done, called.read_text().splitlines() if called.exists() else []

    return run


MISSING = ("sed=sed", "gone=a", "/gone/too=b", "libgone.so.1=c")


def test_root_gets_what_is_missing_in_one_line_without_what_the_package_manager_says(machine):
    done, called = machine("need", *MISSING)

    assert re.fullmatch(r"Installing a b c \.\.\. \d+ s\n", done.stdout)
    assert (done.stderr, done.returncode) == ("", 0)
    assert called == ["update -q", "install -y -q --no-install-recommends a b c"]


PYTHON = ("python3@3.11=python3", "gone=a")
REFUSALS = [
    (("need", *MISSING, "no:module=d"), {}, ["Please install: a b c d (on Debian: sudo apt-get update && sudo apt-get install a b c d)"]),
    *((("need", *PYTHON), {"user": "0", "python3": f"echo Python {found}"}, [f"3.11 or newer is needed, and here it is {found}", "make serve python="])
      for found in ("2.7.18", "3.9.2", "3.10.12")),
    (("fresh", "bookworm"), {}, ["root (sudo make fresh)"]),
    *((("step", "Setting up .venv", "pip"), {"pip": f'{NOISE}; echo "{said}"; exit 1'}, ["There is no network"]) for said in OFFLINE),
]  # fmt: skip


@pytest.mark.parametrize(("command", "given", "told"), REFUSALS)
def test_what_cannot_be_done_is_told_in_one_line_and_nothing_is_installed(
    machine, command, given, told
):
    done, called = machine(*command, **{"user": "1000"} | given)

    assert [line for line in told if line not in done.stderr] == []
    assert (done.stderr.count("\n"), done.returncode, called) == (1, 1, [])


@pytest.mark.parametrize(
    ("command", "oldest", "found"),
    [
        ("python3", "3.11", "Python 3.11.2"),
        ("python3", "3.11", "Python 3.13.5+"),
        ("node", "18.18", "v18.20.4"),
    ],
)
def test_a_version_that_is_new_enough_needs_no_line(machine, command, oldest, found):
    done, called = machine("need", f"{command}@{oldest}=package", **{command: f"echo {found}"})

    assert (done.stdout, done.stderr, done.returncode, called) == ("", "", 0, [])


def test_a_step_says_how_long_it_took_and_shows_no_warnings(machine):
    done, _ = machine("step", "Setting up .venv", "pip", "a b", pip=f"{NOISE}; echo WARNING: $1")

    assert re.fullmatch(r"Setting up \.venv \.\.\. \d+ s\n", done.stdout)
    assert (done.stderr, done.returncode) == ("", 0)


def test_a_step_that_fails_shows_why_and_ends_as_it_did(machine):
    why = "waits.py:3: error\n  | raise Error('Timed out')"
    done, _ = machine("step", "Checking", "lint", lint=f'echo "{why}"; exit 3')

    assert (done.stdout, done.stderr) == ("Checking ... stopped\n", f"{why}\n")
    assert done.returncode == 3


def test_where_nothing_can_be_written_one_line_says_so_before_anything_is_done():
    text = (ROOT / ".ci/step").read_text("utf-8")
    nobody = 65534 if os.getuid() == 0 else None
    done = subprocess.run(
        ["sh", "-c", text, "step", "Setting up .venv", "echo"],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        user=nobody,
    )

    assert done.stderr.count("\n") == 1
    assert "Nothing can be written in /" in done.stderr
    assert (done.stdout, done.returncode) == ("", 1)


def dry(*arguments):
    """Return what make would run; it must not think that it runs inside of another."""
    command = ["make", "--dry-run", *arguments]
    path = {"PATH": os.environ["PATH"]}
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=path)
    return done.stdout


def test_all_that_tests_need_is_asked_for_at_once_and_first():
    said = dry("--always-make", "test")
    first, *later = [line.split()[1:] for line in said.splitlines() if ".ci/need" in line]

    assert said.startswith(".ci/need")
    assert {pair for line in later for pair in line} <= set(first)


def test_the_port_of_serve_can_be_chosen():
    assert dry("serve", "port=8001").rstrip().endswith("build_tools serve --port 8001")

"""Commands end as people who join them to others expect."""

import errno
import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from conftest import ROOT, change

from build_tools import __main__ as entrance
from build_tools.cli import COMMANDS, main
from build_tools.cli.options import OPTIONS
from build_tools.refusals import refusal


@pytest.mark.parametrize("arguments", [["check"], ["--help"]])
def test_a_command_ends_quietly_when_nobody_reads_on(sample, arguments):
    command = [sys.executable, "-m", "build_tools", "--root", sample, *arguments]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        running.stdout.close()

        assert running.stderr.read() == b""


def run(monkeypatch, root, *arguments, encoding="ascii"):
    """Run a command in this process on a console of that encoding; return its code and what it said."""
    consoles = {}
    for name in ("stdout", "stderr"):
        consoles[name] = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
        monkeypatch.setattr(sys, name, consoles[name])
    code = main(["--root", str(root), *arguments])
    said = []
    for console in consoles.values():
        console.flush()
        said.append(console.buffer.getvalue().decode(encoding))
    monkeypatch.undo()
    return code, *said


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX closes them")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
@pytest.mark.parametrize("command", ["find every", "--help"])
def test_a_command_ends_as_ever_where_it_has_no_console_at_all(sample, closed, command):
    line = f'"{sys.executable}" -m build_tools --root "{sample}" {command} {closed}'
    ended = subprocess.run(line, check=False, shell=True, cwd=ROOT, capture_output=True, text=True)

    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_python_without_our_packages_is_told_in_one_line_and_what_to_run_in_its_place(tmp_path):
    # -S and -E leave out what is installed; the folder of the project stays.
    run = f"import sys, runpy; sys.path.insert(0, {str(ROOT)!r}); sys.argv = ['right-ask', 'check']"
    run += "; runpy.run_module('build_tools', run_name='__main__')"
    command = [sys.executable, "-S", "-E", "-c", run]
    ended = subprocess.run(command, check=False, cwd=tmp_path, capture_output=True, text=True)

    (said,) = ended.stderr.splitlines()
    assert re.fullmatch(
        r"Stopped: .*python\S* has no package “\w+”; run “make serve” once, and .*\.venv.*python\S*",
        said,
    )
    assert (ended.returncode, ended.stdout) == (1, "")


@pytest.mark.parametrize("lost", ["quiz/shared/colors.css", "quiz/channels/embed/released"])
def test_a_part_of_the_program_that_is_gone_is_told_in_one_line(real, capsys, lost):
    (real / lost).rename(real / "gone")

    assert main(["--root", str(real), "check"]) == 1
    (said,) = capsys.readouterr().err.splitlines()
    assert said.startswith("Stopped: ")
    assert lost in said
    assert "bring " in said


SPEAKING = {
    "check": ["check"],
    "check --format json": ["check", "--format", "json"],
    "generate": ["generate"],
    "editions": ["editions"],
    "new-edition": ["new-edition", "westbrook"],
    "translate": ["translate", "es"],
    "forms": ["forms"],
    "coverage": ["coverage"],
    "schemas": ["schemas"],
    "export": ["export", "--list"],
    "paper": ["paper", "--list"],
    "items": ["items", "--from", "questions.csv"],
    "find": ["find", "every job there is"],
    "a name that is not known": ["export", "--form", "nöpe 🙂"],
}


@pytest.mark.parametrize("command", ["export", "paper"])
def test_a_list_is_made_of_records_alone_and_needs_no_template(sample, capsys, command):
    for folder in ("content/templates", "quiz/channels"):
        shutil.rmtree(sample / folder)

    assert main(["--root", str(sample), command, "--list"]) == 0
    assert re.search(r"^  mixed-a +\S", capsys.readouterr().out, re.MULTILINE)


@pytest.mark.parametrize("fault", [False, True], ids=["whole", "with a fault"])
@pytest.mark.parametrize("arguments", SPEAKING.values(), ids=SPEAKING)
def test_no_command_ends_on_a_console_that_lacks_a_character(sample, monkeypatch, arguments, fault):
    if fault:
        change(sample, "content/words.yml", "home_title: Who should I ask?", "home_title: [“…”]")
    code, out, errors = run(monkeypatch, sample, *arguments)

    assert code in (0, 1, 2)
    assert out + errors
    if fault and "json" in arguments:
        assert json.loads(out)[0]["file"] == "content/words.yml"


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "iso-8859-1"])
def test_what_a_console_lacks_is_written_plainly(sample, monkeypatch, encoding):
    _, _, said = run(monkeypatch, sample, "export", "--form", "gone", encoding=encoding)

    assert said.startswith('export: no form is called "gone"; ')


def test_every_command_is_tried_on_such_a_console():
    tried = {arguments[0] for arguments in SPEAKING.values()}

    # These three run MkDocs; tests/publish/test_publish.py tries that.
    assert tried | {"build", "release", "serve"} == set(COMMANDS)


@pytest.fixture
def taken():
    """A port that another program listens at."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_taken_port_is_told_in_one_line_before_anything_is_built(sample, monkeypatch, taken):
    code, out, errors = run(monkeypatch, sample, "serve", "--port", str(taken))

    assert (code, out, errors.count("\n")) == (1, "", 1)
    assert f"port {taken} is taken by another program" in errors
    assert re.search(r"make serve port=(\d+)\D+serve --port \1", errors)


@pytest.mark.parametrize("command", ["serve", "build", "generate"])
def test_a_folder_that_takes_nothing_is_told_in_one_line(sample, monkeypatch, command):
    def refuse(path, *_, **__):
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    port = ["--port", "0"] if command == "serve" else []
    monkeypatch.setitem(OPTIONS["serve"]["--port"], "type", int)
    code, out, errors = run(monkeypatch, sample, command, *port)

    assert code == 1
    assert errors.startswith("Stopped: nothing can be written to ")
    assert errors.endswith("copy the project to a folder of your own\n")
    assert errors.count("\n") == 1
    assert "Traceback" not in out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        *(
            (["export", "--pass-mark", mark], "--pass-mark: write a whole number from 1 to 100")
            for mark in ("80%", "0", "101")
        ),
        (["serve", "--port", "eighty"], "--port: write a whole number from 1 to 65535"),
        (["export", "--out", ""], "--out: name a folder"),
    ],
)
def test_an_option_that_cannot_be_read_is_told_in_words(capsys, arguments, says):
    with pytest.raises(SystemExit):
        main(arguments)

    assert capsys.readouterr().err.endswith(f"{says}\n")


def test_a_file_where_a_folder_is_to_be_is_told_in_words(sample, capsys):
    there = sample / "content/asks.yml"
    before = there.read_bytes()

    assert main(["--root", str(sample), "export", "--form", "mixed-a", "--out", str(there)]) == 1
    assert capsys.readouterr().err.endswith(
        f"Stopped: {there} is no folder; name one, or one that is not there yet\n"
    )
    assert there.read_bytes() == before


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (OSError(errno.ENOSPC, "No space left"), "no room is left on the disk (No space left); delete something"),
        (OSError(errno.EFBIG, "Too large", "a"), "no room is left on the disk (a); delete something"),
        (OSError(errno.ENOTDIR, "Not a directory", f"{ROOT}/README.md/a/b"), f"{ROOT}/README.md is no folder; name one, or one that is not there yet"),
        (OSError(errno.EISDIR, "Is a directory", "a.new", None, "a"), "a is a folder; name a file, or move it away"),
        (OSError(errno.ENAMETOOLONG, "Too long", "a" * 300), f"a name is too long for this disk ({'a' * 60}…); choose a shorter one"),
        (shutil.Error([("a", "b", f"[Errno {errno.ENOSPC}] No space"), ("c", "d", "")]), "no room is left on the disk (b); delete something"),
        (shutil.Error([("a", "b", "something else")]), "b: something else"),
        (OSError(errno.EIO, "Input/output error", "a"), "a: Input/output error"),
        (OSError("a riddle"), "a riddle"),
    ],
)  # fmt: skip
def test_what_the_system_refuses_is_told_in_one_line_of_words(error, says):
    assert refusal(error) == says


def test_ctrl_c_ends_a_command_quietly_that_still_reads_its_modules(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "build_tools.cli", Interrupted("build_tools.cli"))

    assert entrance._code() == 130  # noqa: SLF001 - `entry` ends the whole process
    assert capsys.readouterr() == ("", "")


class Interrupted(ModuleType):
    def __getattr__(self, name):
        raise KeyboardInterrupt

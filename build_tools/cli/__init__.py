"""The command line: what each command is called, and how it ends (0 fine, 1 problems, 2 usage)."""

import argparse
import errno
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from ..model.edition import EDITION
from ..problems import BuildError, ContentError, UsageError, counted
from ..refusals import refusal
from .console import write_plainer
from .options import OPTIONS
from .where import edition_of, own_folder, said

COMMANDS: Mapping[str, str] = {
    "check": "read everything in content/ and quiz/ and say what is wrong",
    "find": "say in which files some words stand",
    "editions": "list the editions of centers: what each changes, adds and leaves out",
    "new-edition": "make a small edition to begin with",
    "translate": "write or update the files of an edition that hold translations",
    "items": "write the questions of a spreadsheet (CSV) into the bank of an edition",
    "generate": "write the pages that MkDocs reads, into .build/docs",
    "build": "build the site into site/; a failed build leaves the last one there",
    "release": "build the site with everything to take away; the changelog must tell of this version",
    "serve": "show the site on this machine, and again after each edit",
    "forms": "draw the quizzes that the bank allows and that are not drawn yet",
    "schemas": "write what editors know of the YAML files: keys, what they mean, what they may hold",
    "coverage": "say which statements and settled fits the bank asks too seldom",
    "export": "write quizzes as files for learning platforms and spreadsheets",
    "paper": "write worksheets, keys and other sheets as PDF",
}
"""Each command is the module of its name; only the one that runs is imported."""
_INTERRUPTED = 130
"""What shells say of a command that Ctrl+C ended."""


def main(arguments: Sequence[str], program: str = "python -m build_tools") -> int:
    """Run one command and return its exit code."""
    write_plainer()
    try:
        try:
            return _run(_parser(program).parse_args(arguments))
        finally:  # Also where asking for help ends the program.
            sys.stdout.flush()
    except OSError as error:
        if not _is_closed_pipe(error):
            raise
        _write_no_more()
        return 1


def _run(options: argparse.Namespace) -> int:
    command = import_module(f".{options.command.replace('-', '_')}", __package__)
    try:
        own = options.own = own_folder(options)
        if own:
            own.lay()
        # An edition of the guide may be named by its own folder.
        named = own.settings if own else {EDITION: Path(edition_of(options)).name}
        with _environment(named):
            command.run(own.root if own else options.root.resolve(), options)
    except ContentError as error:
        print(said(str(error), options), file=sys.stderr)
        print(_last_line(error, warned=options.command == "check"), file=sys.stderr)
        return 1
    except BuildError as error:
        print(f"Stopped: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        if _is_closed_pipe(error):
            raise
        print(f"Stopped: {refusal(error)}", file=sys.stderr)
        return 1
    except UsageError as error:
        print(f"{options.command}: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        # For `serve` this is the usual end; anything else was interrupted, and a chain of commands must stop.
        return 0 if options.command == "serve" else _INTERRUPTED
    return 0


@contextmanager
def _environment(settings: Mapping[str, str]) -> Iterator[None]:
    """Set these for as long as a command runs, and for the programs that it starts."""
    before = dict(os.environ)
    os.environ.update(settings)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _last_line(error: ContentError, *, warned: bool) -> str:
    """Return the last line: how many errors were printed, and how many warnings."""
    counts = [counted(len(error.problems), "error")]
    counts += [counted(len(error.warnings), "warning")] if warned and error.warnings else []
    unread = any(problem.where == "file" for problem in error.problems)
    more = " A file that cannot be read may hide more." if unread else ""
    return f"{', '.join(counts)}; nothing was written.{more}"


def _is_closed_pipe(error: OSError) -> bool:
    """Return whether nobody reads on, as after “| head”; Windows then calls the argument invalid."""
    invalid = error.errno == errno.EINVAL and error.filename is None
    return isinstance(error, BrokenPipeError) or invalid


def _write_no_more() -> None:
    """Keep Python from flushing standard output at its end, and from reporting that this failed.

    Source: the Python documentation, library/signal.html#note-on-sigpipe, which also asks for the
    exit code 1.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.dup2(nowhere, sys.stderr.fileno())


def _parser(program: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=program,
        description="Make the guide, its quizzes and its site from the facts in content/ and quiz/.",
    )
    parser.add_argument(
        "--root",
        type=Path,
        default=Path(),
        help="the folder of the guide, or of an edition (default: this folder)",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=f"{purpose.capitalize()}.")
        for option, settings in OPTIONS.get(name, {}).items():
            command.add_argument(option, **settings)
    return parser

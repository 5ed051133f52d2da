"""What git knows of the project: how files of it were at an earlier commit."""

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from ..problems import UsageError

KNOWN = "mkdocs.yml"
"""A file that git knows if it is asked about this project, and not about another one around it."""


def texts_at(root: Path, named: str) -> Callable[[str], str | None]:
    """Return what gives the text of a file at the commit of a tag, a branch or a sum, or None where there was no such file.

    Raises `UsageError` where git knows no commit of this name.
    """
    if shutil.which("git") is None:
        raise UsageError("git is not installed, and nothing else knows how the guide was")
    if run_git(["ls-files", "--error-unmatch", KNOWN], root).returncode != 0:
        raise UsageError("this folder is no clone, so git does not know how the guide was")
    wanted = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{named}^{{commit}}"]
    done = run_git(wanted, root)
    if done.returncode != 0:
        raise UsageError(f"git knows no commit “{named}”; “git tag” lists the tags")
    sum_ = done.stdout.strip()

    def text(path: str) -> str | None:
        shown = run_git(["show", f"{sum_}:./{path}"], root)
        return shown.stdout if shown.returncode == 0 else None

    return text


def run_git(arguments: Sequence[str], root: Path) -> subprocess.CompletedProcess[str]:
    """Run git in the folder of the project, in English."""
    plain = os.environ | {"LC_ALL": "C"}
    return subprocess.run(  # noqa: S603
        [str(shutil.which("git")), *arguments],
        cwd=root,
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=plain,
    )

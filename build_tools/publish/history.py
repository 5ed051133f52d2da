"""What git knows of the project: how files of it were at an earlier commit."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..problems import UsageError

KNOWN = "mkdocs.yml"
"""A file that git knows if it is asked about this project, and not about another one around it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Commit:
    """The project as it was at a commit."""

    root: Path
    name: str

    def text(self, path: str) -> str | None:
        """Return what a file held, or None where there was no such file."""
        done = run_git(["show", f"{self.name}:./{path}"], self.root)
        return done.stdout if done.returncode == 0 else None


def commit(root: Path, named: str) -> Commit:
    """Return the commit of a tag, a branch or a sum; raise `UsageError` where git knows none of this name."""
    if shutil.which("git") is None:
        raise UsageError("git is not installed, and nothing else knows how the guide was")
    if run_git(["ls-files", "--error-unmatch", KNOWN], root).returncode != 0:
        raise UsageError("this folder is no clone, so git does not know how the guide was")
    wanted = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{named}^{{commit}}"]
    done = run_git(wanted, root)
    if done.returncode != 0:
        raise UsageError(f"git knows no commit “{named}”; “git tag” lists the tags")
    return Commit(root=root, name=done.stdout.strip())


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

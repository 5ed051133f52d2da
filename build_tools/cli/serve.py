"""`serve`: the site on this machine, rebuilt after each edit."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from ..errors import BuildError
from ..tree import read_project


def run(root: Path, options: argparse.Namespace) -> None:
    """Serve until interrupted."""
    read_project(root, os.environ)
    address = f"127.0.0.1:{options.port}"
    print(f"The guide will be at http://{address}/ (stop with Ctrl+C).", flush=True)
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
    done = subprocess.run(command, cwd=root, check=False)  # noqa: S603
    if done.returncode != 0:
        raise BuildError(f"the server stopped; is port {options.port} taken?")

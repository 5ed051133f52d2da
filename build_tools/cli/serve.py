"""`serve`: the site on this machine, rebuilt after each edit."""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
from pathlib import Path

from ..errors import BuildError
from ..publish import mkdocs_environment


def run(root: Path, options: argparse.Namespace) -> None:
    """Serve until interrupted; raise `BuildError` if the server stops by itself."""
    address = f"127.0.0.1:{options.port}"
    print(f"The guide will be at http://{address}/ (stop with Ctrl+C).", flush=True)
    command = [sys.executable, "-m", "build_tools.live.server", address]
    with subprocess.Popen(command, cwd=root, env=mkdocs_environment(root)) as server:  # noqa: S603
        # Whoever stops this command stops the server with it.
        signal.signal(signal.SIGTERM, lambda *_: server.terminate())
        code = server.wait()
    if code > 0:
        raise BuildError("the server stopped; mend what it names, or choose another --port")

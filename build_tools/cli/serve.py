"""`serve`: the site on this machine, rebuilt after each edit."""

import argparse
import errno
import os
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from ..problems import BuildError
from ..publish.own_folder import OwnFolder
from ..publish.site import mkdocs_environment
from ..write.files import DOCS, require_writable

_HOST = "127.0.0.1"
_NEAR = 100
"""How far from a taken port a free one is looked for."""


def run(root: Path, options: argparse.Namespace) -> None:
    """Serve until interrupted; raise `BuildError` if it cannot begin, or if the server stops by itself."""
    _require_free(options.port)
    require_writable(root / DOCS)
    tempfile.gettempdir()  # where MkDocs builds; raises OSError if there is none
    address = f"{_HOST}:{options.port}"
    print(f"The guide will be at http://{address}/ (stop with Ctrl+C).", flush=True)
    own: OwnFolder | None = options.own
    command = [sys.executable, "-m", "build_tools.publish.live.server", address]
    command += [str(own.folder), str(own.guide)] if own else []
    with subprocess.Popen(command, cwd=root, env=mkdocs_environment(root)) as server:  # noqa: S603
        # Whoever stops this command stops the server with it.
        signal.signal(signal.SIGTERM, lambda *_: server.terminate())
        code = server.wait()
    if code > 0:
        raise BuildError("the server stopped; mend what it names, or choose another --port")


def _require_free(port: int) -> None:
    """Raise `BuildError` if the port cannot be had: known now, not after a build."""
    try:
        _bind(port)
    except PermissionError as error:
        raise BuildError(f"port {port} is for administrators; {_choose(8000)}") from error
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise BuildError(f"port {port} is taken by another program; {_choose(port)}") from error


def _choose(after: int) -> str:
    free = next((port for port in range(after + 1, after + _NEAR) if _is_free(port)), after + 1)
    return f"say “make serve port={free}”, or “python -m build_tools serve --port {free}”"


def _is_free(port: int) -> bool:
    try:
        _bind(port)
    except (OSError, OverflowError):  # there is no port after the last one
        return False
    return True


def _bind(port: int) -> None:
    with socket.socket() as trial:
        # The server sets this too: without it, a port that was just closed would seem taken.
        if os.name == "posix":
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        trial.bind((_HOST, port))

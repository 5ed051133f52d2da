"""`python -m build_tools.publish.live.server 127.0.0.1:8000`: MkDocs’ server, which never waits for a mend.

`mkdocs serve` ends at a fault when it starts, and answers nothing more after one that an edit made.
Here each build goes to a folder of its own, which takes the place of the last good one when it is whole.
"""

import logging
import shutil
import signal
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from ...refusals import refusal
from ..own_folder import OwnFolder
from .last_good import LastGood

_CONFIGURATION = "mkdocs.yml"
_WATCHED = ("content", "quiz", _CONFIGURATION)
_FAULTS = (
    MkDocsException,
    TemplateError,
    OSError,
    *(ValueError, LookupError, TypeError, AttributeError, RuntimeError, AssertionError),
)
"""What a build raises: on purpose, or where a template, a plugin or a file of the theme is wrong."""


class Live:
    """A server, the folder that it serves, and what is wrong just now."""

    def __init__(
        self, root: Path, folder: Path, host: str, port: int, own: OwnFolder | None = None
    ) -> None:
        self._own = own
        self._root, self._site, self._new = root, folder / "site", folder / "new"
        self._last_good = LastGood()
        self._site.mkdir()
        (self._site / "index.html").write_text(self._last_good.page(), encoding="utf-8")
        self._server = LiveReloadServer(self.build, host, port, root=str(self._site))
        self._server.error_handler = self._error_page
        self._server.set_app(self._last_good.around(self._server.serve_request))

    def serve(self) -> None:
        """Build, and then again after each edit, until interrupted."""
        self.build()
        watched = [self._root / name for name in _WATCHED]
        for path in self._own.watched if self._own else watched:
            self._server.watch(str(path))
        try:
            self._server.serve()  # type: ignore[no-untyped-call]
        finally:
            self._server.shutdown()

    def build(self) -> None:
        """Build the site anew, or let the last good one say what is wrong."""
        try:
            self._build()
        except _FAULTS as error:
            if not isinstance(error, MkDocsException):
                traceback.print_exc()
            message = self._own.said(_message(error)) if self._own else _message(error)
            self._last_good.broken(message)
            print(f"\n{message}\n", file=sys.stderr, flush=True)
        else:
            self._last_good.mended()

    def _build(self) -> None:
        if self._own:
            self._own.lay()
        shutil.rmtree(self._new, ignore_errors=True)
        config = load_config(str(self._root / _CONFIGURATION), site_dir=str(self._new))
        config.plugins.on_startup(command="serve", dirty=False)
        config.site_url = self._server.url
        build(config, serve_url=self._server.url)
        shutil.rmtree(self._site)
        self._new.rename(self._site)

    def _error_page(self, code: int) -> bytes | None:
        page = self._site / f"{code}.html"
        return page.read_bytes() if page.is_file() else None


def _message(error: Exception) -> str:
    if isinstance(error, MkDocsException):
        return error.format_message().strip()
    if isinstance(error, OSError):
        return refusal(error)
    return f"{type(error).__name__}: {error}"


def main(arguments: Sequence[str]) -> None:
    """Serve the project of this folder at the address given, until interrupted.

    Where it is that of an edition elsewhere, the folders of that and of the guide follow.
    """
    logging.basicConfig(format="%(levelname)-8s %(message)s")
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    address, *folders = arguments
    host, _, port = address.rpartition(":")
    own = OwnFolder(folder=Path(folders[0]), guide=Path(folders[1])) if folders else None
    # Whoever stops the server gets back the room that its pages took.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    with TemporaryDirectory(prefix="right-ask-") as folder, suppress(KeyboardInterrupt):
        Live(Path.cwd(), Path(folder), host, int(port), own).serve()


if __name__ == "__main__":
    main(sys.argv[1:])

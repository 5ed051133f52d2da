"""While something is wrong, every page is the last good one with the message on top."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

Headers = list[tuple[str, str]]
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

_BODY = re.compile(rb"<body[^>]*>")
_HOME = "/index.html"


class LastGood:
    """What is wrong just now, and the pages that say so."""

    def __init__(self) -> None:
        self._templates = Environment(
            loader=FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True
        )
        self._faults: list[str] = []
        self.bare = True
        """Whether there was no good site yet: then each address shows only the message."""

    def page(self) -> str:
        """Return the page that is shown where there is no site yet."""
        return self._templates.get_template("page.html.j2").render()

    def mended(self) -> None:
        self._faults, self.bare = [], False

    def broken(self, said: str) -> None:
        """Show each line of this message, until `mended` is called."""
        self._faults = [line for line in said.splitlines() if line.strip()]

    def around(self, application: Application) -> Application:
        """Return the WSGI application whose pages say what is wrong."""

        def shown(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            status, headers, body = _ask(application, environ)
            # Looked up only now: the answer may have waited for a build that fixed the problem.
            if self._faults and self.bare and not status.startswith("200"):
                status, headers, body = _ask(application, {**environ, "PATH_INFO": _HOME})
            # In a frame, the page around it has the message.
            framed = environ.get("HTTP_SEC_FETCH_DEST") == "iframe"
            is_page = dict(headers).get("Content-Type") == "text/html"
            if self._faults and is_page and not framed:
                body = [self._with_message(b"".join(body))]
                headers = [header for header in headers if header[0] != "Content-Length"]
            start_response(status, headers)
            return body

        return shown

    def _with_message(self, page: bytes) -> bytes:
        message = self._templates.get_template("message.html.j2")
        shown = message.render(faults=self._faults, bare=self.bare).encode()
        return _BODY.sub(lambda tag: tag[0] + shown, page, count=1)


def _ask(application: Application, environ: dict[str, Any]) -> tuple[str, Headers, Iterable[bytes]]:
    answers: list[tuple[str, Headers]] = []
    body = application(environ, lambda status, headers: answers.append((status, headers)))
    return *answers[-1], body

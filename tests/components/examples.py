"""Every component in every state, as examples.yml beside it has them: tests go through them, and `make components` shows them."""

import functools
import http.server
import re
import sys
from dataclasses import dataclass

import jinja2
from answered import result
from made import ROOT, read_yaml
from served import Server

from build_tools.publish.site import publish

RESULT = re.compile(r"\{([\w-]+)( missed)?\}")
"""Stands for the address of a quiz that somebody took, with the first question right or missed."""
GALLERY = "/components.html"


@dataclass(frozen=True, kw_only=True)
class Example:
    component: str
    state: str
    at: str
    look: str
    steps: list


def examples():
    """Return all states, by component."""
    return [
        _example(path.parent.name, **each)
        for path in sorted((ROOT / "quiz/components").glob("*/examples.yml"))
        for each in read_yaml(path)
    ]


def _example(component, *, at, steps=(), **more):
    taken = [{name: _filled(text) for name, text in step.items()} for step in steps]
    return Example(component=component, at=_filled(at, site=""), steps=taken, **more)


def _filled(text, **site):
    return RESULT.sub(lambda quiz: result(quiz[1], {1} if quiz[2] else (), **site), text)


def gallery():
    """Return the page that shows all states side by side, each in a frame of its own."""
    template = (ROOT / "tests/components/examples.html.j2").read_text("utf-8")
    return jinja2.Environment(autoescape=True).from_string(template).render(examples=examples())


class Shown(http.server.SimpleHTTPRequestHandler):
    """A built site with the gallery beside its pages, since a page may look into frames of its own site alone."""

    def do_GET(self):
        if self.path != GALLERY:
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(gallery().encode())

    def log_message(self, *_):
        """Say nothing of each request."""


if __name__ == "__main__":
    show = functools.partial(Shown, directory=publish(ROOT))
    with Server(("127.0.0.1", int(sys.argv[1])), show) as server:
        print(f"Every component in every state: http://127.0.0.1:{sys.argv[1]}{GALLERY}")
        server.serve_forever()

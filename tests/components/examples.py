"""Every component in every state, as examples.yml beside it has them: tests go through them, and `make components` shows them."""

import functools
import re
import sys
from dataclasses import dataclass, field

import jinja2
from answered import answers, result
from made import ROOT, read_yaml
from served import Quiet, Server

from build_tools.publish.site import publish

RESULT = re.compile(r"\{(answers to )?([\w-]+)( missed)?\}")
"""Stands for the answers to a quiz that somebody took, or for its address with them: the first question right or missed."""
GALLERY = "/components.html"


@dataclass(frozen=True, kw_only=True)
class Example:
    component: str
    state: str
    at: str
    look: str
    steps: list
    kept: dict = field(default_factory=dict)
    """What this device holds before, by the name of its place there."""

    @property
    def opens(self):
        """The name of the page that it is as it opens, or “”: tests/browsers/test_site.py sees each on a phone."""
        page, _, more = self.at.partition(".html")
        return "" if more or self.steps or self.kept else page


def examples():
    """Return all states, by component."""
    return [
        _example(path.parent.name, **each)
        for path in sorted((ROOT / "quiz/components").glob("*/examples.yml"))
        for each in read_yaml(path)
    ]


def _example(component, *, at, steps=(), kept=None, **more):
    taken = [_filled(step) for step in steps]
    (filled,) = _filled({"at": at}, site="").values()
    return Example(component=component, at=filled, steps=taken, kept=_filled(kept or {}), **more)


def _filled(texts, **site):
    def taken(quiz):
        missed = {1} if quiz[3] else ()
        return answers(quiz[2], missed) if quiz[1] else result(quiz[2], missed, **site)

    return {name: RESULT.sub(taken, text) for name, text in texts.items()}


def gallery():
    """Return the page that shows all states side by side, each in a frame of its own."""
    template = (ROOT / "tests/components/examples.html.j2").read_text("utf-8")
    return jinja2.Environment(autoescape=True).from_string(template).render(examples=examples())


class Shown(Quiet):
    """A built site with the gallery beside its pages, since a page may look into frames of its own site alone."""

    def do_GET(self):  # noqa: N802 - the name that http.server calls
        if self.path != GALLERY:
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(gallery().encode())


if __name__ == "__main__":
    show = functools.partial(Shown, directory=publish(ROOT))
    with Server(("127.0.0.1", int(sys.argv[1])), show) as server:
        print(f"Every component in every state: http://127.0.0.1:{sys.argv[1]}{GALLERY}")
        server.serve_forever()

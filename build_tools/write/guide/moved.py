"""Pages at addresses that the guide had before: each leads on to the page that took its place."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import Environment

from ...problems import Problems
from ...show.views import Views
from ..render import render


def moved_pages(views: Views, env: Environment, problems: Problems) -> Mapping[str, str]:
    """Return the pages by path below the docs folder."""
    words = views.library.words
    return {
        f"{one.old}.html": render(
            env,
            "moved.html.j2",
            {
                "title": views.addresses.titles.get(one.page, ""),
                "href": views.addresses.page(one.page, one.anchor),
                "language": views.quizzes.words["language"],
                "words": words,
            },
            problems,
        )
        for one in views.library.guide.moved
    }

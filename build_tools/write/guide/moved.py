"""Pages at addresses that the guide had before: each leads on to the page that took its place."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import Environment

from ...problems import Problems
from ...show.addresses import Addresses
from ...show.content import Content
from ..render import render


def moved_pages(
    content: Content, addresses: Addresses, env: Environment, problems: Problems
) -> Mapping[str, str]:
    """Return the pages by path below the docs folder."""
    words = content.library.words
    return {
        f"{one.old}.html": render(
            env,
            "moved.html.j2",
            {
                "title": addresses.titles.get(one.page, ""),
                "href": addresses.page(one.page, one.anchor),
                "language": content.quizzes.words["language"],
                "words": words,
            },
            problems,
        )
        for one in content.library.guide.moved
    }

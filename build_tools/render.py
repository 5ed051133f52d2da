"""The Jinja environments: one per target, each escaping by default."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from traceback import walk_tb
from typing import Any, NoReturn

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
)
from markupsafe import Markup

from .errors import ContentError, Place, Problem, Problems
from .text import escape_markdown

GUIDE = "content/templates"
QUIZ = "quiz"
_MARKUP: Mapping[str, Any] = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
_UNKNOWN = re.compile(r"(?:has no attribute )?'(\w+)'(?: is undefined)?$")
_INSTEAD = "correct the name, or add the word it asks for to words.yml"


def markdown_environment(root: Path) -> Environment:
    """Return the environment for pages that MkDocs reads: Markdown that may hold HTML."""
    env = _Templates(root, GUIDE, finalize=_as_markdown, keep_trailing_newline=True, **_MARKUP)
    # Front matter is YAML, where JSON's pairs of escapes for one emoji are two broken characters.
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    return env


def html_environment(root: Path) -> Environment:
    """Return the environment for form markup, which Markdown never reads."""
    return _Templates(root, QUIZ, **_MARKUP)


def script_environment(root: Path) -> Environment:
    """Return the environment that joins scripts from their pieces; nothing in it is escaped."""
    return _Templates(root, QUIZ)


def render(env: Environment, name: str, context: Mapping[str, Any], problems: Problems) -> str:
    """Return the rendered template; a fault in it is a problem at its own line, and gives “”."""
    try:
        return env.get_template(name).render(context)
    except ContentError as error:
        problems.found += error.problems
        problems.lose("template")
        return ""


class _Templates(Environment):
    """Templates of one folder, whose faults are problems at their own line, whoever renders them."""

    def __init__(self, root: Path, folder: str, **options: Any) -> None:
        self._path, self._folder = root / folder, folder
        loader = FileSystemLoader(self._path)
        # Each run makes its environments anew, so no template changes under one.
        super().__init__(loader=loader, undefined=StrictUndefined, auto_reload=False, **options)

    def handle_exception(self, source: str | None = None) -> NoReturn:
        try:
            super().handle_exception(source)
        except TemplateError as error:
            place = self._place_of(error)
            if place is None:
                raise
            raise _content_error(error, place) from error

    def get_template(self, name: str | Template, *args: Any, **more: Any) -> Template:
        try:
            return super().get_template(name, *args, **more)
        except TemplateNotFound as error:
            raise _content_error(error, Place(path=f"{self._folder}/{error.name}")) from error

    def _place_of(self, error: TemplateError) -> Place | None:
        """Return the template line an error comes from, or None where its text is in no template.

        Jinja rewrites tracebacks to hold the lines of templates.
        """
        for frame, line in reversed(list(walk_tb(error.__traceback__))):
            path = Path(frame.f_code.co_filename)
            if path.is_relative_to(self._path):
                relative = path.relative_to(self._path).as_posix()
                return Place(path=f"{self._folder}/{relative}", line=line)
        return None


def _content_error(error: TemplateError, place: Place) -> ContentError:
    what = (error.message or type(error).__name__).rstrip(".")
    unknown = _UNKNOWN.search(what)
    if unknown:
        what = f"unknown name “{unknown[1]}”"
    return ContentError((Problem(place=place, where="template", what=what, instead=_INSTEAD),))


def _as_markdown(value: object) -> object:
    return value if hasattr(value, "__html__") else Markup(escape_markdown(str(value)))  # noqa: S704

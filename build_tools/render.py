"""The Jinja environments: one per target, each escaping by default."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
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


def markdown_environment(root: Path) -> Environment:
    """Return the environment for pages that MkDocs reads: Markdown that may hold HTML."""
    env = _Templates(
        loader=FileSystemLoader(root / GUIDE),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_as_markdown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    # Front matter is YAML, where JSON's pairs of escapes for one emoji are two broken characters.
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    return env


def html_environment(root: Path) -> Environment:
    """Return the environment for form markup, which Markdown never reads."""
    return _Templates(
        loader=FileSystemLoader(root / QUIZ),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def script_environment(root: Path) -> Environment:
    """Return the environment that joins scripts from their pieces; nothing in it is escaped."""
    return _Templates(loader=FileSystemLoader(root / QUIZ), undefined=StrictUndefined)


def render(env: Environment, name: str, context: Mapping[str, Any], problems: Problems) -> str:
    """Return the rendered template; a fault in it is a problem at its own line, and gives “”."""
    try:
        return env.get_template(name).render(context)
    except ContentError as error:
        problems.found += error.problems
        problems.lose("template")
        return ""


class _Templates(Environment):
    """Templates whose faults are problems at their own line, whoever renders them."""

    def handle_exception(self, source: str | None = None) -> NoReturn:
        try:
            super().handle_exception(source)
        except TemplateError as error:
            place = _place_of(error, self)
            if place is None:
                raise
            raise _content_error(error, place) from error

    def get_template(self, name: str | Template, *args: Any, **more: Any) -> Template:
        try:
            return super().get_template(name, *args, **more)
        except TemplateNotFound as error:
            raise _content_error(error, Place(path=f"{_base(self)}/{error.name}")) from error


def _content_error(error: TemplateError, place: Place) -> ContentError:
    what = (error.message or type(error).__name__).rstrip(".")
    unknown = _UNKNOWN.search(what)
    if unknown:
        what = f"unknown name “{unknown[1]}”"
    return ContentError((Problem(place=place, where="template", what=what, instead=_INSTEAD),))


_UNKNOWN = re.compile(r"(?:has no attribute )?'(\w+)'(?: is undefined)?$")
_INSTEAD = "correct the name, or add the word it asks for to words.yml"


def _as_markdown(value: object) -> object:
    return value if hasattr(value, "__html__") else Markup(escape_markdown(str(value)))  # noqa: S704


def _place_of(error: TemplateError, env: Environment) -> Place | None:
    """Return the template line an error comes from, or None where its text is in no template.

    Jinja rewrites tracebacks to hold the lines of templates.
    """
    root = Path(env.loader.searchpath[0]) if isinstance(env.loader, FileSystemLoader) else Path()
    found = [(getattr(error, "filename", None) or "", getattr(error, "lineno", None) or 1)]
    trace = error.__traceback__
    while trace is not None:
        found.append((trace.tb_frame.f_code.co_filename, trace.tb_lineno))
        trace = trace.tb_next
    for path, line in reversed(found):
        if path and Path(path).is_relative_to(root):
            relative = Path(path).relative_to(root).as_posix()
            return Place(path=f"{_base(env)}/{relative}", line=line)
    return None


def _base(env: Environment) -> str:
    return GUIDE if env.finalize else QUIZ

"""The Jinja environments: one per target, each escaping by default."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup

from .errors import Place, Problems
from .text import escape_markdown

GUIDE = "content/templates"
QUIZ = "quiz"


def markdown_environment(root: Path) -> Environment:
    """Return the environment for pages that MkDocs reads: Markdown that may hold HTML."""
    return Environment(
        loader=FileSystemLoader(root / GUIDE),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_as_markdown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def html_environment(root: Path) -> Environment:
    """Return the environment for form markup, which Markdown never reads."""
    return Environment(
        loader=FileSystemLoader(root / QUIZ),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def script_environment(root: Path) -> Environment:
    """Return the environment that joins scripts from their pieces; nothing in it is escaped."""
    return Environment(loader=FileSystemLoader(root / QUIZ), undefined=StrictUndefined)  # noqa: S701


def render(env: Environment, name: str, context: Mapping[str, Any], problems: Problems) -> str:
    """Return the rendered template; a fault in it is a problem at its own line, and gives “”."""
    try:
        return env.get_template(name).render(context)
    except TemplateError as error:
        problems.add(_place_of(error, env, name), "template", _message(error), _INSTEAD)
        return ""


_INSTEAD = "correct the name, or add the word it asks for to words.yml"


def _as_markdown(value: object) -> object:
    return value if hasattr(value, "__html__") else Markup(escape_markdown(str(value)))  # noqa: S704


def _message(error: TemplateError) -> str:
    return (error.message or type(error).__name__).rstrip(".")


def _place_of(error: TemplateError, env: Environment, name: str) -> Place:
    """Return the template line an error comes from; Jinja rewrites tracebacks to hold it."""
    line, path = getattr(error, "lineno", None), getattr(error, "filename", None)
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            line, path = trace.tb_lineno, file
        trace = trace.tb_next
    base = GUIDE if env.finalize else QUIZ
    root = Path(env.loader.searchpath[0]) if isinstance(env.loader, FileSystemLoader) else Path()
    relative = Path(path).relative_to(root).as_posix() if path else name
    return Place(path=f"{base}/{relative}", line=line or 1)

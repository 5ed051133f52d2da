"""Templates: a Jinja environment for each kind of output, which escapes by default."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, cached_property
from html import escape
from pathlib import Path
from traceback import walk_tb
from typing import Any, NoReturn

import jinja2
from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    DictLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
)
from jinja2.bccache import Bucket
from markupsafe import Markup

from ..model.guide import ProsePage
from ..model.tokens import content_hash
from ..problems import ContentError, Place, Problem
from ..show.writing import Writing
from .identifiers import identifier, number
from .mirrored import mirrored

COMPILED = ".build/templates"
EXPORTERS = "build_tools/write/exporters"
GUIDE = "content/templates"
QUIZ = "quiz"
_CODE = Path(__file__).parents[2]
_UNKNOWN = re.compile(r"(?:has no attribute )?'(\w+)'(?: is undefined)?$")
# One search is a third of the time that str.translate takes for text that is not ASCII.
_MARKDOWN = re.compile(r"[&<>\"'\\`*_{}\[\]#|~\n]|^(?:[-+:=]|\d+(?=[.)]))")

_ADD = "add the file, or correct the name where it is called"
_CORRECT = "correct the name, or add the word it asks for to words.yml"


# No slots: each environment is made when it is first asked for, and kept.
@dataclass(frozen=True, kw_only=True)
class Templates:
    """All templates of one run."""

    root: Path
    pages: tuple[ProsePage, ...] = ()
    """The prose pages by path: their bodies are templates too."""
    writing: Writing = field(default_factory=Writing)

    @cached_property
    def markdown(self) -> Environment:
        """What MkDocs reads: Markdown that may hold HTML."""
        env = _Folder(
            self.root,
            GUIDE,
            Compiled(self.root, "markdown"),
            DictLoader({page.path: page.body for page in self.pages}),
            writing=self.writing,
            finalize=as_markdown,
            keep_trailing_newline=True,
        )
        # Front matter is YAML, where JSON's pairs of escapes for one emoji are two broken characters.
        env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
        return env

    @cached_property
    def html(self) -> Environment:
        """Markup of components and channels, which Markdown never reads."""
        return _Folder(self.root, QUIZ, Compiled(self.root, "html"), writing=self.writing)

    @cached_property
    def xml(self) -> Environment:
        """Files of other programs, whose templates stand beside the code."""
        env = _Folder(_CODE, EXPORTERS, Compiled(self.root, "xml"), writing=self.writing)
        # The end of a CDATA section splits the section there.
        env.filters["cdata"] = lambda value: Markup(str(value).replace("]]>", "]]]]><![CDATA[>"))  # noqa: S704
        # Between tags a quote needs no reference, and Moodle shows “&#39;” as typed (scorm_parse_scorm in its scormlib.php).
        env.filters["words"] = lambda value: Markup(escape(str(value), quote=False))  # noqa: S704
        env.filters |= {"identifier": self.identifier, "number": number}
        return env

    def identifier(self, slug: str, of: str = "") -> str:
        """Return the identifier of a slug in files of other programs, which tell a quiz and its translation apart by nothing else."""
        return identifier(f"{self.writing.tag}/{slug}" if self.writing.foreign else slug, of)

    @cached_property
    def read(self) -> Callable[[str], str]:
        """Returns the text of a file of quiz/, and reads each only once: many pages hold the same scripts and styles."""
        return cache(lambda name: (self.root / QUIZ / name).read_text("utf-8"))

    def joined(self, *names: str) -> Markup:
        """Return these files of quiz/ one after the other: scripts as they are, styles as the language runs."""
        text = "".join(map(self.read, names))
        turned = self.writing.turned and names[0].endswith(".css")
        return Markup(mirrored(text) if turned else text)  # noqa: S704 - ours


class _Files(FileSystemLoader):
    """Templates of one folder, each called by its path in the project.

    So what was compiled is good wherever the project lies, and a fault names the place that authors know.
    """

    def __init__(self, root: Path, folder: str) -> None:
        super().__init__(root / folder)
        self._folder = folder

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        text, _, fresh = super().get_source(environment, template)
        return text, f"{self._folder}/{template}", fresh


class _Folder(Environment):
    """Templates of one folder, whose faults are problems at their own line, whoever renders them."""

    def __init__(
        self,
        root: Path,
        folder: str,
        kept: FileSystemBytecodeCache,
        *more: BaseLoader,
        writing: Writing,
        **options: Any,
    ) -> None:
        self._folder = folder
        super().__init__(
            loader=ChoiceLoader([_Files(root, folder), *more]),
            undefined=StrictUndefined,
            # Each run makes new environments, so no template changes while one is used.
            auto_reload=False,
            bytecode_cache=kept,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            **options,
        )
        self.globals["writing"] = writing

    def handle_exception(self, source: str | None = None) -> NoReturn:
        try:
            super().handle_exception(source)
        except TemplateError as error:
            place = self._place_of(error)
            if place is None:
                raise
            raise _content_error(place, _what(error), _CORRECT) from error

    def get_template(self, name: str | Template, *args: Any, **more: Any) -> Template:
        try:
            return super().get_template(name, *args, **more)
        except TemplateNotFound as error:
            place = Place(path=f"{self._folder}/{error.name}")
            raise _content_error(place, "template not found", _ADD) from error

    def _place_of(self, error: TemplateError) -> Place | None:
        """Return the template line an error comes from, or None where its text is in no template.

        Jinja rewrites tracebacks to hold the lines of templates.
        """
        for frame, line in reversed(list(walk_tb(error.__traceback__))):
            path = frame.f_code.co_filename
            if path.startswith(f"{self._folder}/"):
                return Place(path=path, line=line)
        return None


class Compiled(FileSystemBytecodeCache):
    """Compiled templates kept from run to run: compiling was a fifth of what a check costs.

    Jinja takes one only for the same text. It also depends on Jinja, the target, and the code
    that sets the target up; these name its folder.
    """

    def __init__(self, root: Path, target: str) -> None:
        version = content_hash(jinja2.__version__, target, Path(__file__).read_text("utf-8"))
        kept = root / COMPILED / version
        with suppress(OSError):
            kept.mkdir(parents=True, exist_ok=True)
        super().__init__(str(kept))

    def dump_bytecode(self, bucket: Bucket) -> None:
        # If nothing can be kept there, each run compiles.
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _content_error(place: Place, what: str, instead: str) -> ContentError:
    return ContentError((Problem(place=place, where="template", what=what, instead=instead),))


def _what(error: TemplateError) -> str:
    what = (error.message or type(error).__name__).rstrip(".")
    unknown = _UNKNOWN.search(what)
    return f"unknown name “{unknown[1]}”" if unknown else what


def as_markdown(value: object) -> object:
    return value if hasattr(value, "__html__") else Markup(escape_markdown(str(value)))  # noqa: S704


def escape_markdown(text: str) -> str:
    """Return text escaped so that Markdown and the HTML it may hold show it as typed.

    Character references mean the same in a paragraph, a heading, a raw HTML block and an
    attribute, so one escape serves a template that mixes them.
    """
    return _MARKDOWN.sub(lambda match: "".join(f"&#{ord(char)};" for char in match[0]), text)

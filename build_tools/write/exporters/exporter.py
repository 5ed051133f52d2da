"""What an exporter is: a way to write a form for another program, and what that program cannot hold."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from ...show.addresses import Link
from ...show.brand import Brand
from ...show.items import ItemView
from ..render import Templates

Feature = Literal[
    "question",
    "options",
    "key",
    "reasons",
    "grid",
    "row-reasons",
    "statement",
    "links",
    "title",
    "intro",
    "license",
    "ids",
    "part-ids",
    "version",
    "topic",
]
FEATURES: tuple[Feature, ...] = get_args(Feature)
"""The parts of a form that a format may lose."""

Fate = Literal["kept", "flattened", "lost"]
"""In a field of its own; as text inside another field; not in the file."""


ALL = "all-quizzes"
"""What the file of all quizzes is called, where a format has one."""

_LONGEST, _END = 200, 40
"""What SCORM 1.2 promises a title. Moodle (scorm_scoes in mod/scorm/db/install.xml) and Canvas (validates_length_of :title in quiz.rb)
keep 255 characters, and take nothing in whose title is longer."""


def fitting(title: str) -> str:
    """Return a title as every platform can keep it; its end stays, which tells quizzes apart."""
    if len(title) <= _LONGEST:
        return title
    return f"{title[: _LONGEST - _END - 1]}…{title[-_END:]}"


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportForm:
    """A form as exporters are handed it; links in it are absolute."""

    id: str
    title: str
    group: str
    """The title of its blueprint."""
    site: str
    """The name of the guide."""
    license: str
    intro: str
    items: tuple[ItemView, ...]
    guide: str
    """Where it is in the guide."""
    linked: bool
    """Whether its links work, which they do if the address of the guide is known."""
    words: Mapping[str, str]
    brand: Brand
    """What an edition puts beside its name."""
    made: str
    """When the content last changed, as ISO 8601 writes it; “” where nobody knows."""
    after: tuple[Link, ...]
    """Where in the guide to go on after it."""
    mixed: bool = False
    """Whether a program may shuffle options. It may not in a form, since the key on paper goes by letters."""

    def mixes(self, item: ItemView) -> bool:
        """Return whether a program may show the options or rows of an item in any order."""
        return self.mixed and not item.item.closed

    def numbered(self, item: ItemView) -> str:
        """Return the id of the form and the number of the item, padded so that sorting by name keeps the order."""
        return f"{self.id} {item.number:0{len(str(len(self.items)))}}"

    @property
    def short(self) -> str:
        """What its title says beyond that of its blueprint."""
        return self.title.removeprefix(self.group).strip(" ·:") or self.title


@dataclass(frozen=True, kw_only=True, slots=True)
class Exporter:
    """A format. `write` takes a form and the templates, and returns a file."""

    id: str
    suffix: str
    write: Callable[[ExportForm, Templates], bytes]
    together: Callable[[Sequence[ExportForm], Templates], bytes] | None = None
    """Writes one file of all quizzes, for programs that play them; such a format has no file of the bank."""
    scored: Callable[[int | None], "Exporter"] | None = None
    """Returns this format with scores, which it has not by itself, and with a pass mark from 1 to 100 if one is given."""
    flattened: frozenset[Feature] = frozenset()
    lost: frozenset[Feature] = frozenset()
    beside: Mapping[str, bytes] = field(default_factory=dict)
    """Files that those of this format refer to, by name."""

    def fate(self, feature: Feature) -> Fate:
        if feature in self.lost:
            return "lost"
        return "flattened" if feature in self.flattened else "kept"

    def file(self, form: str) -> str:
        return f"{form}.{self.suffix}"

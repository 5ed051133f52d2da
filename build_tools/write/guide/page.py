"""One page of the guide: what it is made from, and what it is once rendered."""

from dataclasses import dataclass, field
from typing import Self

from ...problems import Place


@dataclass(frozen=True, kw_only=True, slots=True)
class GuidePage:
    """One generated page: its Markdown, and where an author changes it."""

    id: str
    title: str
    markdown: str
    bound: float | None
    """The reading grade it must not pass; None for pages that are questions."""
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Loads:
    """The scripts and the styles that a page needs besides the theme's, by component."""

    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()

    @classmethod
    def of(cls, *components: str) -> Self:
        """Return what loads the script and the style of each component."""
        return cls(components, components)


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """What is set for a page, besides its content."""

    id: str
    template: str = ""
    """The name of its template, if that is not its id."""
    edit: str = "content/words.yml"
    """The file an author edits to change it."""
    loads: Loads = Loads()
    embeds: bool = False
    """Whether other sites may embed what it shows: there is a standalone page of its name."""
    bound: float | None = None
    place: Place | None = None
    """Where an author finds it in the file; None for the whole of it."""

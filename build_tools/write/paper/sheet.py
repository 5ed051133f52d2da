"""What a sheet is: something to print, before its size is known."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from ...show.addresses import SHEETS_FOLDER
from ..writer import Writer

Size = Literal["letter", "a4", "large"]
SIZES: tuple[Size, ...] = get_args(Size)
"""Two sizes of paper, and large print, which fits both."""
PLAIN: tuple[Size, ...] = ("letter", "a4")


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """One thing to print."""

    id: str
    kind: str
    """The name of its template in quiz/channels/paper/."""
    title: str
    href: str
    """The address of its page in the guide; “” if that of the guide is not known."""
    context: Mapping[str, Any]
    """What its template is handed."""
    of: str = ""
    """The id of the form or of the set of sheets that it belongs to, if it belongs to one."""
    quiz: str = ""
    """The title of the form that it belongs to, if it does."""
    sizes: tuple[Size, ...] = SIZES
    """The sizes it comes in."""

    @property
    def code(self) -> str:
        """What is printed on each page of it, and what a command calls it."""
        return self.of or self.id

    @property
    def page(self) -> str:
        """Where it is as a page for browsers, below the pages of the guide."""
        return f"{SHEETS_FOLDER}/{self.id}.html"

    def file(self, size: Size) -> str:
        return f"{self.id}-{size}.pdf"


def address(page: str, writer: Writer) -> str:
    """Return the address of a page of the guide; “” if that of the guide is not known."""
    return writer.views.addresses.page(page) if writer.views.settings.site_url else ""

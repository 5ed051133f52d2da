"""The brand of an edition: its logo, its colors, and how to reach the center; the guide itself has none."""

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from ..model.center import UNCHANGED, Contact, Picture
from ..model.edition import Edition
from .addresses import Link
from .palette import Palette, palette_of

_TYPES = {"svg": "image/svg+xml", "png": "image/png"}
_UNCHANGED = " !$'()*+,/:;=?@"
"""What a data address holds unescaped, besides letters and digits."""
_IMAGES = "assets/images"


@dataclass(frozen=True, kw_only=True, slots=True)
class Logo:
    """A logo beside a name."""

    path: str
    """Its path in the site."""
    src: str
    """The picture itself as an address, for pages of one file."""
    alt: str
    width: float
    height: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Brand:
    """The brand on every page of an edition; what the edition does not give is empty."""

    palette: Palette | None = None
    logo: Logo | None = None
    card: str = ""
    """The path of the picture that social networks show of a shared page."""
    own_letters: bool = True
    """Whether the guide is set in the letters that come with it."""
    book: Link | None = None
    """Where to make an appointment, with the words on the button."""
    contact: tuple[Link, ...] = ()
    services: tuple[Link, ...] = ()

    @property
    def any(self) -> bool:
        return self != GUIDE

    @property
    def book_address(self) -> str:
        """Where to make an appointment, as people type it."""
        href = self.book.href if self.book else None
        return re.sub(r"^(?:https://|mailto:)|/$", "", href or "")

    @property
    def reached(self) -> bool:
        """Whether anything says how to reach the center."""
        return bool(self.book or self.contact)


GUIDE = Brand()
"""That of the guide itself."""


@cache
def brand_of(edition: Edition | None, book_text: str) -> Brand:
    """Return the brand of an edition; `book_text` is on its button if the edition has no words for that."""
    if edition is None:
        return GUIDE
    look, center = edition.look, edition.center
    booked = center.appointment
    return Brand(
        palette=palette_of(look.accent) if look.accent else None,
        logo=_logo(look.logo_picture, look.logo_alt or "") if look.logo_picture else None,
        card=_path(look.card_picture, "card") if look.card_picture else "",
        own_letters=look.font != "system",
        book=Link(title=booked.text or book_text, href=booked.link) if booked else None,
        contact=tuple(_ways(center.contact)) if center.contact else (),
        services=tuple(Link(title=service.title, href=service.url) for service in center.services),
    )


def pictures_of(edition: Edition | None) -> dict[str, bytes]:
    """Return the pictures of an edition by path below the docs folder."""
    look = edition.look if edition else UNCHANGED
    pictures = {"logo": look.logo_picture, "card": look.card_picture}
    return {_path(one, name): one.data for name, one in pictures.items() if one}


def _logo(picture: Picture, alt: str) -> Logo:
    return Logo(
        path=_path(picture, "logo"),
        src=f"data:{_TYPES[_ending(picture)]}{_inline(picture)}",
        alt=alt,
        width=picture.width,
        height=picture.height,
    )


def _inline(picture: Picture) -> str:
    """Return a picture as the end of a data address: a drawing as text, which is compressed with its page, or base64."""
    if _ending(picture) == "svg":
        text = " ".join(picture.data.decode().split())
        quoted = text if "'" in text else text.replace('"', "'")
        return f",{quote(quoted, safe=_UNCHANGED)}"
    return f";base64,{b64encode(picture.data).decode()}"


def _ways(contact: Contact) -> Iterator[Link]:
    """Yield each way to reach a center, as text with its address."""
    if contact.place:
        yield Link(title=contact.place, href=None)
    if contact.mail:
        yield Link(title=contact.mail, href=f"mailto:{contact.mail}")
    if contact.phone:
        number, *extension = re.split(r"\s*(?:x|ext\.?)\s*", contact.phone)
        digits = re.sub(r"[^\d+]", "", number)
        yield Link(title=contact.phone, href=f"tel:{';ext='.join((digits, *extension))}")


def _path(picture: Picture, name: str) -> str:
    return f"{_IMAGES}/{name}.{_ending(picture)}"


def _ending(picture: Picture) -> str:
    return picture.name.rpartition(".")[2]

"""The center behind an edition: its look, where it is, and how to make an appointment."""

from dataclasses import dataclass
from typing import Annotated, Literal

from .fields import UNWRITTEN, Color, EmailAddress, LinkTarget, Phone, Plain, Text, Url

Font = Literal["atkinson-hyperlegible", "system"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """A picture that was checked, and may be shown."""

    name: str
    """The name of its file."""
    data: bytes
    width: float
    height: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """How an edition looks."""

    logo: Plain | None = None
    """The name of an SVG or PNG file in the folder of the edition; it stands beside the name, so a short form of a long logo is best."""
    logo_alt: Text | None = None
    """What the logo says that the name of the edition does not, for people who do not see it."""
    accent: Color | None = None
    """The color of buttons and links, as "#8a1f3d", in quotes. Where it would be hard to read, a darker or lighter shade of it is shown."""
    font: Font = "atkinson-hyperlegible"
    """The letters of the guide: those that come with it, or those of the reader’s device."""
    card: Plain | None = None
    """The name of a PNG file of 1200 by 630 pixels: the picture that social networks show of a shared page."""
    logo_picture: Annotated[Picture | None, UNWRITTEN] = None
    card_picture: Annotated[Picture | None, UNWRITTEN] = None


UNCHANGED = Look()
"""The look of the guide itself."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Appointment:
    """How to make an appointment."""

    link: LinkTarget
    """Where to book: an address that begins with https://, or mailto: and a mail address."""
    text: Text | None = None
    """The words on the button, if not “Book an appointment”."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    """How to reach the center."""

    place: Text | None = None
    """Where it is, and when somebody is there."""
    mail: EmailAddress | None = None
    phone: Phone | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Service:
    """Something else that the center offers, such as a directory of former students, or events."""

    title: Text
    url: Url


@dataclass(frozen=True, kw_only=True, slots=True)
class Center:
    """Who makes an edition, and how to reach them."""

    appointment: Appointment | None = None
    contact: Contact | None = None
    services: tuple[Service, ...] = ()
    footer: Text | None = None
    """The line at the foot of every page."""
    site_url: Url | None = None
    """Where the edition will be published, if the host does not say so."""


NOBODY = Center()
"""The center of an edition that names none."""

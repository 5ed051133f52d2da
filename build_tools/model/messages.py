"""Short messages to adapt."""

from dataclasses import dataclass, field
from typing import Annotated

from .. import families
from ..problems import Place
from .fields import AskId, Key, Text, Written, own_id


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a message; `own` says that each sender fills it in, as with a name or a job."""

    text: str
    own: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """A short message to adapt."""

    id: Annotated[str, own_id(families.MESSAGE, inside=True)]
    ask: AskId | None
    """The request it makes, if it makes one."""
    when: Text
    """When to send it."""
    pieces: Annotated[tuple[Piece, ...], Written(Text), Key("text")]
    """What is sent; each sender replaces what stands in { }."""
    place: Place = field(compare=False)

    @property
    def text(self) -> str:
        """What is copied and sent."""
        return "".join(piece.text for piece in self.pieces)

"""The language of an edition, and which way its letters run."""

from dataclasses import dataclass
from typing import Literal

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Language:
    """What all words of an edition are written in."""

    tag: str = "en"
    """As BCP 47 has it: “es”, or “es-US” for the Spanish of one country."""
    direction: Direction = "ltr"

    @property
    def name(self) -> str:
        """The language without a country, by which lists of words go."""
        return self.tag.split("-", 1)[0].lower()


GUIDE_LANGUAGE = Language()
"""What the guide itself is written in."""

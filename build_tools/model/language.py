"""The language of an edition, and the direction of its letters."""

from dataclasses import dataclass
from typing import Literal

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Language:
    """The language of all texts of an edition."""

    tag: str = "en"
    """Its BCP 47 tag: “es”, or “es-US” for the Spanish of one country."""
    direction: Direction = "ltr"

    @property
    def name(self) -> str:
        """The language without a country, which names the folder of its word lists."""
        return self.tag.split("-", 1)[0].lower()


GUIDE_LANGUAGE = Language()
"""The language of the guide itself."""

"""What must not repeat: ids in each family, and texts that tell records apart."""

from dataclasses import dataclass, field
from textwrap import shorten

from ..problems import Place, Problems
from .files import stem_of

_SHOWN = 60
_GIVE = "give one of them its own"


@dataclass(frozen=True, kw_only=True, slots=True)
class Claims:
    """The ids and texts seen so far, and where what is wrong with them goes."""

    problems: Problems
    _seen: dict[tuple[str, str, str], Place] = field(default_factory=dict)

    def claim(self, name: str, place: Place, family: str, scope: str = "") -> bool:
        """Return whether an id is the first of its family, noting it when another record has it already."""
        first = self._seen.setdefault((family, scope, name), place)
        if not name or first is place:
            return True
        self.problems.add(place, name, f"this id stands at {first} too", "give it another id")
        self.problems.lose(family)
        # One of the two is meant to have another id, which its file may be named after.
        self.problems.excuse(stem_of(first.path), stem_of(place.path))
        return False

    def distinct(self, text: str, place: Place, family: str, key: str, where: str) -> None:
        """Note a text that another record of the family has under the same key."""
        first = self._seen.setdefault((family, key, text.casefold()), place)
        if text and first is not place:
            shown = shorten(text, _SHOWN, placeholder="…")
            self.problems.add(place, where, f"“{shown}” stands at {first} too", _GIVE)
            # What is told apart by these is not judged while it cannot be.
            self.problems.lose("why")

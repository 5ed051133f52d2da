"""Texts of the input as they were typed."""

from dataclasses import dataclass

from ..problems import Place


@dataclass(frozen=True, kw_only=True, slots=True)
class Typed:
    """A text with its place and the key it stands under."""

    place: Place
    key: str
    text: str
    source: str = ""
    """The text as it stands in the file, folded and in quotes; “” if not known."""

    def at(self, offset: int) -> Place:
        """Return where a sign of the text stands in its file; where the text begins, if that cannot be told."""
        sign = self.text[offset]
        *before, _ = self.source.split(sign, self.text[:offset].count(sign) + 1)
        if len(before) <= self.text[:offset].count(sign) or self.source.startswith(sign):
            return self.place
        lines = sign.join(before).split("\n")
        first = self.place.column if len(lines) == 1 else 1
        line = self.place.line + len(lines) - 1
        return Place(path=self.place.path, line=line, column=first + len(lines[-1]))

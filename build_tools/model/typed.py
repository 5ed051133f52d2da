"""Texts of the input as they were typed."""

from dataclasses import dataclass

from ..problems import Place


@dataclass(frozen=True, kw_only=True, slots=True)
class Typed:
    """A text with its place and the key it stands under."""

    place: Place
    key: str
    text: str

"""How a language writes dates, numbers and lists, by the Unicode CLDR."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.numbers import get_decimal_symbol

from ..model.language import GUIDE_LANGUAGE, Language

_COMMAS = {"ar": "، ", "fa": "، ", "ur": "، ", "ja": "、", "zh": "、"}
"""Of languages that have another than ours. The CLDR’s own patterns of lists hold an “and” besides."""
_CAPITAL_NOUNS = ("de", "lb")
"""Languages in which a noun has its capital within a sentence too."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Writing:
    """The language of all pages and files, for templates."""

    language: Language = GUIDE_LANGUAGE

    @property
    def tag(self) -> str:
        """What `lang` and `xml:lang` say."""
        return self.language.tag

    @property
    def turned(self) -> bool:
        """Whether its letters run from right to left."""
        return self.language.direction == "rtl"

    @property
    def foreign(self) -> bool:
        """Whether it is not the language of the guide, which files for other programs do not name."""
        return self.tag != GUIDE_LANGUAGE.tag

    @property
    def comma(self) -> str:
        """The separator of the entries of a list."""
        return _COMMAS.get(self.language.name, ", ")

    def date(self, day: str) -> str:
        """Return a day, YYYY-MM-DD, with the name of its month."""
        return format_date(date.fromisoformat(day), "long", locale=_locale(self.tag))

    def number(self, value: str | int) -> str:
        """Return a number with the decimal sign of the language, and as many digits."""
        return str(value).replace(".", get_decimal_symbol(_locale(self.tag)))

    def inside(self, title: str) -> str:
        """Return a title as it is written within a sentence."""
        kept = self.language.name in _CAPITAL_NOUNS
        return title if kept else title[:1].lower() + title[1:]


def _locale(tag: str) -> Any:
    return Locale.parse(tag, sep="-")

"""The input of the rules of the bank: word lists, and the warnings that were accepted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from ..families import Family
from ..problems import Place
from .fields import Names, Number, Plain, SourceId, ref

WORD_LISTS = (
    "absolutes",
    "negatives",
    "combined",
    "frequency",
    "judging",
    "pointing",
    "capitals",
    "titles",
    "function",
)
"""The lists of words.yml in the folder of a language, all of which rules name."""
ACCEPTED = Family("item with a warning")
"""The family of what an accepted warning is about."""
WordLists = Annotated[Mapping[str, tuple[Plain, ...]], Names(WORD_LISTS)]
"""Words and phrases that rules look for."""
Openings = Mapping[str, tuple[Plain, ...]]
"""Classes of words that an option may begin with."""
Usage = Mapping[str, Plain]
"""What to write in place of a word."""
Qualifiers = Mapping[SourceId, tuple[Plain, ...]]
"""The words, by source: an item on a claim of it must have one of them."""
BANK = "bank"
"""The name of the whole bank where a rule names an item."""


Formula = Literal["flesch-kincaid", "fernandez-huerta"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Measures:
    """How texts of a language are measured, and how hard and long they may be."""

    formula: Formula
    """The formula for the reading grade of a text."""
    item: Number
    """The highest grade of an item."""
    bank: Number
    """The highest grade of all items on average."""
    sentence: Number
    """The grade from which a sentence of a page gets a warning."""
    longer: Number
    """How many words a text has for each word of it in English."""
    pairs: tuple[Plain, ...] = ()
    """Signs that come in twos: the one that opens, and the one that closes."""


LISTS = ("measures", "openings", "qualifiers", "usage", "words")
"""The names of the files that rules need in each language."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleWords:
    """Words and phrases, in lower case where they are not names."""

    lists: Mapping[str, tuple[str, ...]]
    """By the names in `WORD_LISTS`, with `opinions` and `quoted`."""
    openings: Mapping[str, str]
    """The class of each word that an option may begin with."""
    usage: Mapping[str, str]
    """What to write in place of a word."""
    qualifiers: Mapping[str, tuple[str, ...]]
    """The words, by source: an item on a claim of it must have one of them."""
    names: tuple[str, ...]
    """The first names that were looked over for use in items."""
    measures: Measures | None
    """How its texts are measured; None if its language has no measures."""
    lacking: frozenset[str] = frozenset()
    """The names of the files that its language lacks; rules that need one do not run."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Opinions:
    """Claims that are opinions, and the words that mark them as such."""

    opinions: tuple[SourceId, ...]
    """Claims of sources that are opinions."""
    quoted: tuple[Plain, ...]
    """Words that mark a text as an opinion."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstNames:
    """The first names that were looked over for use in items."""

    names: tuple[Plain, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Accepted:
    """A warning that stands, with the reason why."""

    rule: Plain
    item: Annotated[str, ref(ACCEPTED)]
    reason: Plain
    place: Place = field(compare=False)

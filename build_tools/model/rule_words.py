"""What the rules of the bank go by: their word lists, and the warnings that were accepted."""

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
"""Words of which an item on a claim needs one, by the claim’s source."""
BANK = "bank"
"""What all items together are called where a rule names an item."""


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
    """How many words it takes to say what takes one in English."""
    pairs: tuple[Plain, ...] = ()
    """Signs that come in twos: the one that opens, and the one that closes."""


LISTS = ("measures", "openings", "qualifiers", "usage", "words")
"""What rules go by in each language, by the names of the files."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleWords:
    """Words and phrases in lower case, but for names and other words with a capital."""

    lists: Mapping[str, tuple[str, ...]]
    """By the names in `WORD_LISTS`, with `opinions` and `quoted`."""
    openings: Mapping[str, str]
    """The class of each word that an option may begin with."""
    usage: Mapping[str, str]
    """What to write in place of a word."""
    qualifiers: Mapping[str, tuple[str, ...]]
    """Words of which an item on a claim needs one, by the claim's source."""
    names: tuple[str, ...]
    """The first names that were looked over for use in items."""
    measures: Measures | None
    """How its texts are measured; None in a language for which nobody has said it."""
    lacking: frozenset[str] = frozenset()
    """The lists that its language does not have, by the names of their files. Rules that go by one rest."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Opinions:
    """What is told as somebody's opinion, and not as a fact."""

    opinions: tuple[SourceId, ...]
    """Claims of sources that are opinions."""
    quoted: tuple[Plain, ...]
    """Words that say so."""


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

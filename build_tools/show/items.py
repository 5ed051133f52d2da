"""Items as templates get them: the view of each kind names its template."""

from dataclasses import dataclass
from typing import ClassVar

from ..model.items import Item
from .addresses import Link

_WORDS_A_MINUTE = 100
"""Words of questions answered in a minute: half of reading speed, to leave time to think and to read the reasons."""
_LEAST = 2
"""Minutes that any form takes."""
_SEVERAL = 2


def anchor_of(item: Item) -> str:
    """Return the id of the element that shows an item on pages of the guide."""
    return "q-" + item.id.replace("/", "-")


@dataclass(frozen=True, kw_only=True, slots=True)
class StatementView:
    """One statement as readers see it; `badge` names what it rests on, “source” or “advice”."""

    id: str
    anchor: str
    text: str
    because: str | None
    badge: str
    because_badge: str
    """What its reason rests on; “” where one badge speaks for both."""
    href: str
    home: str
    """The title of the page it is at home on."""

    @property
    def with_reason(self) -> str:
        """The statement with its reason, as it ends an answer."""
        return f"{self.text} {self.because}" if self.because else self.text


@dataclass(frozen=True, kw_only=True, slots=True)
class SectionView:
    """The statements under one heading, in lists by name, and what most of them rest on."""

    lists: tuple[tuple[str, tuple[StatementView, ...]], ...]
    whole: bool = True
    """Whether the section says nothing else."""

    @property
    def badge(self) -> str:
        """The badge in the heading: “source” if at least half of the statements rest on one; “” for a single statement."""
        badges = self._badges
        if sum(len(statements) for _, statements in self.lists) < _SEVERAL:
            return ""
        return "source" if badges.count("source") * 2 >= len(badges) else "advice"

    @property
    def share(self) -> str:
        """“all” if that badge is true of the whole section, else “most”."""
        return "all" if self.whole and {*self._badges} == {self.badge} else "most"

    @property
    def _badges(self) -> list[str]:
        """What each statement rests on, and each reason that has a badge of its own."""
        every = [one for _, statements in self.lists for one in statements]
        return [badge for one in every for badge in (one.badge, one.because_badge) if badge]


@dataclass(frozen=True, kw_only=True, slots=True)
class OptionView:
    id: str
    text: str
    right: bool
    rationale: str
    """Why it is right or wrong in the scene, and what it takes where it is a wrong request."""
    right_for: str
    """For whom a wrong one would be right, as a sentence; “” where it is right, or too much for anybody."""
    href: str
    link_text: str

    @property
    def feedback(self) -> str:
        """All that is said of the option in one text, for formats without parts that fold."""
        return f"{self.rationale} {self.right_for}".rstrip()


@dataclass(frozen=True, kw_only=True, slots=True)
class Bin:
    id: str
    label: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SortRow:
    """One row of a grid, with the bin it belongs in."""

    id: str
    text: str
    bin: Bin
    rationale: str
    statement: StatementView


@dataclass(frozen=True, kw_only=True, slots=True)
class _ItemView:
    """What the views of all kinds of items have."""

    template: ClassVar[str]
    """The template of its article, below quiz/."""
    grid: ClassVar[bool] = False
    """Whether rows are matched with bins, instead of one option chosen."""

    item: Item
    number: int
    group: Link
    """What a summary counts it under: its contact type, or networking as a whole."""
    standalone: bool
    """Whether it is on a standalone page, where nothing needs its statement by id or links to it."""
    spare: bool = False
    """Whether only its statement links to the guide, since its page has to be small."""

    @property
    def id(self) -> str:
        return self.item.id

    @property
    def token(self) -> str:
        return self.item.token

    @property
    def dom_id(self) -> str:
        """The id by which its parts refer to each other; in the guide it is an anchor too."""
        return f"q{self.number}" if self.standalone else anchor_of(self.item)

    @property
    def topic(self) -> str:
        return self.item.topic

    @property
    def stem(self) -> str:
        return self.item.stem

    @property
    def question(self) -> str:
        return self.item.question

    @property
    def texts(self) -> tuple[str, ...]:
        """What somebody reads before they answer."""
        return (self.stem, self.question, *(part.text for part in self.item.parts))


@dataclass(frozen=True, kw_only=True, slots=True)
class ChoiceView(_ItemView):
    template: ClassVar[str] = "components/player/item.html.j2"

    options: tuple[OptionView, ...]
    statement: StatementView


@dataclass(frozen=True, kw_only=True, slots=True)
class GridView(_ItemView):
    template: ClassVar[str] = "components/player/grid.html.j2"
    grid: ClassVar[bool] = True

    bins: tuple[Bin, ...]
    rows: tuple[SortRow, ...]


ItemView = ChoiceView | GridView


@dataclass(frozen=True, kw_only=True, slots=True)
class FormView:
    id: str
    title: str
    items: tuple[ItemView, ...]
    after: tuple[Link, ...] = ()
    """What its summary leads to, besides the form itself."""
    teaser: bool = False
    """Whether it shows one item, and each of the others only once somebody wants one more."""

    @property
    def minutes(self) -> int:
        """How long it takes about, with the reasons read and a thought given to each question."""
        words = sum(len(text.split()) for item in self.items for text in item.texts)
        return max(_LEAST, round(words / _WORDS_A_MINUTE))

"""The page on which somebody writes a question: the choices for each field, and what its rules go by."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..derive.table import FITTING
from ..model.items import Choice, Option
from ..model.library import Ask, ContactType, Statement
from ..model.records import grouped
from ..model.rule_words import RuleWords
from ..model.ties import Tie
from ..problems import Place
from ..prove.options import CHARACTERS, LONG_WORD, SHARE
from ..prove.stem import BOUNDS
from ..prove.wording import REPEATS
from ..read.questions import COLUMNS
from .addresses import Link
from .items import ChoiceView, OptionView, StatementView
from .needs import need_text
from .views import Views

_LISTS = (
    "absolutes", "negatives", "combined", "frequency", "judging",
    "pointing", "capitals", "titles", "function", "quoted",
)  # fmt: skip
"""The word lists of the rules that hold while somebody types."""
_ORDER = (1, 0, 2)
"""The order of the options in the preview; 0 is the right one."""
_BLANK = Choice(
    id="preview",
    kind="",
    model=None,
    names=(),
    stem="",
    question="",
    contact_type=None,
    about=(),
    fits=(),
    options=tuple(
        Option(id=f"option-{at}", text="", right=not at, rationale="", rests_on="") for at in _ORDER
    ),
    place=Place(path=""),
)
_PREVIEW = ChoiceView(
    item=_BLANK,
    number=1,
    group=Link(title="", href=None),
    standalone=True,
    spare=True,
    options=tuple(
        OptionView(
            id=one.id, text="", right=one.right, rationale="", right_for="", href="", link_text=""
        )
        for one in _BLANK.options
    ),
    statement=StatementView(
        id="", anchor="", text="", because=None, badge="", because_badge="", href="", home=""
    ),
)
"""An item without words, which the script of the page fills in."""


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionForm:
    ties: tuple[Tie, ...]
    types: Sequence[ContactType]
    asks: Sequence[Ask]
    groups: tuple[tuple[str, tuple[Statement, ...]], ...]
    """Statements that an option may rest on, by the title of what they are about."""
    names: tuple[str, ...]
    """First names that were looked over."""
    preview: ChoiceView
    rules: Mapping[str, Any]
    """What the rules go by, as the script reads it."""
    right_for: str
    """How readers are told for whom a wrong option is right."""
    columns: tuple[str, ...]
    """The columns of a spreadsheet with questions."""
    issues: str
    """Where somebody opens an issue; “” where that is not known."""


def question_form(views: Views) -> QuestionForm:
    library, rules = views.library, views.quizzes.rules
    return QuestionForm(
        ties=library.ties,
        types=tuple(library.types),
        asks=tuple(library.asks),
        groups=tuple(_groups(views)),
        names=rules.names,
        preview=_PREVIEW,
        rules=_numbers(rules) | {"asks": {ask.id: _ask_rules(ask, views) for ask in library.asks}},
        right_for=library.words["right_for"],
        columns=COLUMNS,
        issues=views.settings.issues,
    )


def _groups(views: Views) -> Iterator[tuple[str, tuple[Statement, ...]]]:
    """Yield what options may rest on; the opinion of one person is left out, as no item may rest on it."""
    opinions = set(views.quizzes.rules.lists.get("opinions", ()))
    held = [one for one in views.library.statements.values() if not {one.source, one.id} & opinions]
    for owner, statements in grouped(held, lambda one: one.owner):
        yield views.topics[owner], statements


def _numbers(rules: RuleWords) -> dict[str, Any]:
    """Return the numbers and lists of the rules; a list that the language lacks is empty, and its rules do not run."""
    longer = rules.measures.longer if rules.measures else None
    return {
        "bounds": {name: int(longer * most) for name, most in BOUNDS.items()} if longer else {},
        "share": SHARE,
        "characters": CHARACTERS,
        "long_word": LONG_WORD,
        "repeats": REPEATS,
        "lists": {name: rules.lists.get(name, ()) for name in _LISTS},
        "openings": rules.openings,
        "usage": rules.usage,
        "names": rules.names,
    }


def _ask_rules(ask: Ask, views: Views) -> dict[str, Any]:
    """Return what a request needs, and whether it fits each contact type for which that is settled."""
    settled = ((type_.id, fit.verdict) for type_, fit in views.fits_of(ask) if fit.settled)
    return {
        "needs": ask.needs.ties if ask.needs else (),
        "whole": bool(ask.needs and ask.needs.all_ties),
        "too_much": ask.kind == "overreach",
        "need": need_text(ask, views.library),
        "fits": {type_id: verdict in FITTING for type_id, verdict in settled},
    }

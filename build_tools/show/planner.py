"""The planner as its page shows it: how people know a seeker, the asks, and an answer to each ask."""

from dataclasses import dataclass

from ..model.guide import AskGroup
from ..model.pages import CHECK, STUCK
from ..model.ties import Tie
from .asks import AskLink, AskView, ask_groups, ask_view
from .before_you_send import CheckView, check_view
from .items import StatementView
from .views import Views

_ASKS = "asks"


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonView:
    """One way in which people know a seeker today; `id` is that of the contact type."""

    id: str
    today: str
    href: str
    """The address of the list of its asks, for those without scripts."""
    caution: tuple[StatementView, ...]
    """What to be careful about with such a person."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Planner:
    people: tuple[PersonView, ...]
    ties: tuple[Tie, ...]
    """The questions to ask oneself where an ask is not listed."""
    groups: tuple[tuple[AskGroup, tuple[AskLink, ...]], ...]
    answers: tuple[tuple[AskView, str], ...]
    """Each ask with its answer for every contact type, and the address of its page."""
    check: CheckView
    whole_check: str
    """The address of the whole check."""
    stranger: str
    """The address of the part on how to begin with somebody new."""
    no_one: str
    """The address of the part on what to do when nobody comes to mind."""
    after: tuple[StatementView, ...]
    """What to do once somebody has helped."""


def planner_view(views: Views) -> Planner:
    """Return the planner as its page shows it; its answer to an ask is the same as on the page of the ask."""
    library, addresses = views.library, views.addresses
    return Planner(
        people=tuple(
            PersonView(
                id=type_.id,
                today=type_.today or type_.title,
                href=addresses.page(type_.id, _ASKS),
                caution=views.statements(type_, "caution"),
            )
            for type_ in library.types
        ),
        ties=library.ties,
        groups=ask_groups(views),
        answers=tuple(
            (ask_view(ask, views), addresses.ask(ask.id))
            for ask in library.asks
            if ask.id in addresses.asks
        ),
        check=check_view(views.quizzes.check.brief, views),
        whole_check=addresses.page(CHECK),
        stranger=addresses.page(STUCK, "stranger-referral"),
        no_one=addresses.page(STUCK, "no-one-to-ask"),
        after=tuple(
            views.statement_of(name)
            for name in library.guide.afterward
            if name in library.statements
        ),
    )

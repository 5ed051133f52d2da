"""What must hold for the guide as a whole, beyond each file being right by itself."""

from collections.abc import Callable, Iterator

from ....model.library import Library
from ....model.rule_words import Measures
from ....problems import Problem, Problems
from .. import Guide
from . import whole
from .pages import pages_are_markdown

Rule = Callable[[Library, Guide, Problems], Iterator[Problem]]

FACT_RULES: tuple[Rule, ...] = (
    whole.statements_are_shown,
    whole.menu_is_whole,
    whole.old_addresses_are_free,
    whole.asks_have_pages,
    pages_are_markdown,
)
PAGE_RULES: tuple[Rule, ...] = (whole.links_lead_somewhere, whole.pages_have_addresses_of_their_own)


def check_guide(
    library: Library, guide: Guide, measures: Measures | None, problems: Problems
) -> None:
    """Note what breaks a rule; without pages only the facts can be held against theirs."""
    for rule in (*FACT_RULES, *(PAGE_RULES if guide.pages else ())):
        problems.errors += rule(library, guide, problems)
    if measures:
        problems.errors += whole.pages_are_plain(guide, measures)

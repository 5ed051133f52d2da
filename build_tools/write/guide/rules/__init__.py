"""The rules of the guide as a whole, besides those of each file."""

from collections.abc import Callable

from ....model.library import Library
from ....model.rule_words import Measures
from ....problems import Problems
from .. import Guide
from . import whole
from .pages import pages_are_markdown

Rule = Callable[[Library, Guide, Problems], None]

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
    """Note whatever breaks a rule; where no page was rendered, only the rules over facts are asked."""
    for rule in (*FACT_RULES, *(PAGE_RULES if guide.pages else ())):
        rule(library, guide, problems)
    if measures:
        whole.pages_are_plain(guide, measures, problems)

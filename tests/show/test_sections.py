"""What most of a section rests on stands once, at its head, so that only what rests on something else is marked."""

import pytest

from build_tools.show.items import SectionView, StatementView

SOURCE, ADVICE = ("source", ""), ("advice", "")
BOTH = ("source", "advice")
"""A statement from a source, with a reason of ours."""


def statement(badge, because_badge):
    rest = {"text": "Yes.", "because": "So.", "href": "", "home": ""}
    return StatementView(id="a", anchor="a", badge=badge, because_badge=because_badge, **rest)


def section(*lists, whole=True):
    named = (("use", tuple(statement(*one) for one in each)) for each in lists)
    return SectionView(lists=tuple(named), whole=whole)


@pytest.mark.parametrize(
    ("lists", "badge", "share"),
    [
        ([[SOURCE, SOURCE]], "source", "all"),
        ([[ADVICE, ADVICE]], "advice", "all"),
        ([[SOURCE, SOURCE, ADVICE]], "source", "most"),
        ([[SOURCE, ADVICE, ADVICE]], "advice", "most"),
        ([[SOURCE, ADVICE]], "source", "most"),
        ([[BOTH, BOTH]], "source", "most"),
        ([[BOTH, BOTH, ADVICE]], "advice", "most"),
        ([[SOURCE], [SOURCE]], "source", "all"),
        ([[SOURCE], [ADVICE, ADVICE]], "advice", "most"),
    ],
)
def test_the_head_of_a_section_says_what_most_of_it_rests_on_reasons_counted(lists, badge, share):
    assert (section(*lists).badge, section(*lists).share) == (badge, share)


def test_a_section_that_says_more_than_its_statements_never_speaks_for_all_of_it():
    assert section([SOURCE, SOURCE], whole=False).share == "most"


@pytest.mark.parametrize("only", [SOURCE, ADVICE, BOTH])
def test_a_single_statement_has_its_badge_itself(only):
    assert section([only]).badge == ""

"""Ties: three questions say why somebody can do something, and agree with the table."""

import re

import pytest
from made import project

from build_tools.derive.ties import can_do, ties_of
from build_tools.show.needs import need_text

PROJECT = project()
LIBRARY, TABLE = PROJECT.views.library, PROJECT.views.table
KINDS = {kind.id: kind for kind in LIBRARY.types}
ASKS = {ask.id: ask for ask in LIBRARY.asks}
PAGES = {page.id: page.markdown for page in PROJECT.guide.pages}
EXCEPTIONS = {key: fit for key, fit in TABLE.items() if fit.exception}


@pytest.mark.parametrize(
    "fit", EXCEPTIONS.values(), ids=lambda fit: f"{fit.contact_type} {fit.ask}"
)
def test_an_exception_stands_beside_its_verdict(fit):
    addresses = PROJECT.guide.addresses

    assert fit.settled
    assert fit.exception in PAGES[addresses.asks[fit.ask]]
    assert fit.exception in PAGES["who-should-i-ask"]


def test_the_questions_stand_on_the_home_page_and_in_the_planner():
    for page in ("index", "who-should-i-ask"):
        for tie in LIBRARY.ties:
            assert tie.question in PAGES[page]
            assert tie.opens in PAGES[page]


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_of_a_contact_type_answers_each_question(kind):
    page, brought = PAGES[kind], ties_of(KINDS[kind])

    for tie in LIBRARY.ties:
        answer = re.search(rf"<dt>{re.escape(tie.question)}</dt><dd>(.*?)</dd>", page)[1]
        assert (tie.brought in answer) == ("href" in answer) == (tie.id in brought)
        assert (tie.lacking in answer) != (tie.id in brought)


@pytest.mark.parametrize("ask", [ask for ask in ASKS if ask in PROJECT.guide.addresses.asks])
def test_a_request_says_what_it_takes(ask):
    told = need_text(ASKS[ask], LIBRARY)

    assert told
    assert told in PAGES[PROJECT.guide.addresses.asks[ask]]


def test_what_is_too_much_for_anybody_needs_no_tie_and_nobody_can_do_it():
    every = frozenset(tie.id for tie in LIBRARY.ties)
    too_much = [ask for ask in LIBRARY.asks if ask.kind == "overreach"]

    assert too_much
    assert not any(can_do(ask, every) for ask in too_much)

"""Rules hold for the rows of a grid as they do for options; those about keys leave grids alone."""

from dataclasses import replace

import pytest
from test_broken import BANK, SUBJECT, said

from build_tools.problems import Problems

GRID = BANK["who-can-do-it/gardens-and-a-cousin"]
UNASKED = "know-your-work/caution/current-boss"
SOUND = BANK["which-ask-fits/how-she-led-the-early-shift"]


def with_row(grid, ask, **changes):
    rows = (replace(row, **changes) if row.id == ask else row for row in grid.rows)
    return replace(grid, rows=tuple(rows))


BROKEN = {
    "I02": (replace(GRID, rows=GRID.rows + GRID.rows[:1]), "7 rows"),
    "I10": (replace(GRID, question="Sort these"), "the question does not end"),
    "I11": (replace(GRID, question="What is not fine?"), "the question turns on “not”"),
    "I15": (with_row(GRID, "later-leads", text="May I " + "write " * 11), "13 words in a text"),
    "I16": (
        replace(GRID, stem="It has " + "organizational considerations " * 9 + "in it."),
        "reads at grade",
    ),
    "I21": (with_row(GRID, "later-leads", rationale=""), "has no rationale"),
    "I22": (with_row(GRID, "later-leads", rationale="Well done, he can."), "feedback says"),
    "I28": (with_row(GRID, "later-leads", text="Would you write to Ravi?"), "Ravi is not among"),
    "I29": (with_row(GRID, "later-leads", rationale="He heard of it at Zubrowka."), "“Zubrowka”"),
    "I30": (
        with_row(
            GRID, "passed-on-inside", text="Would you tell others my name?", rationale="He can."
        ),
        "the qualifier",
    ),
    "I31": (with_row(GRID, "later-leads", rationale="As Alba says, he hears of it."), "Alba is"),
    "I42": (
        with_row(GRID, "later-leads", text="Would you favour me with news?"),
        "not how this guide",
    ),
}


def found(*items):
    return said(replace(SUBJECT, items=items, forms=()), Problems())


@pytest.mark.parametrize("rule", BROKEN)
def test_one_rule_and_no_other_catches_a_broken_grid(rule):
    broken, what = BROKEN[rule]

    ((caught, told),) = found(broken)
    assert caught == rule
    assert what in told


def test_the_sound_grid_breaks_no_rule():
    assert found(GRID) == []


def test_a_row_whose_statement_no_item_with_options_asks_is_caught():
    grid = with_row(GRID, "later-leads", rests_on=UNASKED)
    ((rule, told),) = found(*(grid if one == GRID else one for one in BANK.values()))

    assert (rule, f"no item with options uses {UNASKED}" in told) == ("I26", True)


def test_a_grid_does_not_stand_in_for_another_item_on_a_statement():
    grid = with_row(GRID, "later-leads", rests_on=UNASKED)
    item = replace(SOUND, about=(UNASKED,))
    items = ({GRID: grid, SOUND: item}.get(one, one) for one in BANK.values())

    assert [rule for rule, _ in found(*items)] == ["I26"]

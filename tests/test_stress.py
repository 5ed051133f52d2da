"""Whatever the seed, drawn forms are what forms must be; a fault comes with the seed that repeats it."""

import io
import re
from dataclasses import replace

import pytest
from conftest import ROOT, change

from build_tools import stress
from build_tools.cli import main
from build_tools.cli.progress import with_bar
from build_tools.draw import all_series, draw
from build_tools.errors import Problems
from build_tools.model.items import Bank
from build_tools.shares import Share
from build_tools.stress import try_seed
from build_tools.tally import Tally
from build_tools.tree import read_facts, read_project

SUBJECT = read_project(ROOT, {}).subject
LIBRARY, _, QUIZ = read_facts(ROOT, Problems())
BANK = Bank(items={item.id: item for item in SUBJECT.items})
TYPES = [kind.id for kind in LIBRARY.types]
SERIES = {one.id: one for one in all_series(QUIZ, BANK, LIBRARY.types)}
OPEN = next(one for one in SERIES.values() if not any(item.closed for item in one.items))
CLOSED = next(one for one in SERIES.values() if one.blueprint.balance)


def run(root, capsys, *arguments):
    code = main(["--root", str(root), "stress", *arguments])
    return code, capsys.readouterr()


def test_no_draw_of_the_shipped_bank_has_an_error(capsys):
    code, said = run(ROOT, capsys, "--draws", "50")

    assert (code, said.err) == (0, "")
    assert [line.count("50 draws") for line in said.out.splitlines()].count(1) == len(SERIES)


def test_a_fault_is_told_with_the_seed_that_repeats_it(sample, capsys):
    bank = "quiz/bank/what-would-you-change.yml"
    change(sample, bank, "It takes a minute.", "Ask who is your brother’s boss.")

    code, said = run(sample, capsys, "--blueprint", "mixed", "--draws", "30")
    again = re.search(r"--blueprint (\S+) --seed (\d+) repeats it", said.err)
    what = "what-would-you-change/no-thanks tells the key of which-ask-fits/the-mill"
    assert (code, what in said.err, again[1]) == (1, True, "mixed")

    code, said = run(sample, capsys, "--blueprint", again[1], "--seed", again[2])
    assert (code, what in said.err) == (1, True)


def test_a_contact_type_whose_items_make_no_form_is_told(sample, capsys):
    code, said = run(sample, capsys, "--draws", "2")

    assert code == 1
    assert "try-it-club-mates with seed 1: no form was found in 0 items (2 of 2 draws)" in said.err


def test_a_blueprint_that_does_not_exist_is_told(sample, capsys):
    code, said = run(sample, capsys, "--blueprint", "mixd")

    assert (code, said.err) == (
        1,
        "Stopped: no blueprint is called “mixd”; did you mean “mixed”?\n",
    )


def first_item(form, **changes):
    one, *others = form.items
    return replace(form, items=(replace(one, **changes), *others))


@pytest.mark.parametrize(
    ("series", "broken", "what"),
    [
        (
            OPEN,
            lambda form, _: replace(form, items=form.items[1:]),
            f"{OPEN.blueprint.size - 1} items instead of {OPEN.blueprint.size}",
        ),
        (OPEN, lambda _, other: replace(other, id="twin"), "as well"),
        (OPEN, lambda form, _: first_item(form, options=form.items[0].options[:1] * 3), "options"),
        (CLOSED, lambda form, _: first_item(form, options=form.items[0].options[::-1]), "options"),
    ],
    ids=["an item is lacking", "in two forms", "an option twice", "a closed set in another order"],
)
def test_a_form_that_is_drawn_wrong_is_an_error(monkeypatch, series, broken, what):
    first, *others = draw(series, 1)
    monkeypatch.setattr(stress, "draw", lambda *_: (broken(first, others[0]), *others))

    errors = try_seed(series, 1, QUIZ, SUBJECT).errors
    assert errors
    assert what in errors[0].what


def test_a_balanced_blueprint_has_each_contact_type_as_key_equally_often():
    tally = Tally(series=CLOSED)
    for seed in range(5):
        tally.add(try_seed(CLOSED, seed, QUIZ, SUBJECT))

    shares = tally.types_as_key(TYPES).shares
    assert {name: share.value for name, share in shares.items()} == dict.fromkeys(
        TYPES, 1 / len(TYPES)
    )


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_intervals_are_those_of_the_literature(count, total, low, high):
    """Newcombe, Statistics in Medicine 17 (1998), table I, method 3."""
    share = Share(count=count, total=total)

    assert (round(share.low, 4), round(share.high, 4)) == (low, high)


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_bar_is_shown_on_a_terminal_only():
    file, terminal = io.StringIO(), Terminal()

    assert [*with_bar("abc", 3, file)] == [*with_bar("abc", 3, terminal)] == ["a", "b", "c"]
    assert file.getvalue() == ""
    assert " 66%" in terminal.getvalue()
    assert terminal.getvalue().endswith(" \r"), "the line is free again for what comes next"

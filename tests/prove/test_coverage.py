"""What the bank asks too seldom is named with its place, and each blueprint says why it has no more forms."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from conftest import copy_sample

from build_tools.cli import main
from build_tools.derive.bank import build_bank
from build_tools.generate import read_facts
from build_tools.model.items import Bank
from build_tools.problems import Problems
from build_tools.prove import coverage
from build_tools.prove.coverage import coverage_of, forms_allowed, uncovered
from build_tools.prove.rule import rests_on

PROBLEMS = Problems()
with TemporaryDirectory() as folder:
    LIBRARY, TABLE, QUIZ = read_facts(copy_sample(Path(folder) / "sample"), PROBLEMS)
BANK = build_bank(LIBRARY, QUIZ, TABLE, PROBLEMS)
ITEMS = tuple(BANK.items.values())
MIXED = next(one for one in QUIZ.blueprints if len(one.kinds) > 1)


def bank(items):
    return Bank(items={item.id: item for item in items})


def short(items):
    found = uncovered(coverage_of(LIBRARY, TABLE, bank(items)))
    return {problem.where: problem for problem in found}


def first(tier):
    """Return a statement of a tier that two items ask, and those items."""
    for statement in LIBRARY.statements.values():
        asking = [item for item in ITEMS if statement.id in rests_on(item)]
        if statement.tier == tier and len(asking) > 1:
            return statement, asking
    raise AssertionError(tier)


def test_a_core_statement_needs_two_items():
    statement, (one, two, *_) = first("core")

    problem = short([one])[statement.id]
    assert problem.place == statement.place
    assert problem.what == "core statement asked by 1 item instead of 2"
    assert statement.id not in short([one, two])


def test_a_supporting_statement_needs_one_item():
    statement, (one, *_) = first("supporting")

    assert statement.id in short([])
    assert statement.id not in short([one])


def test_a_settled_fit_needs_an_item_that_offers_the_request():
    item = next(item for item in ITEMS if item.fits)
    fits = {" × ".join(cell) for cell in item.fits}
    silent = replace(item, fits=())

    assert fits.isdisjoint(short([item]))
    assert fits <= set(short([silent])), "that its statement is asked does not count"


def test_an_open_fit_needs_no_item():
    unsettled = {" × ".join(cell) for cell, fit in TABLE.items() if not fit.settled}

    assert unsettled.isdisjoint(short([]))


def test_a_blueprint_says_how_many_items_the_next_form_lacks():
    blueprint = MIXED
    usable = [item for item in ITEMS if item.kind in blueprint.kinds][: blueprint.size - 1]

    quiz = replace(QUIZ, drawn=(), blueprints=(blueprint,))
    (allowed,) = forms_allowed(LIBRARY, quiz, bank(usable))
    number = len(usable)
    assert (allowed.drawn, allowed.more) == (0, 0)
    assert allowed.why == f"{number} of {number} items left, and a form takes {blueprint.size}"


def test_no_more_forms_are_drawn_than_a_blueprint_wants():
    blueprint = replace(MIXED, kinds=("which-ask-fits",), size=1)
    items = [item for item in ITEMS if item.kind == "which-ask-fits"]

    def allowed(most):
        quiz = replace(QUIZ, drawn=(), blueprints=(replace(blueprint, most=most),))
        (told,) = forms_allowed(LIBRARY, quiz, bank(items))
        return told.more, told.why

    assert len(items) > 1
    assert allowed(1) == (1, "1 form at most")
    assert allowed(None) == (len(items), f"0 of {len(items)} items left, and a form takes 1")


def test_a_balanced_blueprint_names_the_keys_that_are_scarce():
    blueprint = replace(MIXED, kinds=("which-kind",), size=6, balance=True)
    scene = next(item for item in ITEMS if item.kind == "which-kind")
    names = [option.id for option in scene.options]
    usable = [of_key(scene, name, number) for name in names for number in range(3)]

    quiz = replace(QUIZ, drawn=(), blueprints=(blueprint,))
    (allowed,) = forms_allowed(LIBRARY, quiz, bank(usable))
    assert allowed.more == 1
    (allowed,) = forms_allowed(LIBRARY, quiz, bank(usable[2:]))
    assert (allowed.more, f"but only 1 for {names[0]}," in allowed.why) == (0, True)


def of_key(item, key, number):
    """Return an item like this one, with another key and another person."""
    options = tuple(replace(option, right=option.id == key) for option in item.options)
    return replace(
        item, id=f"{item.id}/{key}/{number}", names=(f"{key} {number}",), options=options
    )


def test_a_form_of_several_kinds_is_not_drawn_once_one_of_them_is_used_up():
    blueprint = MIXED
    drawn = tuple(form for form in QUIZ.drawn if form.blueprint == blueprint.id)
    used = {item.id for form in drawn for item in form.items}
    kind = blueprint.kinds[0]
    items = [item for item in ITEMS if item.kind != kind or item.id in used]
    items += [
        replace(one, id=f"{one.id}/more", names=("More",)) for one in items if one.kind != kind
    ]

    quiz = replace(QUIZ, drawn=drawn, blueprints=(blueprint,))
    (allowed,) = forms_allowed(LIBRARY, quiz, bank(items))
    assert (allowed.more, allowed.why.endswith(f"but none for {kind}")) == (0, True)


def test_a_contact_type_without_enough_items_is_named():
    blueprint = next(one for one in QUIZ.blueprints if one.per_type)
    covered = [
        kind for kind in LIBRARY.types if any(item.contact_type == kind.id for item in ITEMS)
    ]
    lone = covered[0].id
    others = [item for item in ITEMS if item.contact_type != lone]

    quiz = replace(QUIZ, drawn=(), blueprints=(replace(blueprint, kinds=MIXED.kinds),))
    library = replace(LIBRARY, types=tuple(covered))
    (allowed,) = forms_allowed(library, quiz, bank(others))
    assert allowed.why == f"too few items that go together for {lone}"


def test_the_command_fails_with_the_place_of_what_is_short(sample, capsys):
    code = main(["--root", str(sample), "coverage"])

    said = capsys.readouterr()
    assert code == 1
    assert "content/contact-types/bosses.yml:" in said.err
    assert "Disjoint forms\n  mixed: 1 drawn" in said.out


def test_the_command_is_content_when_nothing_is_short(sample, capsys, monkeypatch):
    monkeypatch.setattr(coverage, "WANTED", {"core": 0, "supporting": 0})
    monkeypatch.setattr(coverage, "WANTED_OF_FIT", 0)

    assert main(["--root", str(sample), "coverage"]) == 0
    assert capsys.readouterr().err == ""


def test_check_says_in_one_line_what_is_asked_too_seldom(sample, capsys):
    assert main(["--root", str(sample), "check"]) == 0

    (line,) = [one for one in capsys.readouterr().out.split("\n") if "too seldom" in one]
    assert line.startswith("Asked too seldom: neighbors/who/know-you, ")
    assert line.endswith(" more (make coverage says where).")

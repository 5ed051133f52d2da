"""Requests to match with people: each goes to the one who can do it, and ties prove who that is."""

from dataclasses import replace

import made
import pytest
from conftest import change, problems

from build_tools.derive.item_models import MODELS
from build_tools.derive.proof import Facts
from build_tools.problems import Problems

LIBRARY, TABLE, QUIZ = made.facts()
MODEL = next(model for model in QUIZ.models if model.id == "who-can-do-it")
SCENES = {scene.id: scene for scene in MODEL.scenes}
SCENE = SCENES["gardens-and-a-cousin"]
PATH = "quiz/item-models/who-can-do-it.yml"


def matched(scene):
    """Return the grid that a scene makes, and what is wrong with it."""
    facts = Facts(library=LIBRARY, table=TABLE, problems=Problems())
    grid = MODELS[MODEL.id](scene, MODEL, facts)
    return grid, [f"{one.what}; {one.instead}" for one in facts.problems.errors]


def with_person(name, **changes):
    company = [replace(one, **changes) if one.id == name else one for one in SCENE.company]
    return replace(SCENE, company=tuple(company))


def who_does(grid, ask):
    return next(row.bin for row in grid.rows if row.id == ask)


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_everybody_in_a_scene_can_do_something_and_nobody_can_do_all(scene):
    grid, said = matched(scene)

    assert said == []
    assert {row.bin for row in grid.rows} == set(grid.bins)
    assert all(LIBRARY.statements[row.rests_on].source for row in grid.rows)


def test_what_nobody_in_a_scene_can_do_goes_to_nobody_and_rests_on_what_keeps_the_first_from_it():
    scene = SCENES["taxis-and-an-ambulance"]
    grid, _ = matched(scene)

    assert [(one.id, one.name) for one in grid.people][-1] == ("nobody", "Nobody here")
    assert who_does(grid, "work-praise") == who_does(grid, "employer-spotting") == "nobody"
    rests = {row.id: row.rests_on for row in grid.rows}
    assert rests["work-praise"] == "family-friends/cannot/work-reference"
    assert rests["employer-spotting"] == "know-your-work/can/employer-spotting"
    rows = tuple(row for row in SCENE.rows if not row.nobody)
    assert "nobody" not in matched(replace(SCENE, rows=rows))[0].bins


def test_a_row_for_nobody_is_refused_when_somebody_can_or_no_source_says_that_none_can():
    def refused(ask, **changes):
        rows = [replace(row, **changes) if row.ask == ask else row for row in SCENE.rows]
        return matched(replace(SCENE, rows=tuple(rows)))

    assert refused("work-reference", nobody=True) == (
        None,
        ["1 person can do “work-reference” (Luisa); change a tie or a link until none can"],
    )
    assert refused("later-leads", nobody=True, link="moon") == (
        None,
        [
            "that nobody here can do “later-leads” rests on no source; ask what a sourced statement settles"
        ],
    )


def test_somebody_who_is_two_kinds_at_once_brings_the_ties_of_both():
    grid, _ = matched(SCENE)
    _, said = matched(with_person("luisa", types=("social-life",)))

    assert who_does(grid, "work-reference") == "luisa"
    assert "0 people can do “work-reference”; change a tie or a link until one can" in said


def test_a_tie_that_the_scene_takes_from_one_and_gives_to_another_moves_the_answer():
    moved = replace(
        SCENE,
        company=tuple(
            replace(one, minus=("work",)) if one.id == "luisa"
            else replace(one, plus=("work", "field")) if one.id == "femi"
            else one
            for one in SCENE.company
        ),
    )  # fmt: skip

    grid, said = matched(moved)

    assert said == []
    assert who_does(grid, "work-reference") == "femi"


def test_a_row_that_two_people_could_do_is_refused():
    grid, said = matched(with_person("femi", plus=("work",)))

    assert grid is None
    assert (
        "2 people can do “work-reference” (Femi, Luisa); change a tie or a link until one can"
        in said
    )


def test_a_row_about_a_place_is_only_for_those_who_have_a_link_to_it():
    grid, said = matched(with_person("dan", links=()))

    assert grid is None
    assert said == ["0 people can do “personal-praise”; change a tie or a link until one can"]


def test_an_exception_that_a_source_makes_counts_as_a_tie():
    scene = SCENES["books-and-a-museum"]
    grid, _ = matched(scene)

    assert TABLE["family-friends", "insider-names"].exception
    assert who_does(grid, "insider-names") == "grandfather"


def test_what_rests_on_our_advice_alone_is_never_asked():
    rows = tuple(
        replace(row, ask="encouragement") if row.ask == "personal-praise" else row
        for row in SCENE.rows
    )

    grid, said = matched(replace(SCENE, rows=rows))

    assert grid is None
    assert said == [
        "that Anton can do “encouragement” rests on no source; ask what a sourced statement settles"
    ]


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"rows": SCENE.rows[:4]}, "4 people and 4 rows, fewer than 3 and 5"),
        ({"rows": (*SCENE.rows, SCENE.rows[0])}, "“work-reference” stands twice among the people and rows"),
        (
            {"rows": tuple(replace(row, text="May I ask?") for row in SCENE.rows)},
            "two rows read “may i ask”",
        ),
    ],
)  # fmt: skip
def test_rows_that_make_no_fair_question_are_refused(changes, what):
    grid, said = matched(replace(SCENE, **changes))

    assert grid is None
    assert said == [f"{what}; change the rows or the people"]


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        (
            "minus: [field]}\n      - {id: marek",
            "minus: [feild]}\n      - {id: marek",
            "unknown tie “feild”; did you mean “field”?",
        ),
        ("name: Gary, kinds: [social-life]", "name: Gary, kinds: [social-lif]", "unknown type “social-lif”"),
        ("{id: dan, name: Anton,", "{id: dan,", "name: missing; add “name:”"),
    ],
)  # fmt: skip
def test_a_fault_of_a_person_is_told_with_its_place_and_nothing_that_follows(
    real, was, becomes, says
):
    change(real, PATH, was, becomes)

    (said,) = problems(real)

    assert said.startswith(f"{PATH}:")
    assert says in said

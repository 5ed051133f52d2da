"""Generated items: whatever is true of the people in a scene, one answer is right, or none is asked."""

from dataclasses import replace

import made
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.derive.forms import broken
from build_tools.derive.item_models import MODELS
from build_tools.derive.item_models.who_can_do_it import NOBODY
from build_tools.derive.people import is_able
from build_tools.derive.proof import Facts
from build_tools.model.items import Choice, Grid
from build_tools.problems import Problems

LIBRARY, TABLE, QUIZ = made.facts()
BONDS = [kind.known_by for kind in LIBRARY.types]
MODEL = {model.id: model for model in QUIZ.models}
TIES = st.sets(st.sampled_from(list(LIBRARY.ties.by_id)))

examples = settings(max_examples=200, deadline=None, derandomize=True)


@examples
@given(st.sets(st.sampled_from(BONDS)))
def test_a_scene_with_two_bonds_or_none_is_refused(bonds):
    known = Facts(library=LIBRARY, table=TABLE, problems=Problems())
    scene = replace(MODEL["which-kind"].scenes[0], known_by=tuple(sorted(bonds)))

    item = MODELS["which-kind"](scene, MODEL["which-kind"], known)

    assert (item is not None) == (len(bonds) == 1)


@examples
@given(st.sampled_from(MODEL["one-fact"].scenes), TIES, TIES)
def test_a_person_with_any_ties_makes_a_question_with_one_right_answer_or_none(scene, plus, minus):
    known = Facts(library=LIBRARY, table=TABLE, problems=Problems())
    person = replace(scene.company[0], plus=tuple(sorted(plus)), minus=tuple(sorted(minus)))

    item = MODELS["one-fact"](replace(scene, company=(person,)), MODEL["one-fact"], known)

    assert (
        [option.right for option in item.options].count(True) == 1
        if item
        else known.problems.errors
    )


@examples
@given(st.sampled_from(MODEL["who-can-do-it"].scenes), st.data())
def test_people_with_any_ties_make_rows_that_one_of_them_can_do_or_no_question(scene, data):
    known = Facts(library=LIBRARY, table=TABLE, problems=Problems())
    company = tuple(replace(one, plus=tuple(sorted(data.draw(TIES)))) for one in scene.company)

    grid = MODELS["who-can-do-it"](replace(scene, company=company), MODEL["who-can-do-it"], known)

    able = {
        row.ask: [one.id for one in company if is_able(one, known.ask(row.ask), row.link, known)]
        for row in scene.rows
    }
    if grid:
        assert {row.id: [row.bin] if row.bin != NOBODY else [] for row in grid.rows} == able
    else:
        assert known.problems.errors


PROJECT = made.project()
ITEMS = tuple(PROJECT.views.quizzes.bank.items.values())
FORMS = PROJECT.views.quizzes.forms


def test_each_option_and_row_of_the_bank_says_why_in_words_of_its_own():
    lacking = [
        item.id
        for item in ITEMS
        if len({part.rationale for part in item.parts} - {""}) < len(item.parts)
    ]

    assert lacking == []


def test_no_rationale_repeats_the_statement_that_ends_the_answer():
    repeating = [
        item.id
        for item in ITEMS
        for part in (item.rows if isinstance(item, Grid) else [item.key])
        if part.rationale in made.whole(LIBRARY.statements[part.rests_on])
    ]

    assert repeating == []


def test_a_form_with_a_name_twice_or_an_item_and_its_near_twin_is_refused():
    blueprint = replace(FORMS[0].blueprint, size=2, balance=False)
    one, other = (replace(item, kind=blueprint.kinds[0], names=()) for item in ITEMS[:2])

    assert broken([one, other], blueprint) == ""
    named = [replace(item, names=("Ivy",)) for item in (one, other)]
    assert broken(named, blueprint) == "the name Ivy comes twice"
    twin = replace(other, like=one.id)
    assert broken([one, twin], blueprint) == f"{one.id} and {other.id} are too much alike"


def test_a_form_in_which_one_reason_decides_more_than_a_third_is_refused():
    blueprint = next(form.blueprint for form in FORMS if form.blueprint.size == 8)
    kind = blueprint.kinds[0]
    plain = [one for one in PROJECT.views.quizzes.bank.items.values() if isinstance(one, Choice)]
    seen = [one for one in plain if "work-not-seen" in one.inferences]
    other = [one for one in plain if not one.inferences]

    def form(many):
        items = [*seen[:many], *other[: 8 - many]]
        bare = [replace(one, kind=kind, names=(), like=None, pair=None) for one in items]
        return broken(bare, replace(blueprint, balance=False))

    assert form(4) == "“work-not-seen” decides more than a third of its items"
    assert "decides" not in form(3)

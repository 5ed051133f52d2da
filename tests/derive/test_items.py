"""Generated items: whatever the table says, one answer is right, and the table says so."""

from dataclasses import replace

import made
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.derive.forms import broken
from build_tools.derive.item_models import MODELS
from build_tools.derive.proof import Facts
from build_tools.model.items import Choice, Grid
from build_tools.model.library import VERDICTS
from build_tools.problems import Problems

LIBRARY, TABLE, QUIZ = made.facts()
ASKS = [ask.id for ask in LIBRARY.asks]
TYPES = [kind.id for kind in LIBRARY.types]
BASES = [statement for statement in LIBRARY.statements.values() if statement.settles]
REASONS = [None, *(reason.id for reason in LIBRARY.reasons)]
BONDS = [kind.known_by for kind in LIBRARY.types]
MODEL = {model.id: model for model in QUIZ.models}

seeds = st.integers(min_value=0, max_value=2**32)
examples = settings(max_examples=200, deadline=None, derandomize=True)


def facts(chance):
    """Return facts whose every fit has a verdict, basis and reason by chance."""
    table = {
        cell: replace(
            fit, verdict=chance.choice(VERDICTS), statements=(basis(chance),), advice=None
        )
        for cell, fit in TABLE.items()
    }
    return Facts(library=LIBRARY, table=table, problems=Problems())


def basis(chance):
    return replace(
        chance.choice(BASES),
        source=chance.choice((None, "article/G.13", "article/G.14")),
        reason=chance.choice(REASONS),
    )


@examples
@given(st.sets(st.sampled_from(BONDS)))
def test_a_scene_with_two_bonds_or_none_is_refused(bonds):
    known = Facts(library=LIBRARY, table=TABLE, problems=Problems())
    scene = replace(MODEL["which-kind"].scenes[0], known_by=tuple(sorted(bonds)))

    item = MODELS["which-kind"](scene, MODEL["which-kind"], known)

    assert (item is not None) == (len(bonds) == 1)


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


def test_no_name_comes_twice_in_a_form():
    names = {form.id: [name for item in form.items for name in item.names] for form in FORMS}

    assert [form for form, used in names.items() if len(set(used)) < len(used)] == []


def forms_of(blueprint):
    return [one for one in PROJECT.views.quizzes.forms if one.blueprint.id == blueprint]


def test_a_form_with_an_item_and_its_near_twin_is_refused():
    blueprint = replace(FORMS[0].blueprint, size=2, balance=False)
    one, other = (replace(item, kind=blueprint.kinds[0], names=()) for item in ITEMS[:2])

    assert broken([one, other], blueprint) == ""
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


def test_forms_of_one_blueprint_share_no_item():
    for blueprint in {form.blueprint.id for form in FORMS}:
        forms = forms_of(blueprint)
        if not forms[0].blueprint.per_type:
            items = [item.id for form in forms for item in form.items]
            assert sorted(set(items)) == sorted(items)

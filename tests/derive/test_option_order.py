"""Options and rows stand in an order that tells nothing, and that nothing moves."""

from dataclasses import replace

from made import facts, project

from build_tools.derive.draw import draw_missing
from build_tools.derive.order import arranged, at_one_place, laid_out
from build_tools.model.items import Bank, Choice

PROJECT = project()
ITEMS = PROJECT.subject.items
BANK = Bank(items={item.id: item for item in ITEMS})
LIBRARY, _, QUIZ = facts()


def parts(item):
    return [part.id for part in item.parts]


def backward(item):
    return item.arranged(parts(item)[::-1])


def test_the_order_that_an_author_writes_does_not_matter():
    for item in ITEMS:
        assert (parts(arranged(backward(item))) == parts(item)) == (not item.closed)


def test_a_closed_set_keeps_its_order():
    types = [kind.id for kind in LIBRARY.types]
    closed = [item for item in ITEMS if item.closed]

    assert closed
    for item in closed:
        assert parts(item) == [name for name in types if name in parts(item)]


def test_no_form_is_drawn_with_all_keys_at_one_letter():
    blueprints = tuple(replace(one, most=3) for one in QUIZ.blueprints)
    drawn = draw_missing(replace(QUIZ, drawn=(), blueprints=blueprints), BANK, LIBRARY.types)

    assert len(drawn) > 10
    for form in drawn:
        items = [BANK.items[each.id].arranged(each.options) for each in form.items]
        assert not at_one_place(items)


def test_where_an_open_item_can_be_moved_the_keys_of_a_form_stand_at_more_places():
    closed, other = [item for item in ITEMS if item.closed][:2]
    opened = next(item for item in ITEMS if isinstance(item, Choice) and not item.closed)
    same = replace(other, options=closed.options)

    for seed in range(50):
        assert not at_one_place(laid_out([closed, opened], f"{seed}"))
    assert at_one_place(laid_out([closed, same], "seed"))

"""Rules that take a whole bank, each with one that it alone catches."""

from dataclasses import replace

import pytest
from test_broken import BANK, LIBRARY, QUIZ, SUBJECT, TABLE, said, with_key_at

from build_tools.derive.bank import build_bank
from build_tools.derive.forms import assemble
from build_tools.model.language import Language
from build_tools.problems import Problems
from build_tools.prove.bank import pairs_differ_in_one_fact
from build_tools.prove.guesser import guess

SOUND = BANK["which-ask-fits/how-she-led-the-early-shift"]
UNASKED = "know-your-work/caution/current-boss"
NOBODY = replace(LIBRARY, types=(), principles=())


def bank(*texts, share):
    """Return 40 items; in `share` of them the key is the first of three texts, else the last. It stands at each place in turn."""
    return tuple(item(number, texts, first=number % 10 < share * 10) for number in range(40))


def item(number, texts, *, first):
    at = 0 if first else 1 + number // 10 % 2
    key, *others = (texts[at], *(text for text in texts if text != texts[at]))
    said = (key, *others)
    options = tuple(
        replace(
            option,
            text=text,
            right=place == 0,
            rationale=f"It is what was seen {place}.",
            right_for="somebody else" if place else "",
        )
        for place, (option, text) in enumerate(zip(SOUND.options, said, strict=True))
    )
    stem = " ".join(f"{letter}{number}" for letter in "abcdefgh")
    made = replace(SOUND, id=f"kind/{number}", names=(), stem=stem, options=options)
    return with_key_at(made, number % 3)


def rules_of(items):
    subject = replace(SUBJECT, library=NOBODY, table={}, items=items, forms=())
    return {rule for rule, _ in said(subject, Problems())}


def test_a_bank_whose_keys_are_short_is_caught():
    texts = ("Ask her", "Ask her then", "Ask her there")

    assert rules_of(bank(*texts, share=0.5)) == {"I06"}


def saying(items, told):
    """Return items whose options all differ; `told` says what one says, by its item and by whether it is right."""
    marks = iter(f"x{number:03}" for number in range(len(items) * 3))
    return tuple(
        replace(
            item,
            options=tuple(
                replace(one, text=f"Ask {told(number, one.right)} {next(marks)}")
                for one in item.options
            ),
        )
        for number, item in enumerate(items)
    )


PLAIN = bank("Ask her", "Ask him", "Ask us", share=0.3)


@pytest.mark.parametrize(("key", "others"), [("kindly", "loudly"), ("the boss", "boss the")])
def test_a_bank_whose_keys_share_a_word_or_a_pair_is_caught(key, others):
    items = saying(PLAIN, lambda _, right: key if right else others)

    assert rules_of(items) == {"I41"}


def test_an_edition_is_not_held_up_by_what_nobody_has_translated():
    items = saying(PLAIN, lambda _, right: "kindly" if right else "loudly")
    spanish = replace(NOBODY, language=Language(tag="es"))
    subject = replace(SUBJECT, library=spanish, table={}, items=items, forms=())

    assert "I41" not in {rule for rule, _ in said(subject, Problems())}


def test_a_bank_whose_words_stand_in_keys_and_distractors_alike_is_not():
    items = saying(PLAIN, lambda number, _: "kindly" if number % 2 else "the boss")

    assert rules_of(items) == set()


def test_who_counts_words_is_right_as_often_as_a_word_tells():
    items = saying(PLAIN, lambda number, right: "kindly" if right is (number % 4 > 0) else "then")

    assert guess(replace(SUBJECT, items=items)).right == 0.75


def test_who_counts_words_learns_nothing_from_an_option_that_reads_the_same():
    items = bank("He may see", "He has one", "He got two", share=1.0)

    assert round(guess(replace(SUBJECT, items=items)).right, 6) == round(1 / 3, 6)


def test_a_statement_that_too_few_items_use_is_caught():
    name = "principles/more-likely-nothing"
    items = tuple(
        replace(one, about=tuple(x for x in one.about if x != name)) for one in BANK.values()
    )
    found = said(replace(SUBJECT, items=items, forms=()), Problems())

    assert found == [
        ("I18", "1 of 2 items use this core statement; write an item that rests on it")
    ]


def test_a_request_that_is_a_distractor_again_and_again_is_caught():
    items = bank("Ask her now", "Ask him now", "Ask us later", share=0.3)
    told = [replace(one, options=asking(one, "work-praise")) for one in items]
    few, many = (told[:count] + list(items[count:]) for count in (8, 9))

    assert rules_of(few) == set()
    assert rules_of(many) == {"I43"}


@pytest.mark.parametrize(("many", "rules"), [(8, set()), (9, {"I46"})])
def test_a_bank_with_more_than_one_distractor_of_ten_that_suits_nobody_is_caught(many, rules):
    items = bank("Ask her now", "Ask him now", "Ask us later", share=0.3)
    too_much = ["many-asks" if number % 2 else "wide-target-list" for number in range(many)]
    told = [
        replace(one, options=asking(one, ask, right_for=""))
        for one, ask in zip(items, too_much, strict=False)
    ]

    assert rules_of((*told, *items[many:])) == rules


PAIR = tuple(BANK[f"one-fact/{name}"] for name in ("aunt-at-birthdays", "aunt-with-a-cafe"))


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda _, other: replace(other, pair=None), "does not name it"),
        (lambda one, other: replace(other, options=one.options), "its key is that of"),
        (lambda _, other: replace(other, options=tuple(replace(each, text=f"{each.text} Now?") for each in other.options)), "its options are not those of"),
    ],
)  # fmt: skip
def test_a_pair_that_differs_in_more_or_less_than_one_fact_is_caught(change, what):
    one, other = PAIR
    items = tuple(change(one, other) if each == other else each for each in SUBJECT.items)
    found = [
        finding.what
        for finding in pairs_differ_in_one_fact(replace(SUBJECT, items=items, forms=()))
    ]

    assert found
    assert all(what in each for each in found)


def asking(item, ask, **others):
    """Return the options of an item, of which a wrong one is a request."""
    wrong = next(option for option in item.options if not option.right)
    return tuple(replace(one, ask=ask, **others) if one == wrong else one for one in item.options)


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize(("many", "rules"), [(16, set()), (17, {"I44"})])
def test_a_bank_that_holds_more_than_two_keys_of_five_at_one_place_is_caught(place, many, rules):
    texts = ("He may see", "He has one", "He got two")
    others = [one for one in range(3) if one != place]
    places = [place] * many + [others[number % 2] for number in range(40 - many)]

    assert rules_of(tuple(map(with_key_at, bank(*texts, share=0.3), places))) == rules


def test_an_item_that_no_other_stands_in_for_is_caught():
    items = tuple(replace(one, about=(UNASKED,)) if one == SOUND else one for one in BANK.values())
    found = said(replace(SUBJECT, items=items, forms=()), Problems())

    assert [rule for rule, _ in found] == ["I26"]


def test_a_form_whose_keys_are_not_balanced_is_caught():
    (form, *_) = (one for one in QUIZ.drawn if one.blueprint == "which-kind")
    kinds = {one.contact_type for one in map(BANK.get, (each.id for each in form.items))}
    one, *_ = sorted(kinds)
    drawn = {each.id for each in form.items}
    spare = next(
        name
        for name, each in BANK.items()
        if each.kind == "which-kind" and each.contact_type == one and name not in drawn
    )
    other = next(each for each in form.items if BANK[each.id].contact_type != one)
    items = tuple(replace(each, id=spare) if each == other else each for each in form.items)
    quiz = replace(QUIZ, drawn=(replace(form, items=items),))
    found = Problems()
    assemble(quiz, build_bank(LIBRARY, QUIZ, TABLE, found), found)

    assert [problem.rule for problem in found.errors] == ["I20"]

"""Rules that go by the words of a language: each has its own lists, and where one is missing, its rules rest."""

import re
from itertools import combinations

import pytest
import yaml
from conftest import ROOT, change, write
from made import copy_project, read_yaml

from build_tools.cli import main
from build_tools.generate import make_project
from build_tools.model.edition import EDITION
from build_tools.model.rule_words import LISTS, WORD_LISTS
from build_tools.problems import ContentError
from build_tools.prove.language import reading_grade

SPANISH = "content/editions/es"


@pytest.mark.parametrize(
    ("syllables", "word"),
    [
        (1, "y"), (1, "muy"), (1, "rey"), (1, "quien"), (2, "tía"), (2, "país"), (2, "ciudad"), (2, "guía"), (2, "ayer"),
        (3, "oía"), (3, "reúne"), (3, "estudiáis"), (3, "vergüenza"), (3, "trabajo"), (4, "aéreo"), (5, "recomendación"),
    ],
)  # fmt: skip
def test_spanish_is_read_by_its_syllables(syllables, word):
    ease = 206.84 - 60 * syllables - 1.02
    low = reading_grade(word, "fernandez-huerta")

    scale = {100: 4, 90: 5, 80: 6, 70: 7, 60: 9, 50: 13, 30: 16, 0: 20}
    marks = [(high, low) for high, low in zip(scale, [*scale][1:], strict=False)]
    high, under = next((one for one in marks if ease >= one[1]), marks[-1])
    step = (scale[under] - scale[high]) / (high - under)
    assert low == pytest.approx(scale[high] + (high - ease) * step)


def test_a_plain_sentence_of_spanish_is_easier_than_one_of_an_office():
    plain = reading_grade(
        "Su vecina la ve en el trabajo. Ella sabe bien lo que hace.", "fernandez-huerta"
    )
    office = reading_grade(
        "La coordinación interdepartamental requiere procedimientos administrativos complicados.",
        "fernandez-huerta",
    )

    assert plain < 7
    assert office > 16


def test_a_word_that_spanish_options_begin_with_is_of_one_class():
    classes = read_yaml(ROOT / "quiz/rules/es/openings.yml")

    assert [set(one) & set(other) for one, other in combinations(classes.values(), 2)] == [
        set() for _ in combinations(classes, 2)
    ]


def test_spanish_has_every_list_that_rules_go_by():
    there = {file.stem for file in (ROOT / "quiz/rules/es").glob("*.yml")}
    lists = read_yaml(ROOT / "quiz/rules/es/words.yml")
    needed = read_yaml(ROOT / "quiz/rules/en/qualifiers.yml")
    held = read_yaml(ROOT / "quiz/rules/es/qualifiers.yml")

    assert there == {*LISTS, "accepted"}
    assert set(lists) == set(WORD_LISTS)
    assert set(held) == set(needed)


def test_check_names_the_rules_that_rest_in_a_language_without_lists(sample, capsys):
    write(sample, "content/editions/ar/edition.yml", "name: Ask well\nlanguage: ar\n")
    main(["--root", str(sample), "check", "--edition", "ar"])
    main(["--root", str(sample), "check"])
    told = [line for line in capsys.readouterr().out.splitlines() if "rest" in line]

    assert told == [
        (
            "These rules rest, as quiz/rules/ar lacks the lists they go by: "
            "I04, I09, I11, I12, I13, I14, I15, I16, I22, I23, I29, I30, I42, T03, T04, T05."
        )
    ]


def test_check_counts_what_stands_there_in_english(sample, capsys):
    write(sample, "content/editions/ar/edition.yml", "name: Ask well\nlanguage: ar\n")
    write(sample, "content/editions/campus/edition.yml", "name: Ask well\n")
    counts = []
    for edition in ("ar", "campus"):
        main(["--root", str(sample), "check", "--edition", edition])
        counts.append(
            re.findall(r"^Still in English: (\d+) of", capsys.readouterr().out, re.MULTILINE)
        )
    write(sample, "content/editions/ar/content/words.yml", "footer: Al pie\n")
    main(["--root", str(sample), "check", "--edition", "ar"])

    assert counts[1] == []
    assert f"Still in English: {int(counts[0][0]) - 1} of all texts" in capsys.readouterr().out


def test_a_page_is_not_held_to_a_grade_in_a_language_that_nobody_can_measure(sample):
    write(sample, "content/editions/ar/edition.yml", "name: Ask well\nlanguage: ar\n")
    change(sample, "content/pages/research.md", "grade: 14", "grade: 1")

    assert make_project(sample, {EDITION: "ar"}).guide.pages
    with pytest.raises(ContentError, match="reads at grade"):
        make_project(sample, {})


@pytest.fixture(scope="module")
def spanish(tmp_path_factory):
    """The guide with an edition in Spanish that holds one item."""
    root = copy_project(tmp_path_factory.mktemp("spanish"), editions=False)
    write(root, f"{SPANISH}/edition.yml", "name: Pregunte bien\nlanguage: es\n")
    return root


@pytest.fixture(scope="module")
def item(spanish):
    """The first hand-written item with options, as its authors wrote it."""
    path = "quiz/bank/which-ask-fits.yml"
    first = read_yaml(spanish / path)["items"][0]
    return path, first


def warned(root, path, item, stem):
    text = {"items": [{"id": item["id"], "stem": stem}]}
    write(root, f"{SPANISH}/{path}", yaml.safe_dump(text, allow_unicode=True))
    try:
        return [str(one) for one in make_project(root, {EDITION: "es"}).warnings]
    except ContentError as error:
        return [str(one) for one in (*error.problems, *error.warnings)]


def test_words_of_an_item_in_spanish_are_held_against_those_of_spanish(spanish, item):
    told = warned(spanish, *item, "Quiere un ordenador.")

    assert any(
        f"{SPANISH}/{item[0]}:3:9: which-ask-fits/{item[1]['id']}: I42: “ordenador” is not how this guide says it; write “computadora”"
        in one
        for one in told
    ), told


def test_an_item_that_nobody_has_translated_is_not_held_against_words_of_spanish(spanish, item):
    told = warned(spanish, *item, "Quiere una computadora.")

    assert {one.split(": ")[1] for one in told} <= {f"which-ask-fits/{item[1]['id']}"}, told

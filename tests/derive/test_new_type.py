"""A fifth contact type and one more ask are files: page, column, card and items follow."""

from pathlib import Path

import pytest
from made import copy_project, read_yaml

from build_tools.cli import main
from build_tools.generate import make_project

ROOT = Path(__file__).parents[2]
ASK = """
- id: group-tips
  kind: request
  title: Tips from a group
  say: Which group should I join first?
  means: Advice on which groups to read.
  needs: {all: [field]}
  synonyms: [groups]
  alternatives: [field-facts]
"""
KIND_SCENE = """
  - id: {id}
    names: [{name}]
    seeker: {name}
    contact: the writer
    known_by: [shared-interest-online]
    stem: {name} reads a group about {topic} and often answers one writer there. They have not met.
    rests_on: online-groups/{about}
    about: [online-groups/can/field-facts]
    because: {name} and the writer know each other from the group.
"""
PAIR_SCENE = """
  - id: {id}
    pair: {pair}
    names: [Zora]
    seeker: Zora
    contact: the beekeeper
    stem: Zora has written with a beekeeper in a group for a year. {fact}
    ask: work-reference
    person: {person}
    because: {fact}
    options:
      - {{ask: work-reference, text: Would you be my reference?, rationale: That takes a look at her work., right_for: who saw it}}
      - {{ask: field-facts, text: Would you tell me of bees?, rationale: That is what the group is about., right_for: a stranger}}
      - {{ask: personal-praise, text: Would you say I’m kind?, rationale: Friends can say that., right_for: a friend}}
"""


def append(path, text):
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + text, "utf-8")


@pytest.fixture(scope="module")
def fifth(tmp_path_factory):
    """The real content with one contact type and one ask more, and its forms drawn."""
    root = copy_project(tmp_path_factory.mktemp("fifth"))
    types = root / "content/contact-types"
    for path in types.glob("*.yml"):
        append(path, "  - {ask: group-tips, verdict: sometimes, because: It depends on the group.}")
    append(root / "content/asks.yml", ASK)
    asks = [ask["id"] for ask in read_yaml(root / "content/asks.yml")]
    settled = {
        "field-facts", "group-tips", "work-reference", "work-praise", "job-for-knowing-me"
    }  # fmt: skip
    rows = "\n".join(
        f"  - {{ask: {ask}, verdict: rarely, because: It takes time.}}"
        for ask in asks
        if ask not in settled
    )
    new = (ROOT / "tests/derive/fifth/online-groups.yml").read_text("utf-8").replace("OPEN", rows)
    (types / "online-groups.yml").write_text(new, "utf-8")
    models = root / "quiz/item-models"
    scenes = (
        ("Piet", "bees", "who/share-an-interest"),
        ("Olu", "bridges", "cannot/work-reference"),
    )
    for name, topic, about in scenes:
        scene = KIND_SCENE.format(id=topic, name=name, topic=topic, about=about)
        append(models / "which-kind.yml", scene)
    sides = (
        ("by-mail", "on-the-roof", "They have not met.", "{kinds: [online-groups]}"),
        ("on-the-roof", "by-mail", "She kept his bees.", "{kinds: [online-groups], plus: [work]}"),
    )
    for name, pair, fact, person in sides:
        scene = PAIR_SCENE.format(id=name, pair=pair, fact=fact, person=person)
        append(models / "one-fact.yml", scene)
    assert main(["--root", str(root), "forms"]) == 0
    return make_project(root, {})


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("online-groups", 'id="can-field-facts"'),
        ("online-groups", 'form="try-it-online-groups"'),
        ("index", 'href="online-groups.html">People from online groups'),
        ("who-can-help", "People from online groups</a></th>"),
        ("who-can-help", 'id="group-tips"'),
    ],
)
def test_it_has_its_place_on_every_page(fifth, name, shown):
    assert shown in next(page.markdown for page in fifth.guide.pages if page.id == name)


def test_each_scene_about_it_is_an_item_with_one_right_answer(fifth):
    items = [
        item
        for item in fifth.views.quizzes.bank.items.values()
        if item.contact_type == "online-groups"
    ]

    keys = [item.key.id for item in items]
    assert keys == ["field-facts", "work-reference", "online-groups", "online-groups"]


def test_every_scene_of_the_old_kinds_offers_it_as_an_answer(fifth):
    kinds = [item for item in fifth.views.quizzes.bank.items.values() if item.kind == "which-kind"]

    assert {len(item.options) for item in kinds} == {5}

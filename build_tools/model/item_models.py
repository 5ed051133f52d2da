"""Item models, as their authors wrote them: a question template and its scenes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from .fields import Cases, Slug, Text, ValueType, When, ref
from .scenes import (
    AskScene,
    BestScene,
    BondScene,
    MatchScene,
    PersonScene,
    ReasonScene,
    Scene,
    SortScene,
)

Options = Literal["asks", "reasons", "contact-types", "bins", "people", "person"]
SCENES: Mapping[Options, tuple[type[Scene], ...]] = {
    "asks": (AskScene,),
    "reasons": (ReasonScene,),
    "contact-types": (BestScene, BondScene),
    "bins": (SortScene,),
    "people": (MatchScene,),
    "person": (PersonScene,),
}
"""The scenes of an item model, by what its options are; of two, the second has one of the keys that tell them apart."""
SECOND_SCENE_KEYS = ("known_by", "rests_on")
QUESTION_BLANKS = ("seeker", "contact")
"""What the question of an item model says in the words of a scene."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemModel:
    """A question template and its scenes."""

    id: Annotated[str, ref("item model")]
    """The name of the function that makes its items."""
    kind: Slug
    """What its items are called in blueprints."""
    options: Options
    """What its options are; the scenes follow from it."""
    question: Annotated[str, ValueType("pattern", shown=True, blanks=QUESTION_BLANKS)] = ""
    """The question of every scene that has none of its own."""
    distractors: Annotated[str, ref("pool"), When("options", ("asks", "reasons"))] = ""
    """The pool of distractors; none where the options are a closed set."""
    nobody: Annotated[Text, When("options", ("people",))] = ""
    """Where a row goes that nobody in the scene can do."""
    scenes: Annotated[tuple[Scene, ...], Cases("options", SCENES, SECOND_SCENE_KEYS)]

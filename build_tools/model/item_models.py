"""Item models, as their authors wrote them: a question template and its scenes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from .. import families
from .fields import Cases, Slug, Text, ValueType, When, ref
from .scenes import BondScene, MatchScene, PersonScene, Scene

Options = Literal["contact-types", "people", "person"]
SCENES: Mapping[Options, type[Scene]] = {
    "contact-types": BondScene,
    "people": MatchScene,
    "person": PersonScene,
}
"""The class of the scenes of an item model, by its options."""
QUESTION_BLANKS = ("seeker", "contact")
"""The blanks of its question, which each scene fills in."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemModel:
    """A question template and its scenes."""

    id: Annotated[str, ref(families.ITEM_MODEL)]
    """The name of the function that makes its items."""
    kind: Slug
    """What its items are called in blueprints."""
    options: Options
    """What its options are, which decides what its scenes hold."""
    question: Annotated[str, ValueType("pattern", shown=True, blanks=QUESTION_BLANKS)] = ""
    """The question of every scene that has none of its own."""
    nobody: Annotated[Text, When("options", ("people",))] = ""
    """The name of the bin for rows that nobody in the scene can do."""
    scenes: Annotated[tuple[Scene, ...], Cases("options", SCENES)]

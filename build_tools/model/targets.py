"""Where quizzes can be taken: the programs that read their files."""

from dataclasses import dataclass
from typing import Annotated

from .. import families
from .fields import Text, own_id, ref


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """A program, and how a file gets into it."""

    id: Annotated[str, own_id(families.TARGET)]
    title: Text
    format: Annotated[str, ref(families.FORMAT)]
    """The id of the exporter that writes for it."""
    steps: tuple[Text, ...]
    tried: Text
    """What was tested with it, and what was not."""

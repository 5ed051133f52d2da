"""Item models: by its id, the function that makes the items of each."""

from collections.abc import Callable, Mapping

from ...model.item_models import ItemModel
from ...model.items import Item
from ...model.scenes import Scene
from ..proof import Facts
from .one_fact import one_fact
from .which_kind import which_kind
from .who_can_do_it import who_can_do_it

Generate = Callable[[Scene, ItemModel, Facts], Item | None]

MODELS: Mapping[str, Generate] = {
    "which-kind": which_kind,
    "who-can-do-it": who_can_do_it,
    "one-fact": one_fact,
}

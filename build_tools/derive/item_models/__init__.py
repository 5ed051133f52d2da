"""The item models by id."""

from collections.abc import Callable, Mapping

from ...model.item_models import ItemModel
from ...model.items import Item
from ...model.scenes import Scene
from ..proof import Facts
from .can_or_better_not import can_or_better_not
from .one_fact import one_fact
from .what_is_wrong import what_is_wrong
from .which_ask_fits import which_ask_fits
from .which_kind import which_kind
from .who_can_do_it import who_can_do_it
from .who_is_best import who_is_best

Generate = Callable[[Scene, ItemModel, Facts], Item | None]

MODELS: Mapping[str, Generate] = {
    "which-kind": which_kind,
    "which-ask-fits": which_ask_fits,
    "what-is-wrong": what_is_wrong,
    "who-is-best": who_is_best,
    "can-or-better-not": can_or_better_not,
    "who-can-do-it": who_can_do_it,
    "one-fact": one_fact,
}

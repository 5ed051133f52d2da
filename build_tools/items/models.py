"""The item models by id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ..model.items import Item, ItemModel, Scene
from .facts import Facts
from .how_far import how_far
from .what_is_wrong import what_is_wrong
from .which_ask_fits import which_ask_fits
from .which_kind import which_kind
from .who_is_best import who_is_best

Generate = Callable[[Scene, ItemModel, Facts], Item | None]

MODELS: Mapping[str, Generate] = MappingProxyType(
    {
        "which-kind": which_kind,
        "which-ask-fits": which_ask_fits,
        "what-is-wrong": what_is_wrong,
        "who-is-best": who_is_best,
        "how-far": how_far,
    }
)

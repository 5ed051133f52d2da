"""Proof: the facts as item models use them, and what an item must have to be right."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..model.item_models import ItemModel
from ..model.items import Choice
from ..model.library import Ask, Library
from ..model.scenes import Scene
from ..problems import Place, Problems
from .table import Fit, Table

FEWEST_OPTIONS = 3
"""More add little: few further distractors are ever chosen (Rodriguez 2005, Tarrant 2009)."""

_ONE_KEY = "mark exactly one “key: true”"


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """The library with its table, and the problems to which an item without proof is added."""

    library: Library
    table: Table
    problems: Problems

    def ask(self, name: str) -> Ask:
        return self.library.asks.by_id[name]

    def require_settled(self, contact_type: str, ask: str, item: str, place: Place) -> Fit | None:
        """Return a fit that a source settles, or None after refusing the item that asks it."""
        fit = self.table.get((contact_type, ask))
        if fit and fit.settled:
            return fit
        what = f"{contact_type} × {ask} rests on no source, so no item may ask it"
        self.refuse(item, place, what, "ask something that a sourced statement settles", "I19")
        return None

    def proven(self, item: Choice) -> Choice | None:
        """Return the item if one of its options is right and no two read alike, or None after refusing it."""
        right = [option.text for option in item.options if option.right]
        alike = read_alike(option.text for option in item.options)
        if len(item.options) < FEWEST_OPTIONS:
            rule, what, instead = "I02", f"{len(item.options)} options", f"give it {FEWEST_OPTIONS}"
        elif len(right) != 1:
            named = f" ({'; '.join(right)})" if right else ""
            rule, what = "I01", f"{len(right)} right answers{named}"
            instead = _ONE_KEY if item.model is None else "change the scene until one is right"
        elif alike:
            rule, what, instead = "I03", f"two options read “{alike}”", "word them differently"
        else:
            return item
        self.refuse(item.id, item.place, what, instead, rule)
        return None

    def refuse(self, item: str, place: Place, what: str, instead: str, rule: str = "") -> None:
        """Note why an item cannot be made, so that no form that holds it is blamed."""
        self.problems.add(place, item, what, instead, rule)
        self.problems.excuse(item)


def scene_fields(scene: Scene, model: ItemModel) -> dict[str, Any]:
    """Return what an item takes unchanged of its model and of its scene."""
    return {
        "kind": model.kind,
        "model": model.id,
        "names": scene.names,
        "stem": scene.stem,
        "question": scene.question,
        "place": scene.place,
    }


def item_id(*parts: str) -> str:
    """Return the id of an item: its parts, joined by slashes, without empty ones."""
    return "/".join(part for part in parts if part)


def read_alike(texts: Iterable[str]) -> str:
    """Return a text that occurs twice, apart from case, spaces and the mark at its end; “” if none does."""
    counts = Counter(" ".join(text.casefold().split()).rstrip(".?!") for text in texts)
    return next((text for text, count in counts.items() if count > 1), "")

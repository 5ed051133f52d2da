"""The order of options and rows: by a seed made of ids, so that it is mixed, and the same everywhere and for good."""

import random
from collections.abc import Iterable, Sequence
from itertools import count, groupby

from ..model.items import Choice, Item

_BANK = "item bank"
LONGEST_RUN = 4
"""So many keys in a row may stand at one place."""


def arranged(item: Item) -> Item:
    """Return an item as the bank holds it: in what order its author wrote it tells nothing of the key."""
    return item.arranged(mixed(item, _BANK))


def mixed(item: Item, seed: str) -> tuple[str, ...]:
    """Return the ids of its parts, shuffled by `seed` and the id of the item; a closed set keeps its order."""
    names = [part.id for part in item.parts]
    if not item.closed:
        # Sorted first: to move a line in a file moves nothing that is drawn later.
        names.sort()
        random.Random(f"{seed} {item.id}").shuffle(names)
    return tuple(names)


def laid_out(items: Sequence[Item], seed: str) -> tuple[Item, ...]:
    """Return the items of a form, each mixed, so that keys stand neither all nor long in a row at one place.

    Where all of them are closed sets there is nothing to move.
    """
    movable = any(isinstance(item, Choice) and not item.closed for item in items)
    for turn in count():
        tried = f"{seed} {turn}" if turn else seed
        laid = tuple(item.arranged(mixed(item, tried)) for item in items)
        if not movable or not (at_one_place(laid) or longest_run(laid) > LONGEST_RUN):
            break
    return laid


def longest_run(items: Iterable[Item]) -> int:
    """Return how many items with options that follow each other have their key at the same place."""
    places = (item.options.index(item.key) for item in items if isinstance(item, Choice))
    return max((len(list(run)) for _, run in groupby(places)), default=0)


def at_one_place(items: Iterable[Item]) -> bool:
    """Whether two or more items with options all have their key at the same place."""
    places = [item.options.index(item.key) for item in items if isinstance(item, Choice)]
    return len(places) > 1 and len(set(places)) == 1

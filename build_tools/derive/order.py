"""The order of options and rows: shuffled by a seed made of ids, so every build on every machine gives the same order."""

import random
from collections.abc import Iterable, Sequence
from itertools import count, groupby

from ..model.items import Choice, Item

_BANK = "item bank"
LONGEST_RUN = 4
"""At most this many items in a row may have their key at the same position."""


def arranged(item: Item) -> Item:
    """Return an item with its parts shuffled for the bank, so that the order in which an author wrote them does not give the key away."""
    return item.arranged(mixed(item, _BANK))


def mixed(item: Item, seed: str) -> tuple[str, ...]:
    """Return the ids of an item’s parts, shuffled by `seed` and the item’s id; a closed set keeps its order."""
    names = [part.id for part in item.parts]
    if not item.closed:
        # Sorted first, so that the result does not depend on the order in the file.
        names.sort()
        random.Random(f"{seed} {item.id}").shuffle(names)
    return tuple(names)


def laid_out(items: Sequence[Item], seed: str) -> tuple[Item, ...]:
    """Return the items of a form, each shuffled.

    Seeds are tried in turn until the keys are not all at one position, and at most `LONGEST_RUN` in a row are. A form of
    closed sets alone is left as it is, since nothing in it can be moved.
    """
    movable = any(isinstance(item, Choice) and not item.closed for item in items)
    for turn in count():
        tried = f"{seed} {turn}" if turn else seed
        laid = tuple(item.arranged(mixed(item, tried)) for item in items)
        if not movable or not (at_one_place(laid) or longest_run(laid) > LONGEST_RUN):
            break
    return laid


def longest_run(items: Iterable[Item]) -> int:
    """Return the length of the longest run of choice items that have their key at the same position."""
    places = (item.options.index(item.key) for item in items if isinstance(item, Choice))
    return max((len(list(run)) for _, run in groupby(places)), default=0)


def at_one_place(items: Iterable[Item]) -> bool:
    """Return whether there are two or more choice items, and all have their key at the same position."""
    places = [item.options.index(item.key) for item in items if isinstance(item, Choice)]
    return len(places) > 1 and len(set(places)) == 1

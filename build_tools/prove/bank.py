"""Rules of the bank as a whole."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain
from statistics import fmean

from ..model.items import Choice, Item
from ..model.rule_words import BANK
from ..problems import Place
from .coverage import WANTED, statements_covered
from .language import words
from .rule import Finding, Subject, distractors, fitting_nobody, grade_of, rests_on

FEWEST_ITEMS = 30
"""With fewer, a share says nothing: its interval spans more than a third of the scale."""
PLACE = Place(path="quiz/bank")
_POINTS = 0.10
_ALIKE = 0.6
_SPREAD = 0.2
_OVERREACH = 0.1
OPTIONS = 3
_MOST_AT_ONE_PLACE = 0.4


def length_does_not_tell(subject: Subject) -> Iterator[Finding]:
    """I06: the key is the single longest, or shortest, option hardly more often than by chance."""
    items = subject.choices
    if len(items) < FEWEST_ITEMS:
        return
    chance = sum(1 / len(item.options) for item in items) / len(items)
    for extreme, sign in (("longest", 1), ("shortest", -1)):
        share = sum(_is_single_extreme(item, sign) for item in items) / len(items)
        if share > chance + _POINTS:
            what = f"the key is the single {extreme} option in {share:.0%} (chance {chance:.0%})"
            yield _of_bank(what, "even out the options of some items")


def _is_single_extreme(item: Choice, sign: int) -> bool:
    lengths = Counter(sign * len(option.text) for option in item.options)
    most = max(lengths)
    return lengths[most] == 1 and sign * len(item.key.text) == most


def keys_are_spread(subject: Subject) -> Iterator[Finding]:
    """I44: of the items with three options, at most 40% have their key at one place."""
    items = [item for item in subject.choices if len(item.options) == OPTIONS]
    places = Counter(item.options.index(item.key) for item in items)
    for place, count in sorted(places.items()):
        if len(items) >= FEWEST_ITEMS and count > _MOST_AT_ONE_PLACE * len(items):
            what = f"the key stands at place {place + 1} in {count} of {len(items)} items"
            # The order of options follows from the id.
            yield _of_bank(what, "give a new item another id, which gives it another order")


def bank_is_plain(subject: Subject) -> Iterator[Finding]:
    """I16, for the bank: the mean reading grade is that of the language, or below."""
    measures = subject.words.measures
    if measures is None or len(subject.items) < FEWEST_ITEMS:
        return
    mean = fmean(grade_of(item, measures) for item in subject.items)
    if mean > measures.bank:
        yield _of_bank(f"items read at grade {mean:.1f} on average", "shorten the hardest ones")


def claims_are_covered(subject: Subject) -> Iterator[Finding]:
    """I18: two items use each sourced core statement, one each supporting one and settled fit."""
    if len(subject.items) < FEWEST_ITEMS:
        return
    for one in statements_covered(subject.library, subject.items):
        if one.short:
            what = f"{one.items} of {one.wanted} items use this {one.group}"
            instead = "write an item that rests on it"
            yield Finding(place=one.place, item=one.name, what=what, instead=instead)
    used = {name for item in subject.items for name in rests_on(item)}
    for (type_id, ask), fit in subject.table.items():
        if fit.settled and used.isdisjoint(statement.id for statement in fit.statements):
            what = "no item uses this settled fit"
            yield Finding(
                place=fit.settling.place, item=f"{type_id} × {ask}", what=what, instead="write one"
            )


def requests_are_spread(subject: Subject) -> Iterator[Finding]:
    """I43: no request is a distractor in more than a fifth of the items of its kind."""
    kinds = {item.kind for item in subject.choices}
    for kind in sorted(kinds):
        items = [item for item in subject.choices if item.kind == kind]
        # Two options of an item may stand for one request.
        asks = ({option.ask for option in distractors(item) if option.ask} for item in items)
        wrong = Counter(chain.from_iterable(asks))
        for ask, count in wrong.items():
            if len(items) >= FEWEST_ITEMS and count > _SPREAD * len(items):
                what = f"“{ask}” is a distractor in {count} of {len(items)} {kind} items"
                yield _of_bank(what, "offer another request in some of them")


def overreach_is_rare(subject: Subject) -> Iterator[Finding]:
    """I46: at most a tenth of the distractors are right for nobody."""
    items = [item for item in subject.choices if not item.closed]
    count = sum(len(distractors(item)) for item in items)
    many = sum(len(fitting_nobody(item)) for item in items)
    if len(items) >= FEWEST_ITEMS and many > _OVERREACH * count:
        what = f"{many} of {count} distractors are right for nobody"
        yield _of_bank(what, "offer what would suit another person instead")


def stems_differ(subject: Subject) -> Iterator[Finding]:
    """I24: no two stems share more than 60% of their words, but for those of a pair.

    Items are compared with those that share a word that is rare in the bank, not all with all.
    """
    stems = {item.id: frozenset(words(item.stem)) for item in subject.items}
    holders: dict[str, list[Item]] = defaultdict(list)
    spread = Counter(word for stem in stems.values() for word in stem)
    for item in subject.items:
        own = stems[item.id]
        # Two stems that share 60% share one of these, as fewer than 40% of the words are left out.
        rare = sorted(own, key=lambda word: (spread[word], word))[: len(own) * 2 // 5 + 1]
        near = {other.id: other for word in rare for other in holders[word]}
        for other in near.values():
            share = len(own & stems[other.id]) / len(own | stems[other.id])
            if share > _ALIKE and item.pair != other.id:
                what = f"its stem shares {share:.0%} of its words with {other.id}"
                yield Finding.of(item, what, "tell another story, or keep one of the two")
        for word in rare:
            holders[word].append(item)


def pairs_differ_in_one_fact(subject: Subject) -> Iterator[Finding]:
    """I47: the two items of a pair name each other, offer the same options, and have different keys."""
    items = {item.id: item for item in subject.choices}
    for item in subject.choices:
        other = items.get(item.pair or "")
        if item.pair and (other is None or other.pair != item.id):
            what = f"its pair “{item.pair}” does not name it"
            yield Finding.of(item, what, "let both scenes name each other")
        elif other and _offered(item) != _offered(other):
            yield Finding.of(item, f"its options are not those of {other.id}", "offer the same")
        elif other and item.key.text == other.key.text:
            what = f"its key is that of {other.id} as well"
            yield Finding.of(item, what, "change the one fact until it moves the key")


def _offered(item: Choice) -> set[str]:
    return {option.text for option in item.options}


def review_has_another_item(subject: Subject) -> Iterator[Finding]:
    """I26: who misses an item, or a row, can meet one of its statements in another item.

    That other item has options: a grid asks many things at once, which is no review of one.
    """
    if len(subject.items) < FEWEST_ITEMS:
        return
    used = Counter(name for item in subject.choices for name in rests_on(item))
    for item in subject.choices:
        if item.about and all(used[name] < WANTED["core"] for name in item.about):
            what = "no other item uses a statement it is about"
            yield Finding.of(item, what, "name one that another item uses, or write that item")
    for grid in subject.grids:
        for row in grid.rows:
            if not used[row.rests_on]:
                what = f"no item with options uses {row.rests_on}, on which “{row.text}” rests"
                yield Finding.of(grid, what, "write that item, or match another request")


def _of_bank(what: str, instead: str) -> Finding:
    return Finding(place=PLACE, item=BANK, what=what, instead=instead)

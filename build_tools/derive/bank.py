"""The bank: all items, written by hand or made by an item model, each with a proven key."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from .. import families
from ..model.forms import QuizSource
from ..model.item_models import ItemModel
from ..model.items import Bank, Choice, Item
from ..model.library import Library
from ..model.written import WrittenItem, WrittenOption
from ..problems import Problems
from ..read.judgeable import possible_ids
from ..read.unknown import note_unknown
from .item_models import MODELS
from .order import arranged
from .proof import Facts
from .table import FITTING, Table

_NONE: Mapping[str, str] = {}


def build_bank(
    library: Library,
    quiz: QuizSource,
    table: Table,
    problems: Problems,
    tokens: Mapping[str, str] = _NONE,
) -> Bank:
    """Return every item that can be proven, with its options or rows shuffled.

    An item that cannot be proven is noted, and left out. For an edition, `tokens` holds those of the guide’s items by id.
    """
    facts = Facts(library=library, table=table, problems=problems)
    items = [
        *(_proven(written, facts) for written in quiz.written),
        *(
            MODELS[model.id](scene, model, facts)
            for model in _usable(quiz.models, library, problems)
            for scene in model.scenes
        ),
    ]
    whole = [
        replace(_with_inferences(arranged(item), library), guide_token=tokens.get(item.id, ""))
        for item in items
        if item
    ]
    return Bank(items=_by_id(whole, problems))


def _proven(written: WrittenItem, facts: Facts) -> Choice | None:
    """Return the item when its key agrees with the table, or None after refusing it."""
    item = written.choice
    judged = [option for option in written.options if option.place not in written.unjudged]
    agreed = [_agrees(one, one.ask, item, facts) for one in judged if one.ask]
    return facts.proven(item) if all(agreed) else None


def _agrees(option: WrittenOption, ask: str, item: Choice, facts: Facts) -> bool:
    if item.contact_type is None:
        what = f"“{ask}” is asked of no contact type"
        facts.refuse(item.id, option.place, what, "add “contact_type:” to the item")
        return False
    fit = facts.require_settled(item.contact_type, ask, item.id, option.place)
    if fit and (fit.verdict in FITTING) != option.right:
        marked = "right" if option.right else "wrong"
        what = f"“{option.id}” is marked {marked}, but the table says {fit.verdict}"
        facts.refuse(item.id, option.place, what, f"move the key, or see {fit.settling.id}")
        return False
    return fit is not None


def _with_inferences(item: Item, library: Library) -> Item:
    behind = (library.statements.get(part.rests_on) for part in item.parts)
    reasons = frozenset(one.reason for one in behind if one and one.reason)
    return replace(item, inferences=reasons)


def _usable(models: Iterable[ItemModel], library: Library, problems: Problems) -> list[ItemModel]:
    """Return the models whose function exists, noting the others."""
    unknown = note_unknown(problems, {families.ITEM_MODEL: MODELS})
    names = {reference.name for reference in unknown}
    types = library.types.by_id.keys()
    usable = []
    for model in models:
        if model.id not in names:
            usable.append(model)
        else:
            problems.excuse(*possible_ids(model, model.scenes, types))
    return usable


def _by_id(items: list[Item], problems: Problems) -> dict[str, Item]:
    bank: dict[str, Item] = {}
    for item in items:
        first = bank.setdefault(item.id, item)
        if first is not item:
            what = f"an item with this id stands at {first.place}"
            problems.add(item.place, item.id, what, "give its scene another id")
    return bank

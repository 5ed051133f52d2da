"""Forms: the committed draws, with their items, held against their blueprints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from .errors import Problems
from .fields import did_you_mean
from .model.forms import Blueprint, DrawnForm, DrawnItem, Form, QuizSource, Quizzes
from .model.items import Bank, Item


def assemble(quiz: QuizSource, bank: Bank, problems: Problems) -> Quizzes:
    """Return the committed forms with their items; a form that broke its blueprint is a problem."""
    blueprints = {blueprint.id: blueprint for blueprint in quiz.blueprints}
    forms = tuple(
        _form(drawn, blueprints[drawn.blueprint], bank, quiz, problems)
        for drawn in sorted(quiz.drawn, key=lambda form: _order(form, quiz))
        if drawn.blueprint in blueprints
    )
    _check_disjoint(forms, problems)
    return Quizzes(bank=bank, forms=forms, words=quiz.words)


def _order(drawn: DrawnForm, quiz: QuizSource) -> tuple[int, str]:
    names = [blueprint.id for blueprint in quiz.blueprints]
    place = names.index(drawn.blueprint) if drawn.blueprint in names else len(names)
    return place, drawn.id


def _form(
    drawn: DrawnForm, blueprint: Blueprint, bank: Bank, quiz: QuizSource, problems: Problems
) -> Form:
    items = [_item(each, drawn, bank, problems) for each in drawn.items]
    form = Form(
        id=drawn.id,
        title=_title(drawn, blueprint, quiz),
        blueprint=blueprint,
        items=tuple(item for item in items if item),
        path=drawn.path,
    )
    fault = broken(form.items, blueprint)
    if fault and all(items):
        place = drawn.items[0].place if drawn.items else blueprint.place
        problems.add(place, drawn.id, f"no longer meets its blueprint: {fault}", _REDRAW)
    return form


_REDRAW = "restore the item, or delete this file and run “forms”, which draws a new form"


def _title(drawn: DrawnForm, blueprint: Blueprint, quiz: QuizSource) -> str:
    if blueprint.per_type:
        return blueprint.title
    letter = drawn.id.removeprefix(f"{blueprint.id}-").upper()
    return quiz.words.get("form_title", "").format(title=blueprint.title, letter=letter)


def _item(drawn: DrawnItem, form: DrawnForm, bank: Bank, problems: Problems) -> Item | None:
    item = bank.items.get(drawn.id)
    where = f"{form.id}: {drawn.id}"
    if item is None:
        problems.add(drawn.place, where, "no such item", did_you_mean(drawn.id, bank.items))
        return None
    if item.closed:
        return item
    options = {option.id: option for option in item.options}
    if set(options) != set(drawn.options):
        what = "its options are no longer those that were drawn"
        problems.add(drawn.place, where, what, "list these: " + ", ".join(options))
        return None
    return replace(item, options=tuple(options[name] for name in drawn.options))


def _check_disjoint(forms: tuple[Form, ...], problems: Problems) -> None:
    taken: dict[tuple[str, str], Form] = {}
    for form in forms:
        for item in form.items:
            first = taken.setdefault((form.blueprint.id, item.id), form)
            if first is not form:
                where = f"{form.id}: {item.id}"
                problems.add(item.place, where, f"stands in {first.id} as well", _REDRAW)


def broken(items: Sequence[Item], blueprint: Blueprint) -> str:
    """Return what keeps `items` from being a form of `blueprint`, or “”."""
    if len(items) != blueprint.size:
        return f"{len(items)} items instead of {blueprint.size}"
    if any(item.kind not in blueprint.kinds for item in items):
        return "an item of another kind"
    names = Counter(name for item in items for name in item.names)
    if names and max(names.values()) > 1:
        return f"the name {names.most_common(1)[0][0]} comes twice"
    if not _even(Counter(stratum(item, blueprint) for item in items), blueprint):
        return "its keys or kinds are not balanced"
    return ""


def stratum(item: Item, blueprint: Blueprint) -> str:
    return item.key.id if blueprint.balance else item.kind


def _even(counts: Counter[str], blueprint: Blueprint) -> bool:
    # Only keys that come up count, so that a committed form outlives a new contact type.
    return not blueprint.balance or not counts or max(counts.values()) - min(counts.values()) <= 1

"""Forms: the committed ones with their items, checked against their blueprints."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from string import ascii_lowercase

from .. import families
from ..model.forms import Blueprint, DrawnForm, DrawnItem, Form, QuizSource, Quizzes
from ..model.items import Bank, Choice, Item
from ..model.records import grouped
from ..problems import Place, Problem, Problems, did_you_mean

_UNBALANCED = "its keys are not balanced"
_RULES = {_UNBALANCED: "I20"}
_SHARE = 3
_GROUPS = 3
_MANY = 9
"""If more items of one family are missing than this, they have one cause, and get one problem."""
_BRING_BACK = "bring back the file of quiz/bank or quiz/item-models that holds them"
_REDRAW = "restore the item, or delete this file and run “forms”, which draws a new form"


def assemble(quiz: QuizSource, bank: Bank, problems: Problems) -> Quizzes:
    """Return the committed forms with their items; note each that no longer meets its blueprint."""
    assembly = _Assembly(quiz=quiz, bank=bank, problems=problems)
    forms = tuple(
        assembly.form(drawn, blueprint)
        for blueprint in quiz.blueprints
        for drawn in sorted(quiz.drawn, key=lambda form: form.id)
        if drawn.blueprint == blueprint.id
    )
    blueprints = {blueprint.id for blueprint in quiz.blueprints}
    for drawn in quiz.drawn:
        for each in drawn.items if drawn.blueprint not in blueprints else ():
            assembly.item(each, drawn)
    assembly.note_missing()
    _check_disjoint(quiz.drawn, problems)
    return Quizzes(
        bank=bank, forms=forms, check=quiz.check, words=quiz.words, rules=quiz.rule_words
    )


def broken(items: Sequence[Item], blueprint: Blueprint) -> str:
    """Return why `items` are no form of `blueprint`; “” if they are one."""
    if len(items) != blueprint.size:
        return f"{len(items)} items instead of {blueprint.size}"
    if any(item.kind not in blueprint.kinds for item in items):
        return "an item of another kind"
    names = Counter(name for item in items for name in item.names)
    twice = [name for name, count in names.items() if count > 1]
    if twice:
        return f"the name {twice[0]} comes twice"
    if twins := next((pair for pair in combinations(items, 2) if alike(*pair)), None):
        return f"{twins[0].id} and {twins[1].id} are too much alike"
    if reason := crowded(items, blueprint):
        return f"“{reason}” decides more than a third of its items"
    even = _even(Counter(stratum(item, blueprint) for item in items), blueprint)
    return "" if even else _UNBALANCED


def crowded(items: Sequence[Item], blueprint: Blueprint) -> str:
    """Return the id of a reason that decides more than a third of the items of a form; “” if none does.

    Short forms are not checked, and grids do not count: a third of them says nothing.
    """
    counts = Counter(name for item in items if isinstance(item, Choice) for name in item.inferences)
    most = -(-blueprint.size // _SHARE)
    crowding = [name for name, count in sorted(counts.items()) if count > most]
    return crowding[0] if crowding and blueprint.size >= _SHARE * 2 else ""


def alike(one: Item, other: Item) -> bool:
    """Return whether no form may hold both items: near-twins, a pair, or a choice between the same open options."""
    named = one.id in (other.like, other.pair) or other.id in (one.like, one.pair)
    return named or (
        same_distractors(one, other) and _offered(one, right=True) == _offered(other, right=True)
    )


def same_distractors(one: Item, other: Item) -> bool:
    """Return whether two generated items have the same wrong options, so that one tells the key of the other."""
    wrong = _offered(one, right=False)
    return bool(wrong) and one.model == other.model and wrong == _offered(other, right=False)


def groups_of(items: Sequence[Item]) -> set[str]:
    """Return the lists of the statements that items mainly ask about."""
    return {name.rpartition("/")[0] for item in items for name in mains_of(item)}


def groups_wanted(blueprint: Blueprint) -> int:
    return min(_GROUPS, blueprint.size)


def mains_of(item: Item) -> set[str]:
    """Return the ids of the statements that an item mainly asks about; those of a grid are one for each row."""
    return {item.main} if isinstance(item, Choice) else set(item.about)


def stratum(item: Item, blueprint: Blueprint) -> str:
    """Return the stratum of an item in a form of `blueprint`: its answer if keys are balanced, else its kind."""
    return item.stratum if blueprint.balance else item.kind


@dataclass(frozen=True, kw_only=True, slots=True)
class _Assembly:
    quiz: QuizSource
    bank: Bank
    problems: Problems
    missing: list[tuple[DrawnItem, Problem]] = field(default_factory=list)
    """Each item of a form that the bank does not have, with what is wrong."""

    def form(self, drawn: DrawnForm, blueprint: Blueprint) -> Form:
        items = [self.item(each, drawn) for each in drawn.items]
        part = drawn.id.removeprefix(f"{blueprint.id}-")
        form = Form(
            id=drawn.id,
            title=self._title(blueprint, part),
            blueprint=blueprint,
            items=tuple(item for item in items if item),
            path=drawn.path,
            contact_type=part if blueprint.per_type else "",
        )
        fault = "" if drawn.shortened else broken(form.items, blueprint)
        judged = not self.problems.lacks(families.RECIPE) and drawn.id not in self.problems.unread
        if fault and all(items) and judged:
            what = f"no longer meets its blueprint: {fault}"
            place = drawn.items[0].place if drawn.items else Place(path=drawn.path)
            self.problems.add(place, drawn.id, what, _REDRAW, _RULES.get(fault, ""))
        return form

    def _known(self) -> Iterable[str]:
        """Return the ids of all items, and of those that forms hold and that could not be made."""
        drawn = (item.id for form in self.quiz.drawn for item in form.items)
        return {*self.bank.items, *(name for name in drawn if self.problems.excuses(name))}

    def _title(self, blueprint: Blueprint, letter: str) -> str:
        """Return the title of a form: with a number in place of its letter, and without one if it is the only form."""
        sets = [form for form in self.quiz.drawn if form.blueprint == blueprint.id]
        if blueprint.per_type or len(sets) == 1:
            return blueprint.title
        pattern = self.quiz.words.get("form_title", "")
        return pattern.format(title=blueprint.title, number=ascii_lowercase.find(letter) + 1)

    def item(self, drawn: DrawnItem, form: DrawnForm) -> Item | None:
        """Return an item of a form with its parts as they were drawn, or None after noting why there is none."""
        item = self.bank.items.get(drawn.id)
        parts = [part.id for part in item.parts] if item else []
        if item and item.closed:
            return item
        if item and set(parts) == set(drawn.options):
            return item.arranged(drawn.options)
        if self.problems.lacks(families.ITEM, families.OPTION) or self.problems.excuses(drawn.id):
            return None
        where = f"{form.id}: {drawn.id}"
        if item:
            what = "its options or rows are no longer those that were drawn"
            self.problems.add(drawn.place, where, what, "list these: " + ", ".join(parts))
            return None
        instead = did_you_mean(drawn.id, self._known())
        problem = Problem(place=drawn.place, where=where, what="no such item", instead=instead)
        self.missing.append((drawn, problem))
        return None

    def note_missing(self) -> None:
        """Note each item that forms hold and that does not exist; many of one item family are one problem."""
        for family, missing in grouped(self.missing, lambda one: one[0].id.split("/", 1)[0]):
            problems = [problem for _, problem in missing]
            if len(problems) <= _MANY:
                self.problems.errors += problems
                continue
            what = f"no such item, and so with {len(problems) - 1} more of “{family}/…” that follow from it"
            self.problems.add(problems[0].place, problems[0].where, what, _BRING_BACK)
            self.problems.excuse(family)


def _check_disjoint(drawn: Sequence[DrawnForm], problems: Problems) -> None:
    taken: dict[tuple[str, str], DrawnForm] = {}
    for form in drawn:
        for item in form.items:
            first = taken.setdefault((form.blueprint, item.id), form)
            if first.id != form.id:  # A copy of a file is told by its id.
                where = f"{form.id}: {item.id}"
                problems.add(item.place, where, f"stands in {first.id} as well", _REDRAW)


def _offered(item: Item, *, right: bool) -> set[str]:
    """Return the texts of the right or the wrong options of a generated item; none for a closed set."""
    if item.closed or item.model is None or not isinstance(item, Choice):
        return set()
    return {option.text for option in item.options if option.right is right}


def _even(counts: Counter[str], blueprint: Blueprint) -> bool:
    # Only keys that come up count, so that a committed form outlives a new contact type.
    return not blueprint.balance or not counts or max(counts.values()) - min(counts.values()) <= 1

"""Items that an edition leaves out: the bank and the forms without them."""

from collections.abc import Collection
from dataclasses import replace

from ..model.edition import LEFT_ITEM, Edition
from ..model.forms import DrawnForm, QuizSource
from ..model.items import Bank
from ..model.rule_words import ACCEPTED
from ..problems import Place, Problems
from ..read.unknown import note_unknown


def without(
    edition: Edition | None, quiz: QuizSource, bank: Bank, problems: Problems
) -> tuple[QuizSource, Bank]:
    """Return a quiz and its bank without the items that an edition leaves out.

    Any other record that names one is noted; what such an item refers to, and accepted warnings about it, no longer count.
    """
    out = frozenset(edition.leave_out.items if edition else ())
    note_unknown(problems, {LEFT_ITEM: bank.items})
    if not out:
        return quiz, bank
    problems.left_out.update(out)
    gone = {bank.items[name].place for name in out if name in bank.items}
    problems.references[:] = [
        one
        for one in problems.references
        if one.holder not in gone and not (one.family == ACCEPTED and one.name in out)
    ]
    # An item whose twin is left out stays, without a pair.
    kept = {
        name: replace(item, pair="") if item.pair in out else item
        for name, item in bank.items.items()
        if name not in out
    }
    drawn = tuple(_shortened(form, out, problems) for form in quiz.drawn)
    accepted = tuple(one for one in quiz.accepted if one.item not in out)
    return replace(quiz, drawn=drawn, accepted=accepted), Bank(items=kept)


def _shortened(form: DrawnForm, out: Collection[str], problems: Problems) -> DrawnForm:
    items = tuple(item for item in form.items if item.id not in out)
    if len(items) == len(form.items):
        return form
    if not items:
        what = "this edition leaves out every item of it"
        problems.add(Place(path=form.path), form.id, what, "keep one of them")
    return replace(form, items=items, shortened=True)

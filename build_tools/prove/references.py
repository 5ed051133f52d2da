"""Ids of what is known only once quizzes and pages are made: each must exist, as those of records must in `read/references.py`."""

from collections.abc import Collection, Mapping

from .. import families
from ..families import Family
from ..model.forms import QuizSource, Quizzes
from ..model.guide import LED_TO, MENU, MENU_GROUPS
from ..model.handouts import SHEET_PAGE
from ..model.rule_words import ACCEPTED, BANK
from ..model.workshop import HANDED_OUT, SHOWN, item_family
from ..problems import Place, Problems
from ..read.unknown import note_unknown

_MORE_PAGES = (families.ASK, families.SESSION, families.PAGE)
"""Families of which each record has a page, whose ids no file name tells."""


def note_unknown_ids(
    quiz: QuizSource,
    quizzes: Quizzes,
    problems: Problems,
    *,
    pages: Collection[str],
    formats: Collection[str],
) -> None:
    """Note each format, item, form and page that a record names and that does not exist.

    What an author drew counts as a form, whether or not it could be made. `pages` and `formats`
    are the ids of all there are.
    """
    known = {families.FORMAT: formats, **_items(quiz, quizzes, pages)}
    if not problems.lacks(*_MORE_PAGES):
        known |= _pages(quiz, pages)
    note_unknown(problems, known)


def note_untitled_kinds(quizzes: Quizzes, problems: Problems) -> None:
    """Note each kind of item for which the words hold no title."""
    for kind in sorted({item.kind for item in quizzes.bank.items.values()}):
        word = f"kind_{kind}"
        if word not in quizzes.words:
            what = f"no title for items of the kind “{kind}”"
            problems.add(Place(path="quiz/words.yml"), word, what, f"add “{word}: …”")


def drawn_blueprints(quiz: QuizSource, problems: Problems) -> Collection[str]:
    """Return the ids of the blueprints that forms name; of all, where a form names none that exists.

    A form that could not be read may name the one that its id begins with.
    """
    every = {blueprint.id for blueprint in quiz.blueprints}
    named = {form.blueprint for form in quiz.drawn}
    unread = {one for one in every if any(name.startswith(one) for name in problems.unread)}
    return every if named - every else named | unread


def _items(
    quiz: QuizSource, quizzes: Quizzes, pages: Collection[str]
) -> Mapping[Family, Collection[str]]:
    bank = quizzes.bank.items
    forms = {form.id: [item.id for item in form.items] for form in quiz.drawn}
    # Where a form names an item that does not exist, another name may be the right one.
    of_forms = {
        item_family(form): items if bank.keys() >= set(items) else {*items, *bank}
        for form, items in forms.items()
    }
    # Accepted warnings of texts name files.
    files = [one.item for one in quiz.accepted if one.item.endswith(".yml")]
    return {
        families.ITEM: bank,
        families.TWIN: bank,
        ACCEPTED: {*bank, *forms, *pages, BANK, *files},
        **{item_family(page): () for page in pages},
        **of_forms,
    }


def _pages(quiz: QuizSource, titled: Collection[str]) -> Mapping[Family, Collection[str]]:
    # The form of a contact type stands on the page of that type.
    per_type = {blueprint.id for blueprint in quiz.blueprints if blueprint.per_type}
    pages = {*titled, *(form.id for form in quiz.drawn if form.blueprint not in per_type)}
    return {
        MENU: {*pages, *MENU_GROUPS},
        SHEET_PAGE: pages,
        LED_TO: pages,
        families.STEP_PAGE: pages,
        HANDED_OUT: pages,
        SHOWN: {*pages, *(form.id for form in quiz.drawn)},
    }

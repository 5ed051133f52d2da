"""Rules over the guide as a whole: its statements, its menu, and the links between its pages."""

from collections import Counter

from .... import families
from ....model.edition import guide_path
from ....model.guide import MENU, MENU_GROUPS
from ....model.library import Library
from ....model.rule_words import Measures
from ....problems import Place, Problems
from ....prove.language import reading_grade
from .. import Guide
from .anchors import standing_in
from .markup import anchors_of, links_of, plain

_GUIDE = "content/guide.yml"
_NOT_FOUND = "404"
"""The page that hosts show at addresses without a page."""


def statements_are_shown(library: Library, guide: Guide, problems: Problems) -> None:
    """Hold that every statement is at home on a page, so that every answer can lead to it."""
    if problems.lacks(families.PAGE, families.HOME):
        return
    for statement in library.statements.values():
        if statement.id not in guide.addresses.homes:
            what = f"no page shows this {statement.tier} statement"
            instead = f'put {{{{ statement("{statement.id}") }}}} on one page'
            problems.add(statement.place, statement.id, what, instead)


def menu_is_whole(library: Library, guide: Guide, problems: Problems) -> None:
    """Hold that each page stands in the menu once."""
    if problems.lacks(families.MENU, families.PAGE):
        return
    first: dict[str, Place] = {}
    unknown = False
    for entry in problems.references_to(MENU):
        if entry.name not in guide.addresses.titles and entry.name not in MENU_GROUPS:
            unknown = True
        elif first.setdefault(entry.name, entry.place) is not entry.place:
            what = f"the menu names “{entry.name}” twice"
            problems.add(entry.place, entry.where, what, "keep one of them")
    if unknown:
        return
    for page in library.pages:
        if page.id not in first:
            what = "this page is not in the menu"
            instead = "add it to “sections” in content/guide.yml"
            problems.add(Place(path=page.path), page.id, what, instead)


def old_addresses_are_free(library: Library, guide: Guide, problems: Problems) -> None:
    """Hold that no page has an address today that leads on to another."""
    for moved in library.guide.moved:
        if moved.old in guide.addresses.titles:
            what = f"“{moved.old}” is the address of a page today"
            problems.add(moved.place, "moved", what, "leave it out")


def pages_have_addresses_of_their_own(library: Library, guide: Guide, problems: Problems) -> None:
    """Hold that no prose page stands where another page does, which would be lost, or where a host looks for one."""
    faulty = {one.place.path for one in problems.errors}
    pages = Counter((*(page.id for page in guide.pages), _NOT_FOUND))
    for page in library.pages:
        if pages[page.id] > 1 and page.path not in faulty:
            what = "another page of the guide has this address"
            problems.add(Place(path=page.path), page.id, what, "give the file another name")


def asks_have_pages(library: Library, guide: Guide, problems: Problems) -> None:
    """Hold that each ask that is listed has a page of its own, and is in each list once."""
    first: dict[tuple[str, str], Place] = {}
    for entry in problems.references_to(families.ASK):
        if guide_path(entry.place.path) != _GUIDE or entry.name not in library.asks.by_id:
            continue
        if entry.name not in guide.addresses.asks:
            what = f"“{entry.name}” is no request, so it has no page"
            problems.add(entry.place, entry.where, what, "leave it out")
            continue
        listed_in = entry.where.rpartition(" ")[2]
        if first.setdefault((listed_in, entry.name), entry.place) is not entry.place:
            what = f"the ask “{entry.name}” is listed twice"
            problems.add(entry.place, entry.where, what, "keep one of them")


def pages_are_plain(guide: Guide, measures: Measures, problems: Problems) -> None:
    """Hold that no page reads harder than it promises."""
    for page in guide.pages:
        if page.bound is None:
            continue
        grade = reading_grade(plain(page.markdown), measures.formula)
        if grade > page.bound:
            what = f"reads at grade {grade:.1f}, above its bound of {page.bound:g}"
            problems.add(page.place, page.id, what, "shorten sentences and words")


def links_lead_somewhere(library: Library, guide: Guide, problems: Problems) -> None:
    """Hold that each link that a template makes names a page and an anchor that exist.

    Links in the Markdown of prose pages are checked by `pages_are_markdown`, which knows their places.
    """
    if problems.lacks(families.TEMPLATE):
        return
    anchors = {page.id: anchors_of(page) for page in guide.pages}
    own = standing_in(library)
    for page in guide.pages:
        for target, anchor in sorted(links_of(page, prose=page.id in library.pages.by_id)):
            there = anchors.get(target)
            if there is not None and (not anchor or anchor in there):
                continue
            if target in own:
                problems.errors.append(own[target].lacks(anchor, page.id))
                continue
            what = f"a link leads nowhere: {target}.md{f'#{anchor}' if anchor else ''}"
            instead = problems.advice(anchor if there else target, there or anchors)
            problems.add(page.place, page.id, what, instead)

"""How readers report a mistake: one link for each record that a page shows, where a host has set a contact."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode

from ..model.items import Item
from ..model.pages import HOME, PRACTICE, bank_page
from .views import Views

_ISSUES = re.compile(
    r"(https://github\.com/[^/?#]+/[^/?#]+/issues)(?:/new(?:/choose)?)?/?(?:\?([^#]*))?"
)
"""Where issues are written on a host whose forms take their answers from the address, by the ids of their fields."""
_FORM = "report-a-mistake.yml"


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """A statement, an item or a whole page that somebody may find wrong."""

    id: str
    text: str
    href: str


def corrections(page: str, views: Views) -> tuple[Correction, ...]:
    """Return what can be reported on a page, the page itself last; nothing without a contact.

    A mail names the record in its subject, and an issue form in its field for the id. Another address cannot, so readers
    are shown the id.
    """
    if views.settings.contact is None:
        return ()
    _, address = views.settings.contact
    subject = views.library.words["report_subject"]
    records = (*_shown(page, views), (page, views.library.words["report_page"]))
    return tuple(
        Correction(id=name, text=text, href=_href(address, name, subject.format(id=name)))
        for name, text in records
    )


def _shown(page: str, views: Views) -> Iterator[tuple[str, str]]:
    """Yield id and words of the statements at home on a page, and of the items it asks."""
    for statement in views.library.statements.values():
        if views.addresses.homes.get(statement.id) == page:
            yield statement.id, statement.text
    yield from ((item.id, item.stem) for item in items_on(page, views))


def items_on(page: str, views: Views) -> tuple[Item, ...]:
    quizzes = views.quizzes
    if page == PRACTICE:
        return tuple(quizzes.bank.items.values())
    items = quizzes.bank.items.values()
    if about := tuple(item for item in items if page == bank_page(item.topic)):
        return about
    if page == HOME:
        return quizzes.bank.of(views.library.guide.try_one)
    drawn = next((form for form in quizzes.forms if form.id == page), quizzes.of_type(page))
    return drawn.items if drawn else ()


def _href(address: str, name: str, subject: str) -> str:
    if address.startswith("mailto:"):
        return f"{address}?subject={quote(subject)}"
    if not (issues := _ISSUES.fullmatch(address)):
        return address
    fields = {"template": _FORM, "title": subject, "id": name}
    # What the host's own address fills in stays.
    fields |= dict(parse_qsl(issues[2] or ""))
    return f"{issues[1]}/new?{urlencode(fields, quote_via=quote)}"

"""Addresses: the page and the anchor of each statement, ask, study and form."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ..model.forms import Quizzes
from ..model.library import PRINCIPLES, Library, Statement
from ..model.pages import HOME, RESEARCH, TABLE, TITLES, ask_page, bank_page, session_page

EMBED_FOLDER = "embed"
"""The standalone pages, and what other sites take of them besides."""
DOWNLOADS_FOLDER = "downloads"
"""Everything to take away."""
PAPER_FOLDER = f"{DOWNLOADS_FOLDER}/paper"
"""The sheets to print."""
SHEETS_FOLDER = "paper"
"""The same as pages that any browser prints."""
PRESENT = "present"
"""The folder of the forms as they are shown to a group."""
OEMBED_FOLDER = "oembed"
"""What sites read of a standalone page whose address somebody pasted."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A title with the address that it leads to, if it leads anywhere."""

    title: str
    href: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Addresses:
    """Makes every address of the guide. Pages lie in one folder, so that the name of one is its address."""

    homes: Mapping[str, str]
    """The page of each statement that is shown, by statement id."""
    titles: Mapping[str, str]
    """The title of each page, by page id."""
    asks: Mapping[str, str]
    """The page of each ask that is on one, by ask id."""
    shared: Collection[str] = ()
    """The pages that hold several asks, each at its own anchor."""
    site: str = ""
    """Where the site is published; “” where that is not known."""
    base: str = ""
    """The path to the pages of the guide from elsewhere; “” from one of them."""
    nowhere: bool = False
    """Whether the guide cannot be reached from here: an address is then “”, and its link is left out."""

    def page(self, page: str, anchor: str = "") -> str:
        if self.nowhere:
            return ""
        address = f"{self.base}{page}.html"
        return f"{address}#{anchor}" if anchor else address

    def statement(self, statement: Statement) -> str:
        """Return the address of a statement, or the home page if no page shows it."""
        return self.page(self.homes.get(statement.id, HOME), statement.anchor)

    def title_of_home(self, statement: Statement) -> str:
        return self.titles.get(self.homes.get(statement.id, HOME), "")

    def ask(self, ask: str) -> str:
        """Return where an ask is shown: its page, its part of one, or its row in the table."""
        page = self.asks.get(ask, TABLE)
        return self.page(page, ask if page == TABLE or page in self.shared else "")

    def oembed(self, standalone: str) -> str | None:
        """Return the address that tells other sites how to embed a standalone page; None if the site has no address."""
        return f"{self.site}{OEMBED_FOLDER}/{standalone}.json" if self.site else None

    def study(self, study: str) -> str:
        return self.page(RESEARCH, study)

    def presented(self, form: str, number: int = 0) -> str:
        """Return the address of a form for the screen of a room, at one of its items if a number is given."""
        address = f"{self.base}{PRESENT}/{form}.html"
        return f"{address}#q{number}" if number else address


def locate(library: Library, quizzes: Quizzes, shown: Mapping[str, str], site: str) -> Addresses:
    """Return all addresses; `shown` holds the prose page of each principle, and `site` is the address of the site."""
    own = {
        statement.id: statement.owner
        for statement in library.statements.values()
        if statement.owner != PRINCIPLES
    }
    requests = {ask.id: ask for ask in library.asks if ask.kind == "request"}
    shared = {ask_page(page.id): page for page in library.guide.ask_pages}
    together = {ask: name for name, page in shared.items() for ask in page.asks}
    asks = {name: together.get(name, ask_page(name)) for name in requests}
    titles = _titles(library, quizzes)
    titles |= {page: requests[name].title for name, page in asks.items() if page not in shared}
    titles |= {name: page.title for name, page in shared.items()}
    return Addresses(
        homes=own | dict(shown), titles=titles, asks=asks, shared=frozenset(shared), site=site
    )


def _titles(library: Library, quizzes: Quizzes) -> dict[str, str]:
    words = library.words
    titles = {page: words.get(word, "") for page, word in TITLES.items()}
    titles |= {page.id: page.title for page in library.pages}
    types = {type_.id: type_.title for type_ in library.types}
    titles |= types
    topics = types | {PRINCIPLES: quizzes.words.get("group_principles", "")}
    bank_title = words.get("bank_about", "")
    titles |= {bank_page(one): bank_title.format(title=title) for one, title in topics.items()}
    session_title = words.get("session_title", "")
    titles |= {
        session_page(session.id): session_title.format(minutes=session.minutes, title=session.title)
        for session in library.workshop.sessions
    }
    return titles | {form.id: form.title for form in quizzes.forms if not form.blueprint.per_type}

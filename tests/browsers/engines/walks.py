"""What people do with the guide, walk by walk: each leaves its page by a link, comes back by Back, and goes on."""

from dataclasses import dataclass
from pathlib import Path

from engines.page import ENTER, ESCAPE, FRAME
from made import words
from served import serving

from build_tools.write.standalone.embedding import released

ROOT = Path(__file__).parents[3]
WORDS = words("quiz")
WORDS = WORDS | words("content")
SCRIPT = released(ROOT)[-1]
PEOPLE = "(count) => document.querySelectorAll('ul[data-kind] bdi').length === count"
CHOSEN = "(where, count) => document.querySelectorAll(`${where} :checked`).length === count"
MARKED = """(count) => document.querySelectorAll("[data-item] input:checked").length === count
  && location.hash.split(",").length === count"""
HOST = """<!doctype html><html lang="en"><meta charset="utf-8"><title>A center</title><link rel="icon" href="data:,">
<main><p><a href="other.html">Another page</a></p><right-ask form="which-ask-a"><a href="x.html">The quiz</a></right-ask></main>
<script src="{address}/embed/{script.name}" integrity="{script.integrity}" crossorigin="anonymous" defer></script></html>"""
OTHER = '<!doctype html><title>Other</title><link rel="icon" href="data:,"><a href="other.html">Other</a>'
FOUND_AGAIN = """() => document.querySelector("#__search").checked
  && document.activeElement.matches(".md-search__input") && document.activeElement.value"""
"""The page opens its search again a moment after it has come back: what is in its field may have been there all along."""
CLOSED = (
    "() => !history.state?.open && !document.querySelector('#__drawer:checked, #__search:checked')"
)
"""Nor is what lay over the page a step back any more, which it ceases to be a moment later."""
CHOOSE_WRONG = """() => {
    const now = document.querySelector("[data-now]");
    const reasons = [...now.querySelectorAll(".ra-reasons > li")];
    now.querySelectorAll(".ra-option input")[reasons.findIndex((one) => !("right" in one.dataset))].click();
}"""
WIDTH = "() => document.body.offsetWidth"
CONTENT = "() => document.querySelector('main').offsetHeight"


@dataclass(frozen=True, kw_only=True, slots=True)
class Places:
    """Where a walk goes: the guide as it is served, as it lies on a stick, and a folder served as another origin."""

    guide: str
    stick: str
    host: str
    folder: Path


def menu(page, places):
    """The menu, left by one of its links, is closed on return, and both page and menu can be used."""
    page.open(f"{places.guide}/how-asking-works.html")
    page.click(".ra-tool--menu")
    page.follow(".ra-side--nav a", "People you know")
    page.return_from_there()
    page.until("() => document.querySelector('.ra-tool--menu').ariaExpanded === 'false'")
    page.leave_and_return()
    page.click(".ra-tool--menu")
    page.see(".ra-nav__close")
    page.keys(ESCAPE)
    page.until(CLOSED)
    page.leave_and_return()


def search(page, places):
    """The search finds, leads to what it found, and finds again on return; the page behind it stays as wide."""
    page.open(f"{places.guide}/index.html")
    width = page.call(WIDTH)
    for _ in range(2):
        page.click(".ra-tool--search")
        page.write(".md-search__input", "reference")
        page.see(".md-search-result mark", "reference")  # not of a part of the word
        page.until("() => document.body.hasAttribute('data-md-scrolllock')")
        assert page.call(WIDTH) == width
        # The list is drawn anew for each letter: a tap may meet a result that is just going.
        page.lead(lambda: page.keys(ENTER))
        page.return_from_there()
        page.until(FOUND_AGAIN)
        page.keys(ESCAPE)
        page.until(CLOSED)
        page.leave_and_return()


def quiz(page, places):
    """A quiz left in its middle goes on where it was, up to its summary, which stays too."""
    _quiz_to_summary(page, f"{places.guide}/which-ask-a.html")


def stick(page, places):
    """So does a quiz on a stick, without any server."""
    _quiz_to_summary(page, f"{places.stick}/which-ask-a.html")


def _quiz_to_summary(page, address):
    page.open(address)
    total = page.count("right-ask-form [data-item]")
    for number in range(total):
        _answer(page)
        if number == 1:
            page.leave_and_return("[data-now] [data-part=status] a")
            page.until(CHOSEN, "[data-item]", number + 1)
        # A page that came back anew shows the next question at once.
        if page.count("[data-now] :disabled"):
            page.click("[data-now] [data-part=check]", WORDS["next_question"])
    page.click("[data-part=skip]")
    page.see("[data-part=summary] [data-part=title]")
    page.leave_and_return("[data-part=summary] a")
    page.see("[data-part=summary] [data-part=title]")
    page.click(".ra-actions [data-part=restart]")
    _answer(page)


def _answer(page):
    """Answer the question that is shown, and wait for what is said about it."""
    page.click("[data-now] .ra-option input")
    page.click("[data-now] [data-part=check]", WORDS["check"])
    page.see("[data-now] [data-part=status] p")


def practice(page, places):
    """Practice that is saved stays when one leaves and when one comes again, and goes when it is cleared."""
    page.open(f"{places.guide}/practice.html")
    page.click("[data-part=view]")  # of all questions, the first may be a grid
    asked = (
        "[data-part=round] [data-item]:not([data-kind])"  # one tap answers it, whatever was dealt
    )
    page.click(f"{asked} .ra-option input")
    page.click(f"{asked} [data-part=check]", WORDS["check"])
    page.see(f"{asked} [data-part=status] .ra-mark")
    page.click("[data-part=save]")
    page.see("[data-part=saved]", WORDS["saved"])
    page.leave_and_return(".ra-far__topics a")
    page.until(CHOSEN, "[data-part=round]", 1)
    page.open(f"{places.guide}/index.html")
    page.open(f"{places.guide}/practice.html")
    page.until(CHOSEN, "[data-part=round]", 1)
    page.click("[data-part=clear]")
    page.see("[data-part=saved]", WORDS["cleared"])
    assert page.call("() => localStorage.length") == 0


def planner(page, places):
    """An answer of the planner is there again on return, and Back leads on to what else to ask, then to what was ticked."""
    page.open(f"{places.guide}/who-should-i-ask.html")
    page.click("[name=type]")
    page.leave_and_return(".ra-planner__more a")
    page.until(CHOSEN, "[data-part=ties]", 1)
    page.click("[data-part=go]")
    page.click("[data-part=offers] a[data-ask]")
    page.see("[data-part=mine] li")
    page.leave_and_return("[data-part=mine] a")
    page.see("[data-part=mine] li")
    page.back()
    page.see("[data-part=offers] li")
    page.back()
    page.see("[data-part=ties]")
    page.until(CHOSEN, "[data-part=ties]", 1)


def people(page, places):
    """People put on the map are there again on return, and can be saved and cleared."""
    page.open(f"{places.guide}/my-people-map.html")
    for count, name in enumerate(("RM", "Ana"), start=1):
        page.write("#person", name)
        page.click(".ra-people__form .ra-option input")
        page.click(".ra-people__form .ra-button")
        page.until(PEOPLE, count)
        page.leave_and_return(".ra-people__kind a")
        page.until(PEOPLE, count)
    page.click("[data-part=save]")
    page.see("[data-part=saved]", WORDS["people_saved"])
    page.open(f"{places.guide}/index.html")
    page.open(f"{places.guide}/my-people-map.html")
    page.until(PEOPLE, 2)
    page.click("[data-part=clear]")
    page.see("[data-part=saved]", WORDS["people_cleared"])
    assert page.call("() => localStorage.length") == 0


def before_you_send(page, places):
    """Marks are all there on return, and the next one is added to them, on the page and in its address."""
    page.open(f"{places.guide}/before-you-send.html")
    items = page.count("right-ask-check [data-item]")
    for number in range(items - 1):
        _mark(page, number)
    page.leave_and_return("main p a")
    page.until(MARKED, items - 1)
    _mark(page, items - 1)
    page.until(MARKED, items)
    page.click("[data-part=show]")
    page.see("[data-part=status] .ra-summary__title")
    page.leave_and_return("main p a")
    page.until(MARKED, items)


def _mark(page, number):
    page.call(
        "(n) => document.querySelectorAll('right-ask-check [data-item]')[n].classList.add('now')",
        number,
    )
    page.click("[data-item].now input")
    page.call("() => document.querySelector('.now').classList.remove('now')")


def embed(page, places):
    """A quiz on another site's page grows with what it shows, also after somebody came back to that page."""
    host = HOST.format(address=places.guide, script=SCRIPT)
    (places.folder / "host.html").write_text(host, encoding="utf-8")
    (places.folder / "other.html").write_text(OTHER, encoding="utf-8")
    page.open(f"{places.host}/host.html")
    for _ in range(2):
        page.until(f"() => {FRAME}.offsetHeight !== 640")  # until then, its page may not be there
        with page.inside():
            if page.count("[data-now] :disabled"):
                page.click("[data-now] [data-part=check]", WORDS["next_question"])
            asked = page.call(CONTENT)
            page.call(CHOOSE_WRONG)  # which takes most to explain
            page.click("[data-now] [data-part=check]", WORDS["check"])
            page.see("[data-now] [data-part=status] p")
            told = page.call(CONTENT)
        assert told > asked
        page.until(f"(told) => {FRAME}.offsetHeight > told - 2", told)  # never less under focus
        page.leave_and_return("main a")


def nothing_but_leave(page, places):
    """The engine brings a page back as it was left, not anew: what all walks try."""
    for name in ("host", "other"):
        (places.folder / f"{name}.html").write_text(OTHER, encoding="utf-8")
    page.open(f"{places.host}/host.html")
    page.call("() => { window.left = true }")
    page.leave_and_return("a")
    assert page.call("() => window.left") is True


WALKS = [
    nothing_but_leave,
    menu,
    search,
    quiz,
    stick,
    practice,
    planner,
    people,
    before_you_send,
    embed,
]


def walk(steps, page, site, folder):
    """Take a walk on a guide served under an address of its own, where nothing is kept yet.
    Return what the console said."""
    with serving(site) as guide, serving(folder) as host:
        places = Places(
            guide=f"http://127.0.0.1:{guide}",
            stick=site.as_uri(),
            host=f"http://localhost:{host}",
            folder=folder,
        )
        page.said.clear()
        page.resize(390, 844)
        steps(page, places)
    return page.said

"""What axe finds in each state of what people answer or choose: the same steps in every engine."""

from engines.walks import CHOOSE_WRONG, WORDS, Places
from served import AXE, AXE_OPTIONS, STILL, serving

LOOKED = """(asked) => {
  window.rightAskFaults = undefined;
  axe.run(asked).then(({ violations }) => {
    window.rightAskFaults = { found: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`)) };
  });
}"""
CHOOSE_RIGHT = CHOOSE_WRONG.replace('!("right" in', '("right" in')
CHOOSE_ALL = """() => {
  const inputs = [...document.querySelectorAll("[data-now] .ra-option input")];
  for (const name of new Set(inputs.map((one) => one.name))) inputs.find((one) => one.name === name).click();
}"""
CHECK, NEXT = WORDS["check"], WORDS["next_question"]


def _faults(page):
    """Return what axe finds in a page as it stands, one line a fault."""
    if not page.call("() => 'axe' in window"):
        # As a script of the page, its policy would refuse it.
        page.call("() => {" + AXE.read_text("utf-8") + "\nreturn !!window.axe; }")
    page.until(STILL)
    page.call(LOOKED, AXE_OPTIONS)
    return page.until("() => window.rightAskFaults")["found"]


def quiz(page, places):
    """A question before an answer, after a wrong one and after a right one, with all reasons open, and the summary."""
    page.open(f"{places.guide}/which-ask-a.html")
    page.see("[data-now] [data-part=check]", CHECK)
    yield "asked", _faults(page)
    for number in range(page.count("right-ask-form [data-item]")):
        page.call(CHOOSE_RIGHT if number else CHOOSE_WRONG)
        page.click("[data-now] [data-part=check]", CHECK)
        page.see("[data-now] [data-part=status] p")
        if number < 2:
            page.click("[data-now] [data-part=answer] summary")
            yield f"answered {number}", _faults(page)
        page.click("[data-now] [data-part=check]", NEXT)
    page.see("[data-part=skip]")
    yield "once more", _faults(page)
    page.click("[data-part=skip]")
    page.see("[data-part=summary] [data-part=title]")
    yield "summary", _faults(page)


def matching(page, places):
    """Requests to match with people, before and after."""
    page.open(f"{places.guide}/who-can-do-it-a.html")
    page.see("[data-now] [data-part=check]", CHECK)
    yield "asked", _faults(page)
    page.call(CHOOSE_ALL)
    page.click("[data-now] [data-part=check]", CHECK)
    page.see("[data-now] [data-part=status] p")
    yield "answered", _faults(page)


def planner(page, places):
    """The question, what to ask of a person, and the answer to one request."""
    page.open(f"{places.guide}/who-should-i-ask.html")
    page.see("[data-part=go]")
    yield "question", _faults(page)
    page.click("[name=type]")
    page.click("[data-part=go]")
    page.see("[data-part=offers] li")
    yield "list", _faults(page)
    page.click("[data-part=offers] a[data-ask]")
    page.see("[data-part=mine] li")
    yield "answer", _faults(page)


LOOKS = [quiz, matching, planner]


def look(steps, page, site, folder):
    """Go through the states of a page that is served under an address of its own; return what was found in each."""
    with serving(site) as guide:
        address = f"http://127.0.0.1:{guide}"
        places = Places(guide=address, stick=address, host=address, folder=folder)
        page.resize(390, 844)
        return {state: found for state, found in steps(page, places) if found}

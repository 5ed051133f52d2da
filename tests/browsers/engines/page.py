"""What a walk may do with a page, whichever engine shows it: find by what is seen, wait for it, act as a person does."""

import json
import time
from contextlib import contextmanager

PATIENCE = 60
"""Seconds; only a page that is broken takes them."""
ENTER, ESCAPE = "\ue007", "\ue00c"
"""A key as WebDriver writes it."""
FOUND = """(selector, words) => [...document.querySelectorAll(selector)].find((one) => {
  const said = one.labels?.length ? one.labels[0].textContent : one.textContent;
  return one.getClientRects().length && getComputedStyle(one).visibility === "visible" && said.includes(words);
})"""
REACHED = f"""(selector, words) => {{
  const one = ({FOUND})(selector, words);
  if (!one) return false;
  const box = () => one.getClientRects()[0];
  const at = () => [box().x, box().y].join();
  let found = window.rightAskFound;
  if (found?.one !== one || found.at !== at()) {{
    one.scrollIntoView({{ block: "center", behavior: "instant" }});
    const brought = found = window.rightAskFound = {{ one, at: at(), drawn: false }};
    requestAnimationFrame(() => setTimeout(() => {{ brought.drawn = true; }}));
  }}
  const {{ x, y, width, height }} = box();
  const hit = document.elementFromPoint(x + width / 2, y + height / 2);
  const ready = found.drawn && [one, ...one.labels ?? []].some((each) => each.contains(hit));
  if (ready) found.at = "";
  return ready;
}}"""
"""Whether something is seen, stands where it was brought after the page was drawn, and would get a tap in its middle: it is not inert,
and lies behind nothing. WebKit moves to a field that a script gave focus no sooner than it draws, and so away from what is to be tapped."""
SEEN = """(selector) => [location.href, document.documentElement.className, document.readyState, innerWidth, innerHeight,
  ...[...document.querySelectorAll(selector)].slice(0, 1).map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return [x, y, width, height, document.elementFromPoint(x + width / 2, y + height / 2)?.outerHTML.slice(0, 99)];
  }),
  ...document.getAnimations().map((each) => [each.animationName || each.transitionProperty, each.playState, each.currentTime])].join()"""
"""What there is to say of a page where a walk waits in vain."""
FRAME = "document.querySelector('right-ask').shadowRoot.querySelector('iframe')"


class Page:
    """The steps of a walk. An engine adds `goto`, `call`, `tap`, `keys`, `back`, `resize` and `inside`."""

    def open(self, address):
        self.goto(address)
        self.until("() => document.readyState === 'complete'")

    def until(self, function, *given, what=""):
        """Call a function of JavaScript in the page until it returns something true; return that."""
        end = time.monotonic() + PATIENCE
        while not (found := self.call(function, *given)):
            assert time.monotonic() < end, (
                f"waited in vain for {what or function} {given}: {self.call(SEEN, *given)}, {self.said}"
            )
            time.sleep(0.02)
        return found

    def click(self, selector, words=""):
        self.until(REACHED, selector, words, what="something to click")
        self.tap()

    def see(self, selector, words=""):
        self.until(f"(...given) => !!({FOUND})(...given)", selector, words, what="something to see")

    def write(self, selector, words):
        """Put words into a field, in place of what is in it."""
        self.click(selector)
        self.call("() => document.activeElement.select()")
        self.keys(words)

    def count(self, selector):
        return self.call("(selector) => document.querySelectorAll(selector).length", selector)

    def follow(self, selector, words=""):
        """Click a link, and wait for the page that it leads to."""
        self.lead(lambda: self.click(selector, words))

    def lead(self, act):
        """Do what leads to another page, and wait for that."""
        self.left = self.call("() => location.pathname")
        act()
        self.arrive(lambda here: here != self.left)

    def return_from_there(self):
        self.back()
        self.arrive(lambda here: here == self.left)

    def leave_and_return(self, selector="main a[href*='.html']", words=""):
        """Follow a link to another page, and come back from there by Back."""
        self.follow(selector, words)
        self.return_from_there()

    def arrive(self, wanted):
        """Wait for a page whose address is wanted, and until it has loaded."""
        end = time.monotonic() + PATIENCE
        while not wanted(self.call("() => location.pathname")):
            assert time.monotonic() < end, f"no other page came: {self.call(THERE)}"
            time.sleep(0.02)
        self.until("() => document.readyState === 'complete'")


THERE = """() => [location.href, history.state, scrollY, document.activeElement.outerHTML.slice(0, 80),
    ...[...document.querySelectorAll("[inert], .md-toggle:checked")].map((one) => one.outerHTML.slice(0, 80))]"""
"""Where somebody is whom nothing led on."""


def encoded(function, given):
    """Return the source of a call whose answer is JSON: what every engine can hand over."""
    return f"JSON.stringify(({function})(...{json.dumps(given)})) ?? 'null'"


@contextmanager
def ended(process):
    """End a process of ours with the block."""
    with process:
        try:
            yield process
        finally:
            process.terminate()

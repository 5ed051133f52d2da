"""Debian's Chromium, driven by Playwright as in all other tests, but with the back/forward cache that people have."""

import json
import shutil
from contextlib import contextmanager

from engines.page import ENTER, ESCAPE, FRAME, Page, encoded
from served import FLAGS

NAMES = {ENTER: "Enter", ESCAPE: "Escape"}


@contextmanager
def chromium(playwright):
    """Start a Chromium, and give its page."""
    browser = playwright.chromium.launch(
        executable_path=shutil.which("chromium"),
        args=FLAGS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield Chromium(browser.new_page())
    browser.close()


class Chromium(Page):
    def __init__(self, page):
        self.page = self.frame = page
        self.said = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def goto(self, address):
        self.page.goto(address)

    def call(self, function, *given):
        return json.loads(self.frame.evaluate(encoded(function, given)))

    def tap(self):
        self.frame.evaluate_handle("window.rightAskFound.one").as_element().click()

    def lead(self, act):
        """Wait until the other page is there: what is asked of one that goes is lost."""

        def go():
            with self.page.expect_event("domcontentloaded"):
                act()

        super().lead(go)

    def keys(self, words):
        for key in words:
            self.page.keyboard.press(NAMES.get(key, key))

    def back(self):
        self.page.go_back(wait_until="commit")  # a page that was kept does not load again

    def resize(self, width, height):
        self.page.set_viewport_size({"width": width, "height": height})

    @contextmanager
    def inside(self):
        """Act inside the first frame of the page."""
        if len(self.page.frames) == 1:  # Playwright knows no frame of a page that was kept
            self.page.reload()
            self.until(f"() => {FRAME}.offsetHeight !== 640")
        self.frame = self.page.frames[1]
        yield
        self.frame = self.page

"""What the page on which somebody writes a question says of the bank, and what the rules of `check` say, in one language."""

import functools
import itertools
import json
import subprocess
import tempfile
from dataclasses import replace
from functools import cached_property
from html import unescape

from conftest import ROOT
from made import project, read_yaml

from build_tools.derive.ties import can_do
from build_tools.prove.registry import ITEM_RULES, judge
from build_tools.read.questions import COLUMNS

NOT_HERE = {"I02", "I16", "I17", "I30", "I31"}
"""Rules of one item that hold by the form itself, or that only `check` holds."""
FIRST = "which-ask-fits/uncle-who-knows-the-town"
CASES = read_yaml(ROOT / "tests/components/judged.yml")


class Judged:
    """One language: its project, and what the page makes of the bank and of each fault."""

    def __init__(self, edition):
        read = project(edition=edition)
        self.subject = read.subject
        self.library = read.views.library
        markup = next(one.markdown for one in read.guide.pages if one.id == "write-a-question")
        self.rules = json.loads(unescape(markup.split("data-rules='", 1)[1].split("'", 1)[0]))
        by_hand = [one for one in self.subject.choices if not one.model and len(one.options) == 3]
        self.first = next(one for one in by_hand if one.id == FIRST)
        self.written = [self.first, *(one for one in by_hand if one is not self.first)]
        edges = {edge: one["change"] for edge, one in CASES[edition]["edges"].items()}
        changes = CASES[edition]["faults"] | edges
        self.faults = {name: changed(self.first, **texts) for name, texts in changes.items()}
        ties = [tie.id for tie in self.library.ties]
        self.ties = [
            list(some)
            for count in range(len(ties) + 1)
            for some in itertools.combinations(ties, count)
        ]

    @cached_property
    def page(self):
        """What the page makes of each item, of each fault, and of each request with all ties that somebody may have."""
        given = {
            "rules": self.rules,
            "columns": COLUMNS,
            "drafts": [draft(item) for item in (*self.written, *self.faults.values())],
            "ties": self.ties,
        }
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
            json.dump(given, file)
            file.flush()
            command = ["node", "tests/components/judging.mjs", file.name]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def found_by_page(self, fault):
        """Return the ids of the rules that the page finds broken where there is a fault."""
        found = self.page["findings"][len(self.written) + list(self.faults).index(fault)]
        return {one["rule"] for one in found} - {"table", ""}

    def found_by_check(self, fault):
        """Return the ids of those that `check` finds broken, of those that the page holds."""
        errors, warnings = judge(self.subject.of([self.faults[fault]]), ITEM_RULES)
        return {one.rule for one in (*errors, *warnings)} - NOT_HERE

    def proven(self):
        """Return what the table says of each request with each set of ties."""
        return {ask.id: [can_do(ask, set(some)) for some in self.ties] for ask in self.library.asks}


judged_in = functools.cache(Judged)
"""One for each edition; “” is the guide itself."""


def changed(item, *, key=None, first=None, **texts):
    """Return an item with other texts: of its right option, of its first wrong one, or its own."""
    options = list(item.options)
    for told, right in ((key, True), (first, False)):
        at = next(at for at, one in enumerate(options) if one.right == right)
        options[at] = replace(options[at], **(told or {}))
    listed = {name: tuple(one) if isinstance(one, list) else one for name, one in texts.items()}
    return replace(item, options=tuple(options), **listed)


def draft(item):
    """Return an item as the page has it: the right option first."""
    options = sorted(item.options, key=lambda one: not one.right)
    names = ("text", "rationale", "rests_on", "right_for")
    return {
        "stem": item.stem,
        "question": item.question,
        "contact_type": item.contact_type or "",
        "options": [
            {name: getattr(one, name) for name in names} | {"ask": one.ask or ""} for one in options
        ],
    }

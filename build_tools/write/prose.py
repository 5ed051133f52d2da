"""Calls of prose pages, read from their Jinja syntax trees before anything is rendered."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes

from .. import families
from ..families import Families
from ..model.guide import ProsePage
from ..model.library import VERDICTS, Library
from ..problems import LISTED, Place, Problems, did_you_mean

_PLAIN = (nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Keyword)
_NOT_SHOWN = (nodes.Name, nodes.Const)
"""What is in a call or a loop, and by itself says nothing that a reader could use."""
_HIDES = re.compile(r"\{[%{#][-+]|[-+][%}#]\}|\{%\s*raw\b")
"""What takes blanks away, or passes on as it is what looks like a call."""
EMBEDDING = "embedding"
"""The call of what is filled in and copied from, which only a screen can show."""
TYPE_WORDS = ("title", "summary", "mark")
"""What a page may say of a contact type, besides its id."""
_SIGN = re.compile(r"unexpected char '(.)'")
_QUOTES = {sign: sign for sign in "“”‘’„«»"} | {"&": "&quot;"}
"""What stands in a call for straight quotes, by the sign at which Jinja stops."""
_MANY = 99


@dataclass(frozen=True, slots=True)
class Takes:
    """What a call takes."""

    ids: Collection[str] = ()
    """Those that exist."""
    families: Families = ()
    """The family of the ids: an id whose record could not be read is not unknown."""
    counts: tuple[int, int] = (1, 1)
    """How many it takes, at least and at most."""
    on_paper: bool = True
    """Whether it has anything to show on a sheet too."""


_WITHOUT_IDS = (
    *("routine", "cards", "downloads", "sessions", "advice", "inferred"),
    *("evidence", "sources", "contact"),
)
"""The calls that show all of something."""
Calls = Mapping[str, Takes]
"""What each call takes, by its name."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One `{{ name("id", …) }}` of a page."""

    name: str
    ids: tuple[str, ...]
    line: int


def known_calls(library: Library, forms: Collection[str]) -> Calls:
    statements = library.statements
    principles = [name for name, one in statements.items() if one.owner == one.part]
    sources = [f"{source.id}/{part}" for source in library.sources for part in source.parts]
    return {
        "statement": Takes(principles, (families.STATEMENT,), (1, _MANY)),
        "point": Takes(list(statements), (families.STATEMENT,)),
        "finding": Takes(list(library.evidence.by_id), (families.EVIDENCE,)),
        "message": Takes(list(library.every_message.by_id), (families.MESSAGE,)),
        "messages": Takes(list(library.types.by_id), (families.TYPE,)),
        "sourced": Takes(sources, (families.SOURCE,)),
        "ask": Takes(list(library.asks.by_id), (families.ASK,)),
        "verdict": Takes(VERDICTS),
        "forms": Takes(list(forms), (families.FORM, families.BLUEPRINT), (0, _MANY)),
        **dict.fromkeys(_WITHOUT_IDS, Takes(counts=(0, 0))),
        EMBEDDING: Takes(counts=(0, 0), on_paper=False),
    }


def calls(
    page: ProsePage, env: Environment, known: Calls, problems: Problems, *, on_paper: bool
) -> list[Call]:
    """Return the calls of a page, noting bad syntax, unknown names and ids, and what it cannot say on paper, if it has to."""
    try:
        tree = env.parse(page.body, filename=page.path)
    except TemplateSyntaxError as error:
        problems.add(*_syntax(page, error))
    except RecursionError:
        what = "{{ … }} nested without end"
        problems.add(_place(page, 1), page.id, what, "write one call in each")
    else:
        found = _checked(tree, page, known, problems)
        for call in found if on_paper else ():
            if call.name in known and not known[call.name].on_paper:
                what = f"{call.name}(…) says nothing on paper, and a plan hands this page out"
                instead = "move it to another page, or hand out another one"
                problems.add(_place(page, call.line, call.name), page.id, what, instead)
        return found
    problems.lose(families.HOME)
    return []


def _syntax(page: ProsePage, error: TemplateSyntaxError) -> tuple[Place, str, str, str]:
    sign = _SIGN.match(error.message or "")
    if sign and sign[1] in _QUOTES:
        what = f"{_QUOTES[sign[1]]} in a call"
        instead = 'write straight quotes there: {{ ask("…") }}'
        return _place(page, error.lineno, sign[1]), page.id, what, instead
    if "comment tag" in (error.message or ""):
        what = "{# begins a note, which does not end"
        instead = "write #} where it ends; an anchor is { #word }"
        return _place(page, error.lineno, "{#"), page.id, what, instead
    what = f"{{{{ or {{% is not closed, or not as it should be ({error.message})"
    return _place(page, error.lineno), page.id, what, "look at this line and the one above"


def homes(pages: Mapping[str, list[Call]], library: Library, problems: Problems) -> dict[str, str]:
    """Return the page of each principle: the one that calls `statement` with its id."""
    home_of: dict[str, str] = {}
    for page, calls in pages.items():
        for call in calls:
            for name in call.ids if call.name == "statement" else ():
                if name in home_of:
                    place = _place(library.pages.by_id[page], call.line, name)
                    what = f"“{name}” is at home on {home_of[name]} already"
                    problems.add(place, page, what, "use point(…) here")
                home_of.setdefault(name, page)
    return home_of


def _checked(tree: nodes.Template, page: ProsePage, known: Calls, problems: Problems) -> list[Call]:
    calls = list(_calls(tree))
    _check_names(tree, page, known, problems)
    _check_syntax(tree, page, problems)
    _check_signs(page, problems)
    for call in calls:
        if call.name in known:
            _check_call(call, page, known[call.name], problems)
    return calls


def _calls(tree: nodes.Template) -> Iterator[Call]:
    for node in tree.find_all(nodes.Call):
        if isinstance(node.node, nodes.Name) and _is_plain(node):
            ids = tuple(str(arg.value) for arg in node.args if isinstance(arg, nodes.Const))
            yield Call(name=node.node.name, ids=ids, line=node.lineno)


def _check_names(tree: nodes.Template, page: ProsePage, known: Calls, problems: Problems) -> None:
    bound = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}
    allowed = {*known, "types", *bound}
    # What a page cannot use as a whole is one fault.
    refused = {id(name) for node in _refused(tree) for name in _names(node)}
    for node in tree.find_all(nodes.Name):
        if node.ctx == "load" and node.name not in allowed and id(node) not in refused:
            place = _place(page, node.lineno, node.name)
            instead = did_you_mean(node.name, allowed)
            problems.add(place, page.id, f"unknown name “{node.name}”", instead)


def _check_syntax(tree: nodes.Template, page: ProsePage, problems: Problems) -> None:
    """Note whatever is neither a call with quoted ids nor a loop over the contact types."""
    stored = {name.name for one in tree.find_all(nodes.Assign) for name in one.find_all(nodes.Name)}
    for node in _refused(tree):
        if isinstance(node, nodes.Name) and node.name in stored:
            continue  # An assignment is noted as a fault already.
        what = f"a page cannot use this ({type(node).__name__.lower()})"
        instead = 'write a call with quoted ids, such as {{ ask("…") }}'
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
            what = f"{node.node.name}(…) with an id that has no straight quotes"
            instead = f'write {{{{ {node.node.name}("…") }}}}'
        problems.add(_place(page, node.lineno), page.id, what, instead)
    for loop in tree.find_all(nodes.For):
        # HTML that is cut in two by the end of a loop is whole in what readers get.
        if any("<" in text.data for text in loop.find_all(nodes.TemplateData)):
            what, instead = "HTML inside a loop", "write it in Markdown, such as a list of links"
            problems.add(_place(page, loop.lineno), page.id, what, instead)


def _refused(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield each node that a page cannot use, but not the nodes in it."""
    for child in node.iter_child_nodes():
        shown = isinstance(node, nodes.Output) and isinstance(child, _NOT_SHOWN)
        if shown or not _is_plain(child):
            yield child
        if not shown and (_is_plain(child) or isinstance(child, nodes.Stmt)):
            yield from _refused(child)


def _names(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield the names in braces, or in what a statement says before its body."""
    for part in (node,) if isinstance(node, nodes.Expr) else node.iter_child_nodes():
        if isinstance(part, nodes.Expr):
            yield from (part, *part.find_all(nodes.Name))


def _check_signs(page: ProsePage, problems: Problems) -> None:
    """Note signs of Jinja that take blanks away or hide a call: readers would get another text than the rules look at."""
    for match in _HIDES.finditer(page.body):
        what = f"a page cannot use {match[0]}"
        instead = "leave out “raw”, and write {{ }}, {% %} and {# #} without - and +"
        problems.add(page.place(match.start()), page.id, what, instead)


def _is_plain(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Call):
        quoted = all(isinstance(arg, nodes.Const) for arg in node.args)
        more = node.kwargs or node.dyn_args or node.dyn_kwargs
        return isinstance(node.node, nodes.Name) and quoted and not more
    if isinstance(node, nodes.For):
        return isinstance(node.iter, nodes.Name) and node.iter.name == "types"
    if isinstance(node, nodes.Getattr):
        return isinstance(node.node, nodes.Name) and node.attr in ("id", *TYPE_WORDS)
    return isinstance(node, _PLAIN)


def _check_call(call: Call, page: ProsePage, takes: Takes, problems: Problems) -> None:
    fewest, most = takes.counts
    if not fewest <= len(call.ids) <= most:
        what = f"{call.name}(…) with {len(call.ids)} ids"
        number = f"{fewest} or more" if most > fewest else f"{fewest}"
        problems.add(_place(page, call.line, call.name), page.id, what, f"give it {number}")
        return
    for name in call.ids:
        lost = problems.lacks(*takes.families) or problems.excuses(name)
        if name not in takes.ids and not lost:
            what = f"unknown id “{name}” in {call.name}(…)"
            listed = "".join(LISTED.get(family, "") for family in takes.families[:1])
            instead = did_you_mean(name, takes.ids, listed)
            problems.add(_place(page, call.line, name), page.id, what, instead)
            if call.name == "statement":
                problems.lose(families.HOME)


def _place(page: ProsePage, line: int, text: str = "") -> Place:
    """Return where `text` stands on a line of the page's body, or the line's beginning."""
    column = page.body.split("\n")[line - 1].find(text)
    return Place(path=page.path, line=page.body_line + line - 1, column=max(0, column) + 1)

"""Rules of style sheets as text: which of them a page can meet, by the names it holds."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import tinycss2

_NESTED = frozenset({"media", "supports", "layer"})
_LASTING = re.compile(r"""\s((?:dir|data-md-color-[a-z]+)="[^"]*")""")
"""Attributes that keep the value with which pages come: a rule for another value never holds."""
_TAG = re.compile(r"<([a-z][\w-]*)")
# What a value belongs to is looked for behind its quote: there are far more blanks than values.
_HELD = re.compile(r'''="(?:(?<=\sclass=")|(?<=\sid="))([^"]*)"''')
_ANIMATION = re.compile(r"animation(?:-name)?:([^;}]*)")
_KEYFRAMES = re.compile(r"@keyframes\s+([\w-]+)\s*\{(?:[^{}]*\{[^{}]*\})*\s*\}")
_CUSTOM = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its selectors, each with the names that it needs, and its block; or a query, and the rules in it.

    What has neither is kept as it is.
    """

    text: str
    selectors: Sequence[tuple[str, frozenset[str]]] = ()
    inside: Sequence["Rule"] = ()

    def kept(self, used: frozenset[str]) -> str:
        """Return the rule without the selectors that match nothing in a page with only these names."""
        if self.inside:
            within = "".join(rule.kept(used) for rule in self.inside)
            return f"{self.text}{{{within}}}" if within else ""
        met = ",".join(selector for selector, needs in self.selectors if needs <= used)
        return f"{met}{self.text}" if met or not self.selectors else ""

    def parted(self, late: Callable[["Rule"], bool]) -> tuple[list["Rule"], list["Rule"]]:
        """Return what of the rule is not late, and what is; how something moves may be asked for by either."""
        if self.text.startswith("@keyframes"):
            return [self], [self]
        if late(self):
            return [], [self]
        if not self.inside:
            return [self], []
        parts = zip(*(rule.parted(late) for rule in self.inside), strict=True)
        now, then = (
            Rule(self.text, inside=[one for part in side for one in part]) for side in parts
        )
        return [now] if now.inside else [], [then] if then.inside else []


def rules(css: str) -> list[Rule]:
    return list(_read(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))


def names(pages: Iterable[str]) -> Iterator[str]:
    """Yield the tags, classes, ids and lasting attributes of pages, as rules need them."""
    for text in pages:
        yield from _TAG.findall(text)
        for held in set(_HELD.findall(text)):
            yield from held.split()
        yield from (_plain(one) for one in set(_LASTING.findall(text)))


def without_unread(css: str, beside: str = "") -> str:
    """Return a sheet without what nothing in it, or in the one beside it, names: properties of the theme, and how things move."""
    while css != (less := _without_unnamed(css, beside)):  # without one, another may be unread
        css = less
    return css


def _read(nodes: Iterable[Any]) -> Iterator[Rule]:
    for node in nodes:
        if node.type == "qualified-rule":
            body = f"{{{tinycss2.serialize(node.content)}}}"
            selectors = _split(node.prelude)
            yield Rule(
                body,
                [(tinycss2.serialize(one).strip(), frozenset(_needs(one))) for one in selectors],
            )
        elif node.type == "at-rule" and node.lower_at_keyword in _NESTED and node.content:
            inside = tinycss2.parse_rule_list(
                node.content, skip_comments=True, skip_whitespace=True
            )
            if within := list(_read(inside)):
                yield Rule(f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}", inside=within)
        else:
            yield Rule(node.serialize())


def _split(prelude: Sequence[Any]) -> list[list[Any]]:
    selectors: list[list[Any]] = [[]]
    for part in prelude:
        if part == ",":
            selectors.append([])
        else:
            selectors[-1].append(part)
    return selectors


def _needs(tokens: Sequence[Any]) -> Iterator[str]:
    """Yield the names that a page must hold for a selector to match; what is in round brackets is taken to match."""
    before = ""
    for token in tokens:
        if token.type == "[] block":
            # Of most attributes a script may change the value.
            attribute = _plain(tinycss2.serialize(token.content))
            name, equals, value = attribute.partition("=")
            if equals and _LASTING.match(f' {name}="{value}"'):
                yield attribute
        elif token.type == "hash" or (token.type == "ident" and before not in (":", "::")):
            yield token.value
        before = token.value if token.type == "literal" else ""


def _plain(attribute: str) -> str:
    """Return how a page or a selector names an attribute with its value, without what may stand around either."""
    return re.sub(r"[\s'\"]", "", attribute)


def _without_unnamed(css: str, beside: str) -> str:
    read = {*_CUSTOM.findall(css), *_CUSTOM.findall(beside)}
    moves = set(re.findall(r"[\w-]+", " ".join(_ANIMATION.findall(css))))
    css = _KEYFRAMES.sub(lambda match: match[0] if match[1] in moves else "", css)
    return re.sub(
        r"(--(?:md|ra)-[\w-]+):(?:[^;{}()\"']|\([^()]*(?:\([^()]*\)[^()]*)*\)|\"[^\"]*\"|'[^']*')*;?",
        lambda match: match[0] if match[1] in read else "",
        css,
    )

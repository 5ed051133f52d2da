"""Styles: what every page of a built site loads, as one file that holds what these pages can use of the theme’s."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import tinycss2

from ..problems import BuildError
from ..write import minified

_FOLDER = "assets/stylesheets"
_ONE = "site.css"
_LINK = re.compile(r'\s*<link rel="stylesheet" href="([^"]*)">')
_HELD = re.compile(r"""<([a-z][\w-]*)|\s(?:class|id)="([^"]*)\"""")
_LASTING = re.compile(r"""\s((?:dir|data-md-color-[a-z]+)="[^"]*")""")
"""Attributes that keep the value with which pages come: a rule for another value never holds."""
_SEARCH = re.compile(r"\bmd-(?:search|icon|typeset|ellipsis)[\w-]*")
"""What the script of the theme makes besides: the search alone, since pages start nothing else of it."""
_BY_SCRIPT = frozenset({"js", "no-js", "mark", "details", "summary", "p", "li", "h1", "h2"})
"""Classes of the page and tags of results that scripts bring."""
_OF_SETTINGS = frozenset({"ra-change", "ra-corrections", "ra-edit"})
"""Classes of ours that pages have where a host asks for it, and that no script brings."""
_NESTED = frozenset({"media", "supports", "layer"})
_ANIMATION = re.compile(r"animation(?:-name)?:([^;}]*)")
_KEYFRAMES = re.compile(r"@keyframes\s+([\w-]+)\s*\{(?:[^{}]*\{[^{}]*\})*\s*\}")
_CUSTOM = re.compile(r"var\(\s*(--[\w-]+)")


def gather_styles(site: Path) -> None:
    """Put the style sheets that all pages share into one, without the rules of the theme that no page can meet.

    What stays, stays in its order and as it was, so nothing looks different. Raises `BuildError` where pages do not share them.
    """
    pages = {path: path.read_text("utf-8") for path in sorted(site.glob("*.html"))}
    framed = {path: text for path, text in pages.items() if _LINK.search(text)}
    if not framed:
        return
    sheets = _shared(framed.values())
    used = frozenset(_names(pages.values(), site))
    theme, ours = sheets[:-1], sheets[-1]
    kept = "".join(_pruned((site / sheet).read_text("utf-8"), used) for sheet in theme)
    whole = kept + _asked_for((site / ours).read_text("utf-8"), used)
    (site / _FOLDER / _ONE).write_text(minified.style(_without_unread(whole)), encoding="utf-8")
    for path, text in framed.items():
        path.write_text(_linked(text, sheets), encoding="utf-8")
    for sheet in sheets:
        (site / sheet).unlink()


def _shared(pages: Iterable[str]) -> list[str]:
    """Return the sheets of the folder that pages load, in their order."""
    loads = {tuple(_of_folder(_LINK.findall(text))) for text in pages}
    if len(loads) != 1:
        raise BuildError(f"pages load different style sheets of {_FOLDER}: {sorted(loads)}")
    return list(loads.pop())


def _of_folder(hrefs: Iterable[str]) -> Iterator[str]:
    for href in hrefs:
        _, folder, name = href.rpartition(f"{_FOLDER}/")
        if folder:
            yield f"{_FOLDER}/{name}"


def _linked(text: str, sheets: Sequence[str]) -> str:
    """Return a page that loads the one sheet where it loaded the first of these."""
    first, *more = sheets
    text = text.replace(first, f"{_FOLDER}/{_ONE}", 1)
    return _LINK.sub(lambda link: "" if link[1].endswith(tuple(more)) else link[0], text)


def _names(pages: Iterable[str], site: Path) -> Iterator[str]:
    for text in pages:
        for tag, names in set(_HELD.findall(text)):
            yield tag
            yield from names.split()
        yield from (_plain(one) for one in set(_LASTING.findall(text)))
    yield from _BY_SCRIPT
    for script in site.glob("assets/javascripts/bundle.*.js"):
        yield from _SEARCH.findall(script.read_text("utf-8"))


def _pruned(css: str, used: Collection[str]) -> str:
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return "".join(_kept(rules, used))


def _asked_for(css: str, used: Collection[str]) -> str:
    """Return our sheet without the rules of what no host has asked for."""
    names = frozenset(re.findall(r"[\w-]+", css))
    return _pruned(css, names - (_OF_SETTINGS - frozenset(used)) | _values(used))


def _values(used: Iterable[str]) -> frozenset[str]:
    return frozenset(one for one in used if "=" in one)


def _plain(attribute: str) -> str:
    """Return how a page or a selector names an attribute with its value, without what may stand around either."""
    return re.sub(r"[\s'\"]", "", attribute)


def _kept(rules: Iterable[Any], used: Collection[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [one for one in _split(rule.prelude) if _meets(one, used)]
            if selectors:
                prelude = ",".join(tinycss2.serialize(selector).strip() for selector in selectors)
                yield f"{prelude}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in _NESTED and rule.content:
            inside = tinycss2.parse_rule_list(
                rule.content, skip_comments=True, skip_whitespace=True
            )
            within = "".join(_kept(inside, used))
            if within:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{within}}}"
        else:
            yield rule.serialize()


def _split(prelude: Sequence[Any]) -> list[list[Any]]:
    selectors: list[list[Any]] = [[]]
    for part in prelude:
        if part == ",":
            selectors.append([])
        else:
            selectors[-1].append(part)
    return selectors


def _meets(selector: Sequence[Any], used: Collection[str]) -> bool:
    """Whether some page may hold what a selector names; what stands in round brackets is taken to hold."""
    before = ""
    for token in selector:
        if token.type == "[] block" and not _has(tinycss2.serialize(token.content), used):
            return False
        name = token.value if token.type in ("ident", "hash") else ""
        names_something = token.type == "hash" or before not in (":", "::")
        if name and names_something and name not in used and name.lower() not in used:
            return False
        before = token.value if token.type == "literal" else ""
    return True


def _has(attribute: str, used: Collection[str]) -> bool:
    """Whether some page may have an attribute; of most, a script may change the value."""
    name, equals, value = _plain(attribute).partition("=")
    lasting = equals and _LASTING.match(f' {name}="{value}"')
    return not lasting or f"{name}={value}" in used


def _without_unread(css: str) -> str:
    """Return a sheet without what nothing in it names: custom properties of the theme, and how things move."""
    while css != (less := _without_unnamed(css)):  # one may have been read by another alone
        css = less
    return css


def _without_unnamed(css: str) -> str:
    read = set(_CUSTOM.findall(css))
    moves = set(re.findall(r"[\w-]+", " ".join(_ANIMATION.findall(css))))
    css = _KEYFRAMES.sub(lambda match: match[0] if match[1] in moves else "", css)
    return re.sub(
        r"(--md-[\w-]+):(?:[^;{}()\"']|\([^()]*(?:\([^()]*\)[^()]*)*\)|\"[^\"]*\"|'[^']*')*;?",
        lambda match: match[0] if match[1] in read else "",
        css,
    )

"""Styles of a built site: one file with the rules that a page needs, and a second one for the search, which can load later."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from ..model.records import grouped
from ..problems import BuildError
from ..write import minified
from .rules import Rule, names, rules, without_unread

_FOLDER = "assets/stylesheets"
_SEARCHES = f"{_FOLDER}/search.css"
# Each pattern for pages begins with plain text, which the engine finds many times faster than a blank or a quote.
_LINK = re.compile(r'<link rel="stylesheet" href="([^"]*?)(assets/[^"]+)">\s*')
"""The 404 page has whole addresses, since hosts show it at any depth."""
_SCRIPT = re.compile(r'(assets/[\w./-]+\.js)"')
_OF_THE_SEARCH = re.compile(r"\bmd-(?:search|icon|typeset|ellipsis)[\w-]*")
"""What the script of the theme adds to a page: only the search, since pages start nothing else of it."""
_QUOTED = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`")
_NAME = re.compile(r"[\w-]+")
_BY_SCRIPT = frozenset({"js", "no-js", "mark", "details", "summary", "p", "li", "h1", "h2"})
"""Classes of the page and tags of results that scripts bring."""
_SEARCH = re.compile(r"\b(?:md|ra)-search")
_WIDE = "(min-width:60em)"
"""The media in which the search is a field of the header. There its styles are asked for with the page, and elsewhere behind it."""
_SHUT = (
    ".md-search{display:none}"
    f"@media{_WIDE}{{.md-search{{display:block;width:260px;height:48px;overflow:hidden;visibility:hidden}}}}"
    "@media(min-width:76.25em){:where(.ra-header--full) .md-search{width:200px}}"
)
"""Hides the search until its styles have loaded, and keeps its place, so that nothing moves then."""
_THERE = ".md-search{display:block;width:auto;height:auto;overflow:visible;visibility:visible}"


def gather_styles(site: Path) -> None:
    """Let each page wait for only one style sheet, of the rules that it can meet: a phone shows nothing before it has them all.

    What is for the search is in a second one, which theme.js applies: phones fetch it behind the page. The rest
    stays in its order, so nothing looks different. Raises `BuildError` where pages do not share the sheets of the theme.
    """
    pages = {path: path.read_text("utf-8") for path in sorted(site.glob("*.html"))}
    groups = dict(grouped(pages, lambda path: tuple(one for _, one in _LINK.findall(pages[path]))))
    groups.pop((), None)  # pages of one file
    if not groups:
        return
    styles = {sheet: (site / sheet).read_text("utf-8") for sheets in groups for sheet in sheets}
    now, late = _parted(_shared(groups), styles)
    used = _used(pages, site)
    waiting = _THERE + _text(late, frozenset().union(*used.values()))
    waited = {}
    for sheets, paths in groups.items():
        own = [sheet for sheet in sheets if not _is_shared(sheet)]
        met = _text(now, frozenset().union(*(used[path] for path in paths)))
        whole = _SHUT + met + "".join(styles[sheet] for sheet in own)
        waited[_name(own)] = without_unread(whole, waiting)
        for path in paths:
            path.write_text(_linked(pages[path], _name(own)), encoding="utf-8")
    for sheet in styles:
        (site / sheet).unlink()
    for name, text in {
        **waited,
        _SEARCHES: without_unread(waiting, "".join(waited.values())),
    }.items():
        (site / name).write_text(text, encoding="utf-8")


def _is_shared(sheet: str) -> bool:
    return sheet.startswith(f"{_FOLDER}/")


def _shared(groups: Iterable[Sequence[str]]) -> list[str]:
    """Return the sheets that all pages load, in their order: those of the theme, and ours behind them."""
    loads = {tuple(filter(_is_shared, sheets)) for sheets in groups}
    if len(loads) != 1:
        raise BuildError(f"pages load different style sheets of {_FOLDER}: {sorted(loads)}")
    return list(loads.pop())


def _parted(shared: Sequence[str], styles: dict[str, str]) -> tuple[list[Rule], list[Rule]]:
    """Return the rules that a page needs at once, and those that can load later."""
    *theme, ours = shared
    parts = [
        *(rule.parted(_of_search) for sheet in theme for rule in rules(styles[sheet])),
        *(rule.parted(_of_search) for rule in rules(minified.style(styles[ours]))),
    ]
    now, late = zip(*parts, strict=True)
    return [rule for part in now for rule in part], [rule for part in late for rule in part]


def _of_search(rule: Rule) -> bool:
    """Whether a rule is only for the search; a rule of no selector that tells is a list of its properties."""
    if any(selector == ":root" for selector, _ in rule.selectors):
        declared = re.findall(r"(--[\w-]+):", rule.text)
        return all(_SEARCH.search(name) for name in declared)
    return bool(rule.selectors) and all(_SEARCH.search(one) for one, _ in rule.selectors)


def _used(pages: Mapping[Path, str], site: Path) -> dict[Path, frozenset[str]]:
    """Return the names in each page, with those that its scripts may add."""
    scripts = {path: frozenset(_SCRIPT.findall(text)) for path, text in pages.items()}
    made = {one: frozenset(_by_script(site, one)) for one in frozenset().union(*scripts.values())}
    return {
        path: _BY_SCRIPT.union(names([text]), *(made[one] for one in scripts[path]))
        for path, text in pages.items()
    }


def _by_script(site: Path, script: str) -> Iterator[str]:
    text = (site / script).read_text("utf-8")
    if script.endswith(".min.js"):
        yield from _OF_THE_SEARCH.findall(text)
    else:
        yield from (name for quoted in _QUOTED.findall(text) for name in _NAME.findall(quoted))


def _text(parts: Iterable[Rule], used: frozenset[str]) -> str:
    return "".join(rule.kept(used) for rule in parts)


def _name(own: Iterable[str]) -> str:
    """Return the path of the sheet of pages, by the components that they show."""
    return f"{_FOLDER}/{'-'.join(['site', *(PurePosixPath(sheet).stem for sheet in own)])}.css"


def _linked(text: str, sheet: str) -> str:
    """Return a page that loads its sheet, and the one of the search, where it loaded the first of all."""
    way, _ = _LINK.findall(text)[0]
    later = f'<link rel="preload" as="style" href="{way}{_SEARCHES}" media="{_WIDE}" id="ra-later">'
    links = iter([f'<link rel="stylesheet" href="{way}{sheet}">\n{later}\n'])
    return _LINK.sub(lambda _: next(links, ""), text)

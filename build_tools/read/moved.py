"""Moved texts: those of the guide that an edition overrides and that have changed since an earlier commit."""

from collections.abc import Callable, Iterator
from pathlib import Path

from ..model.edition import EDITIONS, guide_path
from ..problems import Problems
from .addresses import texts_by_address
from .declared import shape_of
from .files import SourceFile, SourceTree
from .inputs import INPUT, is_left_over, pattern_of
from .yaml_nodes import ScalarNode, parse


def moved(root: Path, edition: str, then: Callable[[str], str | None]) -> Iterator[str]:
    """Yield what to say of each text of an edition whose text in the guide has changed; `then` returns the old content of a file."""
    tree = SourceTree(root=root, problems=Problems())
    for file in sorted((root / EDITIONS / edition).rglob("*.yml")):
        if is_left_over(file.name):
            continue
        path = file.relative_to(root).as_posix()
        named = guide_path(path)
        before = then(named)
        own, now = tree.read(path), tree.read(named) if tree.has(named) else None
        if before is not None and own and pattern_of(named):
            yield from _in_file(own, SourceFile(path=named, text=before), now)


def _in_file(own: SourceFile, then: SourceFile, now: SourceFile | None) -> Iterator[str]:
    said = _texts(own)
    before, after = ({at: one.value for at, one in _texts(file).items()} for file in (then, now))
    for address, text in said.items():
        if address in before and before[address] != after.get(address):
            now_is = f"is “{after[address]}” now" if address in after else "is not there any more"
            told = f"the guide’s text was “{before[address]}”, and {now_is}"
            yield f"{text.place}: {address}: {told}"


def _texts(file: SourceFile | None) -> dict[str, ScalarNode]:
    """Return the texts of a file that readers see, by address; none of one that cannot be read, which `check` tells of."""
    node = parse(file, Problems()) if file else None
    pattern = pattern_of(guide_path(file.path)) if file else None
    return texts_by_address(node, shape_of(INPUT[pattern])) if node and pattern else {}

"""Keys that YAML takes for more of the text above them, since they are indented further than its key."""

import re
from collections.abc import Collection, Mapping

from ..problems import Problems
from .swallowed import within
from .yaml_nodes import Node, ScalarNode

_KEY = re.compile(r"\n *([a-z_]+):(?= |\n)")


def note_swallowed(
    entries: Mapping[str, Node], wanted: Collection[str], where: str, problems: Problems
) -> bool:
    """Note each key of `wanted` that stands inside a text of a record; return whether one does."""
    before = len(problems.errors)
    for key, node in entries.items():
        source = node.source if isinstance(node, ScalarNode) else ""
        for match in _KEY.finditer(source) if "\n" in source else ():
            if match[1] in wanted:
                place = within(node.place, source, match.start(1))
                what = f"“{match[1]}:” is taken for more of the text above it"
                problems.add(place, f"{where}: {key}", what, f"begin it exactly under “{key}:”")
    return len(problems.errors) > before

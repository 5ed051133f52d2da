"""Generate the docs folder: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .tree import Tree, generate_tree
from .write.files import write_file, write_tree
from .write.guide.menu import configuration

DOCS = ".build/docs"
CONFIGURATION = ".build/mkdocs.yml"


def generate(root: Path, environment: Mapping[str, str]) -> Tree:
    """Write the generated tree below `root` and return it.

    Raises `ContentError` before anything is written if the input has a problem.
    """
    tree = generate_tree(root, environment)
    write_tree(root / DOCS, tree.files)
    write_file(root / CONFIGURATION, configuration(tree.site))
    return tree

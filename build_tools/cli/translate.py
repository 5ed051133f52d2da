"""`translate`: write or update the PO files of an edition, in which translators work."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from ..model.edition import EDITIONS
from ..model.language import GUIDE_LANGUAGE
from ..problems import Place, Problems, UsageError
from ..read.addresses import texts_by_address
from ..read.declared import Shape, shape_of
from ..read.editions import language_of, read_editions
from ..read.files import SourceTree
from ..read.inputs import INPUT, is_left_over, po_path
from ..read.reading import begin
from ..read.yaml_nodes import Node, parse
from ..write.files import write_file
from ..write.po_file import updated
from .editions import print_edition


def run(root: Path, options: argparse.Namespace) -> None:
    """Write a file of translations for each file of the guide that holds texts, and say how far each is.

    What was translated stays. Where the guide has changed since, the text is marked as fuzzy, with what it said before.
    """
    if not options.edition.strip():
        raise UsageError("say which edition, by its id, such as es")
    problems = Problems()
    reading = begin(root, problems)
    name = Path(options.edition.strip()).name
    editions = read_editions(reading, name)
    language = language_of(editions)
    if editions and language == GUIDE_LANGUAGE:
        place = Place(path=f"{editions[-1].folder}/edition.yml")
        instead = "write “language: es”, or the code of another"
        problems.add(place, "language", "it is missing", instead)
    problems.raise_any()
    folder, files = editions[-1].folder, {}
    for path, node, shape in _with_texts(reading.tree, problems):
        own = f"{folder}/{po_path(path)}"
        old = reading.tree.read(own) if reading.tree.has(own) else None
        files[own] = updated(node, shape, old, language.tag)
    problems.raise_any()
    for path, data in files.items():
        write_file(root / path, data)
    print(f"{len(files)} files in {folder}.")
    print_edition(root, name)


def _with_texts(tree: SourceTree, problems: Problems) -> Iterator[tuple[str, Node, Shape]]:
    """Yield each file of the guide that holds texts that readers see."""
    for pattern, held in INPUT.items():
        shape = shape_of(held)
        for file_path in sorted(tree.root.glob(pattern)):
            path = file_path.relative_to(tree.root).as_posix()
            passed = path.startswith(EDITIONS) or is_left_over(file_path.name)
            file = None if passed else tree.read(path)
            node = parse(file, problems) if file else None
            if node and texts_by_address(node, shape):
                yield path, node, shape

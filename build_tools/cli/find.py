"""`find`: the files in which a sentence stands."""

import argparse
from pathlib import Path

from ..problems import UsageError
from ..read.find import find


def run(root: Path, options: argparse.Namespace) -> None:
    """Print where these words are; raise `UsageError` if they are nowhere."""
    if not options.words.strip():
        raise UsageError("give some words of the sentence")
    places = list(find(root, options.words))
    for place, line in places:
        print(f"{place}: {line}")
    if not places:
        raise UsageError("no file holds these words one after another; try three or four of them")

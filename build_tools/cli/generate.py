"""`generate`: the tree that MkDocs reads."""

import argparse
import os
from pathlib import Path

from ..generate import generate
from ..write.files import DOCS


def run(root: Path, options: argparse.Namespace) -> None:  # noqa: ARG001
    """Write the generated tree."""
    print(f"Wrote {len(generate(root, os.environ).files)} files to {DOCS}.")

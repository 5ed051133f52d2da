"""`release`: the whole site with everything to take away, for a version that the changelog tells of."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..release import read_version, require_changes
from . import build


def run(root: Path, options: argparse.Namespace) -> None:
    """Build all of the site; raise `BuildError` where the changelog says nothing of this version."""
    version = read_version(root)
    require_changes(root, version)
    options.all = True
    build.run(root, options)
    print(f"Version {version} is whole: publish site/, and keep its downloads.")

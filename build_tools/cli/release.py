"""`release`: the whole site with everything to take away, for a version that the changelog tells of."""

import argparse
import os
from pathlib import Path

from ..publish.dates import require_date
from ..publish.release import read_version, require_changes
from ..write.paper import engine
from .build import build_site


def run(root: Path, options: argparse.Namespace) -> None:
    """Build all of the site; raise `BuildError` where the changelog says nothing of this version, or it has no date."""
    version = read_version(root)
    require_changes(root, version)
    require_date(root, os.environ)
    build_site(root, options.own, everything=True)
    but = " but for sheets to print" if engine.missing() else ""
    print(f"Version {version} is whole{but}: publish site/, and keep its downloads.")

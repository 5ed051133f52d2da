"""What tells the folder of the guide from that of an edition."""

from __future__ import annotations

from pathlib import Path

FILE = "edition.yml"
"""What makes a folder that of an edition."""


def is_guide(root: Path) -> bool:
    """Return whether a folder is that of the guide itself."""
    return (root / "content/guide.yml").is_file()

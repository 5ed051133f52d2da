"""Files: each written whole or not at all, and only if its content has changed."""

import errno
import os
from collections.abc import Mapping
from pathlib import Path

DOCS = ".build/docs"
"""The folder of the pages that MkDocs reads."""
_KEPT = (".gitkeep", ".gitignore")


def write_tree(folder: Path, files: Mapping[str, bytes]) -> int:
    """Make `folder` hold exactly `files`, and return how many of them changed.

    A file with equal bytes keeps its modification time, so that live reload sees only changes.
    Raises OSError where the disk does not take it; what was there before is then still whole.
    """
    changed = [path for path, data in files.items() if write_file(folder / path, data)]
    for path in sorted(folder.rglob("*"), reverse=True):
        relative = path.relative_to(folder).as_posix()
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif relative not in files and path.name not in _KEPT:
            path.unlink()
    return len(changed)


def require_writable(folder: Path) -> None:
    """Make the folder if it is not there; raise OSError where nothing can be written in it."""
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(folder))


def write_new(path: Path, data: bytes) -> None:
    """Write a file whole; raises FileExistsError where one stands already."""
    if path.exists():
        raise FileExistsError(f"{path} stands already")
    write_file(path, data)


def write_file(path: Path, data: bytes) -> bool:
    """Write a file whole if its bytes changed, and say whether they did."""
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.new")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return True


def kilobytes(data: bytes) -> int:
    """Return a size as people are told it: in kilobytes, 1 or more."""
    return -(-len(data) // 1000)

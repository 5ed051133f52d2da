"""The lock of a folder, which one build at a time holds: a second one would throw away what the first has just written."""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..problems import BuildError

_LOCK = ".build/lock"
_TAKEN = (errno.EAGAIN, errno.EACCES)


@contextmanager
def lock(root: Path) -> Iterator[int]:
    """Hold the lock of `root`, and give the open file that holds it.

    Raises `BuildError` while another build is at work. The system itself frees the file once nobody has it open, however
    a build has ended, so none that was killed is in the way; programs that it began and that are handed the file keep it.
    """
    path = root / _LOCK
    path.parent.mkdir(exist_ok=True)
    with path.open("a") as file:
        try:
            _take(file.fileno())
        except OSError as error:
            if error.errno in _TAKEN:  # else a disk without locks
                what = "another build is at work in this folder"
                raise BuildError(f"{what}; wait until it has ended, then build again") from error
        yield file.fileno()


if sys.platform == "win32":

    def _take(file: int) -> None:
        import msvcrt  # noqa: PLC0415

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:

    def _take(file: int) -> None:
        import fcntl  # noqa: PLC0415

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

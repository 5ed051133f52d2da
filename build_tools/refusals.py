"""Refusals: what the system refuses to do with a file, said in one line with what to do about it."""

import errno
import shutil
from pathlib import Path

_FULL = "no room is left on the disk ({}); delete something"
_SEALED = "you may not read or write {}; copy the project to a folder of your own"
_NO_FOLDER = "{} is no folder; name one, or one that is not there yet"
_REFUSALS = {
    **dict.fromkeys((errno.EACCES, errno.EPERM), _SEALED),
    errno.EROFS: "nothing can be written to {}; copy the project to a folder of your own",
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), _FULL),
    errno.ENOENT: "{} is not there; bring it back, as a part of the program reads it",
    errno.EEXIST: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EISDIR: "{} is a folder; name a file, or move it away",
    errno.ENAMETOOLONG: "a name is too long for this disk ({:.60}…); choose a shorter one",
}
"""What the system refuses, by its number."""


def refusal(error: OSError) -> str:
    """Return what the system refused, in one line that says what to do about it."""
    named, number, why = error.filename2 or error.filename, error.errno, error.strerror
    if isinstance(error, shutil.Error):  # of many files; the first says enough
        _, named, why = error.args[0][0]
        number = next((one for one in _REFUSALS if f"[Errno {one}]" in why), None)
    said = _REFUSALS.get(number or 0, "")
    if said == _NO_FOLDER and named:  # a file somewhere above it may be in the way
        named = next((one for one in reversed(Path(named).parents) if one.is_file()), named)
    named = named or (why if said == _FULL else None)
    return said.format(named) if said and named else f"{named}: {why}" if named else str(error)

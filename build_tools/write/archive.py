"""ZIP archives with the same bytes on every machine and every day."""

import io
from collections.abc import Mapping
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_FIRST, _LAST = (1980, 1, 1, 0, 0, 0), (2107, 12, 31, 23, 59, 58)
"""What ZIP can hold."""
_UNIX = 3
_FILE = 0o100644 << 16
_FOLDER = 0o40755 << 16 | 0x10  # the last bit is what DOS calls a folder


def archive_of(files: Mapping[str, bytes], made: str = "") -> bytes:
    """Return a ZIP of files by path, sorted; a path that ends in a slash is an empty folder.

    The date of each file is `made` (ISO 8601), by which hosts tell browsers whether an unpacked file has changed. If it is
    “”, the date is 1980-01-01, the first one of ZIP.
    """
    written = io.BytesIO()
    moment = datetime.fromisoformat(made).timetuple()[:6] if made else _FIRST
    with ZipFile(written, "w") as archive:
        for path in sorted(files):
            archive.writestr(_entry(path, moment), files[path])
    return written.getvalue()


def _entry(path: str, moment: tuple[int, int, int, int, int, int]) -> ZipInfo:
    entry = ZipInfo(path, max(_FIRST, min(moment, _LAST)))
    # A folder must have no data (ZIP specification), and nothing deflated is two bytes.
    entry.compress_type = ZIP_STORED if path.endswith("/") else ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _FOLDER if path.endswith("/") else _FILE
    return entry

"""ZIP archives with the same bytes on every machine and every day."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_UNIX = 3
_FILE = 0o100644 << 16
_FOLDER = 0o40755 << 16 | 0x10  # the last bit is what DOS calls a folder


def archive_of(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP of files by path, sorted; a path that ends in a slash is an empty folder."""
    written = io.BytesIO()
    with ZipFile(written, "w") as archive:
        for path in sorted(files):
            archive.writestr(_entry(path), files[path])
    return written.getvalue()


def _entry(path: str) -> ZipInfo:
    # Nothing of when or where it was made: Python dates an entry 1980-01-01 where no other date is given.
    entry = ZipInfo(path)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _FOLDER if path.endswith("/") else _FILE
    return entry

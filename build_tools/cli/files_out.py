"""Files that a command writes outside the project: which ones, what there is to choose from, and how much it was."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from ..problems import UsageError, did_you_mean
from ..read.settings import SITE_URL, Settings
from ..write.files import write_file

_COLUMN = 28
_Named = TypeVar("_Named")


def chosen(what: str, name: str | None, known: Mapping[str, _Named]) -> tuple[_Named, ...]:
    """Return the one of that name, or all if none is named; raise `UsageError` for an unknown name."""
    if name is None:
        return tuple(known.values())
    if name not in known:
        raise UsageError(f"no {what} is called “{name}”; {did_you_mean(name, known)}")
    return (known[name],)


def print_list(first: str, options: Iterable[str], second: str, titles: Mapping[str, str]) -> None:
    """Print the formats or sizes that there are, and what there is in them, each with its title."""
    print(f"{first}: {', '.join(options)}")
    print(f"{second}:")
    for name, title in titles.items():
        print(f"  {name:<{_COLUMN}} {title}")


def write_out(folder: Path, files: Mapping[str, bytes], settings: Settings, lost: str) -> None:
    """Write files into a folder, and print how much it was; `lost` is what they lack without an address of the guide."""
    for name, data in files.items():
        write_file(folder / name, data)
    if not settings.site_url:
        print(f"Left out, as not set: {lost} ({SITE_URL}).")
    size = sum(map(len, files.values()))
    print(f"{folder}: {len(files)} files, {size / 1e6:.1f} MB.")


def folder_of(out: Path | None) -> Path:
    """Return the folder to write to; raise `UsageError` if none is named."""
    if out is None:
        raise UsageError("say where to write, with --out FOLDER")
    return out

"""`new-edition`: a small edition to begin with, in the guide’s folder or in one of its own."""

import argparse
import shutil
from pathlib import Path

from ...model.edition import EDITION_FILE, EDITIONS
from ...problems import UsageError
from ...publish.own_folder import OwnFolder, carried
from ...read.claims import OF_WINDOWS
from ...read.values import is_slug
from ...write.files import write_new
from ..where import is_guide

_FILES = (EDITION_FILE, "content/words.yml", ".gitignore")
_IN_THE_GUIDE = "../../../docs/schemas"
_ALONE = ".build/guide/docs/schemas"
"""Where editors find the schemas, from the folder of the edition."""


def run(root: Path, options: argparse.Namespace) -> None:
    """Write an edition that has a name and one changed word, and say what to do next."""
    if not is_slug(options.id):
        raise UsageError(f"“{options.id}” is no id: use lower case and hyphens, such as westbrook")
    if OF_WINDOWS.fullmatch(options.id):
        raise UsageError(f"Windows can save no folder that is called “{options.id}”: add a word")
    inside = is_guide(root)
    folder = root / EDITIONS / options.id if inside else root / options.id
    if folder.exists():
        raise UsageError(f"{folder} is there already; choose another id, or change what is in it")
    try:
        for name, text in _files(options.id, inside=inside).items():
            write_new(folder / name, text.encode())
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)  # or the next try would find it there
        raise
    if not inside:
        OwnFolder(folder=folder, guide=carried()).lay()
    shown = folder.relative_to(root)
    print(
        f"Made {shown}: its name stands in {EDITION_FILE}, one changed word in content/words.yml."
    )
    begin = f"make serve edition={options.id}" if inside else f"cd {shown}, then right-ask serve"
    print(f"Next: write the name of your center there, and see it: {begin}")


def _files(name: str, *, inside: bool) -> dict[str, str]:
    """Return the text of each file by its path, with the name and the schemas filled in."""
    schemas = _IN_THE_GUIDE if inside else _ALONE
    files: dict[str, str] = {}
    for path in _FILES[:2] if inside else _FILES:
        text = Path(__file__).with_name(f"{Path(path).name.lstrip('.')}.j2").read_text("utf-8")
        files[path] = text.replace("{{ name }}", name).replace("{{ schemas }}", schemas)
    return files

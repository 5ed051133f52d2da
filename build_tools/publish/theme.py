"""The theme’s templates: compiled once for all builds, and listed without the icons that lie hidden among them."""

import os
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme

from ..write.render import Compiled


def make_light(theme: Theme, root: Path) -> None:
    """Make the theme of a build load its templates in this way; the compiled ones are kept below `root`."""
    whole = theme.get_env

    def light() -> Environment:
        env = whole()
        env.loader = _Seen(theme.dirs)
        env.bytecode_cache = Compiled(root, "theme")
        return env

    theme.get_env = light  # type: ignore[method-assign]


class _Seen(FileSystemLoader):
    """Templates and other files, of which those in hidden folders are found by name, but not listed.

    MkDocs passes over them anyway, and to tell it of 13,000 icons was a twentieth of a build.
    """

    def list_templates(self) -> list[str]:
        found = set()
        for place in self.searchpath:
            for folder, folders, names in os.walk(place):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found |= {(Path(folder) / name).relative_to(place).as_posix() for name in names}
        return sorted(found)

"""Scripts and styles of the components, joined from their pieces."""

from __future__ import annotations

from pathlib import Path

from .render import script_environment


def assets(root: Path) -> dict[str, bytes]:
    """Return the served script and style of each component, by path below the docs folder."""
    env = script_environment(root)
    return {
        "assets/player.js": env.get_template("player/player.js").render().encode(),
        "assets/player.css": (root / "quiz/player/player.css").read_bytes(),
    }

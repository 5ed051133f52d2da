"""Scripts and styles of the components: joined from their pieces, and as small as they go."""

from __future__ import annotations

from pathlib import Path

import rcssmin
import rjsmin

from .render import script_environment


def assets(root: Path) -> dict[str, bytes]:
    """Return the served script and style of each component, by path below the docs folder."""
    env = script_environment(root)
    script = env.get_template("player/player.js").render()
    style = (root / "quiz/player/player.css").read_text(encoding="utf-8")
    return {
        "assets/player.js": str(rjsmin.jsmin(script)).encode(),
        "assets/player.css": str(rcssmin.cssmin(style)).encode(),
    }

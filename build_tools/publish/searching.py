"""The search in another language: the theme’s stemmer and stop words for it, put into our script, which is loaded anyway."""

from pathlib import Path

from ..model.language import GUIDE_LANGUAGE
from ..write import minified

_SCRIPT = "assets/search.js"
_LUNR = "assets/javascripts/lunr/min"
_OWN = "quiz/components/search/language.js"


def add_language(root: Path, site: Path, language: str) -> None:
    """Add to the script of a built site’s search what the theme has for a language, if it has something."""
    theirs = [site / _LUNR / f"lunr.{name}.min.js" for name in ("stemmer.support", language)]
    if language == GUIDE_LANGUAGE.name or not all(path.is_file() for path in theirs):
        return
    script = site / _SCRIPT
    scripts = "\n".join(path.read_text("utf-8") for path in theirs)
    named = f"self.rightAskLanguage = function () {{\n{scripts}\n}};"
    own = minified.script((root / _OWN).read_text("utf-8"))
    # A line of its own each: neither needs a sign at its end.
    script.write_text(f"{script.read_text('utf-8')}\n{named}\n{own}\n", "utf-8")

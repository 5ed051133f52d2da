"""Scripts and styles of the components: each joined from its pieces, and minified."""

from collections.abc import Mapping

from ..show.brand import pictures_of
from ..show.views import Views
from . import minified
from .render import Templates
from .results_script import QUESTIONS, questions_script
from .scripts import script_of

COLORS = "assets/stylesheets/colors.css"
"""The served file with the colors that the guide and standalone pages share."""
_SHARED = "quiz/shared/colors.css"
_COMPONENTS = {
    "player": "player/player",
    "practice": "practice/practice",
    "own-case": "own-case/own-case",
    "report": "report/report",
    "results": "results/results",
    "message": "message/message",
    "planner": "planner/planner",
    "credibility": "before-you-send/before-you-send",
    "people-map": "people-map/people-map",
    "embed-builder": "builder/builder",
    "bank-filter": "bank-filter/filter",
    "table-filter": "table-filter/filter",
    "write-question": "write-question/write-question",
}
"""The path of each component’s script and style below quiz/components/, without ending, by the name it is served under."""
_STYLES: Mapping[str, tuple[str, ...]] = {
    "player": ("player/player.css", "player/rows.css", "player/print.css")
}
"""Components with more than one style sheet, so that a standalone page holds only the styles it needs."""
_UNSTYLED = {"search": "search/search", "welcome": "welcome/welcome"}
"""Components that have a script and no style: the additions to the theme’s search, and the greeting on the home page."""


def assets(templates: Templates) -> dict[str, bytes]:
    """Return the served script and style of each component, and the colors, by path below the docs folder."""
    served = {COLORS: (templates.root / _SHARED).read_bytes()}
    for name, source in (_COMPONENTS | _UNSTYLED).items():
        script = script_of(templates.read, source)
        served[f"assets/{name}.js"] = minified.script(script).encode()
    for name, source in _COMPONENTS.items():
        paths = _STYLES.get(name, (f"{source}.css",))
        style = templates.joined(*(f"components/{path}" for path in paths))
        served[f"assets/{name}.css"] = minified.style(style).encode()
    return served


def own_assets(views: Views, templates: Templates) -> dict[str, bytes]:
    """Return the files that differ by edition: its questions for *Results*, its pictures, and its colors (after the guide’s)."""
    questions = {QUESTIONS: questions_script(views)}
    if not views.brand.any:
        return questions
    own = templates.html.get_template("shared/brand-guide.css.j2").render(brand=views.brand)
    colors = (templates.root / _SHARED).read_bytes() + own.encode()
    return questions | {COLORS: colors} | pictures_of(views.library.edition)

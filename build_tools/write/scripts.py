"""Scripts: that of each component, joined with the pieces that several of them share."""

from collections.abc import Callable, Iterable, Mapping

from ..problems import BuildError, ContentError, Place, Problem

_QUIZ = "quiz"
_Reader = Callable[[str], str]
GRIDS = ("places", "grid")
"""The pieces for grids, which a page of one file without any leaves out."""
_QUESTIONS = ("address", "ids", "page", "words", "moving", "question", *GRIDS, "answers", "asking")
_PIECES: Mapping[str, tuple[str, ...]] = {
    "bank-filter/filter": ("address", "page", "words", "filtering", "folding", "looking"),
    "before-you-send/before-you-send": ("address", "ids", "page", "words", "moving", "stepping"),
    "builder/builder": ("address", "page", "words", "copy"),
    "message/message": ("page", "copy"),
    "people-map/people-map": ("page", "words", "kept"),
    "planner/planner": ("address", "ids", "page", "words", "moving"),
    "player/player": (*_QUESTIONS, "stepping"),
    "practice/practice": (*_QUESTIONS, "stepping", "kept", "schedule"),
    "report/report": ("page", "words", "copy"),
    "own-case/own-case": ("page",),
    "results/results": ("address", "ids", "page", "words", "places", "answers"),
    "search/search": ("folding", "looking"),
    "table-filter/filter": ("address", "page", "words", "filtering"),
    "welcome/welcome": ("page", "words", "kept"),
    "write-question/write-question": (
        *("address", "page", "words", "copy", "folding", "question", "judging", "drafting"),
    ),
}
"""The pieces of quiz/shared/ that each script below quiz/components/ needs; a piece may need those before it."""
_BLOCK = "\n{\n"
"""Begins the block that keeps the names of a script from the scripts beside it."""


def script_of(
    read: _Reader, component: str, *, without: Iterable[str] = (), more: Iterable[str] = ()
) -> str:
    """Return the script of a component: its pieces at the top of its block, and `more` at the end of it.

    `read` returns the text of a path below quiz/. `component` is its path below quiz/components/ without “.js”,
    `without` names pieces to leave out, and `more` are whole paths below quiz/. Raises `ContentError` where one of them is not there, and
    `BuildError` where the script has no block for them.
    """
    path = f"components/{component}.js"
    head, block, own = _read(read, path).partition(_BLOCK)
    if not block:
        raise BuildError(f"{_QUIZ}/{path} has no block of its own, a line with “{{” alone")
    body, end, after = own.rpartition("}")
    left_out = frozenset(without)
    shared = (f"shared/{name}.js" for name in _PIECES[component] if name not in left_out)
    before = "\n".join(_read(read, path) for path in shared)
    behind = "\n".join(_read(read, path) for path in more)
    return f"{head}{block}{before}{body}{behind}{end}{after}"


def _read(read: _Reader, path: str) -> str:
    try:
        return read(path)
    except OSError as error:
        what = f"the script is not there ({error.strerror})"
        place = Place(path=f"{_QUIZ}/{path}")
        problem = Problem(place=place, where="script", what=what, instead="put the file there")
        raise ContentError((problem,)) from error

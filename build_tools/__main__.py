"""`python -m build_tools`, or `right-ask` where it is installed: one command for each thing a person does with the guide."""

import atexit
import gc
import os
import sys
from pathlib import Path
from typing import NoReturn

_OLDEST = (3, 11)
_INTERRUPTED = 130
"""What shells say of a command that Ctrl+C ended."""
_PYTHON = "Scripts/python.exe" if os.name == "nt" else "bin/python"


def entry() -> None:
    """Run the command that `right-ask` was given."""
    _run("right-ask")


def _run(*program: str) -> NoReturn:
    # A command is short, and hardly makes any garbage: collecting it would only take time.
    gc.disable()
    code = _code(*program)
    # End at once: to free every object one by one would take a tenth of the time.
    atexit._run_exitfuncs()  # noqa: SLF001 - what modules have to do before it
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _code(*program: str) -> int:
    """Run a command and return its exit code; where this Python cannot run any, say so in one line."""
    if sys.version_info < _OLDEST:
        return _refuse("is older than Python " + ".".join(map(str, _OLDEST)))
    try:
        from .cli import main  # noqa: PLC0415 - it needs the packages that may be missing

        return main(sys.argv[1:], *program)
    except KeyboardInterrupt:
        return _INTERRUPTED  # while modules were still being read
    except ModuleNotFoundError as error:
        if str(error.name).startswith(str(__package__)):
            raise
        return _refuse(f"has no package “{error.name}”")


def _refuse(lacking: str) -> int:
    own = Path(__file__).parents[1] / ".venv" / _PYTHON
    what = f"Stopped: {sys.executable} {lacking}; run “make serve” once, and from then on {own}"
    sys.stderr.buffer.write(f"{what}\n".encode())
    return 1


if __name__ == "__main__":
    _run()

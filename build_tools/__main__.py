"""`python -m build_tools`, or `right-ask` where it is installed: one command for each thing a person does with the guide."""

import atexit
import gc
import os
import sys
from typing import NoReturn

from .cli import main


def entry() -> None:
    """Run the command that `right-ask` was given."""
    _run("right-ask")


def _run(*program: str) -> NoReturn:
    # A command makes its objects once, keeps them to the end, and ends soon.
    gc.disable()
    code = main(sys.argv[1:], *program)
    # Nor does it take them apart one by one, which would be a tenth of its time: the system takes them all at once.
    atexit._run_exitfuncs()  # noqa: SLF001 - what modules have to do before it
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    _run()

"""`python -m build_tools`, or `right-ask` where it is installed: one command for each thing a person does with the guide."""

import gc
import sys

from .cli import main


def entry() -> None:
    """Run the command that `right-ask` was given."""
    sys.exit(_run("right-ask"))


def _run(*program: str) -> int:
    # A command makes its objects once, keeps them to the end, and ends soon.
    gc.disable()
    return main(sys.argv[1:], *program)


if __name__ == "__main__":
    sys.exit(_run())

"""`python -m build_tools`: one command for each thing a person does with the guide."""

from __future__ import annotations

import gc
import sys

from .cli import main

if __name__ == "__main__":
    # A command makes its objects once, keeps them to the end, and ends soon.
    gc.disable()
    sys.exit(main(sys.argv[1:]))

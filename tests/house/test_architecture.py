"""The map of the code in docs/architecture.md: each room with its modules, in the order in which data flows."""

import ast
import tomllib

from conftest import ROOT

PACKAGE = ROOT / "build_tools"
MAP = ROOT / "docs/architecture.md"
MARK = "<!-- modules -->\n"


def rooms():
    """Return the names of rooms and modules side by side, as the contract has them, in the order of data."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    return [name for name in reversed(layers) if name != "__main__"]


def first_line(path):
    docstring = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    return docstring.splitlines()[0]


def listed():
    """Return the map from its mark on."""
    lines = []
    for room in rooms():
        folder = PACKAGE / room
        if not folder.is_dir():
            lines += [f"\n## {room}.py\n", first_line(PACKAGE / f"{room}.py")]
            continue
        lines += [f"\n## {room}/\n", first_line(folder / "__init__.py"), ""]
        for path in sorted(folder.rglob("*.py")):
            name = path.relative_to(folder).as_posix().removesuffix("/__init__.py")
            if name != "__init__.py":
                lines.append(f"- `{name}`: {first_line(path)}")
    return "\n".join(lines) + "\n"


def test_the_map_of_the_code_is_current(request):
    written, _, _ = MAP.read_text("utf-8").partition(MARK)
    current = written + MARK + listed()
    if request.config.getoption("--update"):
        MAP.write_text(current, encoding="utf-8")

    assert MAP.read_text("utf-8") == current, "make ids writes it anew"

"""Modules import from rows above them only, and one of them knows MkDocs."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "build_tools"
ROWS = (
    ("errors", "text", "archive"),
    ("unseen",),
    (
        "source",
        "find",
        "settings",
        "lookup",
        "report",
        "inline_code",
        "minified",
        "sizes",
        "writer",
    ),
    ("policy", "dates", "swap", "lasting", "yaml_lines"),
    ("yaml_syntax",),
    ("yaml_nodes",),
    ("values",),
    ("fields",),
    ("model",),
    ("load",),
    ("fits",),
    ("pools",),
    ("order",),
    ("items",),
    ("forms", "draw"),
    ("content",),
    ("addresses", "coverage"),
    ("release",),
    ("item_views", "render", "prose", "guide_page", "markdown_parts"),
    ("views",),
    ("cards_view",),
    ("prose_calls", "ask_view", "bank_view", "check_view", "practice_view", "corrections"),
    ("people_view", "planner_view", "session_view", "present"),
    ("standalone",),
    ("standalone_writer", "embedding"),
    ("builder_view",),
    ("exporters",),
    ("downloads_view",),
    ("paper",),
    ("paper_view",),
    ("page_writer",),
    ("component_pages",),
    ("guide_writer",),
    ("unknown_ids",),
    ("guide",),
    ("rules",),
    ("assets", "site"),
    ("tree",),
    ("generate",),
    ("publish",),
    ("mkdocs_hook", "live", "cli"),
    ("__main__", "__init__"),
)
ROW_OF = {name: number for number, names in enumerate(ROWS) for name in names}
# Within a row: these look at their neighbor.
NEIGHBORS = {("draw", "forms")}


def modules():
    return [
        pytest.param(path, id=path.relative_to(PACKAGE).as_posix())
        for path in sorted(PACKAGE.rglob("*.py"))
    ]


def imported(path):
    """Yield the names of what a module imports: rows of this package, or other packages."""
    depth = len(path.relative_to(PACKAGE).parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            if node.level == depth and node.module:
                yield "own", node.module.split(".")[0]
            elif node.level == depth:
                yield from (("own", alias.name) for alias in node.names)
            elif node.level == 0 and node.module:
                first, _, rest = node.module.partition(".")
                yield ("own", rest.split(".")[0]) if first == "build_tools" else ("other", first)
        elif isinstance(node, ast.Import):
            yield from (("other", alias.name.split(".")[0]) for alias in node.names)


@pytest.mark.parametrize("path", modules())
def test_a_module_imports_from_rows_above_it_only(path):
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    rows = {name for family, name in imported(path) if family == "own" and name != own}

    wrong = {name for name in rows if ROW_OF[name] >= ROW_OF[own] and (own, name) not in NEIGHBORS}

    assert wrong == set()


def test_only_the_hook_and_the_server_know_mkdocs():
    knowing = {
        path.name for path in PACKAGE.rglob("*.py") if ("other", "mkdocs") in set(imported(path))
    }

    assert knowing == {"mkdocs_hook.py", "server.py"}


def test_no_contact_type_is_named_in_code_or_templates():
    root = PACKAGE.parent
    names = [path.stem for path in (root / "content/contact-types").glob("*.yml")]
    made = [*(root / "quiz").rglob("*"), *(root / "content/theme").rglob("*"), *PACKAGE.rglob("*")]
    files = [
        file
        for file in (*(root / "content/templates").glob("*"), *made)
        if file.suffix in (".py", ".j2", ".html", ".js", ".css")
    ]

    naming = {
        (file.name, name) for file in files for name in names if name in file.read_text("utf-8")
    }

    assert naming == set()

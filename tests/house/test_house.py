"""What holds for the code as a whole, besides what linters hold."""

import re
from keyword import iskeyword
from pathlib import Path

from vulture import Vulture

import build_tools

PACKAGE = Path(build_tools.__file__).parent
CALLED_BY_OTHERS = [
    "on_*",
    "handle_*",
    "updatepos",
    "fetch",
    "error_handler",
    "site_description",
    "list_templates",
]
"""By MkDocs, by Jinja, by Python's reader of HTML, and by WeasyPrint."""
SET_FOR_OTHERS = ["bytecode_cache", "loader", "compress_type", "create_system", "external_attr"]
REPEATED_GROUP = re.compile(r"(?<!\()\)(?:[*+?]|\{[\d,]+\})\+")
"""A group that is never given back, as in `(ab)++`. Python before 3.11.5, as in Debian 12, matches it wrongly (gh-106052);
`(?>(?:ab)+)` says the same, and every Python reads it alike."""


def made_with():
    """Yield each file that says what is on a page, or how it looks and works."""
    root = PACKAGE.parent
    made = [*(root / "quiz").rglob("*"), *(root / "content/theme").rglob("*"), *PACKAGE.rglob("*")]
    for file in (*(root / "content/templates").glob("*"), *made):
        if file.suffix in (".py", ".j2", ".html", ".js", ".css"):
            yield file


def test_no_contact_type_is_named_in_code_or_templates():
    names = [path.stem for path in (PACKAGE.parent / "content/contact-types").glob("*.yml")]

    naming = {
        (file.name, name)
        for file in made_with()
        for name in names
        if name in file.read_text("utf-8")
    }

    assert naming == set()


def test_there_is_no_code_that_neither_code_nor_a_template_uses():
    templates = [file.read_text("utf-8") for file in made_with() if file.suffix == ".j2"]
    words = set(re.findall(r"[A-Za-z_]\w*", " ".join(templates)))
    read = Vulture(ignore_names=CALLED_BY_OTHERS + SET_FOR_OTHERS)
    read.scan("\n".join(word for word in words if not iskeyword(word)))
    read.scavenge([PACKAGE])

    assert [f"{one.filename}:{one.first_lineno} {one.name}" for one in read.get_unused_code()] == []


def test_no_pattern_is_written_in_a_way_that_debians_python_reads_wrongly():
    wrong = {
        f"{file.name}:{number}"
        for file in PACKAGE.rglob("*.py")
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if REPEATED_GROUP.search(line)
    }

    assert wrong == set()

"""Who copies an example of CONTRIBUTING.md as it stands reads “Fine”."""

import re
import shutil
from pathlib import Path

import pytest
from conftest import ROOT, change

from build_tools.cli import main

BANK = "quiz/bank/which-ask-fits.yml"
LONG = "He has tried two shops and a farm, and all of them were kind to him. " * 3
BLOCK = re.compile(r"```(?:yaml|markdown|sh)\n(.*?)```\n", re.DOTALL)
RECIPE = re.compile(r"^\*\*(.+?)\*\*", re.MULTILINE)
IN = re.compile(r"# in (each file of )?([\w/.-]+), at the end(?: of ([\w-]+))?\n")
NEW = re.compile(r"a new file: (\S+)\n")
COPY = re.compile(r"cp (\S+) (\S+)\n")


def recipes():
    """Return the examples of each recipe that has some."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    names = [*RECIPE.finditer(text)]
    ends = [*(one.start() for one in names[1:]), len(text)]
    found = {
        name[1].strip("*."): BLOCK.findall(text[name.start() : end])
        for name, end in zip(names, ends, strict=True)
    }
    return {name: blocks for name, blocks in found.items() if blocks}


RECIPES = recipes()


def follow(root, block):
    """Do with an example what its first line says."""
    if found := IN.match(block):
        each, name, key = found.groups()
        for path in sorted((root / name).glob("*.yml")) if each else [root / name]:
            put(path, key, block[found.end() :])
    elif found := NEW.match(block):
        (root / found[1]).write_text(block[found.end() :], "utf-8")
    else:
        found = COPY.fullmatch(block)
        shutil.copyfile(ROOT / found[1], root / found[2])


def put(path, key, text):
    """Put text at the end of the list of this name, or of the file."""
    lines = path.read_text("utf-8").rstrip("\n").split("\n")
    start = next(at for at, line in enumerate(lines) if line.startswith(f"{key}:")) if key else 0
    after = [at for at, line in enumerate(lines) if key and at > start and re.match(r"\w", line)]
    end = after[0] if after else len(lines)
    while re.match(r"\s*(?:#|$)", lines[end - 1]):
        end -= 1
    lines[end:end] = text.rstrip("\n").split("\n")
    path.write_text("\n".join(lines) + "\n", "utf-8")


@pytest.fixture
def project(tmp_path):
    for name in ("content", "quiz"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def run(root, *command):
    return main(["--root", str(root), *command])


@pytest.mark.parametrize("name", RECIPES)
def test_an_example_ends_in_fine(project, capsys, name):
    for block in RECIPES[name]:
        follow(project, block)

    assert run(project, "check") == 0, capsys.readouterr()
    said = capsys.readouterr()
    assert "Fine:" in said.out
    assert "Warnings: 0" in said.out


def test_all_examples_together_end_in_fine_and_draw_quizzes(project, capsys):
    for blocks in RECIPES.values():
        for block in blocks:
            follow(project, block)
    # Each example is whole, so what one adds, another one may have to judge.
    assert run(project, "check") == 0, capsys.readouterr()
    assert run(project, "forms") == 0
    assert run(project, "check") == 0
    assert "Fine:" in capsys.readouterr().out


def test_a_warning_is_accepted_as_the_example_says(project, capsys):
    for block in RECIPES["Add an item"]:
        follow(project, block)
    change(project, BANK, "Tariq would like", f"{LONG} Tariq would like")
    assert run(project, "check", "--strict") == 1
    assert "which-ask-fits/cousin-at-the-mill: I15:" in capsys.readouterr().err

    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    put(
        project / "quiz/rules/accepted.yml",
        None,
        re.search(r"```yml\n(.*?)```", text, re.DOTALL)[1],
    )
    assert run(project, "check", "--strict") == 0, capsys.readouterr()


def test_the_words_of_the_first_recipe_are_found(project, capsys):
    words = re.search(r'make find words="(.+?)"', (ROOT / "CONTRIBUTING.md").read_text("utf-8"))[1]

    assert run(project, "find", words) == 0
    assert "content/contact-types/" in capsys.readouterr().out


def test_each_recipe_for_authors_has_an_example():
    wanted = ("statement", "source", "contact type", "ask", "page", "session", "item", "sort grid")

    assert {f"Add a{'n' * (one[0] in 'ai')} {one}" for one in wanted} <= set(RECIPES)
    assert Path(ROOT / "docs/recipes/recruiters.yml").is_file()

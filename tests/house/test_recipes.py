"""Who copies an example of a recipe as it stands reads “Fine”, and every link of the handbook leads somewhere."""

import re
import shutil

import pytest
from conftest import ROOT, change

from build_tools.cli import main

BANK = "quiz/bank/which-ask-fits.yml"
LONG = "He has tried two shops and a farm, and all of them were kind to him. " * 3
BLOCK = re.compile(r"```(?:yaml|markdown|sh)\n(.*?)```\n", re.DOTALL)
INDEX = ROOT / "CONTRIBUTING.md"
PAGES = ROOT / "docs/recipes"
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)")
NAMED = re.compile(r"\bdocs/[\w/-]+\.(?:md|yml)\b")
IN = re.compile(r"# in (each file of )?([\w/.-]+), at the end(?: of ([\w-]+))?\n")
NEW = re.compile(r"a new file: (\S+)\n")
COPY = re.compile(r"cp (\S+) (\S+)\n")


def linked():
    """Return the recipes in the order in which the index names them."""
    targets = (INDEX.parent / to for to, _ in LINK.findall(INDEX.read_text("utf-8")))
    return list(dict.fromkeys(path for path in targets if path.parent == PAGES))


def title(path):
    return path.read_text("utf-8").partition("\n")[0].removeprefix("# ")


def recipes():
    """Return the examples of each recipe that has some."""
    found = {title(path): BLOCK.findall(path.read_text("utf-8")) for path in linked()}
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


def run(root, *command):
    return main(["--root", str(root), *command])


@pytest.mark.parametrize("name", RECIPES)
def test_an_example_ends_in_fine(real, capsys, name):
    for block in RECIPES[name]:
        follow(real, block)

    assert run(real, "check") == 0, capsys.readouterr()
    said = capsys.readouterr()
    assert "Fine:" in said.out
    assert "Warnings: 0" in said.out


def test_all_examples_together_end_in_fine_and_draw_quizzes(real, capsys):
    for blocks in RECIPES.values():
        for block in blocks:
            follow(real, block)
    # Each example is whole, so what one adds, another one may have to judge.
    assert run(real, "check") == 0, capsys.readouterr()
    assert run(real, "forms") == 0
    assert run(real, "check") == 0
    assert "Fine:" in capsys.readouterr().out


def test_a_warning_is_accepted_as_the_example_says(real, capsys):
    for block in RECIPES["Add an item"]:
        follow(real, block)
    change(real, BANK, "Tariq would like", f"{LONG} Tariq would like")
    assert run(real, "check", "--strict") == 1
    assert "which-ask-fits/cousin-at-the-mill: I15:" in capsys.readouterr().err

    text = (PAGES / "accept-a-warning.md").read_text("utf-8")
    accepted = real / "quiz/rules/en/accepted.yml"
    others = accepted.read_text("utf-8").removesuffix("[]\n")
    entry = re.search(r"```yml\n(.*?)```", text, re.DOTALL)[1]
    accepted.write_text(f"{others}{entry}", "utf-8")
    assert run(real, "check", "--strict") == 0, capsys.readouterr()


def test_the_words_of_the_first_recipe_are_found(real, capsys):
    text = (PAGES / "change-a-sentence.md").read_text("utf-8")
    words = re.search(r'make find words="(.+?)"', text)[1]

    assert run(real, "find", words) == 0
    assert "content/contact-types/" in capsys.readouterr().out


def test_each_recipe_for_authors_has_an_example():
    wanted = ("statement", "source", "contact type", "ask", "page", "session", "item", "pair")

    assert {f"Add a{'n' * (one[0] in 'ai')} {one}" for one in wanted} <= set(RECIPES)
    assert (PAGES / "union-staff.yml").is_file()


def anchor(heading):
    """Return what a heading is called in an address, as GitHub does."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def anchors(path):
    text = CODE.sub("", path.read_text("utf-8"))
    return {anchor(one) for one in re.findall(r"^#+ (.+)", text, re.MULTILINE)}


def leads(path, to, at):
    """Return whether a link from a page leads to a file, and to a heading of it if it names one."""
    target = (path.parent / to).resolve() if to else path
    return target.exists() and (not at or at in anchors(target))


def test_every_link_of_the_handbook_leads_somewhere_and_the_index_has_each_recipe():
    told = [*PAGES.glob("*.md"), *ROOT.glob("docs/decisions/*.md"), ROOT / "docs/architecture.md"]
    told += [INDEX, ROOT / "README.md"]
    naming = [*told, *(ROOT / "content").rglob("*.yml"), *(ROOT / "quiz").rglob("*.yml")]
    links = [
        (path, *link)
        for path in told
        for link in LINK.findall(CODE.sub("", path.read_text("utf-8")))
    ]
    names = {
        (path.name, name) for path in naming for name in NAMED.findall(path.read_text("utf-8"))
    }

    assert [(path.name, to, at) for path, to, at in links if not leads(path, to, at)] == []
    assert {one for one in names if not (ROOT / one[1]).is_file()} == set()
    assert {*linked()} == {*PAGES.glob("*.md")}


def test_a_recipe_is_a_page_that_is_called_by_its_job():
    names = {path.stem: anchor(title(path)) for path in linked()}

    assert names == {name: name for name in names}

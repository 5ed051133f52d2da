"""An edition that a machine makes: every text of the guide in letters of another language, and longer by half."""

import re

import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from made import read_yaml

from build_tools.model.edition import EDITIONS
from build_tools.model.tokens import content_hash
from build_tools.problems import Problems
from build_tools.read.addresses import texts_by_address
from build_tools.read.declared import shape_of
from build_tools.read.files import SourceTree
from build_tools.read.inputs import INPUT, po_path
from build_tools.read.markdown_parts import parts_of
from build_tools.read.pages import PAGES
from build_tools.read.yaml_nodes import parse

ARABIC = dict(zip("abcdefghijklmnopqrstuvwxyz", "ابجدهفغحيكلمنوپقرستثڤشخضظز", strict=True))
KEPT = re.compile(r"\{\w+\}|https?://\S+|[A-Za-z]+")
FRONT = re.compile(r"(---\n)(.*?)(---\n)", re.DOTALL)
SAID = ("title", "description", "answer", "menu")


def make_arabic(root):
    """Write a published edition `ar` into a copy of the project, with little left in English: names, and paragraphs that hold a call."""
    words = _Words(root)
    folder = root / EDITIONS / "ar"
    tree = SourceTree(root=root, problems=Problems())
    for path, texts in _texts(root, tree):
        catalog = Catalog(locale="ar")
        for address, text in texts.items():
            catalog.add(text.value, words.turned(text.value), context=address)
        file = folder / po_path(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as written:
            write_po(written, catalog, width=0)
    for page in sorted((root / PAGES).glob("*.md")):
        file = folder / PAGES / page.name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words.page(page.read_text("utf-8")), "utf-8")
    name = words.turned("Ask well")
    (folder / "edition.yml").write_text(f"name: {name}\nlanguage: ar\npublished: true\n", "utf-8")


def _texts(root, tree):
    for pattern, held in INPUT.items():
        for file in sorted(root.glob(pattern)):
            path = file.relative_to(root).as_posix()
            if not path.startswith(EDITIONS):
                node = parse(tree.read(path), tree.problems)
                if texts := texts_by_address(node, shape_of(held)):
                    yield path, texts


class _Words:
    def __init__(self, root):
        known = read_yaml(root / "quiz/rules/names.yml")["names"]
        self.names = {part for name in known for part in name.split("-")}

    def turned(self, text):
        return KEPT.sub(self._word, text)

    def _word(self, found):
        word = found[0]
        if word in self.names or not word.isalpha():
            return word
        letters = "".join(ARABIC[letter] for letter in word.lower())
        return letters + letters[: len(letters) // 2]

    def page(self, text):
        opened, head, closed = FRONT.match(text).groups()
        said = yaml.safe_load(head)
        said |= {key: self.turned(said[key]) for key in SAID if key in said}
        said["follows"] = content_hash(text)
        body = text[FRONT.match(text).end() :]
        for part in sorted(parts_of(body), key=lambda one: -one.start):
            end = part.start + len(part.value)
            if part.kind == "text" and body[part.start : end] == part.value:
                body = body[: part.start] + self.turned(part.value) + body[end:]
        written = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=10_000)
        return f"{opened}{written}{closed}{body}"

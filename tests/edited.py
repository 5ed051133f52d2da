"""An edition of the sample: begun as by its author, and read as commands read it."""

import conftest

from build_tools.generate import generate_tree, read_writer
from build_tools.model.edition import EDITION, EDITION_FILE

CAMPUS = "content/editions/campus"
FRONT = "title: {title}\ndescription: What it is.\ngrade: 14\nchecked: 2026-11-22\nanswer: It is short.\n"


def begin(root, text="name: Ask at Westbrook\n", folder=CAMPUS, **files):
    """Write the file of an edition, and others beside it, as in `logo_svg=b"…"`; return the root."""
    conftest.write(root, f"{folder}/{EDITION_FILE}", text)
    for name, data in files.items():
        (root / folder / name.replace("_", ".")).write_bytes(data)
    return root


def views(root, edition="campus", **settings):
    """Return what is shown, without a page of it."""
    return read_writer(root, {EDITION: edition, **settings}).views


def library(root, edition="campus"):
    return views(root, edition).library


def pages_of(root, edition="campus"):
    files = generate_tree(root, {EDITION: edition}).files
    return {name: data.decode() for name, data in files.items() if name.endswith((".md", ".html"))}


def faults_of(root, edition="campus"):
    """Return what is wrong with an edition, with paths below its folder."""
    found = conftest.problems(root, edition)
    return [one.removeprefix(f"content/editions/{edition}/") for one in found]

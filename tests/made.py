"""The project as it is, made once a process: what many tests look at takes half a second to make."""

import shutil
from functools import cache
from pathlib import Path

import yaml

from build_tools.generate import generate_tree, make_project, read_facts
from build_tools.model.edition import EDITION
from build_tools.problems import Problems
from build_tools.read.settings import SITE_URL
from build_tools.write.exporters.downloads import export_forms

ROOT = Path(__file__).parents[1]
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""YAML by libyaml, where it is there, in a tenth of the time."""
ADDRESS = "https://example.org/ask/"
"""Where the guide is, for whoever needs that it is somewhere: one place for all, as each takes a project of its own."""


def project(address="", edition=""):
    """Return the project, as read for a site at an address, or one of its editions."""
    return _project(address, edition)


@cache  # by what is asked for, in whichever way that is written
def _project(address, edition):
    given = {SITE_URL: address, EDITION: edition}
    return make_project(ROOT, {name: value for name, value in given.items() if value})


@cache
def forms(address=ADDRESS):
    """Return each form, and the bank, as exporters are handed them for a site at an address, by id."""
    return {form.id: form for form in export_forms(project(address).views)}


@cache
def facts():
    """Return the facts, the table and the quiz as written."""
    return read_facts(ROOT, Problems())


@cache
def tree(*settings):
    """Return the generated files by path, with these settings on."""
    return generate_tree(ROOT, dict.fromkeys(settings, "1")).files


def copy_project(root, *, editions=True):
    """Copy what authors work in of the real project."""
    left = None if editions else shutil.ignore_patterns("editions")
    for name in ("content", "quiz"):
        shutil.copytree(ROOT / name, root / name, ignore=left)
    return root


def read_yaml(path):
    """Return what a YAML file holds."""
    return yaml.load(path.read_text("utf-8"), LOADER)


@cache
def words(folder):
    """Return the interface words of `quiz` or `content`, as they are written."""
    return read_yaml(ROOT / folder / "words.yml")


def whole(statement):
    """Return a statement with its reason, as a page says it."""
    return f"{statement.text} {statement.because or ''}".rstrip()

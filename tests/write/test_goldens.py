"""What is generated from the sample, whole and readable. `pytest --update` writes it anew."""

import pytest
from conftest import copy_sample

from build_tools.generate import generate


@pytest.fixture(scope="module")
def docs(tmp_path_factory):
    root = copy_sample(tmp_path_factory.mktemp("golden") / "sample")
    generate(root, {})
    return root / ".build"


@pytest.mark.parametrize(
    "page", ["neighbors", "who-can-help", "index", "credibility", "mixed-a", "who-can-do-it-a"]
)
def test_a_page_is_as_agreed(docs, golden, page):
    golden(f"goldens/{page}.md", (docs / f"docs/{page}.md").read_text("utf-8"))


def test_the_configuration_for_other_generators_is_as_agreed(docs, golden):
    golden("goldens/mkdocs.yml", (docs / "mkdocs.yml").read_text("utf-8"))

"""The walks in Chromium, in which axe looks at every state of every component besides (test_examples.py)."""

import pytest
from engines.chromium import chromium
from engines.walks import WALKS, walk


@pytest.fixture(scope="module")
def page(playwright):
    with chromium(playwright) as page:
        yield page


@pytest.mark.parametrize("steps", WALKS)
def test_in_chromium_nothing_is_lost_by_leaving_and_coming_back(steps, page, site, tmp_path):
    assert walk(steps, page, site, tmp_path) == []

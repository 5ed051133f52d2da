"""The walks in Chromium."""

import pytest
from engines.chromium import chromium
from engines.looks import LOOKS, look
from engines.walks import WALKS, walk


@pytest.fixture(scope="module")
def page(playwright):
    with chromium(playwright) as page:
        yield page


@pytest.mark.parametrize("steps", WALKS)
def test_in_chromium_nothing_is_lost_by_leaving_and_coming_back(steps, page, site, tmp_path):
    assert walk(steps, page, site, tmp_path) == []


@pytest.mark.parametrize("steps", LOOKS)
def test_in_chromium_axe_finds_nothing_in_any_state(steps, page, site, tmp_path):
    assert look(steps, page, site, tmp_path) == {}

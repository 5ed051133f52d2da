"""The walks in Firefox."""

import pytest
from engines.firefox import firefox
from engines.looks import LOOKS, look
from engines.walks import WALKS, walk

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    with firefox(tmp_path_factory.mktemp("firefox")) as page:
        yield page


@pytest.mark.parametrize("steps", WALKS)
def test_in_firefox_nothing_is_lost_by_leaving_and_coming_back(steps, page, site, tmp_path):
    assert walk(steps, page, site, tmp_path) == []


@pytest.mark.parametrize("steps", LOOKS)
def test_in_firefox_axe_finds_nothing_in_any_state(steps, page, site, tmp_path):
    assert look(steps, page, site, tmp_path) == {}

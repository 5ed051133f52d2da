"""The walks in WebKit, the engine of Safari."""

import pytest
from engines.looks import LOOKS, look
from engines.walks import WALKS, walk
from engines.webkit import webkit

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    with webkit(tmp_path_factory.mktemp("webkit")) as page:
        yield page


@pytest.mark.parametrize("steps", WALKS)
def test_in_webkit_nothing_is_lost_by_leaving_and_coming_back(steps, page, site, tmp_path):
    assert walk(steps, page, site, tmp_path) == []


@pytest.mark.parametrize("steps", LOOKS)
def test_in_webkit_axe_finds_nothing_in_any_state(steps, page, site, tmp_path):
    assert look(steps, page, site, tmp_path) == {}

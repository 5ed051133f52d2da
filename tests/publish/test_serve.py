"""`serve` shows an edit in the open browser, says on every page what is wrong, and recovers."""

import html
import re
import sys
import urllib.request

import pytest
from conftest import change
from lines import shown_by
from playwright.sync_api import expect
from small import project

pytestmark = pytest.mark.server


@pytest.fixture
def served(tmp_path):
    """A served sample project: its folder, its address, and the lines it prints."""
    root = project(tmp_path / "project")
    with serving(root) as (address, said):
        yield root, address, said


def serving(root):
    return shown_by([sys.executable, "-u", "-m", "build_tools"], root)


def got(address):
    """Return what one request gets; where the server would wait for a mend, this fails."""
    with urllib.request.urlopen(address, timeout=60) as answer:
        assert answer.status == 200
        return html.unescape(answer.read().decode("utf-8"))


def test_an_edit_is_shown_and_a_fault_is_named_on_the_page_until_it_is_mended(served, browser):
    root, address, said = served
    page = browser.new_page()
    page.goto(address)
    assert address in "".join(said.lines)
    change(root, "content/words.yml", "home_title: Who should I ask?", "home_title: Whom do I ask?")
    expect(page.get_by_role("heading", level=1)).to_have_text("Whom do I ask?")

    change(root, "content/words.yml", "home_title: Whom do I ask?", "home_title: [1]")
    alert = page.get_by_role("alert", name="What to mend")
    expect(alert).to_contain_text("home_title: expected text")
    expect(page.get_by_role("heading", level=1)).to_have_text("Whom do I ask?")

    change(root, "content/words.yml", "home_title: [1]", "home_title: Who can I ask?")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("can"))
    expect(alert).to_have_count(0)


def test_while_the_content_is_wrong_every_page_is_served_with_the_whole_list_on_top(served):
    root, address, said = served
    whole = got(f"{address}who-should-i-ask.html")
    change(root, "content/words.yml", "home_title: Who should I ask?", "home_title: ['<b>']")
    change(root, "content/asks.yml", "kind: overreach", "kind: <over>")
    said.wait_for("content/words.yml:")

    for name in ("", "who-should-i-ask.html"):
        page = got(address + name)
        assert 'class="to-mend"' in page
        assert "2 things to mend" in page
        assert "home_title: expected text" in page
        assert "content/asks.yml:" in page
        assert "livereload" in page
    assert re.search("<h1.*?</h1>", whole, re.DOTALL)[0] in page
    assert 'class="to-mend"' not in got(f"{address}search/search_index.js")

    change(root, "content/words.yml", "home_title: ['<b>']", "home_title: Mended")
    change(root, "content/asks.yml", "kind: <over>", "kind: overreach")
    said.wait_for("Documentation built", 2)
    mended = got(address)
    assert "Mended" in mended
    assert 'class="to-mend"' not in mended


def test_a_start_with_a_fault_shows_the_message_at_each_address_until_it_is_mended(tmp_path):
    root = project(tmp_path / "project")
    change(root, "content/words.yml", "home_title: Who should I ask?", "home_title: [1]")
    with serving(root) as (address, said):
        said.wait_for("home_title: expected text")
        for name in ("", "planner.html", "who-should-i-ask.html"):
            page = got(address + name)
            assert "home_title: expected text" in page
            assert "livereload" in page

        change(root, "content/words.yml", "home_title: [1]", "home_title: Mended")
        said.wait_for("Documentation built")
        assert "Mended" in got(address)


def test_a_fault_of_the_theme_leaves_the_last_good_page(served):
    root, address, said = served
    main = root / "content/theme/main.html"
    good = main.read_text("utf-8")
    main.write_text(good + "{% if %}", encoding="utf-8")
    said.wait_for("TemplateSyntaxError")
    page = got(address)
    assert "TemplateSyntaxError" in page
    assert "Who should I ask?" in page

    main.write_text(good, encoding="utf-8")
    said.wait_for("Documentation built", 2)
    assert 'class="to-mend"' not in got(address)

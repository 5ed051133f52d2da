"""Styles of components: one file for each page, which says what the several did."""

import pytest

from build_tools.publish.joined import join_styles

SHARED = '<link rel="stylesheet" href="assets/stylesheets/site.css">'


def link(name):
    return f'<link rel="stylesheet" href="assets/{name}.css">'


def page(*names):
    return "".join((SHARED, "\n      ", *(link(name) for name in names), "</head>"))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "assets").mkdir()
    for name in ("quiz", "message", "report"):
        (tmp_path / f"assets/{name}.css").write_text(f".{name}{{color:red}}", "utf-8")
    pages = {"two": ("report", "quiz"), "one": ("quiz",), "same": ("report", "quiz"), "none": ()}
    for name, sheets in pages.items():
        (tmp_path / f"{name}.html").write_text(page(*sheets), "utf-8")
    join_styles(tmp_path)
    return tmp_path


def test_a_page_loads_what_it_loads_besides_the_shared_sheet_as_one_in_the_same_order(folder):
    for name in ("two", "same"):
        assert (folder / f"{name}.html").read_text("utf-8") == page("report-quiz")
    joined = (folder / "assets/report-quiz.css").read_text("utf-8")
    assert joined == ".report{color:red}.quiz{color:red}"


def test_a_page_with_one_sheet_or_none_stays_as_it_is(folder):
    assert (folder / "one.html").read_text("utf-8") == page("quiz")
    assert (folder / "none.html").read_text("utf-8") == page()


def test_a_sheet_that_no_page_loads_alone_any_more_is_gone(folder):
    left = {path.stem for path in (folder / "assets").glob("*.css")}

    assert left == {"quiz", "message", "report-quiz"}

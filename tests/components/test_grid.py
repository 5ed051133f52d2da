"""A grid in a real browser: every row is matched, marked and explained, and only rows that were not right come back."""

import re

import pytest
from answered import end
from made import project, whole, words
from playwright.sync_api import expect
from served import ending

WORDS = words("quiz")
PROJECT = project()
FORM = next(form for form in PROJECT.views.quizzes.forms if form.id == "who-can-do-it-a")
FIRST = FORM.items[0]
TOTAL = sum(len(grid.rows) for grid in FORM.items)


SORT = """(item, chosen) => {
  for (const [row, bin] of Object.entries(chosen)) item.querySelector(`[data-row="${row}"] [value="${bin}"]`).click();
  item.querySelector("[data-part=check]").click();
}"""
"""As fast as a machine; the first test sorts as people do."""


@pytest.fixture
def form(visit, address):
    """Open the form with what its address should say."""
    return lambda told="", **settings: visit(f"{address}/{FORM.id}.html#view=all{told}", **settings)


def article(page, grid):
    return page.locator(f"[data-item='{grid.id}']")


def status(page, grid=FIRST):
    return article(page, grid).get_by_role("status")


def line(page, row, grid=FIRST):
    return article(page, grid).get_by_role("group", name=row.text, exact=True)


def sort(page, grid, *wrong):
    """Put each row where it belongs, but for the wrong ones, and check."""
    chosen = {
        row.id: next(name for name in grid.bins if (name == row.bin) != (row in wrong))
        for row in grid.rows
    }
    article(page, grid).evaluate(SORT, chosen)


def summarize(page):
    return end(page, article(page, FORM.items[-1]))


def response(grid):
    """Return what the address holds where all is right: each bin with its rows."""
    bins = {
        name: sorted(row.id for row in grid.rows if row.bin == name) for name in sorted(grid.bins)
    }
    return "".join("_" + "_".join((name, *rows)) for name, rows in bins.items() if rows)


def progress(page, answered):
    return page.get_by_text(WORDS["progress"].format(number=answered, total=len(FORM.items)))


def test_a_grid_can_be_filled_and_checked_by_keyboard_and_keeps_the_focus(form):
    page = form()
    line(page, FIRST.rows[0]).get_by_role("radio").first.focus()
    for _ in FIRST.rows:
        for key in ("Space", "ArrowRight", "Tab"):
            page.keyboard.press(key)
    page.keyboard.press("Enter")

    second = sum(row.bin == FIRST.bins[1] for row in FIRST.rows)
    said = WORDS["sorted"].format(right=second, total=len(FIRST.rows))
    expect(status(page)).to_contain_text(said)
    expect(article(page, FIRST).get_by_role("button")).to_be_focused()


def test_checking_too_soon_says_how_many_rows_are_open_and_marks_nothing(form):
    page = form()
    button = article(page, FIRST).get_by_role("button")
    for open_rows, row in zip((len(FIRST.rows), len(FIRST.rows) - 1), FIRST.rows, strict=False):
        button.press("Enter")
        expect(status(page)).to_have_text(
            WORDS["sort_first"].format(open=open_rows, total=len(FIRST.rows))
        )
        expect(button).to_be_focused()
        line(page, row).get_by_role("radio").first.check()

    expect(page.locator("fieldset .ra-mark, input:disabled")).to_have_count(0)
    assert "form=" not in page.url


def test_each_row_is_marked_by_a_picture_and_words_where_it_was_put_and_where_it_belongs(form):
    page = form()
    wrong, right = FIRST.rows[:2]
    sort(page, FIRST, wrong)
    labels = {
        row: [
            (bool(label.locator(":checked").count()), label.locator(".ra-mark").all_inner_texts())
            for label in line(page, row).locator("label").all()
        ]
        for row in (wrong, right)
    }

    bare = [(False, [])] * (len(FIRST.bins) - 2)
    marked = [(False, [WORDS["right"]]), (True, [WORDS["not_here"]])]
    assert sorted(labels[wrong]) == [*bare, *marked]
    assert sorted(labels[right]) == [*bare, (False, []), (True, [WORDS["right"]])]
    expect(article(page, FIRST).locator("fieldset .ra-mark svg")).to_have_count(len(FIRST.rows) + 1)
    expect(article(page, FIRST).locator("input:enabled")).to_have_count(0)


def test_the_status_counts_and_explains_the_rows_that_were_not_right(form):
    page = form()
    wrong = FIRST.rows[0]
    sort(page, FIRST, wrong)

    count = len(FIRST.rows)
    expect(status(page)).to_contain_text(WORDS["sorted"].format(right=count - 1, total=count))
    said = status(page).inner_text()
    assert [row for row in FIRST.rows if row.rationale in said] == [wrong]
    assert PROJECT.views.library.statements[wrong.rests_on].text not in said
    article(page, FIRST).get_by_text(WORDS["all_answers"]).click()
    for row in FIRST.rows:
        expect(article(page, FIRST).locator("details").get_by_text(row.rationale)).to_be_visible()


def test_the_summary_counts_rows_and_lists_the_statements_of_wrong_rows_only(form):
    page = form()
    wrong = [grid.rows[number] for number, grid in enumerate(FORM.items)]
    for grid, row in zip(FORM.items, wrong, strict=True):
        sort(page, grid, row)
    shown = summarize(page)

    said = WORDS["right_at_once"].format(right=TOTAL - len(wrong), total=TOTAL)
    expect(shown).to_contain_text(said)
    assert shown.locator(".ra-missed .ra-truth").all_text_contents() == [
        whole(PROJECT.views.library.statements[row.rests_on]) for row in wrong
    ]


def test_trying_again_asks_a_grid_with_a_wrong_row_and_no_other(form):
    page = form()
    for grid in FORM.items:
        sort(page, grid, *(grid.rows[:1] if grid == FIRST else ()))
    summarize(page).get_by_role("button", name=WORDS["try_missed"]).click()

    expect(page.locator(".ra-item:visible")).to_have_count(1)
    expect(article(page, FIRST).locator(":checked")).to_have_count(0)
    sort(page, FIRST)
    article(page, FIRST).get_by_role("button").click()
    said = WORDS["right_in_all"].format(right=TOTAL - 1, total=TOTAL, more=1)
    expect(page.get_by_role("heading", name=said, exact=True)).to_be_focused()
    expect(page).to_have_url(re.compile(re.escape(f"again={FIRST.token}.{response(FIRST)}")))


def test_the_address_restores_what_was_sorted_in_any_order_of_its_rows(form):
    page = form()
    sort(page, FIRST)
    expect(page).to_have_url(ending(f"&form={FORM.id}&done={FIRST.token}.{response(FIRST)}"))
    bins = {name: [row.id for row in FIRST.rows if row.bin == name] for name in FIRST.bins}
    turned = "".join("_" + "_".join((name, *rows)) for name, rows in bins.items())
    assert turned != response(FIRST)
    turned = f"&form={FORM.id}&done={FIRST.token}.{turned}"
    page = form(turned)

    expect(progress(page, 1)).to_be_visible()
    expect(status(page)).to_have_attribute("aria-live", "off")
    checked = {row.id: line(page, row).locator(":checked").input_value() for row in FIRST.rows}
    assert checked == {row.id: row.bin for row in FIRST.rows}


@pytest.mark.parametrize("stale", ["_gone", "_work-reference_gone", "work-reference", "nobody", ""])
def test_a_response_that_names_no_rows_of_this_grid_is_dropped(form, stale):
    second = FORM.items[1]
    page = form(f"&form={FORM.id}&done={FIRST.token}.{stale},{second.token}.{response(second)}")

    expect(progress(page, 1)).to_be_visible()
    expect(article(page, FIRST).locator(":checked, :disabled")).to_have_count(0)
    expect(article(page, second).locator(":checked")).to_have_count(len(second.rows))


def test_with_scripts_off_every_row_can_be_sorted_and_its_answer_read(form):
    page = form(java_script_enabled=False)
    for row in FIRST.rows:
        line(page, row).get_by_role("radio").first.check()
    article(page, FIRST).get_by_text(WORDS["all_answers"]).click()

    expect(article(page, FIRST).locator(":checked")).to_have_count(len(FIRST.rows))
    lines = article(page, FIRST).locator("details li").all_inner_texts()
    for row, text in zip(FIRST.rows, lines, strict=True):
        assert row.rationale in text
        assert next(one.name for one in FIRST.people if one.id == row.bin) in text
    expect(page.locator("button:visible").filter(has_text=WORDS["check"])).to_have_count(0)


def test_on_paper_each_row_has_an_empty_box_for_each_of_the_people_and_no_grid_breaks(form):
    page = form(width=800)
    page.emulate_media(media="print")

    for row in FIRST.rows:
        boxes = [box.bounding_box() for box in line(page, row).get_by_role("radio").all()]
        assert len(boxes) == len({(box["x"], box["y"]) for box in boxes}) == len(FIRST.bins)
    expect(page.locator(".ra-item details:visible, .ra-item button:visible")).to_have_count(0)
    style = "element => getComputedStyle(element).breakInside"
    assert article(page, FIRST).evaluate(style) == "avoid"

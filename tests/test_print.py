"""Pages as a browser prints them: on few sheets, with nothing alone on the last one, and the way back to the web at the end."""

import pypdfium2
import pytest
import zxingcpp
from fonts import SLACK
from made import project as real
from made import words
from playwright.sync_api import expect
from served import PAPERS
from test_publish import project

from build_tools.publish.site import publish

SITE = "https://example.org/ask/"
WORDS = words("quiz")
CONTENT = real().content
QUIZZES = [form.id for form in CONTENT.quizzes.forms if not form.blueprint.per_type]
LEAST = 100
"""So many words at least stand on the last sheet of a page that takes several: more than its foot has."""


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    root = project(tmp_path_factory.mktemp("printed") / "project")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RIGHT_ASK_SITE_URL", SITE)
        return publish(root)


def printed(page, paper="Letter", slack=SLACK):
    """Return the sheets that a browser prints on a paper of which a tenth stays free."""
    width, height = PAPERS[paper]
    data = page.pdf(width=f"{width}mm", height=f"{height * slack}mm", prefer_css_page_size=True)
    return list(pypdfium2.PdfDocument(data))


def text_of(sheet):
    return sheet.get_textpage().get_text_range()


@pytest.mark.parametrize("paper", PAPERS)
def test_a_quiz_takes_three_sheets_at_most_and_none_holds_only_its_foot(measured, address, paper):
    page = measured(f"{address}/{QUIZZES[0]}.html")
    over = {}
    for form in QUIZZES:
        page.goto(f"{address}/{form}.html")
        sheets = printed(page, paper)
        last = text_of(sheets[-1])
        if len(sheets) > 3 or len(last.split()) < LEAST:
            over[form] = (len(sheets), last)

    assert over == {}


def test_eight_questions_take_two_sheets(visit, address):
    page = visit(f"{address}/which-ask-a.html")

    assert len(printed(page, slack=1)) == 2


def test_a_quiz_on_paper_has_a_line_for_a_name_and_a_letter_before_each_option(visit, address):
    for form, letters in (("which-ask-a", "ABC"), ("sort-a", "ABCDE")):
        page = visit(f"{address}/{form}.html")
        expect(page.get_by_text(WORDS["paper_name"])).to_be_hidden()
        text = " ".join(text_of(printed(page)[0]).split())

        assert WORDS["paper_name"] in text
        assert WORDS["paper_date"] in text
        item = next(one for one in CONTENT.quizzes.forms if one.id == form).items[0]
        for letter, part in zip(letters, item.parts, strict=True):
            assert f"{letter} {part.text}" in text.replace("\xa0", " ").replace("  ", " ")


def test_a_print_ends_with_no_link_that_paper_cannot_follow(visit, address):
    page = visit(f"{address}/which-ask-a.html")
    page.emulate_media(media="print")

    expect(page.locator(".ra-next:visible, .ra-paper:visible")).to_have_count(0)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_table_takes_three_wide_sheets(measured, address, paper):
    sheets = printed(measured(f"{address}/who-can-help.html"), paper)

    assert len(sheets) <= 3
    assert all(width > height for width, height in (sheet.get_size() for sheet in sheets))
    assert len(text_of(sheets[-1]).split()) > LEAST


def test_an_answer_of_the_planner_on_paper_has_something_under_each_heading(visit, address):
    page = visit(f"{address}/who-should-i-ask.html#type=know-your-work&want=work-reference")
    page.emulate_media(media="print")
    empty = page.locator(".ra-planner__answers :is(h2, h3):visible").evaluate_all(
        """all => all.filter(one => {
          const next = one.nextElementSibling;
          return next && !next.checkVisibility();
        }).map(one => one.textContent)"""
    )

    expect(page.locator(".ra-planner__answers h2:visible").first).to_be_visible()
    assert empty == []


@pytest.mark.parametrize("name", ["index", "sort-a", "practice", "counselors"])
def test_where_the_site_has_an_address_a_print_ends_with_it_and_a_phone_can_read_it(
    visit, published, name
):
    page = visit((published / f"{name}.html").as_uri())
    expect(page.locator(".ra-printed")).to_be_hidden()
    last = printed(page)[-1]
    found = zxingcpp.read_barcodes(last.render(scale=150 / 72).to_pil())

    assert f"{SITE}{name}.html" in text_of(last).replace("\r\n", "")
    assert [one.text for one in found] == [f"{SITE}{name}.html"]


def test_without_an_address_a_print_claims_none(site):
    for path in site.glob("*.html"):
        assert "ra-printed" not in path.read_text("utf-8")

"""Pages as a browser prints them: on few sheets, with nothing alone on the last one, and the way back to the web at the end."""

import re
from html import unescape

import pypdfium2
import pytest
import zxingcpp
from fonts import SLACK
from made import ADDRESS, words
from made import project as real
from pages import Links
from playwright.sync_api import expect
from served import LOOKS, PAPERS, requests_from_now, serving, violations

from build_tools.problems import BuildError
from build_tools.write.standalone.file import finished

WORDS = words("quiz")
CONTENT = real().views
QUIZZES = [form.id for form in CONTENT.quizzes.forms if not form.blueprint.per_type]
KINDS = ("worksheet", "key")
LEAST = 100
"""So many words at least stand on the last sheet of a page that takes several: more than its foot has."""


@pytest.fixture(scope="module")
def published(sample_site):
    with serving(sample_site) as port:
        yield f"http://127.0.0.1:{port}"


def printed(page, paper="Letter", slack=SLACK):
    """Return the sheets that a browser prints on a paper of which a tenth stays free."""
    width, height = PAPERS[paper]
    data = page.pdf(width=f"{width}mm", height=f"{height * slack}mm", prefer_css_page_size=True)
    return list(pypdfium2.PdfDocument(data))


def text_of(sheet):
    return sheet.get_textpage().get_text_range()


@pytest.mark.parametrize("paper", PAPERS)
def test_a_quiz_and_practice_take_three_sheets_at_most_and_none_holds_only_its_foot(
    measured, address, paper
):
    page = measured(f"{address}/{QUIZZES[0]}.html")
    over = {}
    for form in (*QUIZZES, "practice", "es/practice"):
        page.goto(f"{address}/{form}.html")
        sheets = printed(page, paper)
        last = text_of(sheets[-1])
        if len(sheets) > 3 or len(last.split()) < LEAST:
            over[form] = (len(sheets), last)

    assert over == {}


@pytest.mark.parametrize("paper", PAPERS)
def test_no_sheet_of_a_plan_ends_with_what_only_begins_an_activity(visit, address, paper):
    clock = CONTENT.library.words["session_clock"]
    alone = re.compile(re.escape(clock).replace(r"\{begins\}", r"\d+").replace(r"\{ends\}", r"\d+"))
    for session in CONTENT.library.workshop.sessions:
        page = visit(f"{address}/session-{session.id}.html")
        sheets = [text_of(sheet).split("\n") for sheet in printed(page, paper)]
        ends = [[line.strip() for line in lines if line.strip()][-1] for lines in sheets]

        assert any(alone.fullmatch(line.strip()) for lines in sheets for line in lines), session.id
        assert not any(alone.fullmatch(end) for end in ends), (session.id, ends)


def test_eight_questions_take_two_sheets(visit, address):
    page = visit(f"{address}/which-ask-a.html")

    assert len(printed(page, slack=1)) == 2


def test_a_quiz_on_paper_has_a_line_for_a_name_and_a_letter_before_each_option(visit, address):
    for form in ("which-ask-a", "who-can-do-it-a"):
        page = visit(f"{address}/{form}.html")
        expect(page.get_by_text(WORDS["paper_name"])).to_be_hidden()
        text = " ".join(text_of(printed(page)[0]).split())

        assert WORDS["paper_name"] in text
        assert WORDS["paper_date"] in text
        item = next(one for one in CONTENT.quizzes.forms if one.id == form).items[0]
        for letter, part in zip("ABCDEF", item.parts, strict=False):
            assert f"{letter} {part.text}" in text.replace("\xa0", " ").replace("  ", " ")


@pytest.mark.parametrize("name", ["which-ask-a", "family-friends", "ask-reference"])
def test_a_print_ends_with_no_link_that_paper_cannot_follow(visit, address, name):
    page = visit(f"{address}/{name}.html")
    page.emulate_media(media="print")
    gone = page.locator(".ra-next, .ra-paper, a[href^=present], a[href^=paper]")

    expect(gone.first).to_be_attached()
    expect(gone.filter(visible=True)).to_have_count(0)
    expect(page.locator(":is(h2, h3):has(+ .ra-next):visible")).to_have_count(0)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_table_takes_three_wide_sheets(measured, address, paper):
    sheets = printed(measured(f"{address}/who-can-help.html"), paper)

    assert len(sheets) <= 3
    assert all(width > height for width, height in (sheet.get_size() for sheet in sheets))
    assert len(text_of(sheets[-1]).split()) > LEAST


def test_an_answer_of_the_planner_on_paper_has_something_under_each_heading(visit, address):
    page = visit(f"{address}/who-should-i-ask.html#type=know-your-work&ask=work-reference")
    page.emulate_media(media="print")
    empty = page.locator(".ra-planner__answers :is(h2, h3):visible").evaluate_all(
        """all => all.filter(one => {
          const next = one.nextElementSibling;
          return next && !next.checkVisibility();
        }).map(one => one.textContent)"""
    )

    expect(page.locator(".ra-planner__answers h2:visible").first).to_be_visible()
    assert empty == []


@pytest.mark.parametrize("name", ["index", "who-can-do-it-a", "practice", "counselors"])
def test_where_the_site_has_an_address_a_print_ends_with_it_and_a_phone_can_read_it(
    visit, published, name
):
    page = visit(f"{published}/{name}.html")
    expect(page.locator(".ra-printed")).to_be_hidden()
    last = printed(page)[-1]
    found = zxingcpp.read_barcodes(last.render(scale=150 / 72).to_pil())

    assert f"{ADDRESS}{name}.html" in text_of(last).replace("\r\n", "")
    assert [one.text for one in found] == [f"{ADDRESS}{name}.html"]


def test_without_an_address_a_print_claims_none(site):
    for path in site.glob("*.html"):
        assert "ra-printed" not in path.read_text("utf-8")


SHEETS = real().guide.sheets
FEW = {"cards": 3, "cards-key": 2, "who-can-help": 1, "before-you-send": 2, "update": 1}
FEW |= {f"run-{session.id}": 1 for session in CONTENT.library.workshop.sessions}
"""How many pages of paper a sheet takes at most, where that is promised."""


def test_every_build_has_each_sheet_as_a_page_and_one_page_lists_them_all(site):
    links = [one for one in Links(site / "print.html").links if one.startswith("paper/")]
    forms = {f"paper/{one.id}-{kind}.html" for one in CONTENT.quizzes.forms for kind in KINDS}

    assert sorted(links) == sorted(SHEETS) == sorted(set(links))
    assert {path.relative_to(site).as_posix() for path in site.glob("paper/*")} == set(SHEETS)
    assert set(SHEETS) > forms


@pytest.mark.parametrize("session", CONTENT.library.workshop.sessions, ids=lambda one: one.id)
def test_a_plan_leads_to_all_that_it_says_to_print(site, session):
    links = set(Links(site / f"session-{session.id}.html").links)
    activities = CONTENT.library.workshop.activities_of(session)
    handed = {one.at or one.page for each in activities for one in each.hand_out}
    shown = {one.page for each in activities for one in each.show} & {
        form.id for form in CONTENT.quizzes.forms
    }

    assert links >= {f"paper/{name}.html" for name in (*handed, f"session-{session.id}")}
    assert links >= {f"paper/{name}-{kind}.html" for name in shown for kind in KINDS}
    assert ("cards" in handed) == ("paper/cards-key.html" in links)


def test_the_page_of_a_quiz_leads_to_its_worksheet(visit, address):
    page = visit(f"{address}/who-can-do-it-a.html")
    page.get_by_role("link", name=words("content")["form_print"]).click()

    expect(page).to_have_url(f"{address}/paper/who-can-do-it-a-worksheet.html")
    expect(page.get_by_text(WORDS["paper_name"])).to_be_visible()
    page.get_by_role("link", name=WORDS["paper_all"]).click()
    expect(page).to_have_url(f"{address}/print.html")


def test_a_sheet_runs_nothing_and_asks_for_nothing(visit, address):
    for raw in SHEETS.values():
        page = finished(raw)
        assert re.findall(r"<script|\ssrc=|@import|url\(|<link", page) == []
        assert re.search(r"default-src 'none'; style-src 'sha256-\S+'; base", page)
        assert "noindex" in page
    with pytest.raises(BuildError, match="may hold <style>, each once"):
        finished(raw + "<script>1</script>")
    shown = visit(f"{address}/paper/cards.html", java_script_enabled=False)
    assert requests_from_now(shown) == []
    expect(shown.locator(".card").first).to_be_visible()


@pytest.mark.parametrize("paper", PAPERS)
def test_a_sheet_takes_as_many_pages_as_promised_and_none_holds_only_its_foot(
    measured, address, paper
):
    page = measured(f"{address}/print.html")
    over = {}
    for name in sorted(SHEETS):
        page.goto(f"{address}/{name}")
        sheets = printed(page, paper)
        most = FEW.get(name.removeprefix("paper/").removesuffix(".html"), 9)
        if len(sheets) > most or len(text_of(sheets[-1]).split()) < 30:
            over[name] = (len(sheets), text_of(sheets[-1]))

    assert over == {}


@pytest.mark.parametrize(("width", "rules"), [(390, ()), (1300, LOOKS)])
@pytest.mark.parametrize(
    "name",
    [
        "cards",
        "who-can-do-it-a-worksheet",
        "who-can-do-it-a-key",
        "who-can-help",
        "session-ten-minutes",
    ],
)
def test_axe_finds_nothing_on_a_sheet_and_nothing_scrolls_sideways(
    visit, address, name, width, rules
):
    page = visit(f"{address}/paper/{name}.html", width=width, bypass_csp=True)

    assert violations(page, rules) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_run_sheet_says_each_step_with_its_minutes_and_one_line_to_say():
    workshop = CONTENT.library.workshop
    for session in workshop.sessions:
        page = unescape(SHEETS[f"paper/run-{session.id}.html"])
        rows = re.findall(
            r'<tr><td>(\d+)–(\d+)</td><th scope="row">([^<]+)</th><td>([^<]+)</td>', page
        )
        steps = workshop.activities_of(session)

        assert [row[2:] for row in rows] == [(step.title, step.cue) for step in steps]
        assert [int(end) - int(begin) for begin, end, *_ in rows] == [one.minutes for one in steps]
        assert int(rows[-1][1]) == session.minutes

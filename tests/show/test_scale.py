"""One scale of verdicts in one set of words, wherever one is shown, and beside each what it rests on."""

import io
import re
from zipfile import ZipFile, is_zipfile

import pytest
from made import project

from build_tools.derive.table import LISTED
from build_tools.model.library import VERDICTS
from build_tools.write.exporters.downloads import export, export_forms
from build_tools.write.paper.press import in_sizes, on_paper, sheet_pages
from build_tools.write.paper.sheets import every_sheet

PROJECT = project()
CONTENT = PROJECT.views
LIBRARY, TABLE, WORDS = CONTENT.library, CONTENT.table, CONTENT.library.words
SCALE = {verdict: WORDS[f"verdict_{verdict}"] for verdict in VERDICTS}
TYPES = {kind.id: kind for kind in LIBRARY.types}
ASKS = {ask.id: ask for ask in LIBRARY.asks if ask.id in PROJECT.guide.addresses.asks}
PAGES = {page.id: page.markdown for page in PROJECT.guide.pages}
OTHERS = re.compile(
    r"ask with care|[>“]can ask[<”]|can ask, or better not|better not ask|>\s*(?:can|sometimes|rarely)\s*<"
    r"|^#+ who (?:sometimes |rarely )?can\b(?! help)|“(?:sometimes|rarely)” in the table",
    re.IGNORECASE | re.MULTILINE,
)
READ = {  # fits that no source states, and that follow from one
    ("family-friends", "work-praise"),
    ("new-contacts", "work-praise"),
    ("social-life", "work-reference"),
}
OWN = re.compile(r"ra-badge--(\w+)\"")
"""A badge of one thing."""
SHARED = re.compile(r"ra-badge--(\w+) ra-rests\"")
"""The badge of all in a section that has none of its own."""
OURS = (  # reasons that are ours, beside statements that are not
    "social-life/cannot/work-praise",
    "know-your-work/cannot/way-in-to-anyone",
    "principles/not-hired-for-knowing",
    "principles/not-in-place-of-skill",
    "principles/not-a-rush",
    "principles/not-much-from-one",
    "principles/help-is-a-courtesy",
)


@pytest.fixture(scope="module")
def sheets():
    """The sheets that are about no quiz, with the grids of one quiz, as HTML by name."""
    source = on_paper(CONTENT, PROJECT.templates)
    made = [one for one in every_sheet(source) if not one.quiz or one.code == "who-can-do-it-a"]
    return sheet_pages(source, in_sizes(made, ["letter"]))


def texts_of(name, data):
    """Return the texts of a file, those in an archive each by itself."""
    if not is_zipfile(io.BytesIO(data)):
        return {name: data.decode("utf-8-sig")}
    with ZipFile(io.BytesIO(data)) as box:
        found = {f"{name}/{one}": box.read(one) for one in box.namelist()}
    return {one: text.decode("utf-8", "replace") for one, text in found.items()}


def verdict(kind, ask):
    return SCALE[TABLE[kind, ask].verdict]


def page_of(ask):
    """Return what the page of a request says of it; some pages tell of several."""
    page = PAGES[PROJECT.guide.addresses.asks[ask]]
    own = page.split(f"{{ #{ask} }}")
    return own[1].split("\n## ")[0] if own[1:] else page


def cards(ask):
    """Return what that page says of each kind of contact, by its title."""
    found = [one for one in page_of(ask).splitlines() if 'class="ra-who__type' in one]
    return {re.search(r"<a href=[^>]+>([^<]+)</a></h", one)[1]: one for one in found}


def answer(page, ask):
    """Return what the planner says of a request."""
    return page.split(f'<div data-answer="{ask}"')[1].split("<div data-answer=")[0]


def cell(ask, kind):
    """Return one cell of the table."""
    row = PAGES["who-can-help"].split(f'<tr role="row" id="{ask}"')[1].split("</tr>")[0]
    return next(one for one in row.split("<td ") if f'data-type="{kind}"' in one)


def listed(kind):
    """Return what a contact type’s page says one could ask: by name, the verdict and the badge."""
    could = PAGES[kind].split('<dl class="ra-could">')[1].split("</dl>")[0]
    return {
        title.replace("\\", ""): (re.search(r'verdict">([^<]+)<', row)[1], OWN.search(some)[1])
        for row in could.split("<dt ")[1:]
        for some in row.split("<dd>")[1:]
        for title in re.findall(r"<li><a [^>]+>([^<]+)</a>", some)
    }


def badge(kind):
    return f">{WORDS[f'badge_{kind}']}<"


def test_the_four_words_differ():
    assert len(set(SCALE.values())) == len(VERDICTS)


def test_no_page_and_no_sheet_holds_a_word_of_another_scale(sheets):
    others = ["## Who rarely can { #rarely }", ">Rarely<", ">Ask with care<", "“Better not ask”"]
    assert all(map(OTHERS.search, others))
    found = {name: OTHERS.findall(page) for name, page in (PAGES | sheets).items()}

    assert {name: words for name, words in found.items() if words} == {}


def test_no_file_or_standalone_page_holds_a_word_of_another_scale():
    form = next(one for one in export_forms(CONTENT) if one.id == "who-can-do-it-a")
    files = export(PROJECT.templates, [form])
    texts = {k: text for name, data in files.items() for k, text in texts_of(name, data).items()}

    assert [name for name, text in texts.items() if OTHERS.search(text)] == []


def test_all_but_what_is_better_not_asked_is_listed_for_each_kind_by_its_word_and_its_badge():
    for kind in TYPES:
        fits = {ask.id: TABLE[kind, ask.id] for ask in ASKS.values()}

        assert listed(kind) == {
            ASKS[ask].title: (verdict(kind, ask), "source" if fit.settled else "advice")
            for ask, fit in fits.items()
            if fit.verdict in LISTED
        }


def test_a_request_has_the_same_word_on_its_page_in_the_planner_on_the_map_and_in_the_table():
    planner, people = PAGES["who-should-i-ask"], PAGES["my-people-map"]
    for ask in ASKS.values():
        on_map = people.split(f">{ask.title}</a>")[1]
        on_map = on_map.split("<li data-ask>")[0]
        for kind, one in TYPES.items():
            word = verdict(kind, ask.id)
            planned = answer(planner, ask.id).split(f'data-type="{kind}"')[1].split("</h3>")[0]

            assert f'verdict">{word}<' in planned
            assert f'verdict">{word}<' in cell(ask.id, kind)
            assert f'verdict">{word}<' in cards(ask.id)[one.title]
            assert (f'data-kind="{kind}"' in on_map) == (TABLE[kind, ask.id].verdict in LISTED)


def test_what_the_article_calls_rare_is_listed_as_such_and_as_said_by_a_source():
    """A talk about work on the spot: the article has it among what social contacts can do."""
    fit = TABLE["social-life", "talk-on-the-spot"]

    assert (fit.verdict, fit.settled, fit.inferred) == ("rarely", True, False)
    assert listed("social-life")[ASKS["talk-on-the-spot"].title] == (SCALE["rarely"], "source")


def test_the_cards_have_a_heading_for_each_word_and_their_key_says_them(sheets):
    paper, key = sheets["cards-letter.pdf"], sheets["cards-key-letter.pdf"]

    assert re.findall(r'card__title">([^“<]+)<', paper) == [*SCALE.values()]
    row = next(one for one in key.split("<tr>") if ASKS["talk-on-the-spot"].say in one)
    assert SCALE["rarely"] in row


def test_fits_that_no_source_states_are_those_we_read_from_one_and_say_so(sheets):
    assert {cell for cell, fit in TABLE.items() if fit.inferred} == READ
    mark = CONTENT.quizzes.words["paper_mark_inferred"]
    for kind, ask in READ:
        planned = answer(PAGES["who-should-i-ask"], ask).split(f'data-type="{kind}"')[1]

        assert badge("inferred").rstrip("<") in cell(ask, kind)
        assert badge("inferred").rstrip("<") in planned.split("<li ")[0]
        assert badge("inferred").rstrip("<") in page_of(ask)
    assert sheets["who-can-help-letter.pdf"].count(f"&nbsp;{mark}</td>") == len(READ)


@pytest.mark.parametrize("name", LIBRARY.statements)
def test_each_statement_and_its_reason_stand_under_what_they_rest_on(name):
    statement = LIBRARY.statements[name]
    view = CONTENT.statement(statement)
    home = PAGES[PROJECT.guide.addresses.homes.get(name) or statement.owner]
    before, line = home.split(f'id="{statement.anchor}"')
    line = line.split("</li>")[0]
    text, reason = line.split(view.because) if view.because else (line, "")
    shared = SHARED.findall(before.rsplit("\n## ")[-1])[-1:]

    assert (OWN.findall(line if not view.because_badge else text) or shared)[0] == view.badge
    if view.because_badge:
        assert (OWN.findall(reason) or shared)[0] == view.because_badge


@pytest.mark.parametrize(("kind", "ask"), TABLE)
def test_a_verdict_of_the_table_and_of_the_page_of_a_request_is_ours_unless_it_is_marked(kind, ask):
    fit = TABLE[kind, ask]
    badges = ["inferred" if fit.inferred else "source"] if fit.settled else []

    assert OWN.findall(cell(ask, kind))[:1] == badges
    if ask in ASKS:
        assert OWN.findall(cards(ask)[TYPES[kind].title])[:1] == badges
        assert fit.settled or SHARED.findall(page_of(ask)) == ["advice"]


def test_wherever_a_fit_is_told_by_a_reason_of_ours_that_reason_has_our_badge(sheets):
    told = TABLE["know-your-work", "way-in-to-anyone"].settling.because
    in_table = cell("way-in-to-anyone", "know-your-work")
    star = CONTENT.quizzes.words["paper_mark_advice"]

    assert (
        in_table.index(WORDS["badge_source"])
        < in_table.index(told)
        < in_table.index(badge("advice"))
    )
    assert f"{told}&nbsp;{star}</td>" in sheets["cards-key-letter.pdf"]


def test_every_reason_of_a_sourced_statement_is_known_to_be_ours_or_not():
    views = map(CONTENT.statement, LIBRARY.statements.values())
    badges = {view.id: (view.badge, view.because_badge) for view in views}

    assert {name for name, both in badges.items() if both == ("source", "advice")} == set(OURS)

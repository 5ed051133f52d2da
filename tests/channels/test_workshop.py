"""Sessions with a group: plans that add up, and quizzes on the screen of a room, by keys alone and without scripts."""

import re

import pytest
from fonts import SLACK
from made import ADDRESS, project, words
from pages import Links
from playwright.sync_api import expect
from served import LOOKS, violations

from build_tools.model.items import Grid
from build_tools.problems import BuildError
from build_tools.write.standalone.file import finished

WORDS = words("quiz")
GUIDE_WORDS = words("content")
PROJECT = project(ADDRESS)
FORMS = PROJECT.views.quizzes.forms
SESSIONS = PROJECT.views.library.workshop.sessions
EACH = ["which-ask-a", "who-can-do-it-a"]
"""One form of each kind of item."""
EVERY_STATE = """() => [...document.querySelectorAll("[data-item]")].flatMap((slide) => {
  location.hash = slide.querySelector("summary").id;
  return [false, true].map((open) => {
    slide.querySelector("details").open = open;
    const wide = document.documentElement.scrollWidth - innerWidth;
    // The last line keeps to the bottom of the screen: it would be the rest.
    const last = slide.querySelector(".ra-moves"), { marginTop } = getComputedStyle(last);
    return [`${slide.dataset.item} ${open ? "answer" : "question"}`, wide, document.documentElement.scrollHeight - parseFloat(marginTop)];
  });
})"""


@pytest.fixture
def screen(visit, address):
    """Open the page of a form for the screen of a room, as it is on a device that runs no scripts."""

    def open_page(form=EACH[0], *, size=(1280, 720), **settings):
        settings = {"java_script_enabled": False} | settings
        page = visit(f"{address}/present/{form}.html", **settings)
        page.set_viewport_size({"width": size[0], "height": size[1]})
        return page

    return open_page


def answer(page):
    return page.locator("details[open] .ra-reasons")


@pytest.mark.parametrize("session", SESSIONS, ids=lambda session: session.id)
def test_a_plan_leads_from_minute_to_minute_to_its_end(site, session):
    page = (site / f"session-{session.id}.html").read_text("utf-8")
    pattern = GUIDE_WORDS["session_clock"].format(begins=r"(\d+)", ends=r"(\d+)")
    clock = [(int(begins), int(ends)) for begins, ends in re.findall(pattern, page)]

    assert [begins for begins, _ in clock] == [0, *(ends for _, ends in clock[:-1])]
    assert clock[-1][1] == session.minutes


def shows_a_form(session):
    activities = PROJECT.views.library.workshop.activities_of(session)
    shown = {one.page for activity in activities for one in activity.show}
    return not shown.isdisjoint(form.id for form in FORMS)


@pytest.mark.parametrize("session", SESSIONS, ids=lambda session: session.id)
def test_all_that_a_plan_shows_is_there_at_the_place_it_names(site, session):
    shown = [
        link for link in Links(site / f"session-{session.id}.html").links if "present/" in link
    ]
    places = [(*link.partition("#")[::2], Links(site / link.split("#")[0]).ids) for link in shown]

    assert bool(shown) == shows_a_form(session)
    assert [path for path, anchor, ids in places if anchor and anchor not in ids] == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_a_form_on_the_screen_asks_the_same_in_the_same_order(form):
    page = PROJECT.presented[f"present/{form.id}.html"]
    standalone = PROJECT.standalone[f"embed/{form.id}.html"]

    assert re.findall(r'data-item="([^"]+)"', page) == [item.id for item in form.items]
    options = re.findall(r"<li>([^<]+)</li>", page)
    sorted_ = any(isinstance(item, Grid) for item in form.items)
    prompt = r'ra-row--people"[^>]*>\n<legend>([^<]+)' if sorted_ else r"<span>([^<]+)"
    assert options == re.findall(prompt, standalone)


def test_it_is_reached_from_the_page_of_the_form_and_leads_back(visit, address):
    for name in ("who-can-do-it-a", "family-friends"):
        page = visit(f"{address}/{name}.html")
        page.get_by_role("link", name=GUIDE_WORDS["form_present"]).click()
        page.get_by_role("link", name=WORDS["open_in_guide"]).click()

        expect(page).to_have_url(f"{address}/{name}.html")


def test_enter_and_tab_lead_through_all_of_it_and_the_answer_waits_to_be_asked_for(screen):
    page = screen()
    items = page.locator("[data-item]")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for number in range(items.count()):
        item = items.nth(number)
        expect(page.locator("section:visible")).to_have_count(1)
        expect(item).to_be_visible()
        expect(item.locator("summary")).to_be_focused()
        expect(answer(page).and_(page.locator(":visible"))).to_have_count(0)
        page.keyboard.press("Space" if number % 2 else "Enter")
        expect(item.locator(".ra-right")).to_be_visible()
        expect(item.locator(".ra-truth")).to_be_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name=WORDS["present_end"])).to_be_visible()
    page.go_back()
    expect(items.last).to_be_visible()


def test_the_link_of_an_answer_leads_to_its_sentence(screen, address):
    page = screen("mixed-a")
    page.goto(f"{address}/present/mixed-a.html#q3")
    page.locator("summary:visible").click()
    sentence = page.locator(".ra-truth:visible").inner_text()
    page.get_by_role("link", name=WORDS["read_in_guide"]).click()
    expect(page).not_to_have_url(re.compile("/present/"))

    target = page.locator(":target")
    assert target.inner_text().split("\n")[0] in sentence


@pytest.mark.parametrize("seen", [(1920, 1080, "light", ()), (320, 640, "dark", LOOKS)])
@pytest.mark.parametrize("form", EACH)
def test_axe_finds_nothing_in_any_state(visit, address, form, seen):
    width, height, scheme, rules = seen
    url = f"{address}/present/{form}.html"
    page = visit(url, scheme=scheme, bypass_csp=True, refusals=["404"])
    page.set_viewport_size({"width": width, "height": height})
    faults = violations(page, rules)
    for part in ("q1", "end"):
        page.evaluate("part => { location.hash = part }", part)
        faults += violations(page, rules)
    page.evaluate("location.hash = 'q1'")
    page.locator("summary:visible").click()
    faults += violations(page, rules)

    assert faults == []


def test_the_longest_question_and_its_answer_fit_a_projector(measured, address):
    page = measured(f"{address}/present/{FORMS[0].id}.html")
    over = {}
    for form in FORMS:
        page.goto(f"{address}/present/{form.id}.html")
        for width, height in ((1920, 1080), (1280, 720), (1024, 768)):
            page.set_viewport_size({"width": width, "height": height})
            for state, wide, high in page.evaluate(EVERY_STATE):
                if wide > 0 or high > height * SLACK:
                    over[f"{form.id} {state} {width}"] = (wide, high)

    assert over == {}


@pytest.mark.parametrize("form", EACH)
def test_nothing_scrolls_sideways_on_a_phone_or_at_500_percent(measured, address, form):
    page = measured(f"{address}/present/{form}.html", refusals=["404"])
    heights = []
    for width, height in ((320, 640), (384, 216), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        assert [wide for _, wide, _ in page.evaluate(EVERY_STATE) if wide > 0] == []
        heights.append(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)"))

    _, zoomed, whole = heights
    assert zoomed * 5 >= whole * 2


def test_a_print_has_every_question_and_no_answer(screen):
    page = screen()
    page.emulate_media(media="print")

    expect(page.locator("[data-item] .ra-stem:visible")).to_have_count(8)
    expect(page.locator(".ra-reasons:visible, summary:visible, .ra-moves:visible")).to_have_count(0)


def test_a_page_for_the_screen_needs_no_network_and_runs_its_own_script_alone():
    for raw in PROJECT.presented.values():
        page = finished(raw)

        assert re.findall(r"\ssrc=|@import|url\(|<link|https?:", page) == []
        assert page.count("<script>") == page.count("<script") == 1
        assert re.search(
            r"default-src 'none'; style-src 'sha256-\S+'; script-src 'sha256-\S+'; base", page
        )
        assert "noindex" in page
    with pytest.raises(BuildError, match="may hold <style> and <script>, each once"):
        finished(PROJECT.presented["present/who-can-do-it-a.html"] + "<script>1</script>")


@pytest.mark.parametrize(("on", "back"), [("PageDown", "PageUp"), ("ArrowRight", "ArrowLeft")])
def test_a_clicker_leads_to_each_answer_and_on_and_back_again(screen, on, back):
    page = screen(java_script_enabled=True)
    items = page.locator("[data-item]")
    expect(page.get_by_text(WORDS["present_keys"])).to_be_visible()
    page.keyboard.press(on)
    for number in range(items.count()):
        expect(items.nth(number).locator("summary")).to_be_focused()
        expect(items.nth(number).locator("[open]")).to_have_count(0)
        page.keyboard.press(on)
        expect(items.nth(number).locator(".ra-truth")).to_be_visible()
        page.keyboard.press(on)
    end = page.get_by_role("heading", name=WORDS["present_end"])
    expect(end).to_be_visible()
    page.keyboard.press(on)
    expect(end).to_be_visible()

    page.keyboard.press(back)
    expect(items.last.locator(".ra-truth")).to_be_visible()
    for _ in range(2 * items.count()):
        page.keyboard.press(back)
    expect(page.get_by_role("link", name=WORDS["present_begin"])).to_be_visible()


def test_space_leads_on_where_no_button_has_the_focus_and_presses_one_that_has_it(screen):
    page = screen(java_script_enabled=True)
    items = page.locator("[data-item]")
    page.keyboard.press("Space")
    page.keyboard.press("Space")
    expect(items.first.locator(".ra-truth")).to_be_visible()
    page.keyboard.press("Space")
    expect(items.first.locator("[open]")).to_have_count(0)
    page.keyboard.press("Space")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Space")

    expect(items.nth(1)).to_be_visible()
    expect(items.nth(1).locator("[open]")).to_have_count(0)


def test_keys_of_the_browser_stay_its_own_and_a_long_page_scrolls_first(screen):
    page = screen(java_script_enabled=True)
    page.goto(f"{page.url}#q1")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Control+PageDown")
    expect(page.locator("[open]")).to_have_count(0)
    page.set_viewport_size({"width": 384, "height": 216})
    page.keyboard.press("PageDown")
    for _ in range(50):  # the policy of the page allows no waiting for a function
        if page.evaluate("scrollY"):
            break
        page.wait_for_timeout(100)
    assert page.evaluate("scrollY") > 0
    expect(page.locator("[open]")).to_have_count(0)
    page.keyboard.press("ArrowRight")
    expect(page.locator("[open]")).to_have_count(1)


def test_options_have_letters_to_vote_by_before_and_in_the_answer(screen):
    page = screen()
    page.goto(f"{page.url}#q1")
    lists = page.locator("section:visible .ra-options, section:visible .ra-reasons")

    styles = lists.evaluate_all("all => all.map(one => getComputedStyle(one).listStyleType)")
    assert styles == ["upper-alpha", "upper-alpha"]

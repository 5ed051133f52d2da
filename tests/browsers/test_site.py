"""The built site as a person meets it: on a phone and on a desk, on the web and from a USB stick."""

import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from examples import examples
from fonts import SLACK
from made import project, read_yaml, words
from pages import TEMPLATES, Links
from playwright.sync_api import expect
from served import COLORS, DRESSED, FLAGS, STILL, stored, violations, watched

ROOT = Path(__file__).parents[2]
GUIDE = read_yaml(ROOT / "content/guide.yml")
PAGES = sorted(
    page
    for section in GUIDE["sections"]
    for page in section["pages"]
    if page not in ("contact-types", "sessions", "forms")
)
PAGES += sorted(path.stem for path in (ROOT / "content/contact-types").glob("*.yml"))
PAGES += sorted(
    path.stem for path in (ROOT / "quiz/forms").glob("*.yml") if "try-it" not in path.name
)
WORKSHOP = read_yaml(ROOT / "content/workshop.yml")
PAGES += [f"session-{session['id']}" for session in WORKSHOP["sessions"]]
ASKS = read_yaml(ROOT / "content/asks.yml")
TOGETHER = {ask: page["id"] for page in GUIDE["ask_pages"] for ask in page["together"]}
REQUESTS = [ask["id"] for ask in ASKS if ask["kind"] == "request"]
PAGES += sorted({f"ask-{TOGETHER.get(ask, ask)}" for ask in REQUESTS})
WORDS = words("content")
QUIZ = words("quiz")


GROUND = """() => {
  if (!document.styleSheets.length) document.documentElement.style.backgroundColor = "Canvas";
}"""
"""Where no sheet says of what color a page is, axe takes it for white, whatever the browser paints."""


@pytest.fixture(scope="module")
def walk(browser, address):
    """What is found by whoever opens every page on a phone, one after the other: by fact, then by page."""
    found = {"faults": {}, "too wide": {}, "stored": 0}
    opened = [one.opens for one in examples() if one.opens]
    with watched(browser) as visit:
        page = visit(f"{address}/index.html")
        for name in dict.fromkeys([*TEMPLATES, *PAGES, *opened]):
            page.goto(f"{address}/{name}.html")
            found["too wide"][name] = []
            for width in (390, 320) if name in opened else (320, 390):  # axe sees the last one
                page.set_viewport_size({"width": width, "height": 844})
                wide = page.evaluate("document.documentElement.scrollWidth")
                found["too wide"][name] += [f"{width}: {wide}"] * (wide > width)
            found["faults"][name] = violations(page)
            if name in TEMPLATES:
                page.emulate_media(color_scheme="dark")
                page.evaluate(GROUND)
                found["faults"][f"{name} in the dark"] = violations(page, COLORS)
                page.emulate_media(color_scheme="light")
        found["stored"] = stored(page)
    return found


SEEN = """async () => {
    // What is read now is marked with the next frame, and links take their color in steps.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    for (const one of document.getAnimations()) one.finish();
    // Of a file, nobody else could open the address.
    for (const one of document.querySelectorAll("[data-part=copy-address]")) one.hidden = true;
    const styles = [...document.querySelectorAll("body *")].map((one) => getComputedStyle(one));
    return document.body.outerHTML + styles.map(({ color, backgroundColor, display, font }) => [color, backgroundColor, display, font]);
}"""
"""What a page is, and how it looks."""


def only(found):
    """Leave out the pages where nothing was found."""
    return {name: faults for name, faults in found.items() if faults}


def test_axe_finds_nothing_on_any_page_and_on_none_of_each_kind_in_the_dark(walk):
    assert only(walk["faults"]) == {}


def test_no_page_scrolls_sideways_on_a_phone(walk):
    assert only(walk["too wide"]) == {}


def test_reading_the_whole_guide_stores_nothing(walk):
    assert walk["stored"] == 0


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1300, "dark")])
def test_on_a_usb_stick_a_page_is_the_one_that_axe_sees_on_a_server(
    visit, site, address, width, scheme
):
    page = visit(f"{site.as_uri()}/index.html", asks=[address], width=width, scheme=scheme)
    # Only a server shows the last one; a desk asks for the same files.
    for name in TEMPLATES[: -1 if width == 390 else 2]:
        seen = []
        for home in (site.as_uri(), address):
            page.goto(f"{home}/{name}.html")
            page.wait_for_function(DRESSED)
            seen.append(page.evaluate(SEEN).replace(home, ""))

        assert seen[0] == seen[1], name


def test_axe_finds_nothing_on_a_desk(visit, address):
    page = visit(f"{address}/index.html", width=1300)
    found = {}
    for name in TEMPLATES:
        page.goto(f"{address}/{name}.html")
        found[name] = violations(page)

    assert only(found) == {}


def test_the_table_is_narrowed_by_request_and_by_contact_and_its_address_keeps_both(visit, address):
    page = visit(f"{address}/who-can-help.html")
    page.get_by_label(QUIZ["filter_group"]).select_option("learn-about-a-job")
    page.get_by_label(QUIZ["filter_type"]).select_option("social-life")
    group = next(one for one in GUIDE["ask_groups"] if one["id"] == "learn-about-a-job")
    page.reload()

    shown = page.locator("tbody tr:visible")
    assert sorted(shown.evaluate_all("rows => rows.map(row => row.id)")) == sorted(group["asks"])
    expect(shown.locator("td:visible")).to_have_count(len(group["asks"]))
    said = QUIZ["asks_shown"].format(shown=len(group["asks"]), total=len(ASKS))
    expect(page.get_by_role("status").filter(has_text=said)).to_be_visible()
    expect(page.locator("#warnings")).to_be_hidden()
    page.get_by_role("button", name=QUIZ["filter_clear"]).click()
    expect(page.locator("tbody tr:visible")).to_have_count(len(ASKS))


@pytest.mark.parametrize("ask", REQUESTS)
def test_a_request_says_of_each_kind_of_contact_what_the_table_says(site, ask):
    table = (site / "who-can-help.html").read_text("utf-8")
    row = re.search(rf'<tr role="row" id="{ask}".*?</tr>', table, re.DOTALL)[0]
    cells = re.findall(r'ra-fit--(\w+)"><span class="ra-fit__type">([^<]+)<', row)
    page = (site / f"ask-{TOGETHER.get(ask, ask)}.html").read_text("utf-8")
    if ask in TOGETHER:
        page = re.split(r'<h2 id="', page.split(f'<h2 id="{ask}"', 1)[1], maxsplit=1)[0]
    told = re.findall(r'ra-who__type ra-fit--(\w+)"><h[34][^>]*>.*?<a href="[^"]+">([^<]+)<', page)

    assert sorted(told) == sorted(cells)


def test_nothing_of_the_search_is_fetched_before_it_opens(visit, address):
    page = visit(f"{address}/index.html")
    page.wait_for_load_state("networkidle")
    fetched = "() => performance.getEntriesByType('resource').filter(one => /(search|bundle).*js$/.test(one.name)).length"
    before = page.evaluate(fetched)
    page.get_by_role("button", name="Search").click()
    page.get_by_role("textbox", name="Search").fill("reference")
    expect(page.locator(".md-search-result__link").first).to_be_visible()

    assert (before, page.evaluate(fetched)) == (0, 3)


@pytest.mark.parametrize("width", [390, 1300])
def test_search_opens_and_stays_open_on_an_address_of_a_part(visit, address, width):
    page = visit(f"{address}/family-friends.html#can", width=width)
    page.get_by_role("textbox", name="Search").or_(
        page.get_by_role("button", name="Search", exact=True)
    ).first.click()
    page.wait_for_timeout(600)  # longer than the theme waits before it closes what is open
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.type("reference")

    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".md-search-result__link").first).to_be_hidden()


def test_no_letter_alone_is_a_shortcut_once_the_search_is_there(visit, address):
    page = visit(f"{address}/how-asking-works.html", width=1300)
    page.get_by_role("textbox", name="Search").fill("reference")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    page.evaluate("document.activeElement.blur()")
    for key in "fsnp/,.":
        page.keyboard.press(key)
        expect(page.locator("body")).to_be_focused()

    expect(page.locator("#__search")).not_to_be_checked()
    expect(page).to_have_url(f"{address}/how-asking-works.html")


def test_the_list_of_parts_marks_the_one_that_is_read(visit, address):
    page = visit(f"{address}/how-asking-works.html", width=1300)
    links = page.locator(".ra-toc a")
    for link in (links.nth(1), links.last):
        link.click()
        expect(page.locator(".ra-toc [aria-current=location]")).to_have_text(link.inner_text())


def test_a_table_that_is_wider_than_the_page_is_reached_by_keys(visit, address):
    page = visit(f"{address}/accessibility.html", width=320)
    wide = (
        "(all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.tabIndex)"
    )

    assert {*page.locator(".md-typeset__scrollwrap").evaluate_all(wide)} == {0}


@pytest.mark.parametrize("group", ["meet-people", "get-ready"])
def test_an_address_of_a_closed_group_opens_it(visit, address, group):
    page = visit(f"{address}/who-should-i-ask.html#{group}")

    expect(page.locator(f"details#{group}")).to_have_attribute("open", "")


def test_a_search_that_did_not_arrive_is_fetched_again(browser, address):
    context, fetched = browser.new_context(viewport={"width": 1300, "height": 900}), []
    page = context.new_page()
    page.goto(f"{address}/index.html")

    def answer(route):
        """Lose the first at once, keep the second waiting, and let the third arrive."""
        fetched.append(route)
        if len(fetched) != 2:
            route.abort() if len(fetched) == 1 else route.continue_()

    page.route("**/bundle.*", answer)
    field = page.get_by_role("textbox", name="Search")
    page.evaluate("addEventListener('error', () => { window.failed = true }, true)")
    field.fill("reference")
    # The page hears of it a little after the browser does.
    page.wait_for_function("() => window.failed")
    with page.expect_request("**/bundle.*"):
        page.keyboard.press("Tab")
    field.fill("vouch")
    # Only now, while somebody is back in the field: no focus will come that could tell the page.
    fetched[1].abort()

    expect(page.locator(".md-search-result__link").first).to_be_visible()
    context.close()


ASK_THE_SEARCH = """async (queries) => {
    const { search } = JSON.parse(document.querySelector("#__config").textContent);
    const worker = new Worker(new URL(search, location).href);
    const found = {};
    for (const query of queries) {
        const answer = new Promise((done) => worker.addEventListener("message", function hear({ data }) {
            if (data.type !== 3) return;
            worker.removeEventListener("message", hear);
            done(data.data.items.flat());
        }));
        worker.postMessage({ type: 2, data: query });
        found[query] = await answer;
    }
    return found;
}"""


def asked(page, queries):
    """Return what the search answers to each query, once it has come."""
    page.locator(".ra-tool--search").click()
    page.wait_for_function("() => !/native/.test(window.Worker)")
    return page.evaluate(ASK_THE_SEARCH, queries)


SAME = [
    line.split("|")
    for line in """
resume|résumé|resumé|RÉSUMÉ|re\u0301sume\u0301|ｒｅｓｕｍｅ|résumé’s|re\u00adsume|(résumé)
reference|Reference|reference?|reference!|reference:|reference,|reference;|reference…|reference/|¿reference?
reference|(reference)|[reference]|“reference”|"reference"|'reference'|‘reference’|reference\u200b|\ufeffreference
reference|reference’s|reference's|reference´s|reference-|reference—|+reference|-reference|*reference*|~reference^
email|e-mail|E-Mail|e\u2010mail|e\u2011mail|ｅ－mail|e-mail/email|e-mail,email|(e-mail)
cover letter|cover-letter|cover\u2011letter|cover–letter|cover\u00a0letter|cover/letter|cover \u3000letter
don't know|don’t know|dont know|don\u02bct know|Don’t know?
boss|ex boss|ex-boss|exboss|Ex-Boss
coworker|co-worker|co worker|ex-coworker|ex coworker|excoworker
linkedin|LinkedIn|linked in|linked-in|Linked In
sister|stepsister
email|e mail
cover letter|coverletter
???|-|’|…|+ ~ ^ *
""".strip().split("\n")
]
"""What people may type for the same; the last line is nothing that could be found."""


def test_the_search_works_where_a_browser_has_no_workers(visit, address):
    page = visit(f"{address}/research.html", width=1300, first="window.Worker = undefined")
    page.get_by_role("textbox", name="Search").press_sequentially("reference")

    expect(page.locator(".md-search-result__link").first).to_be_visible()


@pytest.mark.parametrize(
    ("width", "kept_away"),
    [
        (390, "**/search_index.*"),
        (1300, "**/workers/**"),
        (390, "**/bundle.*"),
        (1300, "**/iframe-worker.*"),
        (390, "**/assets/search.*"),
        (1300, "**/assets/search.*"),
    ],
)
def test_a_search_that_a_filter_keeps_away_says_so_and_offers_the_doors(
    browser, address, width, kept_away
):
    context = browser.new_context(viewport={"width": width, "height": 900})
    context.route(kept_away, lambda route: route.abort())
    page = context.new_page()
    page.goto(f"{address}/research.html")
    if width < 1000:
        page.get_by_role("button", name="Search").click()
    page.get_by_role("textbox", name="Search").press_sequentially("reference")

    expect(page.get_by_role("alert").filter(has_text=WORDS["search_failed"])).to_be_visible()
    expect(page.get_by_text(WORDS["search_none"])).to_be_hidden()
    expect(page.locator(".md-search-result__meta")).to_be_hidden()
    page.get_by_role("dialog").get_by_role("link", name=WORDS["door_no_one"]).click()
    page.wait_for_url("**/common-problems.html#no-one-to-ask")
    context.close()


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_search_finds_a_word_however_it_is_written_and_shows_it_as_it_is(
    visit, site, address, scheme
):
    page = visit(f"{address if scheme == 'http' else site.as_uri()}/index.html")
    found = asked(page, [query for queries in SAME for query in queries])
    places = {query: sorted(one["location"] for one in hits) for query, hits in found.items()}

    assert {
        query: places[query]
        for first, *others in SAME
        for query in others
        if places[query] != places[first]
    } == {}
    assert [bool(places[first]) for first, *_ in SAME] == [True] * (len(SAME) - 1) + [False]
    assert any(">résumé</mark>" in one["text"] for one in found["resume"])


EVERYDAY = {
    "vouch for me": "ask-reference",
    "introduction": "ask-introduction",
    "recommendation": "ask-written-recommendation",
    "referral at their company": "ask-formal-referral",
    "short talk": "ask-short-talk",
    "linkedin": "linkedin",
    "recruiter": "recruiters",
    "mentor": "where-do-they-belong",
    "rejected": "after-you-ask",
    "coffee chat": "first-talk",
    "intro": "ask-introduction",
    "resume": "ask-resume-review",
    "alumni": "linkedin",
    "ghosted": "common-problems",
    "internship": "common-problems",
    "no network": "common-problems",
    "shy": "common-problems",
    "anxious": "common-problems",
    "fired": "your-situation",
    "visa": "your-situation",
    "immigrant": "your-situation",
    "felon": "your-situation",
    "salary": "first-talk",
    "thank you note": "after-you-ask",
    "uncle": "where-do-they-belong",
    "uncles": "where-do-they-belong",
}
"""Requests by their names, and by what people call them, and all else in words of every day."""
TYPED = ["res", "résu", "resum", "resume", "refer", "referenc’", "reference"]


@pytest.fixture(scope="module")
def hits(browser, address):
    """What the search answers to each of these, in order."""
    with watched(browser) as visit:
        return asked(visit(f"{address}/research.html"), [*EVERYDAY, *TYPED])


def test_everyday_words_find_the_page_that_helps(hits):
    pages = {
        word: list(dict.fromkeys(one["location"].partition("#")[0] for one in hits[word]))[:5]
        for word in EVERYDAY
    }
    late = {
        word: top
        for word, top in pages.items()
        if f"{EVERYDAY[word]}.html" not in top[: 3 if "ask-" in EVERYDAY[word] else 5]
    }

    assert late == {}


LISTEN = """(status) => {
    window.heard = [];
    new MutationObserver(() => heard.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
}"""
"""Note what the status says, each time anew, as a screen reader would read it out."""
MISSPELLED = {
    "": [
        ("refernce", "refernce", "reference"),
        ("recomendation", "recomendation", "recommendation"),
        ("linkdin", "linkdin", "linkedin"),
        ("resme", "resme", "résumé"),
        ("interveiw recruter", "interveiw, recruter", "interview, recruiter"),
        ("contact refernce", "refernce", "reference"),
        ("recomendasion refrance", "recomendasion, refrance", "recommendation, reference"),
        ("bsos anut", "bsos, anut", "boss, aunt"),
    ],
    "es": [
        ("referensia", "referensia", "referencia"),
        ("recomendasiones", "recomendasiones", "recomendaciones"),
        ("entrevita", "entrevita", "entrevista"),
        ("recomendasyones", "recomendasyones", "recomendaciones"),
        ("jeef", "jeef", "jefe"),
    ],
}
"""What people type, by language, with the words of it that nothing has, and those that they meant."""


@pytest.mark.parametrize(("edition", "scheme"), [("", "file"), ("es", "http")])
def test_search_takes_a_misspelled_word_for_the_one_that_is_meant_and_says_so_once(
    visit, site, address, scheme, edition
):
    home = address if scheme == "http" else site.as_uri()
    pattern = project(edition=edition).views.library.words["search_others"]
    page = visit(f"{home}/{edition}/research.html", width=1300)
    field, status = page.locator(".md-search__input"), page.locator(".md-search-result__meta")
    # Without its accent, as people type it.
    field.fill({"": "resume", "es": "curriculum"}[edition])
    expect(status).to_have_text(re.compile(r"^\d+ \D+$"))
    status.evaluate(LISTEN)
    for typed, unknown, meant in MISSPELLED[edition]:
        page.evaluate("heard.length = 0")
        field.fill(typed)
        said = pattern.format(typed=unknown, shown=meant)
        expect(status).to_have_text(re.compile(f"^{re.escape(said)} \\d"))
        marked = str(page.locator(".md-search-result mark").all_inner_texts()).lower()

        assert len(page.evaluate("heard")) == 1
        assert [word for word in meant.split(", ") if word not in marked] == []
        expect(page.locator(".md-search-result__terms", has_text=unknown)).to_have_count(0)
    field.fill("linkedin")

    expect(status).to_have_text(re.compile(r"^\d+ \D+$"))


@pytest.mark.parametrize(
    ("edition", "words", "lacking"),
    [("", "uncles", []), ("es", "amigos", []), ("", "zzzzz qqqqq reference", ["zzzzz", "qqqqq"])],
)
def test_words_that_a_page_lacks_in_every_form_are_struck_out_and_show_no_markup(
    visit, address, edition, words, lacking
):
    page = visit(f"{address}/{edition}/research.html", width=1300)
    page.fill(".md-search__input", words)
    first = page.locator(".md-search-result__link").first
    first.wait_for()

    assert first.locator(".md-search-result__terms del").all_text_contents() == lacking


def test_search_finds_a_whole_word_before_what_begins_like_it(hits):
    marked = [one["text"] for one in hits["uncle"] if "<mark" in one["text"]]
    whole = ["unclear</mark>" not in text for text in marked]

    assert False in whole
    assert whole == sorted(whole, reverse=True)


def test_search_follows_while_somebody_types(hits):
    places = [{one["location"] for one in hits[typed]} for typed in TYPED]

    assert places[3] <= places[2] <= places[1] <= places[0]
    assert places[6] <= places[5] <= places[4]


ASIDE = [page for section in GUIDE["sections"] if "place" in section for page in section["pages"]]
TEACHING = re.compile(f"(?:session-|{'|'.join(ASIDE)})")
"""Pages on teaching with the guide, or about it."""
SOUGHT = {
    "": "teacher, teachers, professor, coach, boss, class, classmate, manager, neighbor, career center, career counselor, how to start",
    "es": "maestra, docente, profesor, profesora, entrenador, jefe, clase, gerente, vecino, centro de empleo",
}
TAUGHT = {
    "": "counselor, counselors, educator, session, lesson, print",
    "es": "orientador, orientadora, enseñar, sesión",
}
"""What job seekers ask for, and what educators do."""


@pytest.mark.parametrize("edition", SOUGHT)
def test_search_finds_first_the_people_one_can_ask_and_pages_on_teaching_where_those_are_meant(
    visit, address, edition
):
    sought, taught = (words[edition].split(", ") for words in (SOUGHT, TAUGHT))
    found = asked(visit(f"{address}/{edition}/research.html"), [*sought, *taught])
    first = {word: hits[0]["location"] for word, hits in found.items() if hits}

    assert [*first] == [*sought, *taught]
    assert [word for word, place in first.items() if TEACHING.match(place)] == taught


@pytest.mark.parametrize("scheme", ["http", "file"])
@pytest.mark.parametrize("width", [390, 1300])
def test_search_finds_a_page_by_keyboard(visit, site, address, scheme, width):
    page = visit(f"{address if scheme == 'http' else site.as_uri()}/index.html", width=width)
    field = page.get_by_role("textbox", name="Search")
    if width < 1000:
        page.get_by_role("button", name="Search").press("Enter")
    field.fill("reference")
    result = page.locator(".md-search-result__link").first
    expect(result).to_be_visible()
    result.press("Enter")

    page.wait_for_url(re.compile(r"(?<!index)\.html"))
    assert "?" not in page.url  # a server would be told what was searched for
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_menu_on_a_phone_works_by_keyboard_and_is_not_in_the_way_of_tab_while_closed(
    visit, address
):
    page = visit(f"{address}/how-asking-works.html")
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.checkVisibility({visibilityProperty: true})")
    menu = page.get_by_role("button", name=WORDS["menu"])
    first = page.locator("#ra-nav").get_by_role("link", name="People you know")
    expect(first).to_be_hidden()
    menu.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(first).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")

    expect(menu).to_be_focused()
    expect(first).to_be_hidden()


def test_with_scripts_off_every_page_is_in_reach(visit, address):
    page = visit(f"{address}/index.html", java_script_enabled=False)
    reached = set()
    for name in ("index", "practice", "who-should-i-ask", "put-it-on-your-site"):
        page.goto(f"{address}/{name}.html")
        links = page.get_by_role("link", include_hidden=True)  # those in folded groups too
        reached |= {
            *links.evaluate_all("all => all.map(one => one.getAttribute('href').split('#')[0])")
        }

    assert {f"{name}.html" for name in PAGES} - reached == set()


@pytest.mark.parametrize("width", [390, 1300])
def test_where_the_scripts_do_not_arrive_a_list_of_pages_takes_their_place(browser, address, width):
    context = browser.new_context(viewport={"width": width, "height": 844})
    context.route("**/*.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(f"{address}/how-asking-works.html")
    buttons = page.locator("header button:visible, header input:visible")
    assert (buttons.count(), page.locator("nav#ra-all a:visible").count() > 20) == (0, True)
    if width == 390:
        page.get_by_role("link", name=WORDS["all_pages"]).click()
    page.locator("#ra-all").get_by_role("link", name="Family and friends").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Family and friends")
    context.close()


def test_every_picture_has_a_size_of_its_own_where_the_style_is_missing(site):
    tags = {
        (path.relative_to(site).as_posix(), tag)
        for path in site.rglob("*.html")
        for tag in re.findall(r"<(?:svg|img)\b[^>]*>", path.read_text("utf-8"))
    }

    assert len({page for page, _ in tags}) > 50
    assert {
        (page, tag)
        for page, tag in tags
        if not re.search(r"\swidth=\W?\d", tag) or not re.search(r"\sheight=\W?\d", tag)
    } == set()


CUT = """(names) => names.flatMap((name) => {
  const text = document.createTreeWalker(name, NodeFilter.SHOW_TEXT).nextNode();
  return [...text.data.matchAll(/\\p{L}+/gu)].filter((word) => {
    const range = document.createRange();
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    return new Set([...range.getClientRects()].map((line) => line.top)).size > 1;
  }).map(([word]) => word);
})"""
"""Words that stand in two lines, of these names."""


NAMES = ".ra-row--people .ra-option span"
ANSWERS = ".ra-row .ra-option span, .ra-pager__title"
SORTING = ("who-can-do-it-a", "who-can-do-it-b", "embed/who-can-do-it-a")
LONG = ("es/before-you-send", "es/embed/before-you-send", "es/words-we-use", "words-we-use")
WHOLE = [(name, NAMES, width) for name in SORTING for width in (320, 390, 1300)]
WHOLE += [(name, ANSWERS, width) for name in LONG for width in (320, 360, 390)]


@pytest.mark.parametrize(("name", "which", "width"), WHOLE)
def test_no_word_of_an_answer_or_of_the_way_on_is_cut_in_two(visit, address, name, which, width):
    page = visit(f"{address}/{name}.html", width=width)
    read = page.locator(which)
    if which == NAMES:
        page.get_by_role("button", name=QUIZ["view_all"]).click()
        expect(read.last).to_be_visible()

    expect(read.first).to_be_visible()
    assert read.evaluate_all(CUT) == []


@pytest.mark.parametrize("name", ["es/references", "es/linkedin", "accessibility", "index"])
def test_no_word_of_a_heading_is_cut_in_two_where_text_has_twice_its_size(visit, address, name):
    page = visit(f"{address}/{name}.html")
    page.evaluate("document.documentElement.style.fontSize = '250%'")  # the theme has 125%

    assert page.locator("main :is(h1, h2)").evaluate_all(CUT) == []


@pytest.mark.parametrize(
    "name", ["es/which-ask-a", "es/before-you-send", "put-it-on-your-site", "embed/which-ask-a"]
)
def test_no_word_of_an_option_or_a_button_is_cut_in_two_where_all_text_is_twice_as_large(
    playwright, address, name
):
    large = [*FLAGS, "--blink-settings=defaultFontSize=32"]
    headless = shutil.which("chromium-headless-shell")
    chromium = playwright.chromium.launch(executable_path=headless, args=large)
    with watched(chromium) as visit:
        page = visit(f"{address}/{name}.html")
        read = page.locator(":is(.ra-option span, .ra-button):visible")

        expect(read.first).to_be_visible()
        assert read.evaluate_all(CUT) == []
    chromium.close()


MEETING = """(tools, gap) => {
  const boxes = tools.map((one) => one.getBoundingClientRect());
  const meet = (one, other) => one.left < other.right + gap && other.left < one.right + gap && one.top < other.bottom + gap && other.top < one.bottom + gap;
  return tools.filter((_, at) => boxes.some((other, place) => place > at && meet(boxes[at], other))).map((one) => one.outerHTML);
}"""
"""Which of these touch one another, or lie over another where the gap is less than none."""
SIDEWAYS = "(boxes) => boxes.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.className)"
OUTSIDE = "(tools) => tools.filter((one) => one.getBoundingClientRect().right > innerWidth).map((one) => one.outerHTML)"


LARGE = ("index", "who-can-help", "which-ask-a", "accessibility", "common-problems")


@pytest.mark.parametrize(
    ("measured", "folder", "name"),
    [
        *(("wide", folder, name) for folder in ("", "es/") for name in LARGE),
        *(("narrow", folder, "index") for folder in ("", "es/")),
    ],
    indirect=["measured"],
)
def test_at_twice_the_size_of_text_nothing_is_cut_covered_or_outside(
    measured, address, folder, name
):
    page = measured(f"{address}/{folder}{name}.html")
    page.wait_for_function(DRESSED)
    page.evaluate("document.documentElement.style.fontSize = '250%'")  # the theme has 125%
    tools = page.locator("header :is(.ra-brand, .ra-tool, .ra-sections a, input):visible")
    found = {}
    for width in (320, 390, 768, 1024, 1300):
        page.set_viewport_size({"width": width, "height": 844})
        page.wait_for_function(STILL)
        assert tools.count() > 3
        # So high a header would lie over a third of a screen.
        page.evaluate("scrollTo({ top: 1000, behavior: 'instant' })")
        stays = page.locator("header").evaluate("(one) => one.getBoundingClientRect().bottom > 0")
        found[width] = [
            *page.locator(".ra-brand__name").evaluate_all(CUT),
            *page.locator(".ra-option:visible span").evaluate_all(CUT) * (width == 390),
            *tools.evaluate_all(MEETING, -1),
            *tools.evaluate_all(OUTSIDE),
            *page.locator(".ra-side, .ra-nav").evaluate_all(SIDEWAYS),
            *["too wide"] * (page.evaluate("document.documentElement.scrollWidth") > width),
            *["the header stays"] * stays,
        ]
    page.locator(".md-search__input").focus()
    expect(page.locator("#__search")).to_be_checked()
    page.wait_for_function(STILL)
    found["an open search"] = page.locator(".md-search__form").evaluate_all(OUTSIDE)

    assert only(found) == {}


@pytest.mark.parametrize("width", [int(width * SLACK) for width in (320, 390)])
@pytest.mark.parametrize("folder", ["", "es/"])
def test_the_header_of_a_phone_is_one_line(measured, address, folder, width):
    tools = measured(f"{address}/{folder}research.html", width=width).locator(
        "header :is(.ra-brand, .ra-tool):visible"
    )
    middles = tools.evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => (top + bottom) / 2)"
    )

    assert tools.count() == 4
    assert max(middles) - min(middles) < 2


@pytest.mark.parametrize("width", [320, 390, 1300])
def test_in_forced_colors_no_button_of_the_header_touches_another(measured, address, width):
    page = measured(f"{address}/es/research.html", width=width, forced_colors="active")
    tools = page.locator("header :is(.ra-tool, .md-search__form):visible")

    assert tools.count() > 1
    assert tools.evaluate_all(MEETING, 2) == []


UNSEEN = """() => {
  const ground = (one) => {
    const { backgroundColor } = getComputedStyle(one);
    return !/^rgba.*, 0\\)$/.test(backgroundColor) || !one.parentElement ? backgroundColor : ground(one.parentElement);
  };
  return [...document.querySelectorAll("main *")].filter((one) => one.textContent.trim() && one.checkVisibility())
    .filter((one) => ground(one) === getComputedStyle(one).color).map((one) => one.outerHTML);
}"""
"""What is written in the color of its ground."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colors_no_word_has_the_color_of_its_ground(visit, address, scheme):
    page = visit(f"{address}/index.html", scheme=scheme, forced_colors="active")
    found = {}
    for name in (*TEMPLATES, "your-situation"):
        page.goto(f"{address}/{name}.html")
        found[name] = page.evaluate(UNSEEN)

    assert only(found) == {}


def test_who_asks_for_more_contrast_gets_it(visit, address):
    def soft(**settings):
        page = visit(f"{address}/research.html", **settings)
        return page.locator(".ra-lead").evaluate("(one) => getComputedStyle(one).color")

    assert soft(contrast="more") != soft()


IN_VIEW = """() => {
  const one = document.activeElement.labels?.[0] ?? document.activeElement;
  const { top, bottom } = one.getBoundingClientRect();
  return one === document.body || innerHeight < bottom - top || (top >= -1 && bottom <= innerHeight + 1) ? "" : one.outerHTML;
}"""


@pytest.mark.parametrize(("width", "height"), [(320, 256), (390, 300), (1300, 800)])
@pytest.mark.parametrize("name", ["my-people-map", "which-kind-a"])
def test_what_is_tabbed_to_is_in_view_as_a_whole_however_low_the_window(
    visit, address, name, width, height
):
    page = visit(f"{address}/{name}.html", reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    outside = []
    for _ in range(40):
        page.keyboard.press("Tab")
        outside.append(page.evaluate(IN_VIEW))

    assert only(dict(enumerate(outside))) == {}


FIRST = """() => [...document.querySelectorAll(".ra-item")].map((one) => one.querySelector("input"))
  .map(({ name, value }) => `${name}.${value}`).join()"""
"""The first answer to each question, as an address holds them."""


def test_the_key_of_a_summary_shows_marks_as_its_questions_have_them(visit, address):
    page = visit(f"{address}/which-ask-a.html")
    done = page.evaluate(FIRST)
    page.goto("about:blank")
    page.goto(f"{address}/which-ask-a.html#form=which-ask-a&done={done}")
    sizes = "(one) => [one.clientWidth > 0, one.clientHeight, getComputedStyle(one).padding]"
    once = ".ra-try--once"

    assert page.locator(f".ra-tries-key {once}").evaluate(sizes) == page.locator(
        f".ra-tries {once}"
    ).first.evaluate(sizes)


@pytest.mark.parametrize("name", ["practice", "my-people-map"])
def test_what_clears_is_no_button_that_stands_out(visit, address, name):
    page = visit(f"{address}/{name}.html")
    ground = "(one) => getComputedStyle(one).backgroundColor"
    page.get_by_role("button", name=QUIZ["save"], exact=True).click()
    page.mouse.move(0, 0)
    clear = page.get_by_role("button", name=QUIZ["clear_saved"])

    expect(clear).to_be_visible()
    assert clear.evaluate(ground) == "rgba(0, 0, 0, 0)"


def test_dark_follows_the_device_without_a_script(visit, address):
    colors = {
        scheme: visit(
            f"{address}/how-asking-works.html", scheme=scheme, java_script_enabled=False
        ).evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    }

    assert colors["light"] != colors["dark"]


def test_links_in_text_are_underlined(visit, address):
    page = visit(f"{address}/how-asking-works.html")
    link = page.locator(".md-content li a").first

    assert "underline" in link.evaluate("element => getComputedStyle(element).textDecorationLine")


@pytest.mark.parametrize("width", [390, 1300])
def test_a_printed_page_has_no_header_menu_or_footer_even_while_its_menu_is_open(
    visit, address, width
):
    page = visit(f"{address}/family-friends.html", width=width)
    if width == 390:
        page.get_by_role("button", name=WORDS["menu"]).click()
    page.emulate_media(media="print")

    around = page.locator("header, nav, footer, .md-overlay").filter(visible=True)
    expect(around).to_have_count(0)
    expect(page.locator("h1")).to_be_visible()


def test_no_page_asks_a_browser_to_fetch_another_one_ahead(site):
    # The policy would refuse it, and Firefox would say so on every page.
    for page in site.rglob("*.html"):
        head = page.read_text("utf-8").partition("</head>")[0]
        assert not re.search(r"<link[^>]* rel=.?(?:next|prev|prefetch|prerender)", head), page.name


@pytest.mark.parametrize("name", ["family-friends", "who-can-help", "downloads", "which-kind-a"])
def test_nothing_is_cut_off_where_a_page_is_printed_at_a_large_scale(visit, address, name):
    # A4 at 165 percent, less its margins: (794 - 136) / 1.65 pixels.
    page = visit(f"{address}/{name}.html", width=399)
    page.emulate_media(media="print")

    assert page.evaluate("document.documentElement.scrollWidth") <= 399
    cut = "cells => cells.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.innerText)"
    assert page.locator("td:visible, th:visible, li:visible").evaluate_all(cut) == []


@pytest.fixture(scope="module")
def links(site):
    """The links and ids of each page."""
    return {path.name: Links(path) for path in site.glob("*.html")}


def test_every_link_of_the_site_leads_somewhere(site, links):
    lost = set()
    for name, page in links.items():
        # Those of that one lead up from wherever it is served.
        for link in page.links if name != "404.html" else ():
            target, anchor = urldefrag(unquote(link).removeprefix("/"))
            there = links.get(target or name)
            if re.match(r"[a-z]+:", link) or (there is None and (site / target).is_file()):
                continue
            if there is None or (anchor and "=" not in anchor and anchor not in there.ids):
                lost.add(f"{name}: {link}")

    assert lost == set()


def test_without_an_address_the_page_for_what_is_not_there_needs_no_file_and_leads_up(links):
    wrong = "https://host/career/ask/nothing/here.html"

    assert [link for link in links["404.html"].links if not link.startswith("data:")] == [
        "./",
        "../",
    ]
    assert urljoin(wrong, "../") == urljoin("https://host/career/ask/typo.html", "./")


@pytest.mark.parametrize(("height", "stays"), [(170, False), (300, False), (390, True)])
def test_the_header_leaves_a_turned_phone_to_what_is_written(visit, address, height, stays):
    page = visit(f"{address}/write-a-question.html", width=740)
    page.set_viewport_size({"width": 740, "height": height})
    page.locator("textarea").nth(2).focus()
    header = page.locator(".md-header")

    expect(header).to_be_in_viewport() if stays else expect(header).not_to_be_in_viewport()
    page.evaluate("scrollTo(0, 0)")
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("link", name="About this guide").first).to_be_visible()


def test_no_page_gives_one_id_twice(links):
    twice = {
        name: [one for one in {*page.ids} if page.ids.count(one) > 1]
        for name, page in links.items()
    }

    assert only(twice) == {}

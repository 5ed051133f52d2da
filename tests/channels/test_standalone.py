"""Standalone pages: all of a quiz in one file, that runs where nothing else may, and shows one question at a time."""

import gzip
import random
import re
from functools import cache

import pytest
from conftest import ROOT, change, problems
from fonts import SLACK
from made import ADDRESS, project, words
from playwright.sync_api import Error, expect
from served import LOOKS, violations

from build_tools.generate import generate_tree
from build_tools.problems import BuildError
from build_tools.publish.sizes import FIRST_FLIGHT, size_table
from build_tools.write.standalone.file import finished

WORDS = words("quiz")
FORMS = sorted(path.stem for path in (ROOT / "quiz/forms").glob("*.yml"))
PAGES = [*FORMS, "before-you-send", "who-should-i-ask"]
EACH = ["which-ask-a", "who-can-do-it-a", "before-you-send"]
"""One page of each kind of item, and the check."""
RAW = project().standalone
ABROAD = project(ADDRESS).standalone
NAMES = [path.split("/")[1][:-5] for path in RAW]
FRAME = '<iframe src="{url}" title="Quiz" width="100%" height="900" {more}></iframe>'
TALL = {"who-can-do-it-a": 1700, "who-can-do-it-b": 1700}
"""What up to six rows to sort or to match take when every row is wrong: each row needs its reason."""
ELEMENTS = """[...document.querySelectorAll('main :not(path)')].map(
  one => [one.localName, ...[...one.attributes].map(({ name, value }) => `${name}=${value}`).sort()])"""
MARK_WRONG = """item => {
  const groups = item.querySelectorAll("fieldset.ra-row");
  for (const group of groups.length ? groups : [item]) {
    const inputs = [...group.querySelectorAll("input")];
    const right = item.querySelector("[data-right]")?.dataset.option
      || item.querySelector(`[data-option="${inputs[0].closest("fieldset").dataset.row}"]`)?.dataset.bin;
    inputs.find(one => one.value !== right).click();
  }
  item.querySelector("[data-part=check]")?.click();
}"""
HEIGHTS = f"""() => [...document.querySelectorAll(".ra-item")].map((_, number) => {{
  if (number) document.querySelector("[data-part=next]").click();
  ({MARK_WRONG})(document.querySelector("[data-now]"));
  return document.documentElement.offsetHeight;
}})"""
"""How tall a page is with each of its questions, one after the other, answered as wrong as can be."""


@cache
def published(name):
    return finished(RAW[f"embed/{name}.html"])


def mark_wrong(page):
    """Answer the question that is shown, as wrong as can be."""
    page.locator("[data-now]").evaluate(MARK_WRONG)


def press(page, word):
    page.get_by_role("button", name=WORDS[word], exact=True).click()


def place(page, number, total):
    return page.get_by_text(WORDS["one_place"].format(number=number, total=total), exact=True)


def test_there_is_one_for_each_form_for_the_check_and_for_the_planner():
    assert sorted(NAMES) == sorted(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_a_whole_page_fits_the_first_flight_and_fetches_nothing(name):
    page = published(name)
    sizes = [
        len(gzip.compress(one.encode(), 9))
        for one in (page, finished(ABROAD[f"embed/{name}.html"]))
    ]

    assert max(sizes) <= FIRST_FLIGHT
    assert re.findall(r"\ssrc=|srcset|@import|url\(|<link", page) == []
    assert (page.count("<h1"), page.count("<html lang=en")) == (1, 1)


@pytest.mark.translated
def test_each_page_fits_the_first_flight_in_spanish_too():
    pages = project(f"{ADDRESS}es/", "es").standalone
    sizes = {name: len(gzip.compress(finished(page).encode(), 9)) for name, page in pages.items()}

    assert {name: size for name, size in sizes.items() if size > FIRST_FLIGHT} == {}


def test_the_build_says_how_big_they_are_by_blueprint():
    pages = {"sort-a": b"a", "sort-b": b"a" * 9000, "before-you-send": b"b" * 2_000_000}

    pages["mixed-a"] = random.Random(0).randbytes(FIRST_FLIGHT)
    said = [*size_table(pages, ["which-ask", "sort", "mixed"])]
    assert ["too big" in line for line in said] == [False, True, False, False]
    lines = [line.split() for line in said if "too big" not in line]
    assert [(name, total) for name, *_, total in lines[1:]] == [
        ("before-you-send", "1"),
        ("sort", "2"),
    ]


@pytest.mark.parametrize("name", EACH)
def test_made_small_a_page_says_and_asks_the_same(browser, name):
    page = browser.new_page(java_script_enabled=False)
    told = []
    for html in (RAW[f"embed/{name}.html"], published(name)):
        page.set_content(re.sub(r"^\ufeff|<meta http-equiv[^>]*>", "", html))
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        told.append((page.locator("body").inner_text(), page.evaluate(ELEMENTS)))

    assert told[0] == told[1]


@pytest.mark.parametrize("sandbox", ["", 'sandbox="allow-scripts"'])
@pytest.mark.parametrize("name", EACH)
def test_a_page_runs_in_a_frame_that_may_do_nothing_but_run(visit, address, host, name, sandbox):
    url = host(FRAME.format(url=f"{address}/embed/{name}.html", more=sandbox))
    frame = visit(url, asks=[address]).frame_locator("iframe")
    mark_wrong(frame)
    press(frame, "one_next")

    expect(place(frame, 2, frame.locator(".ra-item").count())).to_be_visible()
    expect(frame.locator("[data-now] :is(h2)")).to_be_focused()


def test_its_policy_lets_nothing_run_that_was_not_there(browser, address):
    page = browser.new_page()
    page.goto(f"{address}/embed/{EACH[0]}.html")
    page.evaluate("""() => { const script = document.createElement("script");
      try { script.text = "document.title = 'run'"; } catch { document.title = "refused"; }
      document.body.append(script); }""")

    assert page.title() == "refused"
    for attempt in ("document.body.innerHTML = '<p>'", "fetch('x')"):
        with pytest.raises(Error, match=r"Trusted|Failed to fetch|Content Security"):
            page.evaluate(f"async () => {{ await ({attempt}) }}")


@pytest.mark.parametrize("name", EACH)
def test_with_scripts_off_it_still_teaches(visit, site, name):
    page = visit(f"{(site / 'embed').as_uri()}/{name}.html", java_script_enabled=False)

    expect(page.locator("button:visible")).to_have_count(0)
    assert page.locator(".ra-item:visible").count() > 2
    page.locator("summary").first.click()
    expect(page.locator(".ra-reasons").first).to_be_visible()


@pytest.fixture(params=[(320, "light", ()), (1300, "dark", LOOKS)], ids=["phone", "desk"])
def bare(request, visit, address):
    """Open a page without its own policy, which would keep axe out, and give the rules by which to look."""
    width, scheme, rules = request.param
    settings = {"width": width, "scheme": scheme, "bypass_csp": True}
    # Without it the browser asks for an icon.
    return lambda name: (visit(f"{address}/embed/{name}.html", **settings, refusals=["404"]), rules)


@pytest.mark.parametrize("name", EACH)
def test_axe_finds_nothing_in_any_state(bare, name):
    page, rules = bare(name)
    faults = violations(page, rules)
    page.evaluate("location.hash = 'view=one'")
    faults += violations(page, rules)
    last = page.locator(".ra-item").count() - 1
    for number in range(last + 1):
        mark_wrong(page)
        if number in (0, last):  # those between differ in their words alone
            faults += violations(page, rules)
        if number < last or name == "before-you-send":
            press(page, "one_next")
    if name == "before-you-send":
        press(page, "check_show")
    else:
        page.locator("[data-now] [data-part=check]").click()
        faults += violations(page, rules)
        press(page, "skip_to_summary")
    faults += violations(page, rules)

    assert faults == []


@pytest.mark.parametrize("name", EACH)
def test_nothing_scrolls_sideways_at_twice_the_size_of_text(measured, address, name):
    page = measured(f"{address}/embed/{name}.html", width=320)
    for view in ("all", "one"):
        page.evaluate("view => { location.hash = `view=${view}` }", view)
        page.evaluate("document.documentElement.style.fontSize = '200%'")

        assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_in_a_frame_one_question_is_shown_and_the_result_comes_last(visit, address, host):
    url = host(FRAME.format(url=f"{address}/embed/{EACH[0]}.html", more=""))
    page = visit(url, asks=[address])
    frame = page.frame_locator("iframe")
    expect(frame.locator(".ra-item:visible")).to_have_count(1)
    frame.get_by_role("radio").first.focus()
    total = frame.locator(".ra-item").count()
    for number in range(1, total + 1):
        expect(place(frame, number, total)).to_be_visible()
        page.keyboard.press("Tab") if number > 1 else None
        for key in ("Space", "Tab", "Enter", "Enter"):
            page.keyboard.press(key)

    press(frame, "skip_to_summary")
    expect(frame.locator("[data-part=title]")).to_be_focused()
    press(frame, "one_previous")
    expect(place(frame, total, total)).to_be_visible()
    expect(frame.locator("[data-now] h2")).to_be_focused()


def test_the_address_decides_between_one_and_all_and_keeps_saying_so(visit, address, host):
    url = host(FRAME.format(url=f"{address}/embed/{EACH[0]}.html#view=all", more=""))
    expect(
        visit(url, asks=[address]).frame_locator("iframe").locator(".ra-item:visible")
    ).to_have_count(8)
    page = visit(f"{address}/embed/{EACH[0]}.html#view=all")
    page.evaluate("location.hash = 'view=one'")
    mark_wrong(page)
    page.reload()

    expect(page.locator(".ra-item:visible")).to_have_count(1)
    expect(place(page, 2, 8)).to_be_visible()


@pytest.mark.parametrize("name", EACH)
def test_the_guide_goes_on_with_the_answers_that_were_given(visit, address, name):
    page = visit(f"{address}/embed/{name}.html#view=one")
    mark_wrong(page)
    with page.expect_popup() as guide:
        page.get_by_role("link", name=WORDS["open_in_guide"]).click()

    expect(guide.value.locator(".ra-item").first.locator(":checked").first).to_be_attached()
    assert guide.value.url.startswith(f"{address}/{name}.html#view=one&")


def test_who_should_i_ask_answers_in_a_frame_that_may_open_nothing(visit, address, host):
    more = 'sandbox="allow-scripts"'
    url = host(FRAME.format(url=f"{address}/embed/who-should-i-ask.html", more=more))
    frame = visit(url, asks=[address]).frame_locator("iframe")
    frame.get_by_role("checkbox").first.check()
    frame.get_by_role("button").click()
    frame.locator("[data-part=offers] li[data-ask=work-reference] a").click()

    expect(frame.locator("[data-answer=work-reference] h2").first).to_be_focused()
    expect(frame.locator("[data-part=mine]:visible [data-verdict=cannot]")).to_have_count(1)
    frame.get_by_role("link", name=WORDS["planner_other"]).click()
    expect(frame.get_by_role("heading", name=WORDS["from_person"])).to_be_focused()
    expect(frame.locator("[data-part=lead]")).to_be_empty()


def test_axe_finds_nothing_in_who_should_i_ask_alone(bare):
    page, rules = bare("who-should-i-ask")
    faults = []
    for step in (
        "",
        "type=family-friends&ask=all",
        "type=know-your-work,social-life&ask=work-reference",
    ):
        page.evaluate("step => { location.hash = step }", step)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        faults += violations(page, rules)
        faults += [step] * page.evaluate("document.documentElement.scrollWidth > innerWidth")

    assert faults == []


def test_each_question_fits_a_frame_of_320_by_1000_pixels_once_it_is_explained(measured, address):
    page = measured(f"{address}/embed/{PAGES[0]}.html#view=one", width=320)
    too_tall = {}
    for name in PAGES:
        page.goto(f"{address}/embed/{name}.html#view=one")
        most = TALL.get(name, 1000) * SLACK
        # In a window of its own, a page is never less high than the screen.
        page.evaluate("document.documentElement.setAttribute('data-framed', '')")
        heights = page.evaluate(HEIGHTS)
        too_tall |= {f"{name} {n}": one for n, one in enumerate(heights, 1) if one > most}

    assert too_tall == {}


def test_it_leads_to_the_guide_beside_it_or_wherever_that_is_published(sample, site):
    links = {link.split("#")[0] for name in NAMES for link in hrefs(published(name))}
    relative = links - {""}  # steps within a page
    missing = [link for link in relative if not (site / "embed" / link).is_file()]
    tree = generate_tree(sample, {"RIGHT_ASK_SITE_URL": "https://ask.example.edu/guide"})
    page = tree.files["embed/who-can-do-it-a.html"].decode()

    assert (missing, relative >= {"../which-ask-a.html", "../before-you-send.html"}) == ([], True)
    assert {link[:30] for link in hrefs(page)} == {"https://ask.example.edu/guide/"}
    assert "<link rel=canonical href=https://ask.example.edu/guide/who-can-do-it-a.html>" in page
    assert "canonical" not in published("who-can-do-it-a")


def hrefs(page):
    return re.findall(r"<a href=\"?([^\s\">]+)", page)


def test_a_fault_in_a_standalone_template_is_found_by_a_check(sample):
    change(
        sample,
        "quiz/channels/standalone/page.html.j2",
        "{{ words.open_in_guide }}",
        "{{ words.nope }}",
    )

    assert ["channels/standalone/page.html.j2" in line for line in problems(sample)] == [True]


@pytest.mark.parametrize(
    "intruder",
    ["<script>seen = 1</script>", "<b onclick=seen()>", "<style>b { color: red }</style>"],
)
def test_a_page_in_which_anything_else_could_run_is_not_made(intruder):
    page = next(iter(RAW.values()))
    with pytest.raises(BuildError, match="a page of one file holds"):
        finished(page.replace("</main>", f"{intruder}</main>"))

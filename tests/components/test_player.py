"""The quiz player in a real browser: a form teaches as plain HTML, and the script only adds to it."""

import gzip
import re
from pathlib import Path
from types import SimpleNamespace

import jinja2
import markdown
import pytest
import yaml
from answered import end
from made import words
from playwright.sync_api import expect
from served import ending, requests_from_now, stored

from build_tools.write.assets import assets
from build_tools.write.render import Templates

ROOT = Path(__file__).parents[2]
QUIZ = ROOT / "quiz"
THEMES = ("quiz/shared/colors.css", "content/theme/assets/stylesheets/right-ask.css")
WORDS = words("quiz")
LOADER = jinja2.FileSystemLoader(QUIZ)
HTML = jinja2.Environment(
    loader=LOADER,
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
ITEM = """{{template: components/player/item.html.j2, standalone: false, spare: false, number: {0}, id: fits/scene-{0}, token: "{0:08}", dom_id: q-{0}, stem: "Linh {0}", question: Which,
  statement: {{id: family/can/x, text: Statement {1}., because: "", href: "#can-x", home: Family}}, group: {{title: {1}, href: "#page"}},
  options: [
    {{id: reference, text: A & B, right: false, rationale: Because reference., right_for: "", href: "#no", link_text: Family no}},
    {{id: names, text: <Names>, right: true, rationale: Because names., right_for: "", href: "#can-x", link_text: Family}},
    {{id: all, text: All, right: false, rationale: Because all., right_for: "", href: "#no", link_text: Family no}}]}}"""
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Sample</title>
<meta name="viewport" content="width=device-width"><style>{style} body {{ color: var(--ra-ink); background: var(--ra-paper) }} a {{ color: var(--ra-accent) }}</style>
<main class="md-typeset">{body}<p id="can-x">End</p></main>
<script src="player.js" defer></script><script src="player.js" defer></script></html>"""


def form_html(form_id, *items):
    listed = [yaml.safe_load(ITEM.format(*item)) for item in items]
    after = [{"href": "#another", "title": "Another"}, {"href": "#write", "title": "Write"}]
    form = SimpleNamespace(id=form_id, items=listed, minutes=2, after=after, teaser=False)
    shown = {"summary": len(items) > 1, "reach": False, "report": False}
    context = {"form": form, "words": WORDS, "level": 2, **shown}
    return HTML.get_template("components/player/form.html.j2").render(context)


FORMS = form_html("sample-a", (1, "Family"), (2, "Family"), (3, "Work"))
FORMS += "\n\n" + form_html("try-one", (9, "Work"))
SERVED = assets(Templates(root=ROOT))
SCRIPT = SERVED["assets/player.js"].decode()
STYLE = SERVED["assets/player.css"].decode()


@pytest.fixture(scope="module")
def form_url(tmp_path_factory):
    """A page with two forms that went through Python-Markdown, and with the script twice."""
    site = tmp_path_factory.mktemp("player")
    body = markdown.markdown(f"# Sample\n\n{FORMS}", extensions=["md_in_html"])
    page = PAGE.format(
        style="".join((ROOT / path).read_text("utf-8") for path in THEMES) + STYLE, body=body
    )
    (site / "player.js").write_text(SCRIPT, encoding="utf-8")
    (site / "sample.html").write_text(page, encoding="utf-8")
    return (site / "sample.html").as_uri()


@pytest.fixture
def page(visit, form_url):
    return visit(form_url)


def question(page, number):
    return page.locator(f"#q-{number}")


def role(page, number, name):
    return question(page, number).get_by_role(name)


def show(page, number):
    """Go to a question by the arrows beside the bar, from wherever the page is."""
    for word in ("one_previous", "one_next"):
        arrow = page.get_by_role("button", name=WORDS[word], exact=True)
        while question(page, number).is_hidden() and arrow.is_enabled():
            arrow.click()


def check(page, **answers):
    for name, option in answers.items():
        number = int(name[1:])
        show(page, number)
        question(page, number).locator(f"[value={option}]").check()
        role(page, number, "button").click()


def press(page, word):
    page.get_by_role("button", name=WORDS[word], exact=True).click()


def place(page, word="one_place", **numbers):
    return page.locator(f'[data-part=place]:text-is("{WORDS[word].format(**numbers)}")')


def summarize(page):
    show(page, 3)
    return end(page, question(page, 3))


def score(page, word="right_at_once", **numbers):
    return page.get_by_role("heading", name=WORDS[word].format(**numbers), exact=True)


def test_script_and_style_are_light():
    assert len(gzip.compress((SCRIPT + STYLE).encode(), 9)) <= 7200


def test_a_whole_form_can_be_done_by_keyboard(page):
    role(page, 1, "heading").focus()
    for key in ("Tab", "Space", "ArrowDown", "Tab", "Enter", "Enter") * 3:
        page.keyboard.press(key)

    expect(page.locator(".ra-summary__title")).to_be_focused()
    expect(score(page, right=3, total=3)).to_be_visible()


def test_choosing_marks_nothing_and_neither_enter_nor_arrows_submit(page):
    page.evaluate("""() => { const host = document.body.appendChild(document.createElement("form"));
      host.onsubmit = () => { document.title = "sent"; }; host.append(document.querySelector("main")); }""")
    question(page, 1).locator("[value=reference]").focus()
    for key in ("Space", "ArrowDown", "ArrowDown", "ArrowUp", "Enter"):
        page.keyboard.press(key)

    expect(question(page, 1).locator("[value=names]")).to_be_checked()
    expect(question(page, 1).locator(".ra-option .ra-mark")).to_have_count(0)
    expect(role(page, 1, "status")).to_be_empty()
    assert (page.title(), "#" in page.url) == ("Sample", False)


def test_checking_nothing_says_so_and_keeps_focus(page):
    role(page, 1, "button").click()

    expect(question(page, 1).locator("[aria-live=polite]")).to_have_text(WORDS["nothing_chosen"])
    expect(role(page, 1, "button")).to_be_focused()


@pytest.mark.parametrize("option", ["reference", "names"])
def test_the_status_says_why_then_what_fits_then_the_rule_and_no_other_reason(page, option):
    check(page, q1=option)

    marks = {"reference": ["not_here", "right"], "names": ["right"]}[option]
    shown = question(page, 1).locator(".ra-option .ra-mark").all_inner_texts()
    fits = [] if option == "names" else [WORDS["fits"].format(right="<Names>")]
    assert role(page, 1, "status").locator("p").all_text_contents() == [
        f"{WORDS[marks[0]]} Because {option}.",
        *fits,
        "Statement Family.",
    ]
    assert shown == [WORDS[mark] for mark in marks]
    expect(question(page, 1).locator("input:disabled")).to_have_count(3)
    question(page, 1).get_by_text(WORDS["all_answers"]).click()
    expect(question(page, 1).get_by_text("Because all.")).to_be_visible()


@pytest.mark.parametrize(
    ("width", "height"), [(390, 844), (320, 600), (320, 256)], ids=["phone", "small", "zoomed"]
)
def test_after_an_answer_the_way_on_stands_below_it_in_view_and_has_the_focus(page, width, height):
    page.set_viewport_size({"width": width, "height": height})
    check(page, q2="reference")
    button = role(page, 2, "button")

    expect(button).to_be_focused()
    expect(button).to_be_in_viewport(ratio=1)
    edge = role(page, 2, "status").evaluate("one => one.getBoundingClientRect().bottom")
    assert edge <= button.bounding_box()["y"]


def test_the_button_becomes_the_way_on_but_a_double_click_does_not_take_it(page):
    check(page, q2="names")
    show(page, 1)
    question(page, 1).locator("[value=names]").check()
    role(page, 1, "button").dblclick()
    expect(question(page, 3).locator("h2")).not_to_be_focused()
    role(page, 1, "button").press("Enter")

    expect(role(page, 3, "heading")).to_be_focused()
    expect(question(page, 1).locator("[data-part=check]")).to_have_text(WORDS["next_question"])


def test_the_summary_gives_credit_names_one_rule_to_read_first_and_can_start_again(page):
    check(page, q1="names", q2="reference", q3="reference")
    summary = summarize(page)
    expect(score(page, right=1, total=3)).to_be_focused()
    told = [WORDS["try_once"], WORDS["try_open"], WORDS["try_open"]]
    assert summary.get_by_role("listitem").all_text_contents()[:3] == [
        WORDS["try_of"].format(number=number, how=how) for number, how in enumerate(told, 1)
    ]
    assert summary.locator(".ra-missed:visible .ra-truth").all_inner_texts() == [
        "Statement Family."
    ]
    summary.get_by_text(WORDS["read_more_rules"]).click()
    expect(summary.get_by_text("Statement Work.")).to_be_visible()
    summary.get_by_role("button", name=WORDS["start_again"]).click()

    expect(role(page, 1, "heading")).to_be_focused()
    assert (page.locator(":checked, :disabled:not([data-part])").count(), "#" in page.url) == (
        0,
        False,
    )


def test_the_summary_says_which_topic_is_known_and_where_to_go_on(page):
    check(page, q1="names", q2="names", q3="reference")
    summary = summarize(page)

    known = WORDS["sure"].format(title="Family", right=2, total=2)
    expect(summary.get_by_text(known)).to_be_visible()
    links = summary.locator(".ra-actions a")
    assert [link.get_attribute("href") for link in links.all()] == ["#another", "#write"]


def test_a_statement_that_two_missed_questions_share_is_listed_once(page):
    check(page, q1="reference", q2="reference", q3="reference")

    listed = summarize(page).locator(".ra-missed .ra-truth").all_text_contents()
    assert listed == ["Statement Family.", "Statement Work."]


def test_what_was_missed_comes_once_more_by_itself_and_the_summary_counts_both_tries(page):
    check(page, q1="names", q2="reference", q3="reference")
    role(page, 3, "button").press("Enter")
    expect(page.locator("[data-part=note]")).to_be_focused()
    expect(place(page, "once_more", number=1, total=2)).to_be_visible()
    assert role(page, 2, "heading").text_content() == WORDS["once_more"].format(number=1, total=2)
    for number, option in ((2, "names"), (3, "reference")):
        check(page, **{f"q{number}": option})
        role(page, number, "button").press("Enter")

    expect(score(page, "right_in_all", right=1, total=3, more=1)).to_be_focused()
    press(page, "try_missed")
    check(page, q3="names")
    role(page, 3, "button").press("Enter")
    expect(score(page, "right_in_all", right=1, total=3, more=2)).to_be_focused()
    page.reload()
    expect(score(page, "right_in_all", right=1, total=3, more=2)).to_be_visible()
    expect(page.get_by_role("button", name=WORDS["try_missed"])).to_be_hidden()


def test_the_summary_can_be_had_before_what_was_missed_and_all_of_it_tried_later(page):
    check(page, q1="names", q2="reference", q3="names")
    summarize(page)
    expect(page).to_have_url(ending("done=00000001.names,00000002.reference,00000003.names"))
    press(page, "try_missed")

    expect(place(page, "once_more", number=1, total=1)).to_be_visible()
    expect(role(page, 2, "button")).to_have_text(WORDS["check"])


def test_a_second_try_that_was_broken_off_keeps_its_answers_and_opens_on_the_summary(page):
    check(page, q1="reference", q2="reference", q3="reference")
    role(page, 3, "button").press("Enter")
    check(page, q1="names")
    press(page, "skip_to_summary")
    page.reload()
    expect(score(page, "right_in_all", right=0, total=3, more=1)).to_be_visible()

    press(page, "try_missed")
    check(page, q2="names")
    page.reload()
    expect(place(page, "once_more", number=2, total=2)).to_be_visible()
    check(page, q3="names")
    role(page, 3, "button").press("Enter")
    expect(score(page, "right_in_all", right=0, total=3, more=3)).to_be_visible()


def test_an_address_with_all_answers_opens_on_the_summary_and_says_whose_they_may_be(
    page, form_url
):
    done = "00000001.names,00000002.reference,00000003.names"
    page.goto(f"{form_url}#form=sample-a&done={done}")
    page.reload()

    expect(page.get_by_text(WORDS["given"])).to_be_visible()
    expect(score(page, right=2, total=3)).to_be_visible()
    expect(page.locator(".ra-item:visible")).to_have_count(1)  # that of the other form
    press(page, "try_yourself")
    expect(role(page, 1, "heading")).to_be_focused()
    expect(page.get_by_text(WORDS["given"])).to_be_hidden()
    check(page, q1="names", q2="names", q3="names")
    summarize(page)
    expect(page.get_by_text(WORDS["given"])).to_be_hidden()


def test_a_result_with_all_questions_on_one_page_opens_on_its_summary_too(page, form_url):
    done = "00000001.names,00000002.reference,00000003.names"
    page.set_viewport_size({"width": 390, "height": 600})
    page.goto(f"{form_url}#view=all&form=sample-a&done={done}")
    page.reload()

    expect(page.locator(".ra-item:visible")).to_have_count(4)
    for told in (page.get_by_text(WORDS["given"]), score(page, right=2, total=3)):
        expect(told).to_be_in_viewport()


def test_one_question_is_shown_and_the_bar_says_which_and_leads_back(page):
    expect(page.locator(".ra-item:visible")).to_have_count(2)  # one of each form
    check(page, q1="names")
    role(page, 1, "button").press("Enter")
    expect(place(page, number=2, total=3)).to_be_visible()
    assert page.locator("[data-part=filled]").evaluate("one => one.style.width").startswith("66.6")
    press(page, "one_previous")

    expect(role(page, 1, "heading")).to_be_focused()
    expect(role(page, 1, "status")).to_be_visible()
    expect(page.get_by_role("button", name=WORDS["one_previous"])).to_be_disabled()


def test_all_can_be_had_on_one_page_and_the_address_keeps_saying_so(page):
    press(page, "view_all")
    expect(page.locator(".ra-item:visible")).to_have_count(4)
    check(page, q2="names")
    expect(place(page, "progress", number=1, total=3)).to_be_visible()
    page.reload()
    expect(page.locator(".ra-item:visible")).to_have_count(4)
    expect(page).to_have_url(ending("#view=all&form=sample-a&done=00000002.names"))
    press(page, "view_one")

    expect(page.locator(".ra-item:visible")).to_have_count(2)
    expect(page).to_have_url(re.compile("#view=one&"))


def test_a_link_to_a_question_shows_it(page, form_url):
    page.goto(f"{form_url}#q-3")
    expect(question(page, 3)).to_be_visible()
    page.evaluate("location.hash = 'q-2'")

    expect(question(page, 2)).to_be_visible()
    expect(question(page, 3)).to_be_hidden()


def test_the_bar_stays_in_view_while_one_scrolls_and_not_where_little_is_seen(page):
    for height, ratio in ((700, 1), (256, 0)):
        page.set_viewport_size({"width": 390, "height": height})
        role(page, 1, "button").scroll_into_view_if_needed()
        page.evaluate("scrollTo({ top: 500, behavior: 'instant' })")
        seen = page.locator("[data-part=bar]").evaluate(
            "one => one.getBoundingClientRect().top >= 0"
        )

        assert seen == bool(ratio)


def test_the_address_restores_a_form_and_keeps_what_is_not_ours(page, form_url):
    done = "ffffffff.names,00000001.gone,00000002.names"
    page.goto(f"{form_url}#?secret=a%20b&form=sample-a&done={done}&theme=x")

    show(page, 2)
    expect(role(page, 2, "status")).to_have_attribute("aria-live", "off")
    check(page, q1="names")
    kept = "#?secret=a%20b&form=sample-a&done=00000002.names,00000001.names&theme=x"
    expect(page).to_have_url(ending(kept))


@pytest.mark.parametrize(("asked", "way"), [("reduce", "auto"), ("no-preference", "smooth")])
def test_what_is_brought_into_view_moves_only_where_nobody_asks_for_no_motion(page, asked, way):
    page.emulate_media(reduced_motion=asked)
    page.evaluate("""() => { ways = []; const own = Element.prototype.scrollIntoView;
      Element.prototype.scrollIntoView = function (how) { ways.push(how?.behavior); own.call(this, how); }; }""")
    question(page, 1).locator("[value=names]").evaluate("one => one.click()")
    role(page, 1, "button").press("Enter")
    role(page, 1, "button").press("Enter")

    expect(role(page, 2, "heading")).to_be_focused()
    assert page.evaluate("[...new Set(ways)].filter(Boolean)") == [way]


def test_two_forms_share_an_address_and_a_plain_anchor_clears_neither(page):
    check(page, q9="names")
    page.evaluate("location.hash = 'can-x'")
    expect(question(page, 9).locator("[value=names]:disabled")).to_be_checked()
    expect(page).to_have_url(ending("#can-x"))
    check(page, q1="names")

    both = "form=sample-a&done=00000001.names&form=try-one&done=00000009.names"
    expect(page).to_have_url(ending(f"#{both}"))


def test_an_event_names_where_the_page_goes_in_its_detail(page):
    page.evaluate("""() => { told = [];
      addEventListener("right-ask:goto", ({ detail }) => told.push(detail)); }""")
    page.locator("[data-part=next]").first.click()

    assert page.evaluate("() => told.length === 1 && told[0] === document.activeElement")
    expect(page.locator(".ra-item").nth(1)).to_have_attribute("data-now", "")


def test_each_check_and_the_end_are_told_once_and_nothing_is_stored(page):
    requests = requests_from_now(page)
    page.evaluate("""() => { told = []; for (const kind of ["progress", "result"])
      addEventListener("right-ask:" + kind, ({ type, detail }) => told.push([type, detail])); }""")
    check(page, q1="names", q2="reference", q3="names")

    told = page.evaluate("told")
    end = {"form": "sample-a", "first": True, "score": 2, "answered": 3, "total": 3}
    choices = told[2][1].pop("choices")
    last = {"item": "fits/scene-3", "right": True}
    assert [kind for kind, _ in told[:2]] == ["right-ask:progress"] * 2
    assert told[2:] == [["right-ask:progress", end | last], ["right-ask:result", end]]
    assert [one["value"] for one in choices if one["checked"] and one["right"]] == ["names"]
    assert (stored(page), requests) == (0, [])

"""The quiz player in a real browser: a form is HTML that teaches by itself, and the script only adds to it."""

import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import jinja2
import markdown
import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

ROOT = Path(__file__).parents[1]
QUIZ = ROOT / "quiz"
AXE = ROOT / "node_modules/axe-core/axe.min.js"
ENV = jinja2.Environment(
    loader=jinja2.FileSystemLoader(QUIZ), autoescape=True, undefined=jinja2.StrictUndefined
)
WORDS = yaml.safe_load((QUIZ / "words.yml").read_text(encoding="utf-8"))
THEME = ROOT / "content/theme/assets/stylesheets/right-ask.css"
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Sample</title>
<meta name="viewport" content="width=device-width"><style>{style}
body {{ color: var(--ra-ink); background: var(--ra-paper) }} a {{ color: var(--ra-accent) }}</style>
<main class="md-typeset">{body}<p id="can-x">End</p></main>
<script src="player.js" defer></script><script src="player.js" defer></script></html>"""


def option(slug: str, *, right: bool) -> SimpleNamespace:
    where = {"href": f"#{right}", "link_text": "The page"}
    return SimpleNamespace(
        id=slug, text=f"Ask <{slug}>", right=right, rationale=f"Why {slug}.", **where
    )


def item(number: int, topic: str) -> SimpleNamespace:
    return SimpleNamespace(
        number=number,
        id=f"which-ask-fits/scene-{number}",
        token=f"{number:08x}",
        dom_id=f"q-scene-{number}",
        stem=f"Linh has an aunt ({number}).",
        question="What can Linh ask for?",
        group=SimpleNamespace(title=topic, href="#page"),
        statement=SimpleNamespace(text=f"Statement {number}.", href="#True", link_text="Read it"),
        options=[option(slug, right=slug == "names") for slug in ("reference", "names", "all")],
    )


def form_html(form_id: str, items: list[SimpleNamespace], *, summary: bool) -> str:
    form = SimpleNamespace(id=form_id, items=items)
    template = ENV.get_template("player/form.html.j2")
    return template.render(form=form, words=WORDS, level=2, summary=summary)


THREE = [item(1, "Family"), item(2, "Family"), item(3, "Work")]
FORM = form_html("sample-a", THREE, summary=True)
OTHER = form_html("try-one", [item(9, "Work")], summary=False)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        chromium = playwright.chromium.launch(executable_path=path, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def form_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page with two forms that went through Python-Markdown, and with the script twice."""
    site = tmp_path_factory.mktemp("player")
    (site / "player.js").write_text(ENV.get_template("player/player.js").render(), encoding="utf-8")
    body = markdown.markdown(f"# Sample\n\n{FORM}\n\n{OTHER}\n", extensions=["md_in_html"])
    style = "".join(path.read_text("utf-8") for path in (THEME, QUIZ / "player/player.css"))
    (site / "sample.html").write_text(PAGE.format(style=style, body=body), encoding="utf-8")
    return (site / "sample.html").as_uri()


@pytest.fixture
def page(browser: Browser, form_url: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text))
    page.goto(form_url)
    yield page
    assert problems == []
    context.close()


def question(page: Page, number: int) -> Locator:
    return page.locator(f"#q-scene-{number}")


def button(page: Page, number: int) -> Locator:
    return question(page, number).get_by_role("button")


def check(page: Page, number: int, slug: str) -> None:
    question(page, number).locator(f"[value={slug}]").check()
    button(page, number).click()


def check_all(page: Page, *slugs: str) -> None:
    for number, slug in enumerate(slugs, 1):
        check(page, number, slug)


def summarize(page: Page) -> Locator:
    button(page, 3).click()
    return page.locator(".ra-summary")


def test_markdown_leaves_the_form_as_it_is() -> None:
    for html in (FORM, OTHER):
        assert (
            markdown.markdown(f"Before\n\n{html}\n\nAfter", extensions=["md_in_html"]).count(html)
            == 1
        )


def test_without_scripts_all_is_readable_and_no_button_is_dead(
    browser: Browser, form_url: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(form_url)
        question(page, 1).locator("[value=names]").check()
        question(page, 1).get_by_text(WORDS["show_answer"]).click()

        expect(question(page, 1).locator(".ra-answer .ra-truth")).to_be_visible()
        assert page.locator("button:visible").count() == 0


def test_a_whole_form_can_be_done_by_keyboard(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")

    expect(page.locator(".ra-summary__title")).to_be_focused()
    expect(page.locator(".ra-summary__score")).to_have_text(WORDS["score"].format(right=3, total=3))


def test_choosing_marks_nothing_and_neither_enter_nor_arrows_submit(page: Page) -> None:
    page.evaluate("""const host = document.createElement("form");
      host.onsubmit = () => { document.title = "sent"; };
      host.append(document.querySelector("main")); document.body.append(host);""")
    question(page, 1).locator("[value=reference]").focus()
    for key in ("Space", "ArrowDown", "ArrowDown", "ArrowUp", "Enter"):
        page.keyboard.press(key)

    expect(question(page, 1).locator("[value=names]")).to_be_checked()
    expect(question(page, 1).locator(".ra-option .ra-mark")).to_have_count(0)
    expect(question(page, 1).get_by_role("status")).to_be_empty()
    assert (page.title(), "#" in page.url) == ("Sample", False)


def test_checking_nothing_says_so_and_keeps_focus(page: Page) -> None:
    button(page, 1).click()

    expect(question(page, 1).get_by_role("status")).to_have_text(WORDS["nothing_chosen"])
    expect(question(page, 1).get_by_role("status")).to_have_attribute("aria-live", "polite")
    expect(button(page, 1)).to_be_focused()


def test_a_wrong_answer_is_explained_and_the_true_statement_comes_last(page: Page) -> None:
    check(page, 1, "reference")

    status = question(page, 1).get_by_role("status")
    said = [line.strip() for line in status.text_content().split("\n") if line.strip()]
    more = f"{WORDS['read_in_guide']}: Read it"
    assert said == [
        f"{WORDS['not_here']}Why reference. The page",
        WORDS["guide_says"],
        "Statement 1.",
        more,
    ]
    marks = question(page, 1).locator(".ra-option .ra-mark").all_inner_texts()
    assert marks == [WORDS["not_here"], WORDS["right"]]
    assert question(page, 1).locator("input:disabled").count() == 3


def test_a_right_answer_is_marked_and_the_other_answers_can_be_opened(page: Page) -> None:
    check(page, 1, "names")
    question(page, 1).get_by_text(WORDS["all_answers"]).click()

    assert question(page, 1).locator(".ra-option .ra-mark").all_inner_texts() == [WORDS["right"]]
    assert question(page, 1).get_by_role("status").inner_text().startswith(WORDS["right"])
    expect(question(page, 1).get_by_text("Why all.")).to_be_visible()


def test_the_button_becomes_the_way_on_to_the_next_open_question(page: Page) -> None:
    check(page, 2, "names")
    check(page, 1, "names")
    expect(button(page, 1)).to_be_focused()
    expect(button(page, 1)).to_have_text(WORDS["next_question"])
    page.keyboard.press("Enter")

    expect(question(page, 3).get_by_role("heading")).to_be_focused()
    expect(page.locator(".ra-progress")).to_have_text(WORDS["progress"].format(answered=2, total=3))


def test_a_double_click_does_not_run_past_the_explanation(page: Page) -> None:
    question(page, 1).locator("[value=names]").check()
    button(page, 1).dblclick()

    expect(button(page, 1)).to_be_focused()


def test_the_summary_counts_by_topic_and_lists_what_was_missed(page: Page) -> None:
    check_all(page, "names", "reference", "names")
    summary = summarize(page)

    expect(summary.locator(".ra-summary__title")).to_be_focused()
    assert summary.locator(".ra-topics li").all_inner_texts() == ["Family\n1 of 2", "Work\n1 of 1"]
    assert summary.locator(".ra-missed .ra-truth__text").all_inner_texts() == ["Statement 2."]


def test_trying_again_asks_the_missed_ones_and_keeps_the_first_score(page: Page) -> None:
    check_all(page, "names", "reference", "reference")
    summary = summarize(page)
    for slugs in (("names", "reference"), (None, "names")):
        page.get_by_role("button", name=WORDS["try_missed"]).click()
        expect(page.locator(".ra-note")).to_be_focused()
        expect(question(page, 1)).to_be_hidden()
        for number, slug in enumerate(slugs, 2):
            expect(question(page, number)).to_be_visible(visible=slug is not None)
            if slug:
                check(page, number, slug)
        summarize(page)
        expect(summary.locator(".ra-summary__score")).to_have_text(
            WORDS["score"].format(right=1, total=3)
        )
        expect(summary.get_by_text(WORDS["tried_again"])).to_be_visible()

    expect(page.get_by_role("button", name=WORDS["try_missed"])).to_be_hidden()
    page.reload()
    expect(summary.locator(".ra-summary__score")).to_have_text(
        WORDS["score"].format(right=1, total=3)
    )
    assert page.url.count("&again=") == 2


def test_starting_again_clears_the_form_and_its_address(page: Page) -> None:
    check_all(page, "names", "names", "names")
    summarize(page)
    page.get_by_role("button", name=WORDS["start_again"]).click()

    expect(question(page, 1).get_by_role("heading")).to_be_focused()
    assert (page.locator(":checked, :disabled").count(), "#" in page.url) == (0, False)


def test_the_address_restores_a_form_and_keeps_what_is_not_ours(page: Page, form_url: str) -> None:
    stale = "ffffffff.names,00000001.gone,00000002.names"
    page.goto(f"{form_url}#?secret=abc%20d&form=sample-a&done={stale}&theme=x")

    expect(page.locator(".ra-progress")).to_have_text(WORDS["progress"].format(answered=1, total=3))
    expect(question(page, 2).get_by_role("status")).to_have_attribute("aria-live", "off")
    check(page, 1, "names")
    kept = "form=sample-a&done=00000002.names,00000001.names&theme=x"
    assert page.url.split("#")[1] == f"?secret=abc%20d&{kept}"


def test_two_forms_share_an_address_and_a_plain_anchor_clears_neither(page: Page) -> None:
    check(page, 9, "names")
    page.evaluate("location.hash = 'can-x'")
    check(page, 1, "names")

    own = "form=sample-a&done=00000001.names"
    assert page.url.endswith(f"#{own}")
    expect(question(page, 9).locator("[value=names]")).to_be_disabled()


def test_each_check_and_the_end_are_told_once_and_nothing_is_stored(page: Page) -> None:
    page.evaluate("""told = []; for (const kind of ["progress", "result"])
      addEventListener("right-ask:" + kind, (event) => told.push([event.type, event.detail]))""")
    check_all(page, "names", "reference", "names")

    told = page.evaluate("told")
    common = {"form": "sample-a", "first": True, "score": 2, "answered": 3, "total": 3}
    last = {"item": "which-ask-fits/scene-3", "option": "names", "right": True}
    assert [kind for kind, _ in told] == ["right-ask:progress"] * 3 + ["right-ask:result"]
    assert told[-2:] == [["right-ask:progress", common | last], ["right-ask:result", common]]
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]
    assert page.evaluate(
        "performance.getEntriesByType('resource').every((r) => r.name.endsWith('player.js'))"
    )


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("width", [390, 1300])
def test_axe_finds_nothing_in_any_state(page: Page, scheme: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(f"document.documentElement.dataset.mdColorScheme = '{scheme}'")
    page.add_script_tag(path=AXE)
    steps = {
        "unanswered": lambda: None,
        "nothing chosen": button(page, 1).click,
        "right": lambda: check(page, 1, "names"),
        "wrong": lambda: check(page, 2, "reference"),
        "all answers": question(page, 2).get_by_text(WORDS["all_answers"]).click,
        "summary": lambda: (check(page, 3, "reference"), summarize(page)),
        "retry": page.get_by_role("button", name=WORDS["try_missed"]).click,
    }
    found = {}
    for state, step in steps.items():
        step()
        found[state] = page.evaluate("axe.run().then((result) => result.violations)")

    assert found == {state: [] for state in steps}

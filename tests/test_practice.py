"""Practice in a real browser: rounds over the whole bank, kept only on request, never restored to another item."""

import gzip
import re

import markdown
import pytest
from conftest import ROOT, change, copy_sample
from made import words
from playwright.sync_api import expect
from served import printed_pages, stored, violations

from build_tools.generate import generate_tree

WORDS = words("quiz")
BANK = "quiz/bank/which-ask-fits.yml"
SECTION = re.compile(r'<section class="ra-form.*?</section>', re.DOTALL)
ANSWER = """([from, to, right]) => {
  const round = [...document.querySelectorAll("[data-part=round] article")].slice(from, to);
  for (const article of round) {
    for (const reason of article.querySelectorAll("[data-option]")) {
      const { option, bin } = reason.dataset;
      const inputs = [...article.querySelectorAll("input")].filter((one) => (one.dataset.row || one.value) === option);
      const fits = (one) => bin ? one.value === bin : reason.hasAttribute("data-right");
      inputs.find((one) => fits(one) === right)?.click();
    }
    article.querySelector("[data-part=check]").click();
  }
  return round.map((article) => article.dataset);
}"""
ASKED = """(within) => [...document.querySelectorAll(`${within} article`)].map((article) => ({
  item: article.dataset.item,
  isGrid: article.dataset.kind === "grid",
  answers: article.querySelectorAll("[data-bin]").length || 1,
  statements: [
    ...[article, ...article.querySelectorAll("[data-option]")].map((one) => one.dataset.statement),
    ...article.parentElement.dataset.also.split(" "),
  ].filter(Boolean),
  names: article.parentElement.dataset.names.split(" ").filter(Boolean),
}))"""
ROUND = "[data-part=round]"


@pytest.fixture
def practice(visit, address):
    return visit(f"{address}/practice.html")


def answer(page, start=0, end=99, *, right=True):
    """Answer some questions of the round; return what each of them says of itself."""
    return page.evaluate(ANSWER, [start, end, right])


def go_on(page):
    page.locator("[data-part=round] [data-part=check]").last.click()
    page.get_by_role("button", name=WORDS["next_round"]).click()


def button(page, word):
    return page.get_by_role("button", name=WORDS[word])


def kept(page):
    return page.evaluate("localStorage.getItem('right-ask:practice')")


def test_a_round_has_eight_questions_about_different_people_and_statements(practice):
    asked = practice.evaluate(ASKED, ROUND)

    names = [name for one in asked for name in one["names"]]
    assert len({one["statements"][0] for one in asked}) == len(asked) == 8
    assert len(set(names)) == len(names)


def test_a_missed_statement_comes_back_as_another_item(practice):
    bank = practice.evaluate(ASKED, "right-ask-practice")
    listed = [name for one in bank for name in set(one["statements"])]
    for _ in range(6):
        asked = practice.evaluate(ASKED, ROUND)
        has_other = [listed.count(one["statements"][0]) > 1 and not one["isGrid"] for one in asked]
        chosen = has_other.index(True)
        answer(practice, 0, chosen)
        (missed,) = answer(practice, chosen, chosen + 1, right=False)
        answer(practice, chosen + 1)
        go_on(practice)
        back = [
            one
            for one in practice.evaluate(ASKED, ROUND)
            if missed["statement"] in one["statements"]
        ]

        assert back
        assert missed["item"] not in [one["item"] for one in back]


def test_everything_is_learned_once_it_was_right_in_two_rounds(practice):
    note = practice.get_by_text(WORDS["all_learned"])
    answer(practice)
    assert practice.locator(".ra-dots .ra-dot--learned").count() == 0
    assert practice.locator(".ra-dots .ra-dot--begun").count() >= 8
    for _ in range(60):
        if note.is_visible():
            break
        go_on(practice)
        answer(practice)

    expect(note).to_be_visible()
    assert (
        practice.locator(".ra-dots .ra-dot").count()
        == practice.locator(".ra-dots .ra-dot--learned").count()
    )
    go_on(practice)
    expect(practice.locator("[data-part=round] article")).to_have_count(8)


def test_a_round_can_be_left_and_taken_up_again_by_its_address(practice):
    answered = answer(practice, 0, 3)
    asked = practice.evaluate(ASKED, ROUND)
    practice.reload()

    assert practice.evaluate(ASKED, ROUND) == asked
    expect(practice.locator("[data-part=status]:not(:empty)")).to_have_count(3)
    progress = WORDS["round_progress"].format(answered=len(answered), total=8)
    expect(practice.get_by_text(progress)).to_be_visible()


def test_nothing_is_stored_until_save_and_nothing_after_clear(practice, address):
    answer(practice, 0, 2)
    assert stored(practice) == 0
    button(practice, "save").click()
    expect(practice.get_by_text(WORDS["saved"])).to_be_visible()
    expect(button(practice, "clear_saved")).to_be_focused()
    answer(practice, 2, 4)
    asked = practice.evaluate(ASKED, ROUND)
    practice.goto(f"{address}/about.html")
    practice.goto(f"{address}/practice.html")

    assert practice.evaluate(ASKED, ROUND) == asked
    expect(practice.locator("[data-part=status]:not(:empty)")).to_have_count(4)
    button(practice, "clear_saved").click()
    assert stored(practice) == 0


def test_opening_the_address_of_somebody_else_keeps_what_is_saved(practice, visit, address):
    answer(practice, 0, 2)
    button(practice, "save").click()
    mine = kept(practice)
    other = visit(f"{address}/practice.html")
    answer(other, 0, 5)
    practice.goto("about:blank")
    practice.goto(other.url)
    answer(practice, 5, 6)

    assert kept(practice) == mine


def test_what_another_window_cleared_stays_cleared(practice, address):
    answer(practice, 0, 2)
    button(practice, "save").click()
    other = practice.context.new_page()
    other.goto(f"{address}/practice.html")
    button(other, "clear_saved").click()
    expect(practice.get_by_text(WORDS["saved_elsewhere"])).to_be_visible()
    answer(practice, 2, 3)

    assert stored(practice) == 0


def test_starting_over_forgets_the_answers_the_saved_ones_too(practice):
    answer(practice)
    button(practice, "save").click()
    practice.get_by_text(WORDS["start_over"], exact=True).click()
    button(practice, "start_over_now").click()

    expect(practice.locator("[data-part=status]:not(:empty)")).to_have_count(0)
    expect(practice.locator(".ra-dots .ra-dot--begun")).to_have_count(0)
    assert ("#" in practice.url, stored(practice)) == (False, 0)


def test_a_browser_that_keeps_nothing_says_so(practice):
    practice.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('', 'Quota') } }"
    )
    button(practice, "save").click()

    expect(practice.get_by_text(WORDS["save_failed"])).to_be_visible()


def test_without_scripts_every_item_stands_there_with_its_answer(visit, address):
    page = visit(f"{address}/practice.html", java_script_enabled=False)
    item = page.locator(".ra-item").last
    item.get_by_text(WORDS["all_answers"]).click()

    expect(item.locator(".ra-truth")).to_be_visible()
    bank = (ROOT / "tests/public-ids.txt").read_text("utf-8")
    assert page.locator(".ra-item").count() == len(re.findall(r"(?m)^item .+", bank))
    assert page.locator("button:visible").count() == 0


def test_the_report_says_what_was_right_and_what_was_taken_for_what(practice):
    asked = practice.evaluate(ASKED, ROUND)
    answer(practice, 0, 6)
    missed = answer(practice, 6, right=False)
    practice.get_by_text(WORDS["report"]).click()
    page = practice.locator(".ra-report__page")

    answers = [one["answers"] for one in asked]
    first = WORDS["report_first"].format(right=sum(answers[:6]), total=sum(answers))
    expect(page).to_contain_text(first)
    for one in missed:
        article = practice.locator(f'article[data-item="{one["item"]}"]')
        expect(page).to_contain_text(article.locator(".ra-stem").inner_text())
    practice.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button(practice, "copy_text").click()
    expect(practice.get_by_text(WORDS["copied"])).to_be_visible()
    copied = practice.evaluate("navigator.clipboard.readText()")
    assert all(line in copied for line in page.locator("li").all_inner_texts())


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_the_report_is_one_printed_page_even_when_all_was_wrong(visit, address, paper):
    page = visit(f"{address}/mixed-a.html#view=all")
    page.evaluate("window.print = () => 0")
    for item in page.locator(".ra-item").all():
        wrong = item.locator("[data-option]:not([data-right])").first.get_attribute("data-option")
        item.locator(f'[value="{wrong}"]').check()
        item.locator("[data-part=check]").click()
    page.locator("[data-part=check]").last.click()
    button(page, "skip_to_summary").click()
    page.get_by_text(WORDS["report"]).click()
    expect(page.get_by_text(WORDS["report_more"].format(shown=10, total=12))).to_be_visible()
    button(page, "print_report").click()

    assert printed_pages(page, paper) == 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".ra-sheet")).to_have_count(0)


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1300, "dark"), (320, "dark")])
def test_axe_finds_nothing_in_any_state_of_practice(visit, address, width, scheme):
    page = visit(f"{address}/practice.html", width=width, scheme=scheme)
    found = violations(page)
    answer(page, 0, 4)
    answer(page, 4, right=False)
    page.locator("[data-part=round] [data-part=check]").last.click()
    page.get_by_text(WORDS["report"]).click()
    page.get_by_text(WORDS["start_over"], exact=True).click()
    button(page, "save").click()
    found += violations(page)

    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_round_can_be_done_by_keyboard(practice):
    practice.locator("[data-part=round] input").first.focus()
    for _ in range(8):
        # A sort grid, which a round may hold, has a choice in each row.
        rows = practice.evaluate(
            "new Set([...document.activeElement.closest('[data-item]').querySelectorAll('input')].map(one => one.name)).size"
        )
        for key in (*["Space", "Tab"] * rows, "Enter", "Enter", "Tab"):
            practice.keyboard.press(key)
    # The last Enter led to the summary, and Tab on to its first link or button.
    expect(practice.locator("[data-part=summary]")).to_be_visible()


def test_scripts_of_player_and_practice_are_light(site):
    (player,), (practice,) = (site.glob(f"assets/{name}.*.js") for name in ("player", "practice"))
    scripts = [path.read_bytes() for path in (player, practice)]
    assert sum(len(gzip.compress(script, 9)) for script in scripts) <= 10_000


# What edits of the bank do to answers that were given before them.

EDITED = "which-ask-fits/the-mill"
MORE = """items:
  - id: aunt
    names: [Imani]
    stem: The aunt of Imani lives next door.
    question: What could Imani ask her?
    contact_type: neighbors
    about: [neighbors/can/name-inside]
    options:
      - {id: brother, text: Who works there?, key: true, rationale: It is easy., rests_on: neighbors/can/name-inside}
      - {id: reference, text: Will you write it?, rationale: She has not seen it., rests_on: neighbors/cannot/work-reference}
      - {id: all-jobs, text: What is open?, rationale: Nobody knows., rests_on: principles/nobody-hears-all}
"""


def insert(root):
    change(root, BANK, "items:\n", MORE)


def reorder(root):
    text = (root / BANK).read_text("utf-8")
    head, first, second = text.split("\n  - id: ", 2)
    (root / BANK).write_text("\n  - id: ".join([head, second.rstrip("\n"), first]) + "\n", "utf-8")


def reword(root):
    change(root, BANK, "Who is your brother’s boss?", "Does your brother like his boss?")


def served(root, folder):
    """Write the sample's practice and its form as plain pages."""
    files = generate_tree(root, {}).files
    for name in ("practice", "mixed-a"):
        section = SECTION.search(files[f"{name}.md"].decode())[0]
        script = "practice" if name == "practice" else "player"
        page = f'<!doctype html><meta charset="utf-8"><title>{name}</title>'
        page += markdown.markdown(section, extensions=["md_in_html"])
        (folder / f"{name}.html").write_text(f'{page}<script src="{script}.js"></script>', "utf-8")
        (folder / f"{script}.js").write_bytes(files[f"assets/{script}.js"])


def answers(page):
    """Return the text of the option that is chosen and marked, by item."""
    return page.evaluate("""() => Object.fromEntries([...document.querySelectorAll("article")].flatMap((article) => {
        const chosen = article.querySelector(":checked:disabled");
        return chosen ? [[article.dataset.item, chosen.nextElementSibling.textContent]] : [];
    }))""")


@pytest.mark.parametrize("edit", [insert, reorder, reword])
@pytest.mark.parametrize(
    ("name", "place"), [("practice", "address"), ("practice", "storage"), ("mixed-a", "address")]
)
def test_after_an_edit_no_answer_is_restored_to_another_item(browser, tmp_path, edit, name, place):
    root = copy_sample(tmp_path / "sample")
    served(root, tmp_path)
    page = browser.new_page()
    page.goto((tmp_path / f"{name}.html").as_uri())
    # Practice deals at random: not every round has the item that is edited.
    while not page.locator(f'article:visible[data-item="{EDITED}"]').count():
        page.reload()
    for article in page.locator("article:visible:not([data-kind=grid])").all():
        article.locator("input").first.check()
        article.locator("[data-part=check]").click()
    if place == "storage":
        button(page, "save").click()
    before, address = answers(page), page.url
    edit(root)
    served(root, tmp_path)
    page.goto("about:blank")
    page.goto(address if place == "address" else address.split("#")[0])

    changed = {EDITED} if edit is reword else set()
    assert answers(page) == {item: text for item, text in before.items() if item not in changed}
    stale = page.get_by_text(WORDS["stale"].format(dropped=1))
    assert stale.is_visible() == bool(changed)
    page.close()

"""Put results together, in a real browser: what a group answered, counted from the addresses that its people shared."""

import re
from urllib.parse import quote

import pytest
from answered import FORMS, answers, result
from made import project, words
from mangled import MANGLED
from playwright.sync_api import expect
from served import DRESSED, printed_pages, requests_from_now, stored

from build_tools.model.items import Grid

WORDS = words("quiz")
CONTENT = project().views
ASKS, SORTS = "which-ask-a", "who-can-do-it-a"
PASTE = "text => { document.querySelector('#pasted').value = text; }"
"""What pasting does; typing so much would take longer than counting it."""
COUNT = """() => {
  const before = performance.now();
  document.querySelector("[data-part=count]").click();
  return performance.now() - before;
}"""


@pytest.fixture
def results(visit, address):
    return visit(f"{address}/results.html")


def said(word, **values):
    return WORDS[word].format(**values)


def count(page, *lines):
    page.get_by_label(WORDS["results_paste"]).fill("\n".join(lines))
    page.get_by_role("button", name=WORDS["results_count"]).click()
    # The first time, the questions come before it is said what was counted.
    expect(page.locator("[data-part=status]")).not_to_be_empty()


def status(page):
    return page.locator("[data-part=status]").inner_text()


def notes(page):
    return page.locator("[data-part=notes] li").all_inner_texts()


def play(page, address, form, *, wrong):
    """Answer a whole quiz as a person does, the first `wrong` questions wrongly, and return its address."""
    page.goto("about:blank")
    page.goto(f"{address}/{form}.html#view=all")
    for number, item in enumerate(FORMS[form].items, start=1):
        question = page.locator(f'[data-item="{item.id}"]')
        if isinstance(item, Grid):
            for row in item.rows:
                others = [name for name in item.bins if name != row.bin]
                name = others[0] if number <= wrong else row.bin
                question.locator(f'[data-row="{row.id}"] [value="{name}"]').check()
        else:
            right = number > wrong
            chosen = next(option.id for option in item.options if option.right == right)
            question.locator(f'input[value="{chosen}"]').check()
        question.get_by_role("button", name=WORDS["check"]).click()
    return page.evaluate("location.href")


def quiz(page, form):
    title = CONTENT.title_of(FORMS[form])
    return page.locator(".ra-results__quiz").filter(
        has=page.get_by_role("heading", name=title, exact=True)
    )


def chosen(page, form, number):
    """Return how many chose each option of a question, as the page says it, by row."""
    item = FORMS[form].items[number - 1]
    question = quiz(page, form).locator(f'[data-token="{item.token}"]')
    return {
        row.get_attribute("data-row"): {
            option.get_attribute("data-option"): option.locator("[data-part=said]").inner_text()
            for option in row.locator("[data-option]").all()
        }
        for row in question.locator("[data-row]").all()
    }


def test_two_quizzes_that_people_took_are_counted_by_quiz_and_question(visit, address):
    page = visit(f"{address}/results.html")
    shared = [
        play(page, address, ASKS, wrong=0),
        play(page, address, ASKS, wrong=1),
        play(page, address, ASKS, wrong=2),
        play(page, address, SORTS, wrong=1),
    ]
    page.goto(f"{address}/results.html")
    count(page, *shared)

    assert status(page) == said("results_told", results=4, quizzes=2)
    assert notes(page) == []
    assert quiz(page, ASKS).locator("[data-part=people]").inner_text() == said(
        "results_people", people=3
    )
    assert quiz(page, SORTS).locator("[data-part=people]").inner_text() == WORDS["results_one"]
    names = quiz(page, ASKS).locator("h4").all_inner_texts()
    assert names[:3] == [
        said("results_missed", number=number, missed=missed, total=3)
        for number, missed in ((1, 2), (2, 1), (3, 0))
    ]
    key = FORMS[ASKS].items[0].key.id
    assert chosen(page, ASKS, 1)[""][key] == said("results_chosen", count=1, total=3)
    bar = quiz(page, ASKS).locator(f'[data-option="{key}"] [data-part=bar]').last
    assert bar.evaluate("(one) => one.style.width").startswith("33.3")
    right = quiz(page, ASKS).locator("[data-right]")
    expect(right).to_have_count(len(FORMS[ASKS].items))
    assert all(WORDS["right"] in text for text in right.all_inner_texts())


def test_what_was_sorted_is_counted_by_row_with_the_right_place_marked(results):
    count(results, result(SORTS), result(SORTS, missed={1}))
    item = FORMS[SORTS].items[0]
    counts = chosen(results, SORTS, 1)

    assert len(counts) == len(item.rows)
    for row in item.rows:
        assert counts[row.id][row.bin] == said("results_chosen", count=1, total=2)
    assert quiz(results, SORTS).locator("h4").first.inner_text() == said(
        "results_missed_rows", number=1, missed=len(item.rows), total=2 * len(item.rows)
    )


def test_topics_add_up_to_all_answers(results):
    count(results, result(ASKS, missed={1, 2, 3}), result(ASKS))
    lines = quiz(results, ASKS).locator("[data-part=topics] li").all_inner_texts()
    numbers = [re.findall(r"\d+", line) for line in lines]

    assert len(lines) > 1
    assert sum(int(right) for right, _ in numbers) == 13
    assert sum(int(total) for _, total in numbers) == 16


def test_what_most_of_those_who_were_asked_missed_comes_first(results):
    first, second = FORMS[ASKS].items[:2]
    wrong = [
        f"{one.token}.{next(option.id for option in one.options if not option.right)}"
        for one in (first, second)
    ]
    shared = [f"{first.token}.{first.key.id}", ",".join(wrong)]
    count(results, *(f"{ASKS}.html#form={ASKS}&done={done}" for done in shared))

    names = quiz(results, ASKS).locator("h4").all_inner_texts()
    assert names == [
        said("results_missed", number=number, missed=1, total=total)
        for number, total in ((2, 1), (1, 2))
    ]


def test_only_the_first_answer_of_each_question_counts(results):
    first = FORMS[ASKS].items[0]
    again = f"&again={first.token}.{first.key.id}"
    count(results, result(ASKS, missed={1}) + again)
    entry = f"{first.token}.{next(one.id for one in first.options if not one.right)}"
    assert chosen(results, ASKS, 1)[""][first.key.id] == said("results_chosen", count=0, total=1)

    days = f"round=20700~{entry}!&round=20701~{first.token}.{first.key.id}"
    count(results, f"practice.html#form=practice&{days}")
    assert notes(results) == []
    missed = results.locator(".ra-results__quiz h4").inner_text()
    assert missed.endswith(said("results_missed", number=0, missed=1, total=1)[-16:])


PASTED = (
    "Hi Ms. Lee, here it is: <{}>. Best, AK",
    "{}, thanks",
    "https://eu.safelinks.example.com/?url={quoted}&data=05%7C01",
    "https://eu.safelinks.example.com/?url={twice}&data=05%7C01",
    "(see https://www.example.com/url?q={quoted})",
    "\ufeff  {}\t",
)


def test_an_address_is_found_as_mail_programs_leave_it(results):
    whole = result(ASKS, missed={4})
    quoted = quote(whole, safe="")
    for pasted in PASTED:
        told = pasted.format(whole, quoted=quoted, twice=quote(quoted, safe=""))
        assert found_once(results, told), pasted


def test_a_mangled_address_counts_and_is_the_same_as_the_plain_one(results):
    site, _, plain = result(ASKS, missed={4}).partition("#")
    for how, mangle in MANGLED.items():
        mangled = mangle(plain)
        assert found_once(results, f"{site}#{mangled}"), how
        count(results, f"{site}#{mangled}", f"{site}%23{mangled}", f"{site}#{plain}")

        assert status(results) == said("results_told", results=1, quizzes=1), how
        assert notes(results) == [said("results_same", line=line) for line in (2, 3)], how


def found_once(page, told):
    """Say whether a text counts as one result without a note, after one was put in that counts as none."""
    count(page, "Hello")
    count(page, told)
    question = quiz(page, ASKS).locator("h4").first.inner_text()
    found = status(page), notes(page), "Question 4" in question
    return found == (said("results_told", results=1, quizzes=1), [], True)


def test_a_page_with_a_quiz_in_it_and_a_frame_and_a_stick_count_too(results):
    hash_ = result("try-it-family-friends", site="").partition("#")[2]
    count(
        results,
        f"https://ask.example.edu/family-friends.html#{hash_}",
        f"file:///D:/ask/embed/{ASKS}.html#view=all&form={ASKS}&done={answers(ASKS)}",
    )

    assert status(results) == said("results_told", results=2, quizzes=2)


def test_the_same_address_counts_once_and_says_so_unless_two_people_answered_alike(results):
    lines = (result(ASKS), result(ASKS, missed={2}), result(ASKS, site="https://other.example/"))
    count(results, *lines)
    assert status(results) == said("results_told", results=2, quizzes=1)
    assert notes(results) == [said("results_same", line=3)]

    results.get_by_label(WORDS["results_each"]).check()
    count(results, *lines)
    assert status(results) == said("results_told", results=3, quizzes=1)
    assert notes(results) == []


def test_lines_that_are_no_results_are_named_by_number(results):
    cut = result(ASKS)[:-4]
    count(
        results,
        "Dear Ms. Lee,",
        "thank you!",
        "",
        result(ASKS),
        "https://example.com/news#form=",
        f"https://ask.example.edu/{ASKS}.html",
        "https://elsewhere.example/#form=another-quiz&done=12345678.yes",
        cut,
        f"{ASKS}.html#form={ASKS}&done=deadbeef.yes",
    )

    assert status(results) == said("results_told", results=2, quizzes=1)
    assert notes(results) == [
        said("results_unread_lines", line=1, last=2),
        said("results_unread_lines", line=5, last=6),
        said("results_unknown", line=7),
        said("results_cut", line=8, dropped=1),
        said("results_unread", line=9),
    ]
    last = len(FORMS[ASKS].items)
    assert chosen(results, ASKS, last)[""][FORMS[ASKS].items[-1].key.id] == "1 of 1"


HOSTILE = (
    "<script>boom()</script>",
    "<img src=x onerror=boom()>#form=<img/src=x/onerror=boom()>&done=<b>",
    f"#form={ASKS}&done=<svg/onload=boom()>.yes",
    "#form=__proto__&done=constructor.toString",
    f"#form={ASKS}&done=%E0%A4%A.%00,,,.,!.!",
    "javascript:boom()#form=practice&round=1~constructor.prototype",
    "https://%/?%ZZ=#form=&&&&",
    "#" * 100_000,
    "https://x.example/?" + "u=%23form%3D&" * 20_000,
)


def test_hostile_text_is_no_result_and_becomes_nothing_but_text(results):
    for hostile in HOSTILE:
        count(results, "Hello")
        count(results, hostile, result(ASKS))

        assert status(results) == said("results_told", results=1, quizzes=1), hostile[:60]
        assert len(notes(results)) == 1, hostile[:60]
        expect(results.locator("right-ask-results :is(script:not([type]), img)")).to_have_count(0)


def test_five_thousand_lines_are_counted_at_once_and_the_notes_stay_few(results):
    lines = [
        result(ASKS, missed={number % 8 + 1}) if number % 2 else f"line {number}"
        for number in range(5000)
    ]
    count(results)
    results.get_by_label(WORDS["results_each"]).check()
    results.evaluate(PASTE, "\n".join(lines))
    took = results.evaluate(COUNT)

    assert status(results) == said("results_told", results=2500, quizzes=1)
    assert took < 2000
    assert len(notes(results)) == 13
    assert notes(results)[-1] == said("results_more", more=2488)


def test_pasting_nothing_or_no_result_says_so(results):
    count(results)
    assert status(results) == WORDS["results_nothing"]
    count(results, "Hello")
    assert status(results) == WORDS["results_none"]
    expect(results.locator(".ra-results__quiz")).to_have_count(0)


def test_the_questions_come_once_there_is_something_to_count(results):
    results.wait_for_function(DRESSED)
    requests = requests_from_now(results)
    count(results, result(ASKS))
    count(results, result(ASKS), result(SORTS))

    assert [re.sub(r".*/|\.\w{8}\.", "/", url) for url in requests] == ["/results-questions/js"]


def test_questions_that_do_not_load_are_asked_for_again(visit, address):
    page = visit(f"{address}/results.html", refusals=["Failed to load resource"])
    page.route("**/results-questions.*", lambda route: route.abort())
    count(page, result(ASKS))
    assert status(page) == WORDS["results_failed"]

    page.unroute("**/results-questions.*")
    count(page, result(ASKS))
    expect(page.locator("[data-part=status]")).to_have_text(
        said("results_told", results=1, quizzes=1)
    )


def test_nothing_is_asked_sent_stored_or_put_into_the_address(results, address):
    count(results)
    results.wait_for_function(DRESSED)
    requests = requests_from_now(results)
    count(results, result(ASKS), result(SORTS))
    results.get_by_role("button", name=WORDS["results_clear"]).click()

    assert (requests, stored(results), results.url) == ([], 0, f"{address}/results.html")
    assert status(results) == WORDS["results_cleared"]
    expect(results.get_by_label(WORDS["results_paste"])).to_have_value("")
    expect(results.get_by_label(WORDS["results_paste"])).to_be_focused()
    expect(results.locator(".ra-results__quiz")).to_have_count(0)


def test_it_is_done_by_keyboard_and_works_from_a_stick(visit, site):
    page = visit((site / "results.html").as_uri())
    page.get_by_label(WORDS["results_paste"]).focus()
    page.keyboard.insert_text(result(ASKS))
    for key in ("Tab", "Tab", "Enter"):
        page.keyboard.press(key)

    expect(page.get_by_role("status").filter(has_text="1")).to_have_text(
        said("results_told", results=1, quizzes=1)
    )
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=WORDS["people_print"])).to_be_focused()


def test_with_scripts_off_it_says_what_it_takes(visit, address):
    page = visit(f"{address}/results.html", java_script_enabled=False)

    expect(page.get_by_text(WORDS["results_without"])).to_be_visible()
    expect(page.locator("main :is(textarea, button):visible")).to_have_count(0)
    expect(page.get_by_text(words("content")["results_how_steps"])).to_be_visible()


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_the_counts_of_a_quiz_fill_at_most_two_sheets(measured, address, paper):
    page = measured(f"{address}/results.html")
    for form in (ASKS, SORTS, "mixed-a"):
        count(page, result(form), result(form, missed={1, 2}))
        assert printed_pages(page, paper) <= 2, form
    page.emulate_media(media="print")
    expect(page.get_by_label(WORDS["results_paste"])).to_be_hidden()
    expect(page.get_by_role("heading", level=2)).to_have_count(1)

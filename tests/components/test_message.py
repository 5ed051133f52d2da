"""A message in a real browser: adapted in place and copied, and nothing typed leaves the page."""

import pytest
from conftest import ROOT
from made import project, read_yaml, words
from playwright.sync_api import expect
from served import stored

WORDS = words("content")
CHECK = read_yaml(ROOT / "quiz/components/before-you-send/check.yml")
HOSTILE = "<script>document.title = 'run'</script> שלום 🎉\n" + "x" * 10_000


def button(message, word):
    return message.get_by_role("button", name=WORDS[word])


@pytest.fixture
def page(visit, address):
    page = visit(f"{address}/ask-reference.html")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def clipboard(page):
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("text", ["Hi Rosa, may I?", HOSTILE, " "])
def test_what_is_typed_is_copied_as_it_is_and_kept_nowhere(page, text):
    message = page.locator("right-ask-message").last
    original = message.locator("blockquote").inner_text().strip()
    button(message, "message_change").click()
    field = message.get_by_role("textbox")
    expect(field).to_be_focused()
    expect(field).to_have_value(original)
    field.fill(text)
    button(message, "message_copy").click()

    expect(message.get_by_role("status")).to_have_text(WORDS["message_copied"])
    assert (clipboard(page), page.title() == "run", stored(page)) == (text, False, 0)


TOLD = """(status) => status.textContent || getComputedStyle(status, "::before").content"""


@pytest.mark.parametrize("folder", ["", "es/"])
def test_whoever_changes_a_message_is_told_that_it_is_not_kept_until_it_is_copied(
    page, address, folder
):
    said = WORDS if not folder else project(edition="es").views.library.words
    page.goto(f"{address}/{folder}ask-reference.html")
    message = page.locator("right-ask-message").last
    status = message.locator("[data-part=status]")
    assert status.evaluate(TOLD) == "none"
    message.get_by_role("button", name=said["message_change"]).click()
    assert status.evaluate(TOLD) == f'"{said["message_kept"]}"'
    expect(status).to_be_in_viewport()
    message.get_by_role("button", name=said["message_copy"], exact=True).click()

    expect(status).to_have_text(said["message_copied"])


def test_where_nothing_can_be_copied_the_text_is_selected(page):
    page.evaluate("() => { Object.defineProperty(navigator, 'clipboard', { value: undefined }) }")
    message = page.locator("right-ask-message").last
    button(message, "message_copy").click()

    expect(message.get_by_role("status")).to_have_text(WORDS["message_not_copied"])
    selected = page.evaluate("getSelection().toString()").strip()
    assert selected == message.locator("blockquote").inner_text().strip()


def test_without_scripts_a_message_has_no_dead_button(visit, address):
    page = visit(f"{address}/what-to-write.html", java_script_enabled=False)

    expect(page.locator(".ra-message blockquote").first).to_be_visible()
    expect(page.locator(".ra-message button:visible")).to_have_count(0)


def test_under_a_message_that_asks_are_the_lines_to_check_and_what_leads_to_all_of_them(
    visit, address
):
    short = [item["text"] for item in CHECK["items"] if item.get("short")]
    page = visit(f"{address}/ask-reference.html", java_script_enabled=False)
    lines = page.locator(".ra-message", has_text=WORDS["lines_title"]).first.locator("details")
    lines.locator("summary").click()

    expect(lines.get_by_role("listitem")).to_have_text(short)
    lines.get_by_role("link", name=WORDS["lines_more"]).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(WORDS["before_title"])


def test_a_message_that_thanks_has_no_lines_to_check_before_asking(visit, address):
    page = visit(f"{address}/after-you-ask.html")

    expect(page.locator(".ra-message").first).to_be_visible()
    expect(page.locator(".ra-message details")).to_have_count(0)


def test_what_each_sender_has_words_of_their_own_for_is_marked(page):
    message = page.locator("right-ask-message").first
    marked = message.locator("mark").all_inner_texts()

    assert marked
    assert all(one in message.locator("blockquote").inner_text() for one in marked)


def test_a_device_that_hands_texts_on_has_one_button_for_that(visit, address):
    shares = "navigator.share = (what) => { window.shared = what; return Promise.resolve(); }"
    page = visit(f"{address}/ask-reference.html", first=shares)
    message = page.locator("right-ask-message").first
    expect(button(message, "message_mail")).to_be_hidden()
    button(message, "message_share").click()

    shared = page.evaluate("window.shared")
    assert shared == {"text": message.locator("blockquote").inner_text().strip()}


@pytest.mark.parametrize("why", ["NotAllowedError", "AbortError"])
def test_a_message_that_may_not_be_shared_is_copied_and_one_that_nobody_shared_is_not(
    visit, address, why
):
    answers = f"""navigator.share = () => {{ window.asked = true; return Promise.reject(new DOMException("no", "{why}")); }};
      navigator.clipboard.writeText = (text) => {{ window.copied = text; return Promise.resolve(); }};"""
    page = visit(f"{address}/ask-insider-names.html", first=answers)
    message = page.locator("right-ask-message").first
    button(message, "message_share").click()
    page.wait_for_function("() => window.asked")

    text = message.locator("blockquote").inner_text().strip()
    refused = why == "NotAllowedError"
    expect(message.get_by_role("status")).to_have_text(WORDS["message_copied"] if refused else "")
    assert page.evaluate("window.copied") == (text if refused else None)


@pytest.mark.parametrize(
    ("word", "start", "line"),
    [("message_mail", "mailto:?body=", "%0D%0A"), ("message_sms", "sms:?&body=", "%0A")],
)
def test_elsewhere_a_message_goes_into_a_mail_or_a_text_as_it_stands(
    browser, address, word, start, line
):
    context = browser.new_context()  # unwatched, since this asks for something outside of the guide
    page = context.new_page()
    page.goto(f"{address}/ask-reference.html")
    message = page.locator("right-ask-message").first
    button(message, "message_change").click()
    message.get_by_role("textbox").fill("Hi Rosa & Sam,\nmay I?")
    with page.expect_event(
        "request", lambda one: one.url.startswith(start.split("?")[0])
    ) as request:
        button(message, word).click()

    assert request.value.url == f"{start}Hi%20Rosa%20%26%20Sam%2C{line}may%20I%3F"
    context.close()

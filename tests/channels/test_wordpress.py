"""In a real WordPress network, people without special rights paste our quizzes, and readers get them whole."""

import re

import pytest
from conftest import ROOT
from exported import meant
from made import forms, project, words
from multisite import wordpress
from playwright.sync_api import expect
from served import build, serving

from build_tools.read.settings import SITE_URL
from build_tools.write.standalone.embedding import released

WORDS = words("quiz")
SCRIPT = released(ROOT)[-1]
QUIZ = "which-ask-a"
ROLES = ["administrator", "editor", "author"]
BLOCK = "<!-- wp:html -->\n{}\n<!-- /wp:html -->"
"""“Custom HTML”, as WordPress’ editor saves it."""
EMBED = """<!-- wp:embed {{"url":"{0}"}} -->
<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
{0}
</div></figure>
<!-- /wp:embed -->"""
"""What the editor makes of an address that is pasted on a line of its own."""
RICH = """<iframe src="{address}/embed/{quiz}.html" title="Quiz" width="100%" height="640" loading="lazy" style="border:0"></iframe>
<right-ask form="{quiz}"><a href="{address}/{quiz}.html">The link</a></right-ask>
<script src="{address}/embed/{name}" integrity="{hash}" crossorigin="anonymous" defer></script>"""
CONTENT = ".wp-block-post-content"
QUESTIONS = """content => [...content.querySelectorAll("h3")].map(heading => {
  const next = (one, name) => one.matches(name) ? one : next(one.nextElementSibling, name);
  const own = one => one.innerText.replace(one.querySelector("a")?.innerText, "").trim();
  const texts = (one, name) => [...one.querySelectorAll(name)].map(own);
  const [stem, options, answer] = ["p", "ul", "details"].map(name => next(heading, name));
  const closed = !answer.open && answer.innerText === answer.querySelector("summary").innerText;
  answer.open = true;
  return { closed, stem: stem.innerText, options: texts(options, "li"), answers: texts(answer, "li"), says: texts(answer, "p") };
})"""

KEPT = """content => ["iframe", "right-ask", "script"].map(tag => content.querySelectorAll(tag).length)"""


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """The address of a site that knows its address, and the running WordPress."""
    folder = tmp_path_factory.mktemp("wp")
    with serving(folder / "project/site") as port:
        address = f"http://127.0.0.1:{port}"
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv(SITE_URL, address)
            build(folder / "project", editions=False)
        with wordpress(folder) as running:
            yield address, running


@pytest.fixture
def read(visit, published):
    """Publish a post as somebody of a site, and open it as a reader does."""
    address, running = published

    def publish_and_open(site, name, content, **settings):
        return visit(running.publish(site, name, content), asks=[address], **settings)

    return publish_and_open


def answer_of(item):
    """Return what stands behind “Show the answer”, line by line."""
    if "grid" in item:
        rows = zip(item["grid"], item["row-reasons"], strict=True)
        return [f"{kind}: {text}\n{why}" for (text, kind), (why, _) in rows]
    options = zip(item["options"], item["key"], item["reasons"], strict=True)
    return [
        f"{WORDS['right' if right else 'not_here']}: {text}\n{why}" for text, right, why in options
    ]


@pytest.mark.parametrize("role", ROLES)
def test_the_plain_html_of_every_quiz_is_published_whole(read, published, role):
    address, _ = published
    made = project(address)
    pasted = {path: text for path, text in made.embedding.items() if path.endswith(".txt")}
    items = [item for path in pasted for item in meant(forms(address)[path[6:-4]]).items]
    page = read("careers", role, "\n".join(BLOCK.format(text) for text in pasted.values()))
    content = page.locator(CONTENT)
    links = [one for text in pasted.values() for one in re.findall('href="([^"]+)"', text)]
    found = content.evaluate(QUESTIONS)

    assert [one["stem"] for one in found] == [" ".join(item["question"]) for item in items]
    assert [one["options"] for one in found] == [
        item.get("options") or [text for text, _ in item["grid"]] for item in items
    ]
    assert [one["answers"] for one in found] == [answer_of(item) for item in items]
    assert all(
        item.get("statement", "") in "".join(one["says"])
        for one, item in zip(found, items, strict=True)
    )
    assert all(one["closed"] for one in found)
    assert content.locator("a").evaluate_all("all => all.map(one => one.href)") == links


@pytest.mark.parametrize("role", ROLES)
def test_a_pasted_address_becomes_a_quiz_that_grows_and_answers(read, published, role):
    address, running = published
    pasted, guide = f"{address}/embed/{QUIZ}.html", f"{address}/{QUIZ}.html"
    offered = running.ask("careers", role, "/oembed/1.0/proxy", url=pasted)
    # Classic pages have no blocks: there an address is only a line. The address in the guide does as well.
    page = read("careers", role, f"{EMBED.format(pasted)}\n\n{guide}\n\n", width=1300)
    frames = page.locator("iframe.wp-embedded-content")
    frame = frames.first.content_frame
    tall = "document.querySelector('iframe').offsetHeight"

    assert offered["title"] == page.frame_locator("iframe >> nth=0").locator("h1").inner_text()
    expect(frames).to_have_count(2)
    assert frames.evaluate_all("all => all.map(one => `${one.sandbox}`)") == ["allow-scripts"] * 2
    before = settled(page, frame)
    frame.locator("[data-now]").get_by_role("radio").first.check()
    frame.locator("[data-now]").get_by_role("button", name=WORDS["check"], exact=True).click()
    expect(frame.locator("[data-now] [data-part=status]")).not_to_be_empty()
    page.wait_for_function(f"before => {tall} > before", arg=before)
    assert settled(page, frame) <= 1000


def settled(page, frame):
    """Wait until the first frame is as tall as what it shows, and return how tall that is."""
    frame.locator("[data-now]").wait_for()
    content = frame.locator("main").evaluate("one => one.offsetHeight")
    same = "tall => document.querySelector('iframe').getAttribute('height') === `${tall}`"
    page.wait_for_function(same, arg=content)
    return content


def test_a_quiz_taller_than_wordpress_allows_scrolls_to_its_end(read, published):
    address, _ = published
    page = read(
        "careers", "author", EMBED.format(f"{address}/embed/who-can-do-it-a.html"), width=320
    )
    element = page.locator("iframe.wp-embedded-content")
    # WordPress waits for what the quiz says of itself, and this one machine serves both.
    expect(element).to_have_attribute("height", "1000")
    element.hover()
    page.mouse.wheel(0, 2000)
    page.wait_for_timeout(700)  # what began as scrolling the frame does not go on to the page
    page.mouse.wheel(0, 300)
    link = element.content_frame.get_by_role("link", name=WORDS["open_in_guide"])
    expect(link).to_be_in_viewport()


MAY = {
    ("careers", "administrator"): False,
    ("careers", "editor"): False,
    ("careers", "author"): False,
    ("careers", "owner"): True,
    ("alone", "administrator"): True,
    ("alone", "editor"): True,
    ("alone", "author"): False,
}
"""Who may paste frames and scripts, as “Put it on your site” says; the owner runs the whole network."""


@pytest.mark.parametrize(("site", "name"), MAY)
def test_frames_and_elements_stay_for_whom_the_page_names_and_the_link_for_all(
    read, published, site, name
):
    address, _ = published
    rich = RICH.format(address=address, quiz=QUIZ, name=SCRIPT.name, hash=SCRIPT.integrity)
    page = read(site, name, BLOCK.format(rich))
    content = page.locator(CONTENT)
    kept = content.evaluate(KEPT)

    assert kept == [MAY[site, name]] * 3
    expect(content.get_by_role("link", name="The link")).to_be_visible(visible=not MAY[site, name])
    if MAY[site, name]:
        for frame in (content.locator("> iframe"), content.locator("right-ask >> iframe")):
            frame.scroll_into_view_if_needed()
            expect(frame.content_frame.locator("[data-now]")).to_be_visible()

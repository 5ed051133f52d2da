"""Quizzes on other people’s pages: whatever such a page does, it gets a quiz or a link to one, and nothing else."""

import gzip
import json
import re

import pytest
from conftest import ROOT
from made import ADDRESS, project, read_yaml, words
from playwright.sync_api import expect

from build_tools.generate import generate_tree
from build_tools.write import minified
from build_tools.write.standalone.embedding import released

WORDS = words("quiz")
SCRIPT = released(ROOT)[-1]
SITE = {"RIGHT_ASK_SITE_URL": "https://ask.example.edu/"}
QUIZ = "which-ask-a"
LINK = "What would you ask?"
ELEMENT = f'<right-ask form="{QUIZ}" {{more}}><a href="x.html">{LINK}</a></right-ask>'
LOAD = '<script src="{address}/embed/{name}" integrity="{hash}" crossorigin="anonymous" defer></script>'
HOSTILE = """<style>* { all: unset !important; display: inline !important } iframe { display: none !important }
  right-ask, right-ask * { height: 0 !important; overflow: hidden }</style>
<p id="page"><p id="q1" data-part="one"></p><form><div id="before-you-send"></div></form>
<script>customElements.get = customElements.get.bind(customElements); window.part = window.all = window.parent = 0;
  Object.prototype.height = 1; addEventListener("load", () => { window.URL = window.CustomEvent = 0 })</script>"""
HEARD = (
    "<script>const heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>"
)


def load(address, integrity=SCRIPT.integrity):
    return LOAD.format(address=address, name=SCRIPT.name, hash=integrity)


def iframe(address, name=QUIZ, more=""):
    return f'<iframe src="{address}/embed/{name}.html{more}" title="Quiz" width="320" height="300"></iframe>'


def answer(frame):
    """Choose a wrong option, which takes most to explain."""
    question = frame.locator("[data-now]")
    right = question.locator(".ra-reasons > li").evaluate_all(
        "all => all.findIndex((one) => 'right' in one.dataset)"
    )
    question.get_by_role("radio").nth(0 if right else 1).check()
    frame.locator("[data-now]").get_by_role("button", name=WORDS["check"], exact=True).click()


LISTENING = """window.listening = new Promise(done =>
  addEventListener("message", ({ data }) => { if (data?.type === "right-ask:listen") done(true); }))"""
QUIET = """() => new Promise(done =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"""
"""Sizes are told once a page is drawn, or after a turn of its clock."""


def wait_until_heard(page, frame):
    """Wait until a page has heard all that its frame had to say up to now."""
    frame.locator("main").evaluate(QUIET)
    before = page.evaluate("heard.filter(one => one === 'all').length")
    frame.locator("main").evaluate("parent.postMessage('all', '*')")
    page.wait_for_function(f"heard.filter(one => one === 'all').length > {before}")


def height(page, selector="iframe"):
    return page.locator(selector).first.evaluate("one => one.getBoundingClientRect().height")


def content(frame):
    return frame.locator("main").evaluate("one => one.offsetHeight")


@pytest.fixture
def embed(visit, host, address):
    """Open a page with the element on it."""

    def open_page(more="", around="", script=None, **settings):
        element = ELEMENT.format(more=more)
        url = host(around + element + (load(address) if script is None else script))
        page = visit(url, asks=[address], first=LISTENING, **settings)
        return page, page.frame_locator("right-ask >> iframe")

    return open_page


@pytest.mark.parametrize("around", ["", HOSTILE], ids=["plain", "hostile"])
def test_a_quiz_grows_with_what_it_shows_whatever_the_page_does(embed, around):
    page, frame = embed(around=around)
    answer(frame)

    expect(frame.locator("[data-now] [data-part=status]")).not_to_be_empty()
    page.wait_for_function(
        "one => Math.abs(document.querySelector('right-ask').shadowRoot.firstChild.offsetHeight - one) < 2",
        arg=content(frame),
    )
    shadow = "document.querySelector('right-ask').shadowRoot.firstChild"
    assert page.evaluate(f"[{shadow}.localName, {shadow}.title, {shadow}.loading]") == [
        "iframe",
        LINK,
        "lazy",
    ]
    assert page.evaluate("document.querySelector('right-ask').shadowRoot.childElementCount") == 1


NARROW = [
    "display: flex; flex-direction: column; align-items: center",
    "display: flex",
    "float: left",
]
"""What is in such a place says how wide it is, and a frame alone would be 300 pixels wide."""
FRAME = "document.querySelector('right-ask').shadowRoot.querySelector('iframe')"


@pytest.mark.parametrize("screen", [1000, 390])
@pytest.mark.parametrize("place", NARROW)
def test_a_quiz_has_room_in_a_place_that_is_as_wide_as_what_it_holds(embed, place, screen):
    page, _ = embed(around=f"<div style='{place}'>", width=screen)
    page.wait_for_function(FRAME)

    room = page.evaluate("document.body.clientWidth")
    assert page.evaluate(f"{FRAME}.offsetWidth") == min(720, room)


def test_a_script_at_the_top_of_a_page_names_the_quiz_as_its_link_does(embed, address):
    page, _ = embed(around=load(address).replace(" defer", ""), script="")

    page.wait_for_function(f"{FRAME}.title === '{LINK}'")


def test_a_quiz_grows_in_a_frame_that_page_builders_leave_no_origin(visit, host, address):
    pasted = (ELEMENT.format(more="") + load(address)).replace('"', "&quot;")
    page = visit(
        host(f'<iframe sandbox="allow-scripts" srcdoc="{pasted}"></iframe>'), asks=[address]
    )
    inside = page.frame_locator("iframe").locator("right-ask")
    grown = (
        "one => one.shadowRoot && one.shadowRoot.querySelector('iframe').style.height !== '640px'"
    )
    inside.wait_for(state="attached")

    page.frames[1].wait_for_function(grown, arg=inside.element_handle())


def test_a_page_may_say_and_change_later_which_quiz_it_shows(embed, address):
    page, frame = embed()
    one = "document.querySelector('right-ask')"
    page.evaluate(f"{one}.replaceWith(document.createElement('right-ask'))")
    for name, title in (("form", "which-kind-a"), ("form", QUIZ), ("scheme", "dark")):
        page.evaluate(f"{one}.setAttribute('{name}', '{title}')")
        frame.locator("h1").wait_for()
        form = QUIZ if name == "scheme" else title
        assert page.evaluate(f"{FRAME}.src").split("#")[0] == f"{address}/embed/{form}.html"
    assert page.evaluate(f"{FRAME}.src").endswith("#scheme=dark")


HIDES = {"an attribute": "one.hidden = {}", "a class": "one.classList.toggle('away', {})"}


@pytest.mark.parametrize("how", HIDES)
def test_a_page_may_hide_a_quiz_and_show_it_as_it_was(embed, how):
    page, frame = embed(around="<style>.away { display: none }</style>")
    answer(frame)
    element = page.locator("right-ask")
    element.evaluate(f"(one) => {{ {HIDES[how].format('true')}; }}")
    expect(element).to_be_hidden()

    element.evaluate(f"(one) => {{ {HIDES[how].format('false')}; }}")
    expect(element).to_be_visible()
    expect(frame.locator("[data-now] [data-part=status]")).not_to_be_empty()


def test_a_quiz_in_a_folded_place_tells_no_height_until_it_is_seen(visit, host, address):
    folded = f"{HEARD}<div id='fold' style='display: none'>{iframe(address)}</div>"
    page = visit(host(folded), asks=[address])
    frame = page.frame_locator("iframe")
    told = "heard.filter(({ type }) => type === 'iframe-resized').map(({ height }) => height)"
    frame.locator("html[data-framed]").wait_for(state="attached")
    for display in ("block", "none", "block"):
        page.evaluate(f"document.querySelector('#fold').style.display = '{display}'")
    page.wait_for_function(f"{told}.length")
    first = content(frame)
    answer(frame)
    page.wait_for_function(f"{told}.length > 1")

    assert page.evaluate(told) == [first, content(frame)]


@pytest.mark.parametrize("name", ["a-bundle.js", "embed-1.0.0.js"])
def test_a_script_that_runs_from_elsewhere_shows_the_quiz_or_leaves_the_link(embed, address, name):
    """As speed-up plugins do: the code is fetched and evaluated, so no tag is the current one."""
    source = json.dumps(SCRIPT.data.decode())
    tag = f'<script type="text/plain" src="{address}/embed/{name}"></script>'
    page, frame = embed(script=f"{tag}<script>setTimeout(() => (0, eval)({source}))</script>")

    if name == "a-bundle.js":
        page.wait_for_function("!!customElements.get('right-ask')")
        expect(page.get_by_role("link", name=LINK)).to_be_visible()
        assert page.evaluate("document.querySelector('right-ask').shadowRoot") is None
    else:
        expect(frame.get_by_role("radio").first).to_be_visible()


REFUSALS = {
    "wrong hash": {"integrity": "sha384-" + "A" * 64},
    "scripts off": {"java_script_enabled": False},
    "no script of others": {"policy": "script-src 'self'"},
    "no frame of others": {"policy": "frame-src 'self'"},
}


@pytest.mark.parametrize("refusal", REFUSALS)
def test_where_it_is_refused_the_link_is_there(browser, host, address, refusal):
    how = dict(REFUSALS[refusal])
    policy = how.pop("policy", "")
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
    integrity = how.pop("integrity", SCRIPT.integrity)
    page = browser.new_page(**how)
    page.goto(host(head + ELEMENT.format(more="") + load(address, integrity)))
    page.wait_for_load_state("networkidle")

    expect(page.get_by_role("link", name=LINK)).to_be_visible()
    page.close()


def test_a_strict_page_that_allows_our_script_and_frame_gets_the_quiz(embed, address):
    policy = f"default-src 'none'; script-src {address}; frame-src {address}; img-src data:"
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    page, frame = embed(around=head)
    answer(frame)

    expect(page.get_by_role("link", name=LINK)).to_be_hidden()


def test_ten_quizzes_on_a_page_keep_to_themselves_and_wait_until_they_are_near(
    visit, host, address
):
    forms = [path.stem for path in sorted((ROOT / "quiz/forms").glob("*.yml"))][:10]
    body = "".join(f'<right-ask form="{form}"><a href="x">{form}</a></right-ask>' for form in forms)
    requests = []
    page = visit(host("<title>Ten</title>"), asks=[address])
    page.on("request", lambda request: requests.append(request.url))
    page.goto(host(body + load(address), "ten.html"))
    page.frame_locator("right-ask:first-of-type >> iframe").locator("[data-now]").wait_for()
    early = sum(url.endswith(".html") and "/embed/" in url for url in requests)
    for form in forms:
        page.locator(f"right-ask[form={form}]").scroll_into_view_if_needed()
        frame = page.frame_locator(f"right-ask[form={form}] >> iframe")
        expect(frame.locator(f"right-ask-form[form={form}]")).to_be_attached()

    assert early < len(forms)


def test_messages_of_a_third_frame_change_nothing_and_get_nothing(visit, host, address):
    forged = """<script>for (const type of ["iframe-resized", "right-ask:progress", "right-ask:result"])
      parent.postMessage({ type, height: 5000, item: "forged" }, "*")</script>"""
    other = host(forged, "forger.html").replace("localhost", "127.0.0.1")
    told = "<script>window.told = []; for (const type of ['progress', 'result']) addEventListener(`right-ask:${type}`, event => told.push(event.detail))</script>"
    url = host(
        told
        + HEARD
        + ELEMENT.format(more="results")
        + load(address)
        + f'<iframe src="{other}"></iframe>'
    )
    page = visit(url, asks=[address, other], first=LISTENING)
    frame = page.frame_locator("right-ask >> iframe")
    frame.locator("main").evaluate("() => window.listening")
    answer(frame)
    page.wait_for_function("told.length")

    assert height(page, "right-ask >> iframe") < 1200
    assert [one["item"] for one in page.evaluate("told")] == [
        frame.locator("[data-now]").get_attribute("data-item")
    ]
    assert page.evaluate("heard.filter(one => one.type === 'right-ask:progress').length") == 2


def test_no_third_frame_takes_results_away_from_the_page_that_asks_for_them(visit, host, address):
    asking = "<script>let asked = 0; setInterval(() => asked += parent.frames[0].postMessage({ type: 'right-ask:listen' }, '*') || 1, 20)</script>"
    other = host(asking, "other.html").replace("localhost", "127.0.0.1")
    body = f'{HEARD}{iframe(address)}<iframe src="{other}"></iframe>'
    page = visit(host(body), asks=[address, other], first=LISTENING)
    page.evaluate("frames[0].postMessage({ type: 'right-ask:listen' }, '*')")
    frame = page.frame_locator("iframe >> nth=0")
    frame.locator("main").evaluate("() => window.listening")
    page.frames[2].wait_for_function("was => asked > was + 2", arg=page.frames[2].evaluate("asked"))
    answer(frame)

    page.wait_for_function("heard.some(one => one.item)")


@pytest.mark.parametrize("listens", [True, False])
def test_results_are_item_ids_and_scores_and_only_for_who_asks(embed, listens):
    events = "<script>window.told = []; for (const type of ['progress', 'result']) addEventListener(`right-ask:${type}`, ({ type, detail }) => told.push([type, detail]))</script>"
    page, frame = embed("results" if listens else "", around=events + HEARD)
    if listens:
        frame.locator("main").evaluate("() => window.listening")
    for _ in range(8):
        answer(frame)
        frame.locator("[data-now] [data-part=check]").click()
    wait_until_heard(page, frame)
    told = page.evaluate("told")

    assert [name for name, _ in told] == ["right-ask:progress"] * 8 * listens + [
        "right-ask:result"
    ] * listens
    assert {key for _, detail in told for key in detail} == (
        {"form", "item", "right", "first", "score", "answered", "total"} if listens else set()
    )
    assert page.evaluate("heard.some(one => one.item)") == listens


def test_it_says_its_height_in_the_words_of_each_host(visit, host, address):
    page = visit(host(HEARD + iframe(address, more="#?secret=s3cret")), asks=[address])
    frame = page.frame_locator("iframe")
    frame.locator("[data-now]").wait_for()
    page.wait_for_function("heard.length > 1")
    tall = content(frame)
    hello, told = page.evaluate("heard.slice(0, 2)")

    assert hello == {"context": "h5p", "action": "hello"}
    for named in (
        {"subject": "lti.frameResize", "height": tall},
        {"message": "height", "value": tall, "secret": "s3cret"},
        {"type": "iframe-resized", "width": 320, "height": tall},
        {"context": "h5p", "action": "resize", "scrollHeight": tall},
    ):
        assert told | named == told
    for question in ({"message": "ready"}, {"action": "hello"}, {"type": "iframe-child-init"}):
        page.evaluate("one => { heard.length = 0; frames[0].postMessage(one, '*') }", question)
        page.wait_for_function("heard.length === 1")


def test_a_host_that_takes_scroll_bars_away_leaves_nothing_out_of_reach(visit, host, address):
    """As iframe-resizer does to every frame of a page, and asks in words of its own."""
    frame = iframe(address).replace("<iframe", '<iframe scrolling="no"')
    page = visit(host(frame), asks=[address])
    quiz = page.frame_locator("iframe")
    answer(quiz)
    page.evaluate("frames[0].postMessage('[iFrameSizer]a:8:false:false:32:true:true', '*')")
    quiz.locator("[data-cut]").wait_for(state="attached")
    page.mouse.move(150, 150)
    page.mouse.wheel(0, 5000)

    page.wait_for_function("document.querySelector('iframe').getBoundingClientRect().top > -1")
    expect(quiz.locator("footer a[data-part=guide]")).to_be_in_viewport()


def test_it_never_shrinks_under_focus(visit, host, address):
    page = visit(host(HEARD + "<button>Out</button>" + iframe(address)), asks=[address])
    frame = page.frame_locator("iframe")
    answer(frame)
    tall = content(frame)
    sizes = "heard.filter(one => one.subject).map(one => one.height)"
    page.wait_for_function(f"{sizes}.pop() === {tall}")
    # Where the focus is, a frame is told a little later.
    expect(frame.locator(":focus")).to_be_focused()
    frame.locator("[data-now] [data-part=check]").click()
    wait_until_heard(page, frame)
    told = page.evaluate(sizes)

    assert content(frame) < tall
    assert told == sorted(told)
    page.get_by_role("button", name="Out").click()
    page.wait_for_function(f"{sizes}.pop() < {tall}")


def test_alone_in_its_window_it_says_nothing(visit, address):
    page = visit(f"{address}/embed/{QUIZ}.html#accent=ff0000&center=Bank&book=https://bank.example")
    page.evaluate(
        "() => { window.heard = []; addEventListener('message', ({ data }) => heard.push(data)) }"
    )
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name=WORDS["check"]).first.click()
    page.evaluate(QUIET)

    assert page.evaluate("heard") == []
    expect(page.locator("[data-part=center]")).to_be_empty()
    expect(page.locator("[data-part=book]")).to_be_hidden()


@pytest.mark.parametrize("allowed", ["", " allow-same-origin"])
def test_where_nothing_may_open_the_address_of_a_link_is_told(visit, host, address, allowed):
    frame_tag = f'<iframe src="{address}/embed/{QUIZ}.html#?secret=s" title="Quiz" sandbox="allow-scripts{allowed}" width="320" height="900"></iframe>'
    # The browser says that it opened nothing.
    page = visit(host(HEARD + frame_tag), asks=[address], refusals=["Blocked opening"])
    frame = page.frame_locator("iframe")
    frame.get_by_role("link", name=WORDS["open_in_guide"]).click()
    guide = f"{address}/{QUIZ}.html"

    expect(frame.get_by_text(WORDS["open_yourself"].format(address=guide))).to_be_visible()
    assert {"message": "link", "value": guide, "secret": "s"} in page.evaluate("heard")


@pytest.mark.parametrize(
    "sandbox",
    [
        "",
        ' sandbox="allow-scripts allow-popups"',
        ' sandbox="allow-scripts allow-popups allow-same-origin"',
    ],
)
def test_a_frame_that_may_open_a_window_shows_the_guide_there(visit, host, address, sandbox):
    frame_tag = f'<iframe src="{address}/embed/{QUIZ}.html" title="Quiz"{sandbox}></iframe>'
    page = visit(host(frame_tag), asks=[address])
    with page.expect_popup() as opened:
        page.frame_locator("iframe").get_by_role("link", name=WORDS["open_in_guide"]).click()

    expect(opened.value.get_by_role("heading", level=1)).to_contain_text(LINK)
    assert opened.value.evaluate("opener") is None


def test_a_page_that_came_from_no_website_may_show_a_quiz(visit, address, tmp_path):
    """As apps of learning platforms do, and pages that somebody has saved."""
    saved = tmp_path / "course.html"
    saved.write_text(iframe(address), "utf-8")
    page = visit(saved.as_uri(), asks=[address])

    expect(page.frame_locator("iframe").get_by_role("radio").first).to_be_visible()


LUMINANCE = """() => {
  const rgb = color => { const canvas = new OffscreenCanvas(1, 1).getContext("2d"); canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(one => one / 255); };
  const linear = one => one <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4;
  const light = color => rgb(color).map(linear).reduce((sum, one, i) => sum + one * [.2126, .7152, .0722][i], 0);
  const contrast = (one, other) => { const [a, b] = [light(one), light(other)].sort((x, y) => y - x); return (a + .05) / (b + .05); };
  const probe = document.body.appendChild(document.createElement("i"));
  const of = token => { probe.style.color = `var(${token})`; return getComputedStyle(probe).color; };
  const own = document.documentElement.style;
  const worst = [];
  for (let red = 0; red < 256; red += 51) for (let green = 0; green < 256; green += 51) for (let blue = 0; blue < 256; blue += 51) {
    own.setProperty("--own", `rgb(${red} ${green} ${blue})`);
    const accent = of("--ra-accent");
    for (const ground of ["--ra-paper", "--ra-card", "--ra-accent-tint", "--ra-on-accent"]) worst.push([contrast(accent, of(ground)), ground, red, green, blue]);
  }
  return worst.sort((a, b) => a[0] - b[0])[0];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_any_color_of_a_host_has_contrast_enough(visit, host, address, scheme):
    other = {"light": "dark", "dark": "light"}[scheme]
    page = visit(
        host(iframe(address, more=f"#accent=ffff00&scheme={scheme}")), asks=[address], scheme=other
    )
    frame = page.frame_locator("iframe").locator("body")
    background = frame.evaluate("one => getComputedStyle(one).backgroundColor")

    assert background == {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 28, 27)"}[scheme]
    contrast, *where = frame.evaluate(LUMINANCE)
    assert contrast >= 4.5, where


def test_a_host_may_say_in_a_few_words_its_name_and_where_to_book(embed):
    _, frame = embed(
        f'center="Career <b>Center</b> & Co{"!" * 80}" book="https://book.example.edu/now?a=1&amp;b=2" accent="#7a1f3d"'
    )

    expect(frame.locator("[data-part=center]")).to_have_text(f"Career <b>Center</b> & Co{'!' * 55}")
    link = frame.get_by_role("link", name=WORDS["book"].format(host="book.example.edu"))
    assert link.get_attribute("href") == "https://book.example.edu/now?a=1&b=2"
    assert "#7a1f3d" in frame.locator("html").get_attribute("style")


@pytest.mark.parametrize(
    "choice",
    [
        "book=javascript:alert(1)",
        "book=http://a.example",
        "book=//a.example",
        "accent=red;}",
        "scheme=x",
    ],
)
def test_a_choice_that_is_none_changes_nothing(visit, host, address, choice):
    page = visit(host(iframe(address, more=f"#{choice}")), asks=[address])
    frame = page.frame_locator("iframe")
    frame.locator("[data-now]").wait_for()

    expect(frame.locator("[data-part=book]")).to_be_hidden()
    assert frame.locator("html").get_attribute("style") is None


def test_a_pasted_address_leads_to_an_answer_that_hosts_can_read(sample):
    files = generate_tree(sample, SITE).files
    answers = {path: json.loads(data) for path, data in files.items() if path.startswith("oembed/")}

    assert set(answers) >= {"oembed/who-can-do-it-a.json", "oembed/before-you-send.json"}
    for path, told in answers.items():
        name = path[7:-5]
        assert (told["version"], told["type"], told["width"] > 0, told["height"] > 0) == (
            "1.0",
            "rich",
            True,
            True,
        )
        assert f'<iframe src="https://ask.example.edu/embed/{name}.html"' in told["html"]
        assert "<script" not in told["html"]
        assert f"https://ask.example.edu/{path}" in files[f"embed/{name}.html"].decode()
    assert (
        'oembed: "https://ask.example.edu/oembed/who-can-do-it-a.json"'
        in files["who-can-do-it-a.md"].decode()
    )
    without = generate_tree(sample, {}).files
    assert [path for path, data in without.items() if b"oembed" in data or "oembed" in path] == []


@pytest.fixture
def builder(visit, address):
    return visit(f"{address}/put-it-on-your-site.html", width=1300)


def place(page, word):
    page.get_by_label(WORDS[word], exact=True).check()


def ways(page):
    """Return the ways that stand in the open."""
    return page.locator("[data-part=ways] [data-way]:visible").evaluate_all(
        "all => all.map(one => one.dataset.way)"
    )


@pytest.mark.parametrize(
    ("word", "way", "how"),
    [
        ("embed_wordpress", "plain", "embed_how_plain"),
        ("embed_canvas", "frame", "embed_how_canvas"),
        ("embed_moodle", "frame", "embed_how_moodle"),
        ("embed_libguides", "element", "embed_how_libguides"),
        ("embed_other", "element", "embed_how_other"),
    ],
)
def test_each_place_has_one_way_and_says_how_and_the_others_are_folded(builder, word, way, how):
    place(builder, word)

    assert ways(builder) == [way]
    expect(builder.locator("[data-part=how]")).to_have_text(WORDS[how])
    builder.get_by_text(WORDS["embed_others"]).click()
    shown = builder.locator("[data-way].ra-item:visible")
    assert sorted(shown.evaluate_all("all => all.map(one => one.dataset.way)")) == sorted(
        ["address", "plain", "link", "frame", "element", "forward"]
    )


def test_who_opened_the_plain_html_comes_back_to_the_same_quiz(builder):
    builder.get_by_label(WORDS["embed_quiz"], exact=True).select_option("what-would-you-change-a")
    builder.locator("[data-part=plain-link]:visible").click()
    assert builder.url.endswith("/what-would-you-change-a.txt")

    builder.go_back()

    expect(builder.get_by_label(WORDS["embed_quiz"], exact=True)).to_have_value(
        "what-would-you-change-a"
    )
    expect(builder.locator("[data-part=plain-link]:visible")).to_have_attribute(
        "href", "embed/what-would-you-change-a.txt"
    )


def test_where_something_is_chosen_wordpress_gets_a_frame_that_shows_it(builder):
    place(builder, "embed_wordpress")
    builder.get_by_text(WORDS["embed_choices"]).click()
    builder.get_by_label(WORDS["embed_center"]).fill("Job Center")

    assert ways(builder) == ["frame"]
    typed = """([how, field]) => {
      field.dispatchEvent(new Event("input", { bubbles: true }));
      return how.textContent;
    }"""
    how, field = builder.locator("[data-part=how]"), builder.get_by_label(WORDS["embed_center"])
    # At once: a moment after a page is shown, all of it is filled in again.
    assert (
        builder.evaluate(typed, [how.element_handle(), field.element_handle()])
        == WORDS["embed_how_block"]
    )
    expect(builder.get_by_label(WORDS["embed_frame"])).to_have_value(
        re.compile("center=Job%20Center")
    )
    builder.get_by_label(WORDS["embed_center"]).fill("")
    assert ways(builder) == ["plain"]


def test_where_the_site_has_an_address_wordpress_gets_that_to_paste():
    pages = {page.id: page.markdown for page in project(ADDRESS).guide.pages}
    page = pages["put-it-on-your-site"]

    assert re.search(r'name="where" value="wordpress" data-way="(\w+)"', page)[1] == "address"
    assert re.search(r'class="ra-item" data-way="(\w+)"', page)[1] == "address"
    assert f'data-part="how" data-off>{WORDS["embed_how_address"]}' in page


def test_the_color_is_chosen_from_a_picture_and_ours_is_none(builder):
    place(builder, "embed_other")
    builder.get_by_text(WORDS["embed_choices"]).click()
    field = builder.get_by_label(WORDS["embed_accent"])
    expect(field).to_have_attribute("type", "color")
    text = builder.get_by_label(WORDS["embed_element"])
    expect(text).not_to_have_value(re.compile("accent"))
    ours = field.input_value()
    field.fill("#7a1f3d")
    expect(text).to_have_value(re.compile('accent="7a1f3d"'))
    field.fill(ours)
    expect(text).not_to_have_value(re.compile("accent"))


@pytest.mark.parametrize(("width", "beside"), [(390, False), (1000, True), (1300, True)])
def test_the_preview_stands_beside_the_fields_where_there_is_room(visit, address, width, beside):
    page = visit(f"{address}/put-it-on-your-site.html", width=width)
    fields = page.locator("[data-part=controls]").bounding_box()
    shown = page.locator("[data-part=preview]").bounding_box()

    assert (shown["x"] > fields["x"] + fields["width"]) == beside
    assert (shown["y"] > fields["y"] + fields["height"]) != beside
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_what_the_page_says_to_paste_is_the_quiz_that_it_shows(builder, visit, host, address):
    page = builder
    page.get_by_label(WORDS["embed_quiz"], exact=True).select_option("before-you-send")
    expect(page.get_by_text(WORDS["embed_plain_none"])).to_be_visible()
    page.get_by_label(WORDS["embed_quiz"], exact=True).select_option(QUIZ)
    page.get_by_text(WORDS["embed_choices"]).click()
    page.get_by_label(WORDS["embed_center"]).fill('Jobs "R" & Us')
    page.get_by_label(WORDS["embed_book"]).fill("http://no.example")
    page.get_by_label(WORDS["embed_accent"]).fill("#7a1f3d")
    # It loads when it is near, and nothing can be asked of a frame that has not begun to load.
    page.locator("[data-part=preview]").scroll_into_view_if_needed()
    shown = page.frame_locator("[data-part=preview]")
    expect(shown.get_by_text('Jobs "R" & Us')).to_be_visible()
    expect(shown.locator("[data-part=book]")).to_be_hidden()
    for way in ("embed_frame", "embed_element"):
        text = page.get_by_label(WORDS[way]).input_value()
        frame = visit(host(text, f"{way}.html"), asks=[address]).frame_locator("iframe")
        expect(frame.get_by_text('Jobs "R" & Us')).to_be_visible()
        expect(frame.locator(f"right-ask-form[form={QUIZ}]")).to_be_attached()
        assert "#7a1f3d" in frame.locator("html").get_attribute("style")


def test_a_copy_button_copies_or_marks_what_is_to_be_copied(visit, address):
    url = f"{address}/put-it-on-your-site.html"
    for permissions in (["clipboard-read", "clipboard-write"], []):
        page = visit(url, permissions=permissions)
        if not permissions:
            page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject() }")
        place(page, "embed_canvas")
        card = page.locator("[data-part=ways] .ra-item")
        card.get_by_role("button").click()
        expect(card.get_by_role("status")).to_have_text(
            WORDS["copied" if permissions else "copy_failed"]
        )
        copied = "navigator.clipboard.readText()" if permissions else "`${getSelection()}`"
        assert page.evaluate(copied) == card.get_by_role("textbox").input_value()


def test_with_scripts_off_all_ways_stand_there_as_text_and_where_all_quizzes_are(visit, site):
    page = visit(f"{site.as_uri()}/put-it-on-your-site.html", java_script_enabled=False)
    page.get_by_text(WORDS["embed_all"]).click()
    links = page.locator(".ra-reasons a").all()

    expect(page.locator("[data-way].ra-item:visible")).to_have_count(6)
    expect(page.get_by_label(WORDS["embed_frame"])).to_have_value(re.compile('src="https://'))
    expect(page.locator("textarea:not([readonly]), button.ra-button:visible")).to_have_count(0)
    assert [one for one in links if not (site / one.get_attribute("href")).is_file()] == []


def test_what_is_pasted_is_one_block_of_plain_signs():
    """WordPress itself says whether it keeps all of it (test_wordpress.py)."""
    texts = [text for path, text in project(ADDRESS).embedding.items() if path.endswith(".txt")]

    assert texts
    # A blank line would end the block, and a host may name no encoding for it.
    assert [text for text in texts if "\n\n" in text or not text.isascii()] == []


LISTED = ROOT / "quiz/channels/embed/released.yml"


def test_a_released_script_never_changes_and_the_newest_one_is_the_source(request):
    """With --update, a changed source becomes a new version; until there is a release, it takes the place of the only one."""
    source = minified.script((ROOT / "quiz/channels/embed/element.js").read_text("utf-8"))
    if request.config.getoption("--update"):
        release(source)
    listed = read_yaml(LISTED)

    assert {script.name: script.integrity for script in released(ROOT)} == listed
    assert released(ROOT)[-1].data.decode() == source
    assert len(gzip.compress(source.encode(), 9)) <= 2048


def release(source):
    *_, newest = released(ROOT)
    name = newest.name
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    if newest.data.decode() != source and re.search(r"^## \[\d", changes, re.MULTILINE):
        first, last = name[:-3].rsplit(".", 1)
        name = f"{first}.{int(last) + 1}.js"
    (LISTED.parent / "released" / name).write_text(source, encoding="utf-8")
    head = re.findall("^#.*\n", LISTED.read_text("utf-8"), re.MULTILINE)
    lines = (f"{script.name}: {script.integrity}\n" for script in released(ROOT))
    LISTED.write_text("".join((*head, *lines)), encoding="utf-8")

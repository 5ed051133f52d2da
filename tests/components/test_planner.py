"""Who should I ask? One person and one request lead to one answer, the one of the table, and on to a copied message."""

import gzip
import re
from itertools import chain, combinations

import pytest
from conftest import ROOT
from made import project, words
from playwright.sync_api import expect
from served import stored

from build_tools.derive.table import FITTING
from build_tools.derive.ties import can_do, ties_of
from build_tools.model.library import VERDICTS
from build_tools.write.assets import assets
from build_tools.write.render import Templates

WORDS = words("content")
WORDS |= words("quiz")
CONTENT = project().views
TYPES = {kind.id: kind for kind in CONTENT.library.types}
REQUESTS = {ask.id: ask for ask in CONTENT.library.asks if ask.kind == "request"}
GROUP = next(one for one in CONTENT.library.guide.ask_groups if "work-reference" in one.asks)
COMBINED = chain.from_iterable(combinations(TYPES, size) for size in range(1, len(TYPES) + 1))
STEPS = [(types, ask) for types in COMBINED for ask in REQUESTS]
SHOWN = """async (steps) => {
  const texts = (selector) => [...document.querySelectorAll(selector)]
    .filter((one) => one.checkVisibility()).map((one) => one.textContent.trim());
  const found = [];
  for (const step of steps) {
    location.hash = step;
    await new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
    found.push([
      texts("[data-part=mine] .ra-fit__verdict"), texts("[data-part=mine] .ra-planner__kind"),
      texts("[data-part=mine] .ra-who__instead ~ ul a"), texts("[data-part=kinds] .ra-planner__kind"),
      texts("[data-message]").length > 0,
    ]);
  }
  return found;
}"""


def verdict_of(kind, ask):
    return CONTENT.table[kind, ask].verdict


def fits(kind, ask):
    return verdict_of(kind, ask) in FITTING


def expected(types, ask):
    """Return what the table says of a request for a person known in these ways."""
    ranked = sorted(TYPES, key=lambda kind: VERDICTS.index(verdict_of(kind, ask)))
    best, *more = (kind for kind in ranked if kind in types)
    others = REQUESTS[ask].alternatives
    mine = [best, *(kind for kind in more if fits(kind, ask))]
    instead = [] if fits(best, ask) else [one for one in others if fits(best, one)][:2]
    better = [
        kind
        for kind in ranked
        if fits(kind, ask)
        and VERDICTS.index(verdict_of(kind, ask)) < VERDICTS.index(verdict_of(best, ask))
    ]
    return [
        [WORDS[f"verdict_{verdict_of(kind, ask)}"] for kind in mine],
        [TYPES[kind].title for kind in mine],
        [REQUESTS[one].say for one in instead],
        [TYPES[kind].title for kind in better],
        fits(best, ask),
    ]


LOST = [
    (kind, tie)
    for kind in CONTENT.library.types
    for tie in CONTENT.library.ties
    if tie.id in ties_of(kind)
]


@pytest.fixture
def planner(visit, address):
    def open_planner(step="", **settings):
        return visit(f"{address}/who-should-i-ask.html{step}", **settings)

    return open_planner


def choose(page, kind, ask):
    page.get_by_label(TYPES[kind].today).check()
    page.locator("summary", has_text=GROUP.title).click()
    page.get_by_role("link", name=REQUESTS[ask].title).click()


def test_from_home_to_a_copied_message_takes_five_taps(visit, address):
    page = visit(f"{address}/", width=390)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name=WORDS["door_know"]).click()
    choose(page, "know-your-work", "work-reference")
    message = page.locator("right-ask-message:visible").first
    message.get_by_role("button", name=WORDS["message_copy"]).click()

    expect(message.get_by_role("status")).to_have_text(WORDS["message_copied"])
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == message.locator("blockquote").inner_text().strip()


def no_to(tie):
    return WORDS["planner_no"].format(question=tie.question)


@pytest.mark.parametrize(("kind", "tie"), LOST, ids=[f"{kind.id}-{tie.id}" for kind, tie in LOST])
def test_what_takes_a_tie_that_a_person_lacks_is_listed_apart_as_our_advice(planner, kind, tie):
    page = planner()
    page.get_by_label(kind.today).check()
    page.locator("summary", has_text=WORDS["planner_not"]).click()
    page.get_by_label(no_to(tie)).check()
    page.get_by_role("button", name=WORDS["planner_go"]).click()
    expect(page.locator("[data-part=offers]")).to_be_visible()  # a step comes with the new address
    apart = page.locator("[data-offer]").filter(has_text=WORDS["planner_lost_means"])
    ties = ties_of(kind)
    lost = {
        ask.title
        for ask in REQUESTS.values()
        if can_do(ask, ties) and not can_do(ask, ties - {tie.id})
    }

    assert set(apart.get_by_role("link").all_inner_texts()) == lost
    if lost:
        expect(apart.locator(".ra-badge--advice")).to_be_visible()
    others = page.locator("[data-offer]:visible").filter(has_not_text=WORDS["planner_lost_means"])
    told = " ".join(others.locator("li a").all_inner_texts())
    assert [title for title in lost if f" {title} " in f" {told} "] == []


def test_what_is_not_true_of_a_person_is_kept_by_back_and_reload_and_is_no_kind_of_person(planner):
    page = planner()
    tie = CONTENT.library.ties[1]
    page.locator("summary", has_text=WORDS["planner_not"]).click()
    page.get_by_label(no_to(tie)).check()
    page.get_by_role("button", name=WORDS["planner_go"]).click()
    expect(page.get_by_text(WORDS["planner_nothing"])).to_be_visible()
    page.get_by_label(TYPES["know-your-work"].today).check()
    page.get_by_role("button", name=WORDS["planner_go"]).click()
    expect(page.locator("[data-part=offers] [data-part=who]")).to_contain_text(no_to(tie))
    page.reload()
    expect(page.get_by_role("heading", name=WORDS["planner_lost"])).to_be_visible()
    page.go_back()

    expect(page.get_by_label(no_to(tie))).to_be_checked()
    expect(page.get_by_label(no_to(tie))).to_be_visible()
    expect(page.get_by_label(TYPES["know-your-work"].today)).to_be_checked()


def test_each_person_and_request_get_the_answer_of_the_table(planner):
    page = planner()
    steps = [f"#type={','.join(types)}&ask={ask}" for types, ask in STEPS]

    assert page.evaluate(SHOWN, steps) == [expected(types, ask) for types, ask in STEPS]


def offered(*types):
    """Return what the table says one could ask of somebody known in these ways: titles by verdict, in the order of the groups."""
    found = {}
    for ask in (ask for group in CONTENT.library.guide.ask_groups for ask in group.asks):
        best = min((verdict_of(kind, ask) for kind in types), key=VERDICTS.index)
        found.setdefault(best, []).append(REQUESTS[ask].title)
    return found


@pytest.mark.parametrize("types", [(kind,) for kind in TYPES] + [tuple(TYPES)])
def test_what_to_ask_of_a_person_is_what_the_table_says_the_best_first(planner, types):
    page = planner()
    for kind in types:
        page.get_by_label(TYPES[kind].today).check()
    page.get_by_role("button", name=WORDS["planner_go"]).click()
    expect(page.locator("[data-part=offers]")).to_be_visible()  # a step comes with the new address
    lists = page.locator("[data-offer]:visible").evaluate_all(
        """all => all.map(one => [one.dataset.offer, [...one.querySelectorAll("a")].map(
          link => [...link.childNodes].filter(node => node.nodeType === 3).map(node => node.textContent.trim()).join(""))])"""
    )

    said = offered(*types)
    expected_lists = [
        [name, [title for verdict in name.split() for title in said.get(verdict, [])]]
        for name in ("can", "cannot", "sometimes rarely")
    ]
    assert lists == [[name, titles] for name, titles in expected_lists if titles]


def test_with_nothing_chosen_the_planner_says_so_and_leads_there(planner):
    page = planner()
    page.get_by_role("button", name=WORDS["planner_go"]).click()

    expect(page.get_by_text(WORDS["planner_nothing"])).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("checkbox").first).to_be_focused()
    assert "#" not in page.url


def test_a_request_alone_leads_to_the_kinds_of_people_and_on(planner):
    page = planner("#ask=work-reference")
    for kind in TYPES.values():
        expect(page.get_by_role("heading", name=kind.title)).to_be_visible()
    page.get_by_role("link", name=WORDS["planner_choose"]).locator("visible=true").click()

    expect(page).to_have_url(re.compile("#type=know-your-work&ask=work-reference$"))
    expect(page.locator("right-ask-message:visible").first).to_be_visible()


def test_steps_work_with_back_reload_and_other_pairs(planner):
    page = planner("#secret=x&type=gone")
    choose(page, "family-friends", "work-reference")
    expect(page).to_have_url(re.compile("#secret=x&type=family-friends&ask=work-reference$"))
    page.reload()
    expect(page.get_by_role("heading", name=REQUESTS["work-reference"].title)).to_be_visible()
    page.go_back()

    expect(page.get_by_label(TYPES["family-friends"].today)).to_be_checked()
    expect(page.get_by_label(TYPES["family-friends"].today)).to_be_focused()
    assert stored(page) == 0


def test_no_answer_is_a_dead_end(planner):
    page = planner("#type=family-friends&ask=work-reference")
    page.get_by_role("link", name=WORDS["planner_other"]).click()
    expect(page.get_by_role("heading", name=WORDS["from_person"])).to_be_focused()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(0)
    page.go_back()
    page.get_by_role("link", name=WORDS["planner_same"]).click()
    expect(page.get_by_role("heading", name=WORDS["planner_asks"])).to_be_focused()
    expect(page.locator("[data-part=who]:visible")).to_contain_text(TYPES["family-friends"].today)


def test_what_to_be_careful_about_stands_beside_a_good_answer(planner):
    page = planner("#type=know-your-work&ask=work-reference")
    cautions = [one.text for one in TYPES["know-your-work"].part("caution")]

    assert page.locator("[data-caution]:visible a").all_inner_texts() == cautions


def test_another_step_takes_the_marks_of_the_short_check_away(planner):
    page = planner("#type=family-friends&ask=other-names&check=seen-my-work.yes")
    expect(page.locator("right-ask-check :checked")).to_have_count(1)
    page.get_by_role("link", name=WORDS["planner_same"]).click()

    expect(page.locator("right-ask-check :checked")).to_have_count(0)


def test_by_keyboard_alone_the_answer_is_reached_and_read_first(planner):
    page = planner()
    page.get_by_role("checkbox").first.focus()
    page.keyboard.press("Space")
    for _ in (*TYPES, "what is not true of this person"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=WORDS["planner_asks"])).to_be_focused()
    for key in ("Tab", "Enter"):
        page.keyboard.press(key)

    first = offered(next(iter(TYPES)))["can"][0]
    expect(page.get_by_role("heading", name=first, exact=True)).to_be_focused()


def test_with_scripts_off_links_lead_to_the_message(planner):
    page = planner(java_script_enabled=False)
    page.get_by_role("link", name=TYPES["know-your-work"].today).click()
    page.get_by_role("link", name=REQUESTS["work-reference"].title, exact=True).click()
    expect(page.locator("blockquote").last).to_be_visible()
    page.go_back()
    page.go_back()
    page.locator("summary", has_text=GROUP.title).click()
    page.get_by_role("link", name=REQUESTS["work-reference"].title).click()

    page.wait_for_url("**/ask-reference.html*")


def test_the_scripts_that_help_somebody_ask_are_light():
    names = ("planner", "message", "credibility", "table-filter", "people-map")
    scripts = (assets(Templates(root=ROOT))[f"assets/{name}.js"] for name in names)

    assert sum(len(gzip.compress(script, 9)) for script in scripts) <= 8700

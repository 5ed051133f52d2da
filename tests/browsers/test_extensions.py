"""What people have in their browsers: Dark Reader copies every color, others put something of theirs beside each field, and reading views leave out much."""

import re

import pytest
from lxml import html
from playwright.sync_api import expect

COPIED = """(kinds) => {
  const pairs = new Set();
  const copy = (rule) => {
    if (!rule.style) {
      const inside = [...rule.cssRules || []].map(copy).join("");
      return rule.conditionText ? `@media ${rule.media ? rule.conditionText : "all"} { ${inside} }` : "";
    }
    const lines = [...rule.style].filter((name) => /^--(?!darkreader)/.test(name)).flatMap((name) => {
      const value = rule.style.getPropertyValue(name);
      if (!value.includes("var(--")) return [];
      if (/var\\(--l\\b.*var\\(--d\\b/.test(value)) pairs.add(name);
      return kinds.map((kind) => {
        const told = value.replaceAll("var(--", `var(--darkreader-${kind}--`).replace(/,\\s*\\)/g, ")");
        return `--darkreader-${kind}${name}: ${told};`;
      });
    });
    return `${rule.selectorText} { ${lines.join("")} }`;
  };
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([...document.styleSheets].flatMap((one) => [...one.cssRules].map(copy)).join(""));
  document.adoptedStyleSheets = [sheet];
  const style = getComputedStyle(document.documentElement);
  const names = [...pairs].filter((name) => style.getPropertyValue(name));
  return names.flatMap((name) => kinds.map((kind) => [name, kind, style.getPropertyValue(`--darkreader-${kind}${name}`).trim()]))
    .concat(names.map((name) => [name, "its own", style.getPropertyValue(name).trim()]));
}"""
"""What Dark Reader 4.9 writes for names with names in their value: copies by use, in the same places, and no empty value behind a comma."""
COLOR = "(colors) => colors.filter(([, , color]) => !CSS.supports('color', color)).map(String)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        ("embed/which-ask-a.html", ["bg", "border"]),
        ("embed/who-should-i-ask.html", ["bg", "border"]),
        ("which-ask-a.html", ["bg", "border", "text"]),
        ("index.html", ["bg", "border", "text"]),
    ],
)
def test_each_color_is_still_one_where_dark_reader_copies_it(visit, address, page, kinds, scheme):
    shown = visit(f"{address}/{page}", scheme=scheme)
    colors = shown.evaluate(COPIED, kinds)

    assert len({name for name, *_ in colors}) >= 14
    assert shown.evaluate(COLOR, colors) == []


BESIDE = """() => {
  for (const field of document.querySelectorAll("input, select, textarea")) {
    for (const name of ["input", "span", "x-helper"]) {
      const theirs = document.createElement(name);
      theirs.className = "theirs";
      theirs.hidden = true;
      field.after(theirs);
    }
  }
}"""
EDGES = """(label) => [...label.querySelectorAll("span:not(.theirs, .ra-mark)")].map(
  (said) => getComputedStyle(said, "::before")).map((edge) => [edge.content, edge.borderTopStyle, edge.position].join(" "))"""


@pytest.mark.parametrize("path", ["which-ask-a", "embed/which-ask-a"])
def test_an_option_shows_that_it_is_chosen_and_is_named_whatever_stands_beside_its_field(
    visit, address, path
):
    page = visit(f"{address}/{path}.html")
    item = page.locator(".ra-item:visible").first
    fits = item.locator("[data-right]").get_attribute("data-option")
    options = {
        one.locator("[type=radio]").get_attribute("value"): one
        for one in item.locator("label").all()
    }
    said = options.pop(fits).inner_text()
    page.evaluate(BESIDE)
    wrong = next(iter(options.values()))
    wrong.click()
    assert wrong.evaluate(EDGES) == ['"" solid absolute']
    item.locator("[data-part=check]").click()

    expect(item.locator("[data-part=status]")).to_contain_text(said.strip("“”"))


KINDS = ("family-friends", "know-your-work", "new-contacts", "social-life")


@pytest.mark.parametrize("name", KINDS)
def test_a_reading_view_takes_no_list_of_what_to_ask_for_a_menu(site, name):
    """By the rule of Firefox: a box with a list goes if links make a fifth of its text, and lists less than nine tenths."""
    page = html.parse(site / f"{name}.html", html.HTMLParser(encoding="utf-8")).getroot()
    boxes = page.xpath(
        "//article//div[.//a and .//ul][not(ancestor::section[contains(@class, 'ra-form')])]"
    )

    def said(*parts):
        return sum(len(" ".join(part.text_content().split())) for part in parts)

    left = [
        one.text_content()
        for one in boxes
        if said(*one.iter("a")) > said(one) / 5 and said(*one.iter("ul", "ol")) < said(one) * 0.9
    ]

    assert page.xpath("//dl[@class='ra-could']//a")
    assert left == []


def test_a_reading_view_leaves_out_no_heading_for_its_id(site):
    """By the rules of Firefox for names that are those of menus and of buttons to share, and for what they are held against."""
    pages = [*site.glob("*.html"), *site.glob("es/*.html")]
    headings = [
        one for page in pages for one in re.findall(r"<h\d [^>]*>", page.read_text("utf-8"))
    ]
    shunned = [one for one in headings if re.search(r' id="[^"]*(contact|social)', one)]

    assert len(shunned) > 10
    assert [
        one for one in shunned if not re.search('class="[^"]*(content|ra-item|ra-check)', one)
    ] == []

"""What people have in their browsers: Dark Reader copies every color, and others put something of theirs beside each field."""

import pytest
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

"""Whoever listens to a page that is half translated hears each passage in its own voice."""

import pytest
from conftest import change

from build_tools.generate import generate_tree
from build_tools.model.edition import EDITION
from build_tools.write.foreign import with_languages

FOREIGN = frozenset({"Ask for one name.", "Family & friends", "Check"})
SAYS = 'lang="en" dir="ltr"'


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("<p>Ask for one name.</p>", f"<p {SAYS}>Ask for one name.</p>"),
        ('<h2 id="a">Family &amp; friends</h2>', f'<h2 {SAYS} id="a">Family &amp; friends</h2>'),
        ("<li>Ask for\n one name.</li>", f"<li {SAYS}>Ask for\n one name.</li>"),
        ("<option>Check</option>", f"<option {SAYS}>Check</option>"),
        ('<p lang="es" dir="ltr" class="a">Check</p>', f'<p {SAYS} class="a">Check</p>'),
        ("<title>Check</title>", f"<title {SAYS}>Check</title>"),
        ('<p>Ask for one name. <a href="x.html">Check</a></p>', f'<p><span {SAYS}>Ask for one name. </span><a href="x.html"><span {SAYS}>Check</span></a></p>'),
    ],
)  # fmt: skip
def test_a_text_that_nobody_has_translated_says_its_language(typed, marked):
    assert with_languages(typed, FOREIGN) == marked


@pytest.mark.parametrize(
    "typed",
    [
        "<p>Pide un nombre.</p>",
        '<p aria-label="Check">Pide</p>',
        "<script>const said = '<p>Check</p>';</script>",
        "<textarea>Check</textarea>",
        "<p>Check tu mensaje</p>",
        '<p lang="en">Check</p>',
    ],
)
def test_what_is_translated_or_has_no_place_for_it_stays_as_it_is(typed):
    assert with_languages(typed, FOREIGN) == typed


def test_a_whole_translation_is_left_alone():
    assert with_languages("<p>Check</p>", frozenset()) == "<p>Check</p>"


def test_what_a_page_calls_says_its_own_language_and_what_is_inside_of_it_untranslated_that_of_the_guide(
    sample,
):
    folder = sample / "content/editions/es"
    (folder / "content").mkdir(parents=True)
    (folder / "edition.yml").write_text("name: Pedir bien\nlanguage: es\n", "utf-8")
    (folder / "content/words.yml").write_text("badge_source: De una fuente\n", "utf-8")
    (folder / "content/asks.yml").write_text("- id: good-word\n  title: Buenas palabras\n", "utf-8")
    (folder / "content/contact-types").mkdir()
    (folder / "content/contact-types/neighbors.yml").write_text("title: Vecinos & más\n", "utf-8")
    page = "content/pages/credibility.md"
    change(
        sample, page, "{% for type in types %}", '{{ ask("good-word") }}\n\n{% for type in types %}'
    )

    files = generate_tree(sample, {EDITION: "es"}).files
    body = files["credibility.md"].decode().partition('<div lang="en"')[2]
    own = 'lang="es" dir="ltr"'
    assert f"<span {own}><a href=" in body
    assert f'<span {own}><span class="ra-badge ra-badge--source">De una fuente</span>' in body
    assert f'<ul {own} class="ra-statements' in body
    assert f"[<span {own}>Vecinos &#38; más</span>](neighbors.md#who)" in body

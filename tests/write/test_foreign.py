"""Whoever listens to a page that is half translated hears each passage in its own voice."""

import pytest

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
        ("<title>Check</title>", f"<title {SAYS}>Check</title>"),
        (
            '<p>Ask for one name. <a href="x.html">Check</a></p>',
            f'<p><span {SAYS}>Ask for one name. </span><a href="x.html"><span {SAYS}>Check</span></a></p>',
        ),
    ],
)
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

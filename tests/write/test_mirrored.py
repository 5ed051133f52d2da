"""Styles for letters from right to left are those from left to right in a mirror."""

import pytest
from conftest import ROOT

from build_tools.write.mirrored import mirrored


@pytest.mark.parametrize(
    ("style", "turned"),
    [
        ("a { transform: translateX(100%); }", "a { transform: translateX(-100%); }"),
        ("a { margin-left: auto; }", "a { margin-right: auto; }"),
        ("a{left:0}", "a{right:0}"),
        ("a { border-left: 2px solid; }", "a { border-right: 2px solid; }"),
        ("a { border-left-color: red; }", "a { border-right-color: red; }"),
        ("a { border-top-left-radius: 3px; }", "a { border-top-right-radius: 3px; }"),
        ("a { text-align: left; float: right; }", "a { text-align: right; float: left; }"),
        ("a { padding: 1px 2px 3px 4px; }", "a { padding: 1px 4px 3px 2px; }"),
        ("a { padding: 0 clamp(1px, 2px, 3px) 0 4px; }", "a { padding: 0 4px 0 clamp(1px, 2px, 3px); }"),
        ("a { inset: 0 0 0 auto; }", "a { inset: 0 auto 0 0; }"),
        ("a { border-radius: 1px 2px 3px 4px; }", "a { border-radius: 2px 1px 4px 3px; }"),
        ("a { border-radius: 1px 2px 3px; }", "a { border-radius: 2px 1px 2px 3px; }"),
        ("a { border-radius: 1px 2px; }", "a { border-radius: 2px 1px; }"),
    ],
)  # fmt: skip
def test_what_is_at_one_side_comes_to_the_other(style, turned):
    assert mirrored(style) == turned
    assert mirrored(turned).replace("2px 1px 2px 3px", "x") in (
        style,
        "a { border-radius: 1px 2px 3px 2px; }",
    )


@pytest.mark.parametrize(
    "style",
    [
        "a { margin: 1px 2px; }",
        "a { margin: 1px 2px 3px; }",
        "a { margin-inline-start: auto; }",
        ".left { --left: 1; }",
        "a { background: url(left.png); }",
    ],
)
def test_what_is_alike_at_both_sides_stays(style):
    assert mirrored(style) == style


def test_a_style_that_is_turned_twice_is_as_before():
    style = (ROOT / "content/theme/assets/stylesheets/right-ask.css").read_text("utf-8")
    turned = mirrored(style)

    assert turned != style
    assert mirrored(mirrored(turned)) == turned

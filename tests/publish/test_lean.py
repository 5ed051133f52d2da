"""Pages and scripts hold what a browser goes by, and look and read as they did."""

import re
from html import unescape
from zipfile import ZipFile

import pytest

from build_tools.publish.lean import make_lean, without_blanks
from build_tools.write import minified


def test_space_between_tags_that_holds_a_line_break_becomes_one_line_break():
    page = "<ul>\n\n    \n  <li>One</li>\n    <li>Two, \n and more</li> </ul> <b>x</b>\n"

    assert without_blanks(page) == (
        "<ul>\n<li>One</li>\n<li>Two, \n and more</li> </ul> <b>x</b>\n"
    )


@pytest.mark.parametrize("tag", ["pre", "textarea", "script", "style"])
def test_what_is_shown_or_read_as_typed_stays_so(tag):
    typed = f"<{tag} class=a>\n  <i>\n\n  </i>\n</{tag}>"

    assert without_blanks(f"<p>\n  {typed}\n  </p>") == f"<p>\n{typed}\n</p>"


def test_no_page_of_the_site_has_a_blank_line_and_no_script_a_comment(site):
    pages = [*site.glob("*.html"), *site.glob("es/*.html")]
    scripts = [*site.glob("assets/javascripts/*.js"), *site.glob("es/assets/javascripts/*.js")]
    shown = {path: path.read_text("utf-8") for path in pages}

    assert [path for path, text in shown.items() if without_blanks(text) != text] == []
    ours = [path for path in scripts if ".min." not in path.name]
    assert ours
    assert [path for path in ours if "\n  " in path.read_text("utf-8")] == []


MAIL = "careers@example.edu"
TYPED = (
    f'<textarea>{MAIL}</textarea><script type=application/ld+json>{{"@type": "{MAIL}"}}</script>'
)


@pytest.mark.parametrize("made", ["a page of the guide", "a page of one file"])
def test_a_host_that_takes_mail_addresses_out_of_pages_finds_none(tmp_path, made):
    """As Cloudflare does; a browser reads the same address."""
    html = f'<!doctype html><p><a href="mailto:{MAIL}?subject=A%20b">{MAIL}</a> @ 5 p.m.</p>{TYPED}'
    if made == "a page of one file":
        text = minified.page(html)
    else:
        (tmp_path / "index.html").write_text(html, "utf-8")
        make_lean(tmp_path)
        text = (tmp_path / "index.html").read_text("utf-8")
    shown = re.sub(r"(?s)<(textarea|script).*?</\1>", "", text)

    assert MAIL not in shown
    assert unescape(shown).count(MAIL) == 2
    assert text.count(MAIL) == 2
    assert "@ 5 p.m." in text


def test_a_host_that_runs_scripts_in_its_own_way_leaves_those_of_pages_alone(site):
    """As Cloudflare’s Rocket Loader does where a tag says so before it names its file; our policy refuses what it runs itself."""
    pages = [*site.glob("*.html"), *site.glob("es/*.html")]
    tags = [
        tag for page in pages for tag in re.findall(r"<script[^>]* src=", page.read_text("utf-8"))
    ]

    assert len(tags) > len(pages)
    assert {*tags} == {'<script data-cfasync="false" src='}


OLD = "; charset=iso-8859-1"
READ = "document.title + document.body.innerText"


def in_an_old_encoding(route):
    """Answer as Apache and nginx do where they are told to name an old encoding."""
    answer = route.fetch()
    told = answer.headers["content-type"]
    named = told + OLD if re.search("^text/|script", told) else told
    route.fulfill(response=answer, headers=answer.headers | {"content-type": named})


@pytest.mark.parametrize(
    "path", ["item-bank-family-friends", "embed/mixed-a", "paper/cards", "present/mixed-a"]
)
def test_a_host_that_names_an_old_encoding_changes_no_letter(visit, address, path):
    page = visit(f"{address}/es/{path}.html")
    told = page.evaluate(READ)
    page.route("**/*", in_an_old_encoding)
    answer = page.reload(wait_until="networkidle")

    assert answer.headers["content-type"].endswith(OLD)
    assert page.evaluate(READ) == told
    assert re.search("[áéíóúñ¿]", told)


def test_a_platform_that_names_an_old_encoding_shows_a_package_as_it_is(site):
    with ZipFile(site / "es/downloads/mixed-a.scorm12.zip") as package:
        assert package.read("mixed-a.html").decode().startswith("\ufeff<!doctype html>")


def test_it_is_the_same_a_second_time(tmp_path):
    page, script = tmp_path / "index.html", tmp_path / "assets/javascripts/own.js"
    script.parent.mkdir(parents=True)
    page.write_text("<p>\n  <b>á</b>\n\n</p>\n", "utf-8")
    script.write_text("// why\nconst one = 1; alert(one + 1);\n", "utf-8")
    make_lean(tmp_path)
    made = page.read_bytes(), script.read_bytes()
    make_lean(tmp_path)

    assert (page.read_bytes(), script.read_bytes()) == made
    assert b"why" not in made[1]

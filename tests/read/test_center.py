"""What a center shows of itself in its edition: its logo and colors, how to make an appointment, and where to find it."""

import itertools
import re
import zlib
from io import BytesIO
from zipfile import ZipFile

import jinja2
import pytest
from conftest import ROOT, problems
from edited import CAMPUS, begin, faults_of, views

from build_tools.generate import generate_tree, make_project
from build_tools.model.edition import EDITION
from build_tools.problems import ContentError, Problems
from build_tools.read import reading
from build_tools.read.editions import read_editions
from build_tools.show.addresses import Link
from build_tools.show.brand import GUIDE
from build_tools.show.palette import palette_of
from build_tools.write.exporters import EXPORTERS
from build_tools.write.exporters.downloads import export, export_forms
from build_tools.write.guide.menu import extra
from build_tools.write.paper.press import browser_pages, on_paper
from build_tools.write.paper.sheets import every_sheet

LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 48"><path fill="#8a1f3d" d="M4 4h56v24Z"/></svg>'
WHOLE = """\
name: Ask at Westbrook
look:
  logo: logo.svg
  accent: "#8A1F3D"
  font: system
center:
  appointment: {link: https://westbrook.example/book, text: Come and see us}
  contact: {place: Room 12, mail: careers@westbrook.example, phone: +1 (555) 010-0123 x 4}
  services:
    - {title: Alumni directory, url: https://westbrook.example/alumni}
  footer: The career center of Westbrook
  site_url: https://ask.westbrook.example
"""


def png(width, height, *parts, end=b"IEND"):
    """Return a PNG of one color, with more parts of these names before its points."""
    rows = zlib.compress(b"\0" * (width * 4 + 1) * height)
    head = width.to_bytes(4) + height.to_bytes(4) + b"\x08\x06\0\0\0"
    named = [b"IHDR" + head, *parts, b"IDAT" + rows, end]
    whole = [(len(one) - 4).to_bytes(4) + one + zlib.crc32(one).to_bytes(4) for one in named if one]
    return b"\x89PNG\r\n\x1a\n" + b"".join(whole)


def project(root, **settings):
    return make_project(root, {EDITION: "campus", **settings})


@pytest.fixture
def whole(sample):
    return begin(sample, WHOLE, logo_svg=LOGO)


def colors():
    """Return the colors of the guide by name, for light and for dark."""
    sheets = ("quiz/shared/colors.css", "content/theme/assets/stylesheets/right-ask.css")
    text = "".join((ROOT / sheet).read_text("utf-8") for sheet in sheets)
    named = re.findall(r"--ra-([\w-]+): var\(--l, (#\w+)\) var\(--d, (#\w+)\)", text)
    return [{name: pair[scheme] for name, *pair in named} for scheme in (0, 1)]


def contrast(one, other):
    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def light(color):
    """Return the relative luminance, as www.w3.org/TR/WCAG22/#dfn-relative-luminance has it."""
    digits = color[1:] if len(color) == 7 else "".join(one * 2 for one in color[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


HARD = ["#ffff00", "#fefefe", "#ffffff", "#050505", "#000000", "#808080", "#ffd200", "#00ff00"]
HARD += ["#" + "".join(three) for three in itertools.product(("00", "7f", "c0", "ff"), repeat=3)]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_accent_can_be_read_and_be_read_upon_in_each_state(scheme):
    guide = colors()[scheme]
    pairs = {}
    for accent in HARD:
        palette = palette_of(accent)
        own = palette.dark if scheme else palette.light
        grounds = [own.tint, own.hero, *(guide[name] for name in ("paper", "card", "sun"))]
        for words in (own.accent, own.strong):
            pairs |= {(accent, words, ground): 4.5 for ground in [*grounds, own.on_accent]}
        words = [guide[name] for name in ("ink", "soft", "good", "not", "visited")]
        pairs |= {(accent, one, ground): 4.5 for one in words for ground in (own.tint, own.hero)}
        pairs |= {(accent, guide[name], own.tint): 3 for name in ("line", "focus")}

    assert {pair: least for pair, least in pairs.items() if contrast(*pair[1:]) < least} == {}


@pytest.mark.parametrize(("accent", "scheme"), [("#8a1f3d", "light"), ("#ffd200", "dark")])
def test_an_accent_that_can_be_read_stays_as_it_is(accent, scheme):
    assert getattr(palette_of(accent), scheme).accent == accent


def test_a_center_is_on_every_page_that_leaves_the_site_too(whole):
    found = project(whole)
    alone, slides = found.standalone["embed/mixed-a.html"], found.presented["present/mixed-a.html"]
    paper = on_paper(found.views, found.templates)
    (sheet,) = (one for one in every_sheet(paper) if one.id == "mixed-a-worksheet")
    (on_sheet,) = browser_pages(paper, [sheet]).values()

    for page in (alone, slides, on_sheet):
        assert 'src="data:image/svg+xml,%3Csvg ' in page
        assert "img-src data:;" in page
        assert "#8a1f3d" in page
        assert "Come and see us" in page
        assert "Room 12" in page
    for page in (alone, slides):
        assert 'href="https://westbrook.example/book"' in page
        assert 'href="tel:+15550100123;ext=4"' in page
    assert "westbrook.example/book" in on_sheet


def test_a_quiz_in_a_platform_for_learning_has_the_button_and_the_logo(whole):
    found = project(whole)
    (form,) = (one for one in export_forms(found.views) if one.id == "mixed-a")
    files = export(found.templates, [form], [EXPORTERS["scorm12"]])
    with ZipFile(BytesIO(files["mixed-a.scorm12.zip"])) as archive:
        page = archive.read("mixed-a.html").decode()

    assert "Come and see us" in page
    assert "data:image/svg+xml,%3Csvg " in page


def test_the_guide_says_how_to_reach_a_center_where_people_are_stuck_practice_or_end_a_quiz(whole):
    tree = generate_tree(whole, {EDITION: "campus"})
    names = ("common-problems", "mixed-a", "practice")
    stuck, quiz, practice = (tree.files[f"{name}.md"].decode() for name in names)

    assert "Come and see us" in stuck.partition("\n## ")[0]
    assert "Come and see us" in practice
    assert "https://westbrook.example/alumni" in stuck
    assert "Come and see us" in quiz[quiz.index('data-part="summary"') :]
    assert tree.site.library.words["footer"] == "The career center of Westbrook"
    alumni = Link(title="Alumni directory", href="https://westbrook.example/alumni")
    assert tree.site.brand.services == (alumni,)


def test_logo_colors_and_letters_come_with_the_styles_of_the_guide(whole):
    tree = generate_tree(whole, {EDITION: "campus"})
    style = tree.files["assets/stylesheets/colors.css"].decode()

    assert tree.files["assets/images/logo.svg"] == LOGO
    assert tree.site.brand.logo.path == "assets/images/logo.svg"
    assert "--ra-accent: var(--l, #8a1f3d)" in style
    assert "--md-text-font: system-ui" in style


def themed(tree, partial):
    """Return a part of the theme as MkDocs renders it for a site that has an address."""
    folders = jinja2.FileSystemLoader(ROOT / "content/theme")
    theme = jinja2.Environment(loader=folders, autoescape=False)
    theme.filters["url"] = lambda path: f"https://ask.example/{path}"
    page = {"meta": {"title": "Home"}, "canonical_url": "https://ask.example/"}
    config = {"extra": extra(tree.site), "site_url": "https://ask.example/", "copyright": ""}
    shown = theme.get_template(f"partials/{partial}.html")
    return shown.render(config=config, page=page, features=[], lang={"t": str})


def test_the_theme_shows_logo_contact_and_services_and_not_our_card(whole):
    tree = generate_tree(whole, {EDITION: "campus"})
    foot, head = themed(tree, "footer"), themed(tree, "shared")

    assert 'src="https://ask.example/assets/images/logo.svg"' in themed(tree, "logo")
    assert '<a href="mailto:careers@westbrook.example">' in foot
    assert '<a href="https://westbrook.example/alumni">Alumni directory</a>' in foot
    assert "og:image" not in head
    assert "og:image" in themed(generate_tree(whole, {}), "shared")
    assert "<svg" in themed(generate_tree(whole, {}), "logo")


def test_a_card_of_a_center_is_what_others_show(sample):
    begin(sample, "name: Ask\nlook: {card: card.png}\n", card_png=png(1200, 630))

    assert 'content="https://ask.example/assets/images/card.png"' in themed(
        generate_tree(sample, {EDITION: "campus"}), "shared"
    )


def test_an_edition_looks_like_the_one_that_it_is_laid_over(whole):
    begin(whole, "name: Ask there\nbase: campus\n", "content/editions/campus-spanish")
    over = views(whole, "campus-spanish")

    assert over.brand.palette == palette_of("#8a1f3d")
    assert over.brand.book.title == "Come and see us"
    assert over.library.words["site_name"] == "Ask there"


def test_a_center_that_says_nothing_of_itself_leaves_the_guide_as_it_looks(sample):
    begin(sample, "name: Ask at Westbrook\n")
    ours, theirs = generate_tree(sample, {EDITION: "campus"}), generate_tree(sample, {})

    assert ours.site.brand == theirs.site.brand == GUIDE
    assert {name for name in ours.files if name.startswith("assets/")} == {
        name for name, data in theirs.files.items() if ours.files[name] == data
    } & {name for name in theirs.files if name.startswith("assets/")}


def test_an_address_of_the_edition_holds_until_the_host_names_another(whole):
    assert views(whole).settings.site_url == "https://ask.westbrook.example/"
    hosted = views(whole, RIGHT_ASK_SITE_URL="https://careers.example/ask")
    assert hosted.settings.site_url == "https://careers.example/ask/"


def test_an_address_of_the_first_page_is_that_of_the_folder_it_stands_in(sample):
    begin(sample, "name: Ask\ncenter: {site_url: 'https://a.example/guide/index.html'}\n")

    assert views(sample).settings.site_url == "https://a.example/guide/"


def test_a_button_has_words_of_the_guide_where_a_center_gives_none(sample):
    begin(sample, "name: Ask\ncenter: {appointment: {link: 'mailto:a@b.example'}}\n")
    book = views(sample).brand.book

    assert (book.title, book.href) == ("Book an appointment", "mailto:a@b.example")


def svg(inside, head='viewBox="0 0 64 48"'):
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{inside}</svg>'.encode()


PLAIN = "save it as “plain SVG” or “optimized SVG”, with shapes alone"
PICTURES = {
    "a script": (svg("<script/>"), f"logo: logo.svg: <script> has no place in a logo; {PLAIN}"),
    "foreign content": (svg("<foreignObject/>"), f"logo: logo.svg: <foreignObject> has no place in a logo; {PLAIN}"),
    "a picture in it": (svg('<image href="data:image/png;base64,AA"/>'), f"logo: logo.svg: <image> has no place in a logo; {PLAIN}"),
    "what moves": (svg("<path><animate/></path>"), f"logo: logo.svg: <animate> has no place in a logo; {PLAIN}"),
    "letters": (svg("<text>W</text>"), "logo: logo.svg: it holds letters as text; in the drawing program, turn letters into paths: other machines do not have the font"),
    "a handler": (svg('<path onclick="x()"/>'), f"logo: logo.svg: onclick= runs a script; {PLAIN}"),
    "a reference to elsewhere": (svg('<use href="https://a.example/b.svg#c"/>'), f"logo: logo.svg: it loads “https://a.example/b.svg#c”; {PLAIN}"),
    "a style that loads": (svg("<style>@import 'a.css'</style>"), f"logo: logo.svg: <style> loads something; {PLAIN}"),
    "a color that loads": (svg('<path fill="url(b.svg#c)"/>'), f"logo: logo.svg: fill= loads something; {PLAIN}"),
    "a name of its own": (b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg("&a;"), f"logo: logo.svg: it declares types or names of its own; {PLAIN}"),
    "no size": (svg("<path/>", head=""), 'logo: logo.svg: nothing says how large it is; begin it with <svg viewBox="0 0 120 40" …'),
    "no SVG": (b"<svg", "logo: logo.svg: it is no whole SVG (line 1, column 1); save the drawing as SVG once more, as UTF-8"),
    "half of one": (LOGO[:-9], "logo: logo.svg: it is no whole SVG (line 1, column 61); save the drawing as SVG once more, as UTF-8"),
    "another namespace": (b'<svg viewBox="0 0 64 48"/>', 'logo: logo.svg: it is no SVG; begin it with <svg xmlns="http://www.w3.org/2000/svg" …'),
    "a style named before it": (b'<?xml-stylesheet type="text/xsl" href="a.xsl"?>' + svg("<path/>"), f"logo: logo.svg: it tells programs to load something (<?); {PLAIN}"),
    "a style named in it": (svg("<?xml-stylesheet href='a.css'?>"), f"logo: logo.svg: it tells programs to load something (<?); {PLAIN}"),
    "a PNG": (b"\x89PNG\r\n\x1a\n", "logo: logo.svg: it is a picture under the name of a drawing; save the drawing as SVG, or name a PNG file .png"),
    "a JPEG": (b"\xff\xd8\xff", "logo: logo.svg: it is a picture under the name of a drawing; save the drawing as SVG, or name a PNG file .png"),
    "a page of the web": (b"<!DOCTYPE html>\n<html>", "logo: logo.svg: it is a page of the web under the name of a drawing; save the drawing as SVG, or name a PNG file .png"),
    "what stands for it": (b"version https://git-lfs.github.com/spec/v1", "logo: logo.svg: it is what Git LFS leaves in place of a file; run “git lfs pull”"),
    "names of its own in UTF-16": (("<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg("&a;").decode()).encode("utf-16"), "logo: logo.svg: it is saved as UTF-16 or UTF-32; save it as UTF-8"),
    "an encoding that nobody knows": (b'<?xml version="1.0" encoding="x"?>' + svg("<path/>"), "logo: logo.svg: it says that it is not saved as UTF-8; save the drawing as SVG once more, as UTF-8"),
    "a style that loads in other letters": (svg("<style>@im\\70ort 'a.css'</style>"), f"logo: logo.svg: <style> loads something; {PLAIN}"),
    "a style that loads a choice of pictures": (svg("<path style=\"fill:image-set('a.png' 1x)\"/>"), f"logo: logo.svg: style= loads something; {PLAIN}"),
    "a style that goes on after a part": (svg("<style>a{}<title/>@import 'a.css'</style>"), f"logo: logo.svg: <style> loads something; {PLAIN}"),
    "a style that moves": (svg("<style>path{animation:a 1s}</style>"), f"logo: logo.svg: <style> moves something; {PLAIN}"),
    "another place for its references": (svg('<use xml:base="https://a.example/" href="#a"/>'), f"logo: logo.svg: base= has no place in a logo; {PLAIN}"),
    "a part of a page": (svg('<h:style xmlns:h="http://www.w3.org/1999/xhtml">a{}</h:style>'), f"logo: logo.svg: <style> has no place in a logo; {PLAIN}"),
    "half a size": (svg("<path/>", head='viewBox="0"'), 'logo: logo.svg: nothing says how large it is; begin it with <svg viewBox="0 0 120 40" …'),
    "a size without end": (svg("<path/>", head=f'viewBox="0 0 {"9" * 400} {"9" * 400}"'), 'logo: logo.svg: it says that it is inf by inf; begin it with <svg viewBox="0 0 120 40" …'),
    "a long one": (svg("<path/>", head='viewBox="0 0 400 40"'), "logo: logo.svg: 400 by 40 is too long to stand beside a name; take the short form of your logo"),
    "a heavy one": (svg(f"<!--{'x' * 12000}-->"), "logo: logo.svg: 12,073 bytes are more than 12,000; save a simpler or smaller one: people load it with each quiz"),
}  # fmt: skip


@pytest.mark.parametrize("fault", PICTURES)
def test_a_drawing_that_may_not_be_shown_is_told_of_where_it_is_named(sample, fault):
    data, says = PICTURES[fault]
    begin(sample, "name: Ask\nlook:\n  logo: logo.svg\n", logo_svg=data)
    # Its own file alone: that nothing follows from a logo that is none, “a value that cannot be shown” holds.
    found = Problems()
    read_editions(reading.begin(sample, found), "campus")

    told = f"{CAMPUS}/edition.yml:3:9: {CAMPUS}/edition.yml: look: {says}"
    assert [*map(str, found.errors)] == [told]


@pytest.mark.parametrize(
    "inside",
    ['<path fill="url(#g)"/>', '<use href="#g"/>', "<style>.a{fill:#fff}</style>", "<defs/>"],
)
def test_a_drawing_of_shapes_may_name_its_own_parts(sample, inside):
    begin(sample, "name: Ask\nlook:\n  logo: logo.svg\n", logo_svg=svg(inside))

    assert views(sample).brand.logo.width == 64


POINTS = {
    "a small one": ("logo", png(60, 40), "it is 60 by 40 pixels; save it from 72 to 2000 pixels high, or as SVG"),
    "half of one": ("logo", png(160, 80, end=b""), "it is no whole PNG file; save the picture as PNG once more"),
    "one cut in the middle": ("logo", png(160, 80)[:60] + png(160, 80)[-12:], "it is no whole PNG file; save the picture as PNG once more"),
    "one with something behind it": ("logo", png(160, 80) + b"<script></script>", "it is no whole PNG file; save the picture as PNG once more"),
    "one that moves": ("logo", png(160, 80, b"acTL\0\0\0\x02\0\0\0\0"), "it moves; save one picture of it as PNG"),
    "a card of another size": ("card", png(600, 315), "it is 600 by 315 pixels; save it with 1200 by 630"),
}  # fmt: skip


@pytest.mark.parametrize("fault", POINTS)
def test_a_picture_of_points_has_the_size_it_is_shown_in(sample, fault):
    key, data, says = POINTS[fault]
    begin(sample, f"name: Ask\nlook:\n  {key}: a.png\n", a_png=data)

    assert faults_of(sample) == [
        f"edition.yml:3:9: {CAMPUS}/edition.yml: look: {key}: a.png: {says}"
    ]


def test_a_logo_of_points_and_a_card_are_shown(sample):
    look = "look: {logo: logo.png, card: card.png}"
    begin(sample, f"name: Ask\n{look}\n", logo_png=png(160, 80), card_png=png(1200, 630))
    tree = generate_tree(sample, {EDITION: "campus"})

    assert tree.site.brand.card == "assets/images/card.png"
    assert tree.site.brand.logo.path == "assets/images/logo.png"
    assert {"assets/images/card.png", "assets/images/logo.png"} <= set(tree.files)


VALUES = {
    "look: {accent: maroon}": 'look: accent: “maroon” is no color; write six digits from 0 to f in quotes, such as "#8a1f3d"',
    "look:\n  accent: #8a1f3d": "file: a text that begins with # needs quotes around all of it; put the whole text between straight quotes: '…', and write ’ “ ” inside",
    "look: {font: Comic}": "look: font: “Comic” is not known; use one of: atkinson-hyperlegible, system",
    "look: {logo: ../logo.svg}": "look: logo: “../logo.svg” is no name of a picture; put an .svg or .png file beside edition.yml, named in small letters and without spaces, and write its name",
    "look: {logo: Logo.SVG}": "look: logo: “Logo.SVG” is no name of a picture; put an .svg or .png file beside edition.yml, named in small letters and without spaces, and write its name",
    "look: {logo: logo.svg}": f"file: {CAMPUS}/logo.svg cannot be read (No such file or directory); put the file there",
    "look: {logo_alt: ask}": "look: logo_alt: the name beside the logo says that already; leave it out, or write what only the logo says",
    "center: {appointment: {link: 'http://a.example'}}": "center: appointment: link: “http://a.example” is no address for a button; begin it with https://, or with mailto: and a mail address",
    "center: {appointment: {link: 'javascript:x()'}}": "center: appointment: link: “javascript:x()” is no address for a button; begin it with https://, or with mailto: and a mail address",
    "center: {contact: {mail: careers at westbrook}}": "center: contact: mail: “careers at westbrook” is no mail address; write it as careers@school.edu",
    "center: {contact: {phone: ask us}}": "center: contact: phone: “ask us” is no phone number; write it as +1 555 010 0123",
    "center: {services: [{title: Events}]}": "url: missing; add “url:”",
    "center: {site_url: westbrook.example}": "center: site_url: “westbrook.example” is no web address; begin it with https://",
    "center: {site_url: 'https://a.example/?a=b'}": "center: site_url: an address with ? or # or @ is none of a folder, in which all pages stand; write https://a.example/",
    "center: {site_url: 'https://a.example/#top'}": "center: site_url: an address with ? or # or @ is none of a folder, in which all pages stand; write https://a.example/",
    **{
        f"look: {{accent: {color}}}": f'look: accent: YAML reads “{color}” as a number; write "#{color}"'
        for color in ("012345", "000000", "123456", "1e1000")
    },
    "center: {contact: {phone: 5550100123}}": 'phone: YAML reads “5550100123” as a number; write "5550100123"',
    **{f"published: {yes}": f"published: “{yes}” is neither true nor false; write true" for yes in ("yes", "on", "True", "sí")},
    "published: No": "published: “No” is neither true nor false; write false",
    "published: maybe": "published: “maybe” is neither true nor false; write true or false",
    'published: "true"': "published: “true” in quotes is neither true nor false; write true, without quotes",
    **{
        f"center:\n  footer: {text}": f"file: a text that begins with {text[0]} needs quotes around all of it; put the whole text between straight quotes: '…', and write ’ “ ” inside"
        for text in ("{{ name }}", "!Ask", "!Ask us", "!{a}")
    },
    **{
        f"center: {{footer: {text}}}": f"file: a text that begins with {text[0]} needs quotes around all of it; put the whole text between straight quotes: '…', and write ’ “ ” inside"
        for text in ("!Ask", "@us", "{{ name }} us")
    },
    "center: !us": "file: a text that begins with ! needs quotes around all of it; put the whole text between straight quotes: '…', and write ’ “ ” inside",
    "look:\n  accent: !red": "file: a text that begins with ! needs quotes around all of it; put the whole text between straight quotes: '…', and write ’ “ ” inside",
    "center: {footer: [Ask]}": "center: footer: expected text; write one text here, and put one that begins with [ in quotes",
    "look: {acent: '#8a1f3d'}": "look: acent: unknown key; did you mean “accent”?",
}  # fmt: skip


@pytest.mark.parametrize("text", VALUES)
def test_a_value_that_cannot_be_shown_is_told_at_its_place(sample, text):
    begin(sample, f"name: Ask\n{text}\n")

    (fault,) = faults_of(sample)
    assert fault.startswith("edition.yml:")
    assert fault.endswith(VALUES[text]), fault


def test_a_footer_stands_in_one_place(sample):
    begin(sample, "name: Ask\ncenter: {footer: Room 12}\n")
    (sample / CAMPUS / "content").mkdir()
    (sample / CAMPUS / "content/words.yml").write_text("footer: Room 13\n", "utf-8")

    assert faults_of(sample) == [
        "content/words.yml:1:9: footer: an edition says this in edition.yml, under “center: footer”; leave it out here"
    ]


@pytest.mark.parametrize("look", ["logo: Logo.SVG", "logo: logo.png", "logos: logo.svg"])
def test_a_wrong_name_of_a_logo_is_told_and_not_its_file_besides(sample, look):
    begin(sample, WHOLE.replace("logo: logo.svg", look), logo_svg=LOGO)

    (said,) = problems(sample, "campus")
    assert said.startswith("content/editions/campus/edition.yml:3:")
    assert "logo" in said


def test_a_mail_address_with_a_name_is_one_problem(sample):
    begin(sample, WHOLE.replace("careers@", "Careers <careers@"), logo_svg=LOGO)

    with pytest.raises(ContentError) as told:
        make_project(sample, {EDITION: "campus"})
    assert (len(told.value.problems), told.value.warnings) == (1, ())

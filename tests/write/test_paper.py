"""Sheets of paper: the quizzes of the web, readable by eye and by machine, and the same wherever they are made."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache, partial
from zipfile import ZipFile

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from conftest import ROOT
from made import ADDRESS
from made import project as real
from served import LOOKS, serving, violations
from small import contents, project

from build_tools.cli import main
from build_tools.model.forms import Form
from build_tools.model.items import Choice
from build_tools.problems import BuildError
from build_tools.publish.release import write_downloads
from build_tools.publish.site import publish
from build_tools.read.markdown_parts import EXTENSIONS
from build_tools.write.paper.box import BOX
from build_tools.write.paper.press import KEPT, in_sizes, on_paper, press, sheet_pages
from build_tools.write.paper.sheet import SIZES
from build_tools.write.paper.sheets import every_sheet
from build_tools.write.render import Templates

pytestmark = pytest.mark.pango

PROJECT = real(ADDRESS)
CONTENT = replace(PROJECT.views, settings=replace(PROJECT.views.settings, made="2026-11-20"))
FORMS = CONTENT.quizzes.forms
PART = re.compile(r'class="letter">([A-Z])</span> ([^<]+?) ?<')
CODE = re.compile(r'class="id">([0-9a-f]{8})')


def longest():
    """Return a form of the items with most words in them, which no quiz has together."""
    items = sorted(CONTENT.quizzes.bank.items.values(), key=lambda item: len(str(item.parts)))
    blueprint = FORMS[0].blueprint
    return Form(
        id="longest", title="Longest", blueprint=blueprint, items=tuple(items[-9:]), path=""
    )


def source_of(forms=FORMS, **settings):
    quizzes = replace(CONTENT.quizzes, forms=tuple(forms))
    found = replace(CONTENT.settings, **settings)
    return on_paper(replace(CONTENT, quizzes=quizzes, settings=found), PROJECT.templates)


def html_of(source):
    return sheet_pages(source, in_sizes(every_sheet(source), ["letter"]))


@cache
def source():
    """Return what the sheets of every form are made of, and of the longest."""
    return source_of([*FORMS, longest()])


@cache
def html():
    """Return all of these sheets, by the name of the PDF that each becomes."""
    return html_of(source())


def writer_in(root):
    """Return what makes sheets of the real project in a folder, with nothing kept yet."""
    root.mkdir(exist_ok=True)
    (root / "quiz").symlink_to(ROOT / "quiz")
    return replace(source(), templates=Templates(root=root))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The sheets about the guide, a form with sort grids and the longest form, as PDF by name."""
    sheets = [
        one
        for one in every_sheet(source())
        if not one.quiz or one.code in ("who-can-do-it-a", "longest")
    ]
    files = press(writer_in(tmp_path_factory.mktemp("paper")), in_sizes(sheets, SIZES))
    return {file.name.removesuffix(".pdf"): file.data for file in files}


def texts(data):
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_every_form_has_a_worksheet_and_a_key_with_the_questions_of_the_web_in_their_order():
    pages = {page.id: page.markdown for page in PROJECT.guide.pages}
    shown = {form.id: pages[CONTENT.page_of(form)] for form in FORMS}
    on_web = {
        name: re.findall(r'data-item=[^§]*?name="(\w{8})', page) for name, page in shown.items()
    }

    for kind in ("worksheet", "key"):
        on_paper = {form.id: CODE.findall(html()[f"{form.id}-{kind}-letter.pdf"]) for form in FORMS}
        assert on_paper == on_web


def test_the_key_names_the_letters_of_the_worksheet():
    for form in FORMS:
        sheet, key = (html()[f"{form.id}-{kind}-letter.pdf"] for kind in ("worksheet", "key"))
        right = re.findall(r'<li class="right">.*?letter">([A-Z])</span> ([^<]+?) <', key)
        choices = [item for item in form.items if isinstance(item, Choice)]

        assert PART.findall(sheet) == PART.findall(key)
        assert [text for _, text in right] == [escaped(item.key.text) for item in choices]
        assert re.findall(r"<li><strong>\d+</strong> ([A-Z])</li>", key) == [
            one for one, _ in right
        ]


def test_the_key_of_a_grid_names_the_letters_of_each_of_the_people():
    text = " ".join(html()["who-can-do-it-a-key-letter.pdf"].split())
    first = FORMS[[form.id for form in FORMS].index("who-can-do-it-a")].items[0]
    letters = dict(zip((row.id for row in first.rows), "ABCDEF", strict=False))
    said = "; ".join(
        f"{one.name}: {', '.join(letters[row.id] for row in first.rows if row.bin == one.id)}"
        for one in first.people
    )

    assert f"<strong>1</strong> {said}</li>" in text


def escaped(text):
    return text.replace("&", "&amp;").replace("'", "&#39;").replace('"', "&#34;")


def test_a_worksheet_is_the_same_whatever_is_right_so_it_gives_nothing_away():
    def turned(item):
        if isinstance(item, Choice):
            parts = tuple(replace(one, right=not one.right, rationale="…") for one in item.options)
            return replace(item, options=parts)
        other = dict(zip(item.bins, (*item.bins[1:], item.bins[0]), strict=True))
        return replace(item, rows=tuple(replace(row, bin=other[row.bin]) for row in item.rows))

    forms = [replace(form, items=tuple(map(turned, form.items))) for form in FORMS]
    others = html_of(source_of(forms))

    for form in FORMS:
        name = f"{form.id}-worksheet-letter.pdf"
        assert CODE.sub("", html()[name]) == CODE.sub("", others[name])
        assert not [item.id for item in form.items if item.id in html()[name]]


def elements(node):
    """Yield (tag, element) of a structure tree, in reading order."""
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from elements(one)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield str(node.S).lstrip("/"), node
        yield from elements(node.get("/K", pikepdf.Array()))


def untagged(page):
    """Return how often a page shows text that is neither tagged nor marked as decoration."""
    depth, found = 0, 0
    for _, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        depth += (name in ("BDC", "BMC")) - (name == "EMC")
        found += name in ("Tj", "TJ") and depth == 0
    return found


@pytest.mark.parametrize(
    "name",
    [
        "longest-worksheet-large",
        "who-can-do-it-a-key-a4",
        "who-can-help-letter",
        "what-to-write-letter",
    ],
)
def test_a_sheet_is_tagged_for_those_who_hear_it(made, tmp_path, name):
    (tmp_path / "sheet.pdf").write_bytes(made[name])
    with pikepdf.open(tmp_path / "sheet.pdf") as pdf:
        tree = list(elements(pdf.Root.StructTreeRoot.K))
        tags = [tag for tag, _ in tree]
        cells = [element for tag, element in tree if tag == "TD"]
        pictures = [str(element.get("/Alt", "")) for tag, element in tree if tag == "Figure"]

        assert (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked)) == ("en", True)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo["/Title"]) in "".join(texts(made[name])).replace("\r\n", " ")
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261120")
        assert 'pdfuaid:part="1"' in pdf.Root.Metadata.read_bytes().decode()
        assert [tag for tag in tags if re.fullmatch("H[1-6]", tag)][:2] == ["H1", "H2"]
        assert tags.count("H1") == 1
        assert all(cell.A.get("/Headers") for cell in cells)
        assert tags.count("LI") == tags.count("LBody")
        assert len(pictures) == 1
        assert pictures[0].startswith(ADDRESS)
        assert sum(untagged(page) for page in pdf.pages) == 0


def test_each_sheet_brings_our_font_and_no_other(made, tmp_path):
    for name, data in made.items():
        (tmp_path / "sheet.pdf").write_bytes(data)
        with pikepdf.open(tmp_path / "sheet.pdf") as pdf:
            fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
            for font in fonts:
                inside = font.DescendantFonts[0].FontDescriptor
                assert "Atkinson-Hyperlegible" in str(font.BaseFont), name
                assert ("/FontFile2" in inside, "/ToUnicode" in font) == (True, True), name


@pytest.mark.parametrize("size", ["letter", "a4"])
def test_a_handout_has_as_many_pages_as_promised(made, size):
    names = ("who-can-help", "update", "routine", "before-you-send", "cards", "cards-key")
    runs = [f"run-{session.id}" for session in CONTENT.library.workshop.sessions]

    assert [len(texts(made[f"{name}-{size}"])) for name in names] == [1, 1, 1, 2, 3, 1]
    assert [len(texts(made[f"{name}-{size}"])) for name in runs] == [1, 1, 1]


def test_a_plan_on_paper_has_every_word_to_say_and_every_answer():
    workshop = CONTENT.library.workshop
    for session in workshop.sessions:
        page = html()[f"session-{session.id}-letter.pdf"]
        for activity in workshop.activities_of(session):
            told = [*activity.say, *activity.do, *(talk.answer for talk in activity.talks)]

            assert [text for text in told if escaped(text) not in page] == []


@pytest.mark.parametrize("name", ["what-to-write", "after-you-ask"])
def test_a_page_on_paper_says_what_the_page_says_and_its_links_lead_to_the_guide(name):
    sheet = html()[f"{name}-letter.pdf"]
    page = next(one.markdown for one in PROJECT.guide.pages if one.id == name)
    headings = re.findall(r"^#+ (.+?)(?: \{.*)?$", page, re.MULTILINE)
    told = re.findall(r"<(?:blockquote|figcaption|li[^>]*)>(?:<p>)?([^<]+)<", page)
    links = re.findall(r'<a [^>]*?href="([^"]*)"', sheet)

    assert len(told) > 5
    assert [text for text in (*headings, *told) if text not in sheet] == []
    assert [link for link in links if not link.startswith(ADDRESS)] == []


def test_pages_are_checked_and_put_on_paper_with_the_extensions_of_the_site():
    listed = (ROOT / "mkdocs.yml").read_text("utf-8").split("markdown_extensions:")[1]
    names = re.findall(r"^  - (\w+)", listed.split("\n\n")[0], re.MULTILINE)
    read = {type(one).__module__.rpartition(".")[2] for one in EXTENSIONS}

    assert read == {*names, "fenced_code"} - {"toc"}  # MkDocs reads fences, listed or not.


def test_the_key_to_the_cards_is_the_table():
    words, table = CONTENT.library.words, CONTENT.table
    page = html()["cards-key-letter.pdf"]
    for one in CONTENT.library.handouts.cards.people:
        for ask in CONTENT.library.asks:
            if ask.id in one.asks:
                verdict = table.get((one.type, ask.id)).verdict
                row = page[page.index(f"“{escaped(ask.say)}”") :].split("</tr>")[0]

                assert f">{words[f'verdict_{verdict}']}" in row


def test_no_question_is_cut_by_the_end_of_a_page(made):
    """In large print, people to match take more than a page, and begin on one of their own."""
    why = CONTENT.quizzes.words["paper_why"]
    for name in ("longest-worksheet", "who-can-do-it-a-worksheet"):
        for size in SIZES:
            pages = texts(made[f"{name}-{size}"])
            found = [(len(re.findall(r"\b[0-9a-f]{8}\b", page)), page.count(why)) for page in pages]
            cut = [one for one in found if one[0] != one[1]]

            assert cut == [(1, 0), (0, 1)] * (len(cut) // 2)
            assert not cut or size == "large"


def signs(text):
    """Return the positions of all that is seen of a text."""
    return [at for at in range(text.count_chars()) if text.get_text_range(at, 1).strip()]


def test_nothing_stands_outside_the_margins_however_long_the_texts_are(made):
    for name, data in made.items():
        with pypdfium2.PdfDocument(data) as document:
            for page in document:
                width, height = page.get_size()
                text = page.get_textpage()
                boxes = [text.get_charbox(at) for at in signs(text)]
                least = 36  # half an inch: what any printer reaches
                assert min(box[0] for box in boxes) >= least, name
                assert max(box[2] for box in boxes) <= width - least, name
                assert min(box[1] for box in boxes) >= least / 2, name
                assert max(box[3] for box in boxes) <= height - least, name


def test_large_print_is_eighteen_points_and_its_pages_fit_both_papers(made):
    with pypdfium2.PdfDocument(made["longest-worksheet-large"]) as document:
        page = document[0]
        text = page.get_textpage()
        sizes = {round(pypdfium2.raw.FPDFText_GetFontSize(text.raw, at), 1) for at in signs(text)}

        assert min(sizes) >= 18
        assert [round(points / 72 * 25.4) for points in page.get_size()] == [210, 279]


def test_a_phone_reads_the_address_off_the_paper(made):
    with pypdfium2.PdfDocument(made["who-can-do-it-a-worksheet-a4"]) as document:
        found = zxingcpp.read_barcodes(document[0].render(scale=150 / 72).to_pil())

    assert [one.text for one in found] == [f"{ADDRESS}who-can-do-it-a.html"]


def test_without_an_address_of_the_guide_no_sheet_names_one():
    pages = html_of(source_of(site_url=""))

    assert [name for name, page in pages.items() if "<svg" in page or "<a " in page] == []


def test_only_a_sheet_that_changed_is_made_again(tmp_path):
    def kept(name):
        sheets = [one for one in every_sheet(source_of()) if one.id in ("routine", "update")]
        titled = [replace(one, title=name) if one.id == "update" else one for one in sheets]
        press(writer, in_sizes(titled, ["a4"]))
        return {path.name: path.stat().st_mtime_ns for path in (tmp_path / KEPT).rglob("*.pdf.*")}

    writer = writer_in(tmp_path)
    before, after = kept("Before"), kept("After")
    same = [name for name in after if after[name] == before.get(name)]

    assert [name.split(".")[0] for name in same] == ["routine-a4"]
    assert len(after) == 2


def test_a_sign_that_the_font_lacks_is_an_error(tmp_path):
    sheet = replace(next(every_sheet(source())), title="你好")

    with pytest.raises(BuildError, match="the font has no “你”"):
        press(writer_in(tmp_path), [(sheet, "a4")])


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--form", "mixd-b"], "no form or sheet is called “mixd-b”; did you mean “mixed-b”?"),
        (["--paper", "a5", "--out", "x"], "no paper is called “a5”; use one of: a4, large, letter"),
        ([], "say where to write, with --out FOLDER"),
    ],
)
def test_an_argument_that_leads_nowhere_gives_one_line(capsys, arguments, says):
    code = main(["--root", str(ROOT), "paper", *arguments])

    assert (code, capsys.readouterr().err) == (2, f"paper: {says}\n")


@pytest.fixture(scope="module")
def offered(tmp_path_factory):
    """The site of a small project that offers sheets."""
    return publish(
        project(tmp_path_factory.mktemp("offered") / "project"),
        partial(write_downloads, version="0.1.0"),
        downloads=True,
        paper=True,
    )


def test_the_page_of_a_quiz_leads_to_its_worksheet_in_each_size(offered):
    page = (offered / "mixed-a.html").read_text("utf-8")
    links = re.findall(r'href="(downloads/paper/[^"]+)"', page)

    assert links == [f"downloads/paper/mixed-a-worksheet-{size}.pdf" for size in SIZES]
    assert all((offered / link).is_file() for link in links)


def test_the_box_for_a_session_holds_its_plan_the_handouts_and_both_sheets_of_the_quiz_it_shows(
    offered,
):
    with ZipFile(offered / f"downloads/paper/{BOX}") as box:
        names = {name.removeprefix("right-ask-workshop/") for name in box.namelist()}
        read = box.read("right-ask-workshop/readme.txt").decode()

    assert read.startswith("The Right Ask")
    for size in ("letter", "a4"):
        assert names >= {
            f"{size}/plans/session-five-minutes-{size}.pdf",
            f"{size}/handouts/cards-{size}.pdf",
            f"{size}/handouts/who-can-help-{size}.pdf",
            f"{size}/handouts/research-{size}.pdf",
            f"{size}/handouts/mixed-a-worksheet-{size}.pdf",
            f"{size}/answers/mixed-a-key-{size}.pdf",
            f"{size}/answers/cards-key-{size}.pdf",
        }


def test_the_page_offers_every_sheet_with_its_size(offered):
    page = (offered / "print.html").read_text("utf-8")
    named = dict(re.findall(r'href="?downloads/paper/([^" ]+)"?[^>]*>[^<]* \((\d+) KB\)<', page))
    files = contents(offered / "downloads/paper")

    assert named == {name: str(-(-len(data) // 1000)) for name, data in files.items()}
    assert len(files) > 20


@pytest.mark.parametrize(("width", "scheme", "rules"), [(320, "light", ()), (1300, "dark", LOOKS)])
def test_axe_finds_nothing_where_sheets_are_offered(visit, offered, width, scheme, rules):
    with serving(offered) as port:
        page = visit(f"http://127.0.0.1:{port}/print.html", width=width, scheme=scheme)

        assert violations(page, rules) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_pango_one_line_says_so_and_no_sheet_is_offered(tmp_path):
    root = project(tmp_path / "project")
    fake = tmp_path / "fake/weasyprint"
    fake.mkdir(parents=True)
    (fake / "__init__.py").write_text(
        "raise OSError('cannot load library libpango-1.0-0')", "utf-8"
    )
    (root / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    command = [sys.executable, "-m", "build_tools", "build", "--all"]
    found = os.environ | {"PYTHONPATH": str(fake.parent)}
    done = subprocess.run(command, cwd=root, env=found, capture_output=True, text=True, check=True)

    assert done.stdout.count("Left out, as Pango is not there: sheets to print") == 1
    assert "downloads/paper" not in (root / "site/print.html").read_text("utf-8")
    assert not (root / "site/downloads/paper").exists()

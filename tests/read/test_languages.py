"""An edition in another language, and one that is laid over it."""

import io
import json
import re
from zipfile import ZipFile

import conftest
import pytest
import yaml
from conftest import copy_sample, problems
from edited import FRONT, library, pages_of, views

from build_tools.generate import generate_tree, read_writer
from build_tools.model.edition import EDITION
from build_tools.model.language import Language
from build_tools.model.tokens import content_hash
from build_tools.show.writing import Writing
from build_tools.write.exporters import EXPORTERS
from build_tools.write.exporters.downloads import export_forms
from build_tools.write.guide.menu import configuration


def write(root, edition, path, text):
    return conftest.write(root / "content/editions" / edition, path, text)


@pytest.fixture
def layered(sample):
    """The sample with an edition in Spanish, and one of a center over it."""
    write(sample, "es", "edition.yml", "name: Pregunte bien\nlanguage: es\n")
    write(sample, "campus", "edition.yml", "name: Ask at Westbrook\nbase: es\n")
    return sample


def test_an_edition_has_the_words_of_its_base_where_it_says_nothing_else(layered):
    write(layered, "es", "content/words.yml", "footer: Al pie\nmenu: La lista\n")
    write(layered, "campus", "content/words.yml", "menu: What there is\n")
    found = library(layered, "campus")

    assert (found.words["footer"], found.words["menu"]) == ("Al pie", "What there is")
    assert found.words["site_name"] == "Ask at Westbrook"
    assert library(layered, "es").words["menu"] == "La lista"


def test_what_a_base_changes_is_not_counted_as_a_change_of_the_edition_over_it(layered):
    write(layered, "es", "content/words.yml", "footer: Al pie\nmenu: La lista\n")
    write(layered, "campus", "content/words.yml", "menu: What there is\n")

    assert library(layered, "campus").edition.counts.changed == 1


def test_an_edition_changes_a_record_that_only_its_base_has(layered):
    write(layered, "es", "content/messages.yml", "- {id: a-word, when: Ya, text: Hola}\n")
    write(layered, "campus", "content/messages.yml", "- {id: a-word, when: Now}\n")
    found = library(layered, "campus").messages.by_id["a-word"]

    assert (found.when, found.text) == ("Now", "Hola")


def test_a_page_of_an_edition_follows_that_of_its_base(layered):
    body = "## Nobody { #no-one-to-ask }\n\nHola.\n\n## Who else { #stranger-referral }\n\nAsk.\n"
    of_guide = (layered / "content/pages/common-problems.md").read_text("utf-8")
    path = "content/pages/common-problems.md"
    head = FRONT.format(title="Problemas")
    theirs = write(
        layered, "es", path, f'---\n{head}follows: "{content_hash(of_guide)}"\n---\n\n{body}'
    )
    follows = content_hash(theirs.read_text("utf-8"))
    ours = f'---\n{head}follows: "{follows}"\n---\n\n{body.replace("Hola", "Hello")}'
    write(layered, "campus", path, ours)

    assert "Hello." in pages_of(layered, "campus")["common-problems.md"]
    assert "Hola." in pages_of(layered, "es")["common-problems.md"]


def test_a_page_that_only_the_base_has_is_told_its_place_again_by_one_that_takes_it(layered):
    head = FRONT.format(title="Venga") + "after: research\n"
    theirs = write(layered, "es", "content/pages/come-by.md", f"---\n{head}---\n\nHola.\n")
    follows = content_hash(theirs.read_text("utf-8"))
    ours = f'---\n{head}follows: "{follows}"\n---\n\nHello.\n'
    write(layered, "campus", "content/pages/come-by.md", ours)

    assert "Hello." in pages_of(layered, "campus")["come-by.md"]
    write(layered, "campus", "content/pages/come-by.md", ours.replace("after: research\n", ""))
    faults = "\n".join(problems(layered, "campus"))
    assert "nothing says where this page stands in the menu" in faults


def test_what_a_base_leaves_out_stays_out(layered):
    head = FRONT.format(title="More")
    (layered / "content/pages/more.md").write_text(f"---\n{head}---\n\nMore.\n")
    guide = layered / "content/guide.yml"
    guide.write_text(guide.read_text("utf-8").replace("[credibility, ", "[credibility, more, "))
    write(layered, "es", "edition.yml", "name: P\nlanguage: es\nleave_out: {pages: [more]}\n")

    assert "more.md" not in pages_of(layered, "campus")
    assert "more.md" in pages_of(layered, "")


def test_a_fault_of_a_base_is_told_at_its_place_there(layered):
    write(layered, "es", "content/words.yml", "footr: Al pie\n")

    (fault,) = problems(layered, "campus")
    assert fault.startswith("content/editions/es/content/words.yml:1:1: footr: ")


MEANT = {
    "es_MX": "es-MX",
    "es_MX.UTF-8": "es-MX",
    "Spanish": "es",
    "español": "es",
    "Español (México)": "es-MX",
}
MEANT |= {
    "Spansh": "es",
    "German": "de",
    "中文": "zh",
    "zh_CN": "zh-CN",
    "Norwegian": '"no", in quotes',
}


@pytest.mark.parametrize(
    ("edition", "text", "place", "says"),
    [
        ("campus", "base: en-es", "2:7", "base: there is no edition “en-es”; use one of: campus, es"),
        ("es", "base: campus", "2:7", "base: these are laid over each other in a circle: campus, es, campus; leave “base:” out of the one that stands on the guide itself"),
        ("es", "language: klingon", "2:11", "language: “klingon” is no language that we know; write its tag as BCP 47 has it, such as es or pt-BR"),
        *(("es", f"language: {name}", "2:11", f"language: “{name}” is no language that we know; write {tag}") for name, tag in MEANT.items()),
    ],
)  # fmt: skip
def test_a_base_or_a_language_that_cannot_be_is_one_fault_where_it_stands(
    layered, edition, text, place, says
):
    write(layered, edition, "edition.yml", f"name: Ask\n{text}\n")

    path = f"content/editions/{edition}/edition.yml"
    assert problems(layered, "campus") == [f"{path}:{place}: {path}: {says}"]


@pytest.mark.parametrize(
    ("theirs", "ours", "language"),
    [
        ("", "", Language()),
        ("language: es", "", Language(tag="es")),
        ("language: es", "language: es-US", Language(tag="es-US")),
        ("language: ar", "", Language(tag="ar", direction="rtl")),
        ("language: ar", "language: es", Language(tag="es")),
        ("language: es\ndirection: rtl", "", Language(tag="es", direction="rtl")),
    ],
)
def test_the_language_is_that_of_the_base_and_its_direction_that_of_its_letters(
    layered, theirs, ours, language
):
    write(layered, "es", "edition.yml", f"name: Pregunte\n{theirs}\n")
    write(layered, "campus", "edition.yml", f"name: Ask\nbase: es\n{ours}\n")

    assert library(layered, "campus").language == language


@pytest.mark.parametrize(
    ("written", "tag"), [("ES", "es"), ("zh-hant-tw", "zh-Hant-TW"), ("es-419", "es-419")]
)
def test_a_language_is_known_in_letters_of_any_size(layered, written, tag):
    write(layered, "es", "edition.yml", f"name: Pregunte\nlanguage: {written}\n")

    assert library(layered, "es").language.tag == tag


@pytest.mark.parametrize("written", ["es@/../../docs", "es.UTF-8", "es_MX", "und"])
def test_a_language_is_nothing_but_its_tag_as_it_names_a_folder(layered, written):
    write(layered, "es", "edition.yml", f"name: Pregunte\nlanguage: {written}\npublished: true\n")

    assert [
        f"“{written}” is no language that we know" in one for one in problems(layered, "es")
    ] == [True]


@pytest.fixture(scope="module")
def arabic(tmp_path_factory):
    """The sample as an edition whose language is Arabic, with all that is made of it."""
    root = copy_sample(tmp_path_factory.mktemp("arabic") / "sample")
    write(root, "ar", "edition.yml", "name: Ask well\nlanguage: ar\n")
    return root


def test_every_page_that_is_made_whole_says_its_language_and_its_direction(arabic):
    pages = pages_of(arabic, "ar")
    heads = {name: re.search("<html ([^>]*)>", text) for name, text in pages.items()}
    found = {name: head[1] for name, head in heads.items() if head}

    assert {name.split("/")[0] for name in found if "/" in name} == {"embed", "paper", "present"}
    assert {name for name, said in found.items() if not said.startswith("lang=ar dir=rtl")} == {
        name for name, said in found.items() if said == 'lang="ar" dir="rtl"'
    }


def test_a_theme_is_told_the_language_only_where_it_is_another(arabic):
    def settings_of(edition):
        site = generate_tree(arabic, {EDITION: edition}).site
        return yaml.safe_load(configuration(site))

    assert settings_of("ar")["theme"] == {
        "custom_dir": "../content/theme",
        "language": "ar",
        "direction": "rtl",
    }
    assert settings_of("")["theme"] == {"custom_dir": "../content/theme"}
    assert (settings_of("ar")["extra"]["language"], settings_of("")["extra"]["language"]) == (
        "ar",
        "en",
    )


def test_a_day_is_written_as_the_language_writes_it(layered):
    write(layered, "es", "edition.yml", "name: Pregunte\nlanguage: es-US\n")

    assert ">22 de noviembre de 2026</time>" in pages_of(layered, "es")["research.md"]
    assert ">November 22, 2026</time>" in pages_of(layered, "")["research.md"]


@pytest.mark.parametrize(
    ("tag", "comma", "size", "inside"),
    [
        ("en", ", ", "3.20", "a word"),
        ("es", ", ", "3,20", "a word"),
        ("ar", "، ", "3.20", "a word"),
        ("ja", "、", "3.20", "a word"),
        ("de", ", ", "3,20", "A word"),
    ],
)
def test_lists_and_numbers_go_by_the_language(tag, comma, size, inside):
    writing = Writing(language=Language(tag=tag))

    assert (writing.comma, writing.number("3.20"), writing.inside("A word")) == (
        comma,
        size,
        inside,
    )


def test_quotation_marks_are_a_word_of_the_edition(layered):
    write(layered, "es", "content/words.yml", "quoted: «{text}»\n")

    assert re.search("«[^»]+»<", pages_of(layered, "es")["paper/cards.html"])


def exported(root, edition, exporter):
    writer = read_writer(root, {EDITION: edition})
    form = next(form for form in export_forms(writer.views) if form.id == "mixed-a")
    return EXPORTERS[exporter].write(form, writer.templates)


@pytest.mark.parametrize("exporter", ["qti12", "qti21", "scorm12"])
def test_packages_for_platforms_say_their_language(arabic, exporter):
    archive = ZipFile(io.BytesIO(exported(arabic, "ar", exporter)))
    said = [
        re.findall(r'(?:xml:)?lang="?([\w-]+)', archive.read(name).decode())
        for name in archive.namelist()
    ]

    assert {tag for found in said for tag in found} == {"ar"}


def test_the_file_for_programs_says_another_language_than_english(arabic):
    assert json.loads(exported(arabic, "ar", "json"))["language"] == "ar"
    assert "language" not in json.loads(exported(arabic, "", "json"))


def test_html_to_paste_says_its_language_to_the_page_around_it(arabic):
    pasted = generate_tree(arabic, {EDITION: "ar"}).files["embed/mixed-a.txt"].decode()

    assert pasted.startswith('<div lang="ar" dir="rtl"><h2>')
    assert pasted.endswith("</div>")


def test_an_address_with_answers_means_the_same_in_every_edition(layered):
    stem = {"items": [{"id": "the-mill", "stem": "Ines quiere trabajar en el molino."}]}
    write(layered, "es", "quiz/bank/which-ask-fits.yml", yaml.safe_dump(stem))

    def tokens(edition):
        items = views(layered, edition).quizzes.bank.items
        return {name: (one.stem, one.token) for name, one in items.items()}

    ours, theirs = tokens(""), tokens("es")
    assert theirs["which-ask-fits/the-mill"][0] != ours["which-ask-fits/the-mill"][0]
    assert {name: one[1] for name, one in theirs.items()} == {
        name: one[1] for name, one in ours.items()
    }

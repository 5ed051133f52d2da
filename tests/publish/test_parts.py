"""Which editions stand in the site of the guide, and how its pages lead from one language to another."""

import re

import pytest
from conftest import write

from build_tools.generate import make_project
from build_tools.model.edition import EDITION
from build_tools.problems import ContentError
from build_tools.publish.languages import LANGUAGES, join, languages, parts_of
from build_tools.publish.release import write_downloads
from build_tools.publish.shared_files import share_files

ALTERNATE = '<link rel="alternate" hreflang="{tag}" href="https://example.org/{folder}{page}">'
WAY = '<a class="ra-tool" lang="{tag}" hreflang="{tag}" href="{folder}{page}"><span>X</span></a>'


def edition(root, name, text):
    write(root, f"content/editions/{name}/edition.yml", text)


def refused(root):
    with pytest.raises(ContentError) as raised:
        parts_of(root)
    return [str(one) for one in raised.value.problems]


def test_a_published_edition_stands_in_the_folder_of_its_language(sample):
    edition(sample, "campus", "name: Ask\n")
    edition(sample, "spanish", "name: Pregunte\nlanguage: es\npublished: true\n")
    edition(sample, "draft", "name: Demande\nlanguage: fr\n")

    assert parts_of(sample) == {"es": "spanish"}


def test_an_edition_in_the_language_of_the_guide_does_not_stand_beside_it(sample):
    edition(sample, "campus", "name: Ask\npublished: true\n")

    assert refused(sample) == [
        (
            "content/editions/campus/edition.yml:1:1: published: the site of the guide has only editions in another "
            "language beside it; leave it out, and build this one with --edition campus"
        )
    ]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("edition.yml", "name: [\n", ":2:1: file: "),
        ("edition.yml", "", ":1:1: file: the file is empty"),
        ("edition.yaml", "name: Ask\n", ":1:1: edition: its own file has another name; rename edition.yaml to edition.yml"),
        (".edition.yml.icloud", "", ":1:1: file: "),
    ],
)  # fmt: skip
def test_an_edition_whose_own_file_cannot_be_read_is_not_left_out_of_the_site_without_a_word(
    sample, name, text, says
):
    write(sample, f"content/editions/spanish/{name}", text)

    (said,) = refused(sample)
    assert said.startswith(f"content/editions/spanish/edition.yml{says}")


def test_a_language_is_published_once(sample):
    for name in ("one", "two"):
        edition(sample, name, "name: Pregunte\nlanguage: es\npublished: true\n")

    assert refused(sample) == [
        (
            "content/editions/two/edition.yml:1:1: published: one is published in this language already; "
            "leave it out of one of them"
        )
    ]


def test_a_published_edition_says_how_much_of_it_is_not_translated_and_is_there_all_the_same(
    sample,
):
    edition(sample, "es", "name: Pregunte\nlanguage: es\n")
    before = make_project(sample, {EDITION: "es"})
    count = before.views.library.edition.counts.untranslated
    edition(sample, "es", "name: Pregunte\nlanguage: es\npublished: true\n")

    assert count > 300
    assert before.warnings == ()
    assert [str(one) for one in make_project(sample, {EDITION: "es"}).warnings] == [
        (
            f"content/editions/es/edition.yml:1:1: published: not translated: {count} of its texts and pages; "
            "run “translate es”, and translate what stands there in English"
        )
    ]


def test_a_center_in_the_language_of_the_guide_has_nothing_to_translate(sample):
    edition(sample, "campus", "name: Ask\n")

    assert make_project(sample, {EDITION: "campus"}).views.library.edition.counts.untranslated == 0


@pytest.mark.parametrize(
    ("own", "ways"), [("en", ["", "es/", "pt-BR/"]), ("es", ["../", "../es/", "../pt-BR/"])]
)
def test_each_language_is_named_as_its_speakers_name_it_with_the_way_there(own, ways):
    address = "https://example.org/" if own == "en" else "https://example.org/es/"
    found = languages(own, address, {LANGUAGES: "en es pt-BR"})

    assert [one["name"] for one in found] == ["English", "Español", "Português"]
    assert [one["way"] for one in found] == ways
    assert [one["own"] for one in found] == [tag == own for tag in ("en", "es", "pt-BR")]
    assert [one["address"] for one in found] == [
        f"https://example.org/{folder}" for folder in ("", "es/", "pt-BR/")
    ]


def test_where_no_edition_is_published_a_page_has_no_other_language():
    assert languages("en", "", {}) == []


def test_a_page_that_another_language_lacks_leads_to_the_first_one_there(tmp_path):
    def page(folder, name, tag, way):
        links = [
            ALTERNATE.format(tag=tag, folder=f"{tag}/", page=name),
            WAY.format(tag=tag, folder=way, page=name),
        ]
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_text("".join(links), "utf-8")

    for name in ("index.html", "both.html", "only.html"):
        page("", name, "es", "es/")
    for name in ("index.html", "both.html"):
        page("es", name, "en", "../")
    both = (tmp_path / "both.html").read_text("utf-8")
    join(tmp_path, ["es"])

    assert (tmp_path / "both.html").read_text("utf-8") == both
    assert (tmp_path / "only.html").read_text("utf-8") == WAY.format(
        tag="es", folder="es/", page="index.html"
    )


@pytest.mark.parametrize(
    ("address", "way"), [("", "../"), ("https://example.org/ask/", "/ask/"), ("https://example.org/ask/", "https://example.org/ask/")]
)  # fmt: skip
def test_what_a_language_loads_as_the_guide_does_is_kept_once(tmp_path, address, way):
    own_way = "" if way == "../" else f"{way}es/"
    written = (
        '<link href="{0}assets/css/both.a.css"><script data-src="{0}assets/both.a.js"></script>'
        '<img src="{1}assets/own.a.png">{{"search": "{0}assets/deep/er/both.a.js"}}<a href="about.html">both.a.js</a>'
    )
    both = [
        "assets/both.a.js",
        "assets/deep/er/both.a.js",
        "assets/f.a.woff2",
        "assets/css/both.a.css",
    ]
    for path in [*both, *(f"es/{name}" for name in both)]:
        write(tmp_path, path, path.removeprefix("es/"))
    write(tmp_path, "assets/own.a.png", "English")
    write(tmp_path, "es/assets/own.a.png", "Spanish")
    write(tmp_path, "es/assets/css/own.a.css", "a{src:url(../f.a.woff2)url(../own.a.png)}")
    write(tmp_path, "es/page.html", written.format(own_way, own_way))
    share_files(tmp_path, "es", address)

    own = tmp_path / "es"
    assert (own / "page.html").read_text("utf-8") == written.format(way, own_way)
    assert {str(path.relative_to(own)) for path in own.rglob("*")} == {
        "page.html", "assets", "assets/own.a.png", "assets/css", "assets/css/own.a.css"
    }  # fmt: skip
    assert (own / "assets/css/own.a.css").read_text("utf-8") == (
        "a{src:url(../../../assets/f.a.woff2)url(../own.a.png)}"
    )


def test_whoever_changes_the_language_fetches_nothing_of_the_guide_again(site):
    there = [
        path
        for path in site.glob("es/assets/**/*.*")
        if (site / path.relative_to(site / "es")).exists()
    ]
    lacking = [
        (page.name, name)
        for page in site.glob("es/*.html")
        for name in re.findall(r'"([^" ]*assets/[^" ]+)"', page.read_text("utf-8"))
        if not (page.parent / name).is_file()
    ]

    assert there == []
    assert lacking == []


def test_the_archive_is_offered_from_each_language_with_its_size_as_that_writes_it(tmp_path):
    for folder, tag in (("", "en"), ("es/", "es")):
        (tmp_path / folder).mkdir(exist_ok=True)
        offer = '<p class="ra-offline"><a href="%archive%">%size%</a></p>'
        (tmp_path / f"{folder}downloads.html").write_text(f'<html lang="{tag}">{offer}', "utf-8")
    (tmp_path / "es/downloads").mkdir()
    (tmp_path / "es/downloads/mixed-a.csv").write_text("id", "utf-8")
    write_downloads(tmp_path, "0.1.0")
    ours, theirs = (
        (tmp_path / folder / "downloads.html").read_text("utf-8") for folder in ("", "es")
    )

    assert 'href="downloads/right-ask-0.1.0-offline.zip">0.0<' in ours
    assert 'href="../downloads/right-ask-0.1.0-offline.zip">0,0<' in theirs
    assert (tmp_path / "es/downloads/SHA256SUMS").read_text("utf-8").endswith("  mixed-a.csv\n")

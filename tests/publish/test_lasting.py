"""A served file that changes has another name, so that no page meets the script or style of another build."""

import gzip
import re
from urllib.parse import urljoin

import pytest
from small import contents

from build_tools.publish.lasting import give_lasting_names, lasting_names

HASHED = re.compile(r"\.[0-9a-f]{8}\.")
LOADED = re.compile(r'\s(?:src|href|data-src|data-index|data-search)="([^"#?]+)')
PAGE = """<link rel="icon" href="{up}assets/a.svg"><link rel="stylesheet" href="{up}assets/css/a.css">
<script src="{up}assets/a.js" data-index="{up}search/index.js"></script><a href="{up}assets/a.js.html">a.js</a>
<use href="{up}assets/a.svg#m"><meta property="og:image" content="https://example.org/ask/assets/a.svg">"""
SITE = {
    "index.html": PAGE.format(up=""),
    "404.html": PAGE.format(up="/ask/"),
    "deep/er/page.html": PAGE.format(up="../../"),
    "assets/a.js": "run()",
    "assets/a.svg": "<svg>",
    "assets/css/a.css": "a { background: url(../a.svg) } b { src: url('../f.woff2') } i { src: url(data:x) } u { src: url(../a.svg#m) }",
    "assets/f.woff2": "font",
    "assets/done.0123abcd.min.js": "theirs",
    "assets/LICENSE.txt": "words",
    "search/index.js": "var index",
}


@pytest.fixture
def named(tmp_path):
    """Name the files of a site after their content, with some of them changed; return all files as text."""
    count = iter(range(9))

    def name(**changed):
        root = tmp_path / str(next(count))
        files = SITE | {
            path.replace("__", "/").replace("_", "."): text for path, text in changed.items()
        }
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, "utf-8")
        give_lasting_names(root, "https://example.org/ask/")
        return {path: data.decode() for path, data in contents(root).items()}

    return name


def plain(files):
    """Return the paths by what they were called before."""
    return {HASHED.sub(".", path): path for path in files}


def test_what_is_named_by_its_content_or_read_by_people_keeps_its_name(named):
    assert {"assets/done.0123abcd.min.js", "assets/LICENSE.txt", "404.html"} <= named().keys()


@pytest.mark.parametrize(
    ("changed", "also"),
    [
        ("assets/a.js", []),
        ("search/index.js", []),
        ("assets/css/a.css", []),
        ("assets/f.woff2", ["assets/css/a.css"]),
        ("assets/a.svg", ["assets/css/a.css"]),
    ],
)
def test_a_change_gives_a_new_name_to_the_file_and_to_what_loads_it_and_to_nothing_else(
    named, changed, also
):
    before = named()
    after = named(**{changed.replace(".", "_").replace("/", "__"): SITE[changed] + " /* new */"})
    now, then = plain(after), plain(before)

    assert {old for old in now if now[old] != then[old]} == {changed, *also}
    assert before["index.html"] != after["index.html"]


def test_names_do_not_depend_on_the_order_of_files():
    files = {path: text.encode() for path, text in SITE.items() if path.startswith("assets/a")}
    backwards = dict(reversed(files.items()))

    assert lasting_names(files) == lasting_names(backwards)


def test_every_page_of_the_site_loads_only_what_is_there_under_a_lasting_name(site):
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    loaded = set()
    for page in site.rglob("*.html"):
        name = page.relative_to(site).as_posix()
        for reference in LOADED.findall(page.read_text("utf-8")):
            loaded.add(urljoin(f"https://x/{name}", reference).removeprefix("https://x/"))
    loaded = {path for path in loaded if path.startswith(("assets/", "search/"))}

    assert len(loaded) > 20
    assert {path for path in loaded if path not in files or not HASHED.search(path)} == set()


def besides_pages(site):
    """Return the files that pages load."""
    served = (path for folder in ("assets", "search") for path in (site / folder).rglob("*"))
    return [path for path in served if path.is_file()]


def test_no_file_of_the_site_names_one_that_was_renamed(site):
    served = [path.name for path in besides_pages(site) if ".min." not in path.name]
    old = {HASHED.sub(".", name) for name in served if HASHED.search(name)}
    # The index holds the words of pages, which may name a file.
    readers = [path for path in site.rglob("*") if path.suffix in (".html", ".js", ".css")]
    naming = {
        (path.name, name)
        for path in readers
        if not path.name.startswith(("search_index.", "bundle."))
        for name in old
        if re.search(rf"[/\"'(]{re.escape(name)}[\"')?#]", path.read_text("utf-8"))
    }

    assert len(old) > 20
    assert naming == set()


def test_all_that_is_served_besides_pages_and_licenses_has_a_lasting_name(site):
    served = besides_pages(site)

    assert {path.name for path in served if not HASHED.search(path.name)} == {
        "atkinson-hyperlegible-next.LICENSE.txt"
    }


def test_a_page_loads_the_script_of_each_element_that_it_holds_and_no_other(site):
    elements = {
        path.name: set(re.findall(r'customElements.define\("([\w-]+)"', path.read_text("utf-8")))
        for path in site.glob("assets/*.js")
    }
    for path in site.glob("*.html"):
        page = path.read_text("utf-8")
        held = set(re.findall(r"<(right-ask-[\w-]+)", page))
        loaded = set(re.findall(r'<script[^>]* src="assets/([^"/]+)', page)) & {*elements}

        assert {name for name in loaded if elements[name]} == {
            name for name, defined in elements.items() if defined & held
        }


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("player", 5000),
        ("practice", 7000),
        ("credibility", 2560),
        ("people-map", 2100),
        ("bank-filter", 2048),
    ],
)
def test_the_script_of_an_element_is_light(site, name, most):
    (script,) = site.glob(f"assets/{name}.*.js")

    assert len(gzip.compress(script.read_bytes(), 9)) <= most

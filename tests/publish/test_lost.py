"""Addresses that somebody mistyped, or that a mail or chat program changed: the page for what is not there leads on, below the root of a host too."""

import shutil
from urllib.parse import quote, urlsplit

import pytest
from made import ADDRESS, words
from playwright.sync_api import expect
from served import Quiet, serving

WORDS = words("content")
HERE = urlsplit(ADDRESS).path
FORM = "form=mixed-a&done=12345678.yes"
ENDS = [
    ")",
    ").",
    ".",
    ",",
    ";",
    ">",
    "%3E",
    "”",
    "’",
    "…",
    "!",
    "*",
    "]",
    '"',
    "%22",
    "%20",
    "%0A",
    "/",
    "&utm_source=x",
    "%3Futm_source=x",
]
MEANT = {
    f"mixed-a.html%23{FORM}": f"mixed-a.html#{FORM}",
    f"mixed-a.html%2523{quote(FORM, safe='')}": f"mixed-a.html#{quote(FORM, safe='')}",
    f"mixed-a.html%23{FORM}?utm_source=x": f"mixed-a.html#{FORM}",
    f"mixed-a%23{FORM}": f"mixed-a.html#{FORM}",
    f"mixed-a.html)#{FORM}": f"mixed-a.html#{FORM}",
    f"Mixed-A.HTML?all=1#{FORM}": f"mixed-a.html?all=1#{FORM}",
    f"es/MIXED-A.html%23{FORM}": f"es/mixed-a.html#{FORM}",
    f"embed/mixed-a.html%23{FORM}": f"embed/mixed-a.html#{FORM}",
    "mixed-a": "mixed-a.html",
    "mixed-a/": "mixed-a.html",
    "mixed-a)": "mixed-a.html",
    "mixed-a.htm": "mixed-a.html",
    "mixed-a/index.html": "mixed-a.html",
    "es//mixed-a.html)": "es/mixed-a.html",
    "ES/": "es/index.html",
    "<mixed-a.html>": "mixed-a.html",
    "%20mixed-a.html": "mixed-a.html",
    ")": "index.html",
    **{f"mixed-a.html{end}": "mixed-a.html" for end in ENDS},
}
"""What was asked for, and the page that was meant."""


@pytest.fixture(scope="module")
def host(sample_site, tmp_path_factory):
    """Serve the site below a folder, a language in a folder of that, as hosts do that answer what is not there with our page."""
    root = tmp_path_factory.mktemp("host")
    folder = root / HERE.strip("/")
    shutil.copytree(sample_site, folder)
    (folder / "es").mkdir()
    for page in folder.glob("*.html"):
        shutil.copyfile(page, folder / "es" / page.name)

    class Host(Quiet):
        def send_error(self, *_args):
            body = (folder / "404.html").read_bytes()
            self.send_response(404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(b"" if self.command == "HEAD" else body)

    with serving(root, Host) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def page(visit, host):
    return visit(f"{host}{HERE}about.html", refusals=["404"])


def test_a_mangled_address_leads_to_the_page_it_means_with_its_answers(page, host):
    for asked, meant in MEANT.items():
        page.goto("about:blank")
        page.goto(f"{host}{HERE}{asked}", wait_until="commit")
        page.wait_for_url(f"{host}{HERE}{meant}")


@pytest.mark.parametrize(
    "asked", ["nothing.html", "nothing/at/all", "assets/mixed-a.html)", "404.html"]
)
def test_what_means_no_page_of_ours_stays_and_is_helped(page, host, asked):
    with page.expect_event("requestfinished", lambda one: "lost" in one.url):
        page.goto(f"{host}{HERE}{asked}")
    page.wait_for_load_state("networkidle")

    expect(page).to_have_url(f"{host}{HERE}{asked}")
    expect(page.get_by_role("heading", name=WORDS["not_found_title"])).to_be_visible()


def test_no_address_leads_to_another_host(page, host):
    for asked in (
        "/evil.example/about.html)",
        "/%2F%2Fevil.example%2Fabout.html)",
        "\\\\evil.example)",
    ):
        page.goto(f"{host}{HERE}{asked}")
        page.wait_for_load_state("networkidle")
        assert urlsplit(page.url).netloc == urlsplit(host).netloc

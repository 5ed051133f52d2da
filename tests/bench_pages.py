"""Figures of pages: what Lighthouse says, and how fast they are beside plain pages of the theme; tests hold what a first visit fetches."""

import functools
import gzip
import http.server
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
CHROMIUM = {
    "executable_path": shutil.which("chromium"),
    "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
}
LIGHTHOUSE = ROOT / "tests/lighthouse/node_modules/.bin/lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
GUIDE = ("index", "family-friends", "who-should-i-ask", "which-kind-a", "practice")
STANDALONE = ("which-kind-a", "before-you-send")
# Pages whose speed stands beside that of the same words in the theme as it comes.
PAIRED = ("index", "which-kind-a", "family-friends")
SPEEDS = {"largest paint": "largest-contentful-paint", "speed index": "speed-index"}
RUNS = 5
PLAIN = """site_name: Plain
use_directory_urls: false
theme: {name: material, font: false}
"""


def article(browser, address):
    """Return the text of a page, one paragraph a line."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    text = page.locator("article").first.text_content()
    context.close()
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def plain_site(root, text):
    """Build a site of the theme as it comes, with that text on its one page."""
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(PLAIN, "utf-8")
    (root / "docs/index.md").write_text("# Plain\n\n" + "\n\n".join(text), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=root, check=True, capture_output=True, env=environment)
    return root / "site"


def packed(path):
    data = path.read_bytes()
    return len(data) if path.suffix == ".woff2" else len(gzip.compress(data, 9))


def lighthouse(site):
    """Print what Lighthouse gives pages on a phone, medians of five visits over a host that compresses."""
    print(f"\nLighthouse, mobile, medians of {RUNS}: " + ", ".join(CATEGORIES))
    paths = [f"{name}.html" for name in GUIDE] + [f"embed/{name}.html" for name in STANDALONE]
    with serving(site) as address:
        moved = {path: scored(path, address) for path in paths}
        beside_plain(address)
    if any(moved.values()):
        sys.exit(f"A page moves while it loads (layout shift above 0): {moved}")


def beside_plain(address):
    """Print when pages are drawn, over the same words in plain Material: the two visited by turns, medians of each."""
    print(f"\nSpeed on a phone beside plain Material, ms, medians of {RUNS} by turns")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**CHROMIUM)
        texts = {name: article(browser, f"{address}/{name}.html") for name in PAIRED}
        browser.close()
    for name, text in texts.items():
        with (
            tempfile.TemporaryDirectory() as folder,
            serving(plain_site(Path(folder), text)) as plain,
        ):
            pages = (f"{address}/{name}.html", f"{plain}/index.html")
            rounds = [[visited(page)["audits"] for page in pages] for _ in range(RUNS)]
        for title, audit in SPEEDS.items():
            ours, theirs = (
                statistics.median(audits[audit]["numericValue"] for audits in visits)
                for visits in zip(*rounds, strict=True)
            )
            print(f"  {name:<16} {title:<14} {ours:5.0f} / {theirs:5.0f} = {ours / theirs:.2f}")


def scored(path, address):
    """Print the scores of a page, and return its layout shift, which is to be 0."""
    reports = [visited(f"{address}/{path}") for _ in range(RUNS)]
    found = {
        name: statistics.median(one["categories"][name]["score"] for one in reports)
        for name in CATEGORIES
    }
    missed = {
        audit["id"]
        for audit in reports[0]["audits"].values()
        if audit["score"] is not None
        and audit["score"] < 1
        and audit["scoreDisplayMode"] == "binary"
    }
    scores = " / ".join(f"{score * 100:.0f}" for score in found.values())
    shift = statistics.median(
        one["audits"]["cumulative-layout-shift"]["numericValue"] for one in reports
    )
    print(
        f"  {path:<28} {scores}, layout shift {shift:.3f}"
        + (f"  (missed: {', '.join(sorted(missed))})" if missed else "")
    )
    return round(shift, 3)


def visited(url):
    flags = "--headless=new --no-sandbox --disable-gpu"
    command = [LIGHTHOUSE, url, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    command.append(f"--only-categories={','.join(CATEGORIES)}")
    environment = os.environ | {"CHROME_PATH": CHROMIUM["executable_path"]}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return json.loads(done.stdout)


@contextmanager
def serving(site):
    """Serve a folder on loopback as hosts do, compressed, and give the address."""
    handler = functools.partial(_Compressed, directory=site)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class _Compressed(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data = gzip.compress(path.read_bytes(), 9)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass

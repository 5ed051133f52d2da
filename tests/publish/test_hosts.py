"""What readers get from hosts, by the hosts’ own code: Cloudflare’s server itself, and the readers that Netlify builds with."""

import contextlib
import functools
import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import threading

import pytest
from conftest import ROOT

HOSTS = ROOT / "tests/hosts"
READY = re.compile(r"Ready on http://127\.0\.0\.1:(\d+)")
LASTING = re.compile(r"\.[0-9a-f]{8}\.|/embed-\d")
GUIDE = ("/", "/about", "/about.html", "/who-can-help", "/es/", "/es/about")
FRAMED = ("/embed/mixed-a", "/embed/mixed-a.html", "/es/embed/mixed-a")
STRICTER = ("/present/mixed-a", "/paper/mixed-a-key", "/es/paper/cards")
OURS = "frame-ancestors 'self'"
KINDS = [
    *((path, OURS, "max-age=0") for path in GUIDE),
    *((path, "", "") for path in FRAMED),
    *((path, OURS, "") for path in STRICTER),
]
"""Pages of each kind: who may frame them, and what is said of how long they are kept."""


@pytest.fixture(scope="module")
def project(site, tmp_path_factory):
    """The built site beside what hosts are told in a project."""
    root = tmp_path_factory.mktemp("hosted")
    for name in ("netlify.toml", "wrangler.toml"):
        shutil.copyfile(ROOT / name, root / name)
    (root / "site").symlink_to(site)
    return root


@pytest.fixture(scope="module")
def cloudflare(project):
    """Ask Cloudflare’s server for a path, as often as one likes: it is started once, and asks nothing of a network."""
    said, ask = [], None
    command = [HOSTS / "node_modules/.bin/wrangler", "pages", "dev", "--port", "0"]
    # As a test, it asks nobody where it is; a port where nobody listens has no newer version to tell of.
    alone = {"NODE_ENV": "test", "npm_config_registry": "http://127.0.0.1:9"}
    quiet = {"WRANGLER_SEND_METRICS": "false", "CI": "1", "NO_COLOR": "1"}
    homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME"), str(project))
    server = subprocess.Popen(
        [*command, "--ip", "127.0.0.1", "--show-interactive-dev-session=false"],
        cwd=project,
        env=os.environ | alone | quiet | homes,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    for line in server.stdout:
        said.append(line)
        if found := READY.search(line):
            ask = Cloudflare(int(found[1]), "".join(said))
            break
    assert ask, "".join(said)
    # It tells of each request, and would wait for somebody to read that.
    reader = threading.Thread(target=server.stdout.read)
    reader.start()
    yield ask
    os.killpg(server.pid, signal.SIGTERM)
    reader.join()
    server.stdout.close()
    server.wait()


class Cloudflare:
    """Its server: what it said as it began, and what it answers."""

    def __init__(self, port, said):
        self.said = said
        self._port = port

    def __call__(self, path):
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self._port)) as line:
            line.request("GET", path)
            answer = line.getresponse()
            return answer.status, answer.headers, answer.read()


@pytest.fixture(scope="module")
def netlify(project, site):
    """What Netlify reads in the project, and the headers that it sends for each file of the site."""
    command = ["node", HOSTS / "netlify.mjs", project, *GUIDE, *FRAMED, *STRICTER, *_files(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _files(site):
    return [f"/{path.relative_to(site).as_posix()}" for path in site.rglob("*") if path.is_file()]


def sent_by_netlify(netlify, path):
    """Return the headers of a path; that rules which meet say the same is what another test holds."""
    return {name: values[-1] for name, values in netlify["sent"][path].items()}


@pytest.fixture(params=["cloudflare", "netlify"])
def headers_of(request, cloudflare, netlify):
    """Say which headers a path has, on one host and on the other."""
    if request.param == "netlify":
        return functools.partial(sent_by_netlify, netlify)
    return lambda path: cloudflare(path)[1]


@pytest.mark.parametrize(("path", "framed_by", "kept"), KINDS)
def test_each_kind_of_page_has_the_headers_that_we_promise(headers_of, path, framed_by, kept):
    sent = headers_of(path)
    policy = (sent.get("content-security-policy") or "").split("; ")

    assert policy[-1] == framed_by
    assert ("script-src 'self'" in policy) == (path in GUIDE)
    assert (sent["x-content-type-options"], sent["referrer-policy"]) == ("nosniff", "same-origin")
    assert "camera=()" in sent["permissions-policy"]
    assert kept in sent.get("cache-control", "")
    assert "immutable" not in sent.get("cache-control", "")


@pytest.mark.parametrize("path", [path for path, *_ in KINDS if not path.endswith(".html")])
def test_a_page_is_there_without_the_ending_of_its_file(cloudflare, path):
    assert cloudflare(path)[0] == 200


def test_a_script_or_style_whose_name_holds_its_content_is_kept_for_a_year(
    site, cloudflare, netlify
):
    files = _files(site)
    by_netlify = {
        path
        for path in files
        if "immutable" in sent_by_netlify(netlify, path).get("cache-control", "")
    }
    lasting = {path for path in files if LASTING.search(path)}
    one_of_each = {re.sub(r"[^/]+$", "", path): path for path in sorted(lasting)}.values()
    kept = "public, max-age=31536000, immutable"

    assert by_netlify == lasting
    assert {cloudflare(path)[1]["cache-control"] for path in one_of_each} == {kept}
    assert len(one_of_each) > 10


def test_another_site_may_load_the_script_that_frames_a_quiz(headers_of):
    assert headers_of("/embed/embed-1.0.0.js")["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("path", FRAMED)
def test_a_page_that_is_isolated_from_others_may_show_a_quiz(headers_of, path):
    sent = headers_of(path)

    assert sent["cross-origin-embedder-policy"] == "require-corp"
    assert sent["cross-origin-resource-policy"] == "cross-origin"


def test_each_host_reads_every_rule_and_none_says_what_another_denies(site, cloudflare, netlify):
    rules = re.findall(r"^/", (site / "_headers").read_text("utf-8"), re.MULTILINE)
    disagreeing = {
        (path, name)
        for path, sent in netlify["sent"].items()
        for name, values in sent.items()
        if len(set(values)) > 1
    }

    assert f"Parsed {len(rules)} valid header rules" in cloudflare.said
    assert "invalid" not in cloudflare.said
    assert (netlify["rules"], netlify["errors"], disagreeing) == (len(rules), [], set())
    # Cloudflare reads a hundred; each language more brings fifteen.
    assert len(rules) < 50


@pytest.mark.parametrize("path", ["/about", "/es/about", "/embed/mixed-a"])
def test_an_old_address_leads_on_with_what_it_asked_for(cloudflare, path):
    status, headers, _ = cloudflare(f"{path}.html?all=1")

    assert (status, headers["location"]) == (308, f"{path}?all=1")


@pytest.mark.parametrize("path", ["/nothing-here", "/assets/player.00000000.js"])
def test_what_is_not_there_is_answered_by_our_page_and_kept_by_nobody(site, cloudflare, path):
    status, headers, body = cloudflare(path)

    assert (status, headers["cache-control"]) == (404, "no-store")
    assert body == (site / "404.html").read_bytes()


def test_netlify_builds_a_release_for_readers_and_the_site_for_a_preview(project, netlify):
    built = {name: netlify[name]["command"] for name in ("production", "preview")}

    assert built == {
        "production": 'RIGHT_ASK_SITE_URL="$URL/" make release',
        "preview": "make site",
    }
    assert netlify["production"]["publish"] == str(project / "site")

"""A real WordPress on loopback: a network of sites, and one site alone, with people who publish as their roles let them.

Debian’s packages are linked into a folder of the test’s own, with a data directory, a socket and a port of its own.
"""

import json
import os
import socket
import subprocess
import time
import urllib.parse
import urllib.request
from base64 import b64encode
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lines import free_port

WORDPRESS = Path("/usr/share/wordpress")
THEME = WORDPRESS / "wp-content/themes/twentytwentythree"
OURS = Path(__file__).parent / "wordpress"
PHP = Path("/usr/bin/php")
MARIADB = Path("/usr/sbin/mariadbd")
_WAIT = 60


@dataclass(frozen=True, slots=True)
class WordPress:
    """A running WordPress: `careers` is a site of the network, `alone` belongs to none."""

    port: int
    passwords: dict

    def publish(self, site, name, content):
        """Publish a post as its author’s editor does, and return its address."""
        return self.ask(site, name, "/wp/v2/posts", {"content": content, "status": "publish"})[
            "link"
        ]

    def ask(self, site, name, route, fields=None, **parameters):
        """Return what the site’s REST interface, which its editor uses, says to somebody."""
        query = urllib.parse.urlencode({"rest_route": route, **parameters})
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/?{query}",
            data=json.dumps(fields).encode() if fields else None,
            headers={
                "Host": f"{site}.localhost:{self.port}",
                "Content-Type": "application/json",
                "Authorization": f"Basic {self._login(site, name)}",
            },
        )
        with urllib.request.urlopen(request, timeout=_WAIT) as answer:
            return json.load(answer)

    def _login(self, site, name):
        return b64encode(f"{name}:{self.passwords[site][name]}".encode()).decode()


@contextmanager
def wordpress(folder):
    """Install WordPress below a folder and run it for a while."""
    missing = [str(path) for path in (PHP, MARIADB, WORDPRESS, THEME) if not path.exists()]
    assert not missing, f"{' and '.join(missing)} not found; “make test” installs what is needed"
    root, port = _linked(folder / "www"), free_port()
    environment = os.environ | {
        "WORDPRESS_PORT": str(port),
        "WORDPRESS_SOCKET": str(folder / "db.sock"),
    }
    with _database(folder), (folder / "php.log").open("w") as log:
        passwords = {
            "careers": _install(root, f"localhost:{port}", environment),
            "alone": _install(root, f"alone.localhost:{port}", environment),
        }
        command = [PHP, "-S", f"127.0.0.1:{port}", "-t", root, OURS / "router.php"]
        with _running(command, lambda: _answers(("127.0.0.1", port)), log, environment):
            yield WordPress(port, passwords)


def _linked(root):
    """Return a folder with WordPress as Debian has it, but for the configuration and what is added."""
    content = root / "wp-content"
    (content / "mu-plugins").mkdir(parents=True)
    (content / "themes").symlink_to(THEME.parent)
    (content / "mu-plugins/loopback.php").symlink_to(OURS / "loopback.php")
    (root / "wp-config.php").symlink_to(OURS / "wp-config.php")
    for path in WORDPRESS.iterdir():
        if not (root / path.name).exists() and not path.name.startswith("."):
            (root / path.name).symlink_to(path)
    return root


@contextmanager
def _database(folder):
    data, address = folder / "data", folder / "db.sock"
    # MariaDB asks root to say that it means it; nobody else may say so.
    common = ["--no-defaults", f"--datadir={data}", *(["--user=root"] if os.getuid() == 0 else [])]
    install = ["mariadb-install-db", *common, "--auth-root-authentication-method=normal"]
    subprocess.run([*install, "--skip-test-db"], check=True, capture_output=True)
    (folder / "new.sql").write_text("CREATE DATABASE IF NOT EXISTS wordpress;\n", "utf-8")
    command = [
        MARIADB,
        *common,
        f"--socket={address}",
        f"--init-file={folder / 'new.sql'}",
        "--skip-networking",
        "--innodb-flush-log-at-trx-commit=0",
    ]
    with (folder / "db.log").open("w") as log, _running(command, lambda: _answers(address), log):
        yield


def _install(root, host, environment):
    _php(root, host, "tables", environment | {"WORDPRESS_BEFORE_NETWORK": "1"})
    return json.loads(_php(root, host, "people", environment))


def _php(root, host, step, environment):
    command = [PHP, OURS / "install.php", root, host, step]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@contextmanager
def _running(command, ready, log, environment=None):
    with subprocess.Popen(command, stdout=log, stderr=log, env=environment) as process:
        try:
            until = time.monotonic() + _WAIT
            while not ready():
                still = process.poll() is None and time.monotonic() < until
                assert still, Path(log.name).read_text("utf-8")
                time.sleep(0.05)
            yield
        finally:
            process.terminate()


def _answers(address):
    family = socket.AF_INET if isinstance(address, tuple) else socket.AF_UNIX
    with socket.socket(family) as client:
        return client.connect_ex(address if family == socket.AF_INET else str(address)) == 0

"""Debian's WebKitGTK, the engine of Safari, spoken to as WebDriver says: JSON over HTTP, one request a step."""

import json
import socket
import subprocess
import time
from contextlib import closing, contextmanager
from http import HTTPStatus
from http.client import HTTPConnection

from engines.page import FRAME, PATIENCE, Page, encoded, ended
from lines import free_port

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The name that the standard gives to a reference to an element."""
SCREEN = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]


@contextmanager
def webkit(folder):
    """Start a screen that nobody sees and a WebKit on it, and give its page."""
    silent = {"stderr": subprocess.DEVNULL, "text": True}
    home = {"HOME": str(folder), "PATH": "/usr/bin:/bin", "NO_AT_BRIDGE": "1", "GTK_A11Y": "none"}
    with ended(subprocess.Popen(SCREEN, stdout=subprocess.PIPE, **silent)) as screen:
        display = f":{screen.stdout.readline().strip()}"
        port = free_port()
        command = ["WebKitWebDriver", f"--port={port}"]
        env = {**home, "DISPLAY": display}
        with ended(subprocess.Popen(command, stdout=subprocess.DEVNULL, env=env, **silent)):
            _await(port)
            page = WebKit(port)
            yield page
            page.ask("DELETE")


def _await(port):
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            assert time.monotonic() < end, "WebKitWebDriver did not start"
            time.sleep(0.02)


class WebKit(Page):
    def __init__(self, port):
        self.said = []  # WebDriver hands over nothing of the console
        self.port, self.base = port, "/session"
        self.base += "/" + self.ask("POST", capabilities={})["sessionId"]

    def ask(self, method, path="", **body):
        wire = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        wire.request(method, self.base + path, json.dumps(body) if method == "POST" else None)
        with closing(wire), wire.getresponse() as answer:
            said = json.load(answer)["value"]
        assert answer.status == HTTPStatus.OK, said
        return said

    def goto(self, address):
        self.ask("POST", "/url", url=address)

    def run(self, source):
        return self.ask("POST", "/execute/sync", script=f"return {source}", args=[])

    def call(self, function, *given):
        return json.loads(self.run(encoded(function, given)))

    def tap(self):
        self.ask("POST", f"/element/{self.run('window.rightAskFound.one')[ELEMENT]}/click")

    def keys(self, words):
        active = self.ask("GET", "/element/active")[ELEMENT]
        self.ask("POST", f"/element/{active}/value", text=words)

    def back(self):
        self.ask("POST", "/back")

    def resize(self, width, height):
        self.ask("POST", "/window/rect", width=width, height=height)

    @contextmanager
    def inside(self):
        """Act inside the first frame of the page."""
        self.ask("POST", "/frame", id=self.run(FRAME))
        yield
        self.ask("POST", "/frame", id=None)

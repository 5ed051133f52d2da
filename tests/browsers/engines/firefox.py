"""Debian's Firefox, spoken to as WebDriver BiDi says: JSON over one WebSocket, which Firefox itself answers."""

import json
import re
import subprocess
import time
from contextlib import contextmanager

from engines.page import PATIENCE, Page, encoded, ended
from websockets.sync.client import connect

PREFERENCES = {
    "app.normandy.enabled": False,
    "browser.aboutConfig.showWarning": False,
    "browser.safebrowsing.update.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "fission.bfcacheInParent": True,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}
HEARD = ["log.entryAdded", "browsingContext.load"]


@contextmanager
def firefox(folder):
    """Start a Firefox with an empty profile, and give its page."""
    lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in PREFERENCES.items()]
    (folder / "user.js").write_text("".join(lines), encoding="utf-8")
    command = ["firefox-esr", "--headless", "--no-remote", "--remote-debugging-port", "0"]
    env = {"HOME": str(folder), "PATH": "/usr/bin:/bin", "MOZ_CRASHREPORTER_DISABLE": "1"}
    with (
        (folder / "said").open("w") as said,
        ended(subprocess.Popen([*command, "--profile", folder], stdout=said, stderr=said, env=env)),
        connect(_address(folder / "said"), max_size=None) as wire,
    ):
        yield Firefox(wire)


def _address(said):
    """Return where Firefox listens; it says so in one of its lines."""
    end = time.monotonic() + PATIENCE
    while not (found := re.search(r"(ws://\S+)\n", said.read_text("utf-8"))):
        assert time.monotonic() < end, "Firefox did not start"
        time.sleep(0.02)
    return found[1] + "/session"


class Firefox(Page):
    def __init__(self, wire):
        self.wire, self.sent, self.said, self.loaded = wire, 0, [], False
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=HEARD)
        self.top = self.send("browsingContext.create", type="tab")["context"]
        self.context = self.top

    def send(self, method, **params):
        self.sent += 1
        self.wire.send(json.dumps({"id": self.sent, "method": method, "params": params}))
        while (answer := self.hear()).get("id") != self.sent:
            pass
        assert answer["type"] == "success", answer
        return answer["result"]

    def hear(self):
        """Return the next message; remember what it says of the console, and of a page that has loaded."""
        message = json.loads(self.wire.recv(PATIENCE))
        if message.get("method") == "log.entryAdded":
            self.said.append(message["params"]["text"])
        self.loaded |= message.get("method") == "browsingContext.load"
        return message

    def lead(self, act):
        """Wait for Firefox's own word too: scripts run in a page before Back knows where it leads from."""
        self.loaded = False
        super().lead(act)
        while not self.loaded:
            self.hear()

    def goto(self, address):
        self.send("browsingContext.navigate", context=self.top, url=address, wait="complete")

    def evaluate(self, source):
        return self.send(
            "script.evaluate",
            expression=source,
            target={"context": self.context},
            awaitPromise=True,
        )

    def call(self, function, *given):
        answer = self.evaluate(encoded(function, given))
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        return json.loads(answer["result"]["value"])

    def tap(self):
        node = self.evaluate("window.rightAskFound.one")["result"]
        middle = {"type": "element", "element": {"sharedId": node["sharedId"]}}
        steps = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": middle},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self.act(type="pointer", id="mouse", actions=steps)

    def keys(self, words):
        moves = [{"type": move, "value": key} for key in words for move in ("keyDown", "keyUp")]
        self.act(type="key", id="keyboard", actions=moves)

    def act(self, **source):
        self.send("input.performActions", context=self.context, actions=[source])

    def back(self):
        self.send("browsingContext.traverseHistory", context=self.top, delta=-1)

    def resize(self, width, height):
        viewport = {"width": width, "height": height}
        self.send("browsingContext.setViewport", context=self.top, viewport=viewport)

    @contextmanager
    def inside(self):
        """Act inside the first frame of the page."""
        self.context = self.frames()[0]["context"]
        yield
        self.context = self.top

    def frames(self):
        return self.send("browsingContext.getTree", root=self.top)["contexts"][0]["children"]

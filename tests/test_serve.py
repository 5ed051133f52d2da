"""`serve` shows an edit in the open browser, survives a fault, and recovers."""

import re
import socket
import subprocess
import sys
import threading

import pytest
from conftest import change
from playwright.sync_api import expect
from test_publish import project


@pytest.fixture
def served(tmp_path):
    """A served sample project: its folder, its address, and the lines it prints."""
    root = project(tmp_path / "project")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-u", "-m", "build_tools", "serve", "--port", str(port)]
    with subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        said = Lines(server.stdout)
        said.wait_for("Serving on")
        yield root, f"http://127.0.0.1:{port}/", said
        server.terminate()


class Lines:
    """What a process prints, as it prints it."""

    def __init__(self, stream):
        self.lines, self.news = [], threading.Condition()
        threading.Thread(target=self._read, args=(stream,), daemon=True).start()

    def _read(self, stream):
        for line in stream:
            with self.news:
                self.lines.append(line)
                self.news.notify_all()

    def wait_for(self, text):
        with self.news:
            assert self.news.wait_for(lambda: any(text in line for line in self.lines), 60), (
                self.lines
            )


def test_an_edit_is_shown_and_a_fault_is_named_without_losing_the_page(served, browser):
    root, address, said = served
    page = browser.new_page()
    page.goto(address)
    assert address in "".join(said.lines)
    change(root, "content/words.yml", "home_title: Who should I ask?", "home_title: Whom do I ask?")
    expect(page.get_by_role("heading", level=1)).to_have_text("Whom do I ask?", timeout=30_000)

    change(root, "content/words.yml", "home_title: Whom do I ask?", "home_title: [1]")
    said.wait_for("home_title: expected text")
    expect(page.get_by_role("heading", level=1)).to_have_text("Whom do I ask?")

    change(root, "content/words.yml", "home_title: [1]", "home_title: Who can I ask?")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("can"), timeout=30_000)

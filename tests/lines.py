"""Servers that tests start: a free port for one, and what it prints, for tests that wait until it has printed something."""

import socket
import subprocess
import threading
from contextlib import contextmanager


class Lines:
    """What a process prints, as it prints it."""

    def __init__(self, stream):
        self.lines, self.news = [], threading.Condition()
        self.reader = threading.Thread(target=self._read, args=(stream,), daemon=True)
        self.reader.start()

    def _read(self, stream):
        for line in stream:
            with self.news:
                self.lines.append(line)
                self.news.notify_all()

    def wait_for(self, text, times=1):
        with self.news:
            assert self.news.wait_for(lambda: self._told(text) >= times, 60), self.lines

    def _told(self, text):
        return sum(text in line for line in self.lines)


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@contextmanager
def shown_by(command, folder, **options):
    """Let a command serve a folder; give the address, and what it says."""
    port = free_port()
    with subprocess.Popen(
        [*command, "serve", "--port", str(port)],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        **options,
    ) as server:
        said = Lines(server.stdout)
        said.wait_for("Serving on")
        yield f"http://127.0.0.1:{port}/", said
        server.terminate()
        said.reader.join(30)  # before its stream is closed

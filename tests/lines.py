"""What a process prints, for tests that wait until it has printed something."""

import threading


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

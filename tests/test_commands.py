"""Commands end as people who join them to others expect."""

import subprocess
import sys

import pytest
from conftest import ROOT


@pytest.mark.parametrize("arguments", [["check"], ["check", "--json"], ["--help"]])
def test_a_command_ends_quietly_when_nobody_reads_on(sample, arguments):
    command = [sys.executable, "-m", "build_tools", "--root", sample, *arguments]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        running.stdout.close()

        assert running.stderr.read() == b""

"""What practice asks next: tried as functions, in Node."""

import subprocess

import pytest
from conftest import ROOT


@pytest.mark.node
def test_every_promise_of_the_schedule_holds_in_two_hundred_deals():
    command = ["node", "--test", "tests/components/schedule.test.js"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "# pass 8" in done.stdout

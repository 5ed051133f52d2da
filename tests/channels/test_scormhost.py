"""A server of another house takes the package of all quizzes, plays one, and keeps what it is told."""

import subprocess
import sys

import pytest
from conftest import ROOT
from lines import free_port
from playwright.sync_api import Error
from test_scorm12 import ALL, RIGHT, WRONG, answer, forms, meant, packages, quiz, title_in_list

from build_tools.write.exporters import EXPORTERS
from build_tools.write.exporters.downloads import export
from build_tools.write.render import Templates

START = """import sys, uvicorn
from scormhost import create_scorm_app
app = create_scorm_app(data_dir=sys.argv[1], secret_key="0" * 32)
uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[2]), log_level="error")"""
INSTRUCTOR = {
    "username": "instructor",
    "display_name": "Instructor",
    "email": "instructor@example.org",
    "password": "not a secret",
}


@pytest.fixture
def server(tmp_path):
    """Start the server on loopback, and give its address."""
    port = free_port()
    command = [sys.executable, "-c", START, str(tmp_path / "kept"), str(port)]
    with subprocess.Popen(command, cwd=tmp_path) as running:
        yield f"http://127.0.0.1:{port}"
        running.terminate()


@pytest.fixture
def instructor(browser, server):
    """A page of somebody who may bring packages in."""
    page = browser.new_page(base_url=server)
    for _ in range(600):
        try:
            page.request.post("/api/auth/register", data=INSTRUCTOR)
        except Error:
            page.wait_for_timeout(100)
        else:
            break
    yield page
    page.close()


def take(instructor, package, *rights):
    """Bring in a package of all quizzes, play one, and return what was made of both."""
    file = {"name": f"{ALL}.zip", "mimeType": "application/zip", "buffer": package}
    made = instructor.request.post("/api/packages", multipart={"file": file}).json()
    instructor.goto(f"{made['launch_url']}?launch=who-can-do-it-a.html")
    answer(quiz(instructor), *rights)
    instructor.goto("/health")
    address = f"/api/scorm/{made['id']}/cmi?launch=who-can-do-it-a.html"
    return made, instructor.request.get(address).json()["elements"]


def test_it_offers_each_quiz_and_keeps_status_score_and_answers(instructor):
    rights = (RIGHT, WRONG, RIGHT, RIGHT)
    made, kept = take(instructor, packages()[f"{ALL}.scorm12.zip"], *rights)
    launches = made["manifest"]["launches"]
    offered = {one["title"]: one["href"] for one in launches}
    views = forms()["who-can-do-it-a"].items

    assert offered == {
        title_in_list(form): f"{form.id}.html"
        for form in forms().values()
        if form.id != "item-bank"
    }
    # These have a pass mark of 80, which this platform does not hand on.
    assert kept["cmi.core.lesson_status"] == "failed"
    rows = [len(view.rows) for view in views]
    score = 100 * sum(rows[at] for at, right in enumerate(rights) if right == RIGHT) // sum(rows)
    assert (kept["cmi.core.score.raw"], score < 80) == (str(score), True)
    for number, right in enumerate(rights):
        one = f"cmi.interactions.{number}"
        names = ("id", "type", "student_response", "correct_responses.0.pattern", "result")
        assert tuple(kept[f"{one}.{name}"] for name in names) == meant(views[number], right)


def test_without_scores_it_keeps_who_is_done_and_no_more(instructor):
    package = export(Templates(root=ROOT), forms().values(), [EXPORTERS["scorm12"]])[
        f"{ALL}.scorm12.zip"
    ]
    _, kept = take(instructor, package, RIGHT, RIGHT, RIGHT, RIGHT)

    assert kept["cmi.core.lesson_status"] == "completed"
    assert kept["cmi.core.score.raw"] == "0", "what this host begins with"
    assert [
        name for name in kept if name.startswith("cmi.interactions.") and name[17].isdigit()
    ] == []
